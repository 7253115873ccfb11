import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { monitorEventLoopDelay } from 'node:perf_hooks'
import { choicesIn, type History, openHistory } from '../../../src/main/git/index.ts'
import { isRefusal } from '../../../src/shared/outcome.ts'
import { addVersions, many } from '../make-workspace.ts'
import { inTurns, type Measure, rowOf, run, sampled } from '../measure.ts'
import { offerPage } from '../offer-pages.ts'

const versions = 20_000
const rounds = 3

/**
 * One page's story in a workspace of 20,000 versions: while the story is read for the first time, after a restart, and
 * when it is known; beside `git log --follow` for the same page. Git's rows include the start of its process, ours do not:
 * Signpost is running when somebody asks.
 */
export const history: Measure = {
  name: 'history',
  async run({ workspace, scratch }) {
    addVersions(workspace, versions - many.versions - 2)
    const { path } = offerPage(7, many.pages)
    const cacheOf = (round: number) => join(scratch, `cache-${round}`)
    const held: number[] = []
    let laptop = await open(workspace, cacheOf(0))
    const samples = await inTurns(rounds, {
      async first(round) {
        const fresh = await open(workspace, cacheOf(round))
        const delays = monitorEventLoopDelay({ resolution: 1 })
        delays.enable()
        const sample = await sampled(() => fresh.versions(path))
        delays.disable()
        held.push(delays.max / 1e6)
        return sample
      },
      git: async () => sampled(() => run('git', ['-C', workspace, 'log', '--follow', format, '--', path])),
    })
    const later = await inTurns(rounds, {
      async restarted(round) {
        return sampled(async () => {
          laptop = await open(workspace, cacheOf(round))
          await laptop.versions(path)
        })
      },
      known: () => sampled(() => laptop.versions(path)),
    })
    return [
      rowOf('history of a page, 20,000 versions, first time', samples.first, { below: 10_000 }),
      { what: '  longest that typing waits meanwhile', unit: 'ms', runs: held, target: { below: 50 } },
      rowOf('history of a page, opened again after a restart', later.restarted),
      rowOf('history of a page, once known', later.known, { below: 50 }),
      rowOf('  git log --follow', samples.git),
      { what: 'story kept on this computer', unit: 'kB', runs: [sizeOf(join(cacheOf(1), 'story.jsonl'))] },
    ]
  },
}

const format = '--format=%H %an %at %s'

const sizeOf = (path: string) => readFileSync(path).length / 1000

async function open(workspace: string, cache: string): Promise<History> {
  const choices = choicesIn(join(cache, 'choices'))
  const opened = await openHistory(workspace, { cache, choices, now: () => new Date(), http: fetch })
  if (isRefusal(opened)) throw new Error(opened.sentence)
  return opened
}
