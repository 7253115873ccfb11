import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { choicesIn, type History, openHistory } from '../../../src/main/git/index.ts'
import { isRefusal } from '../../../src/shared/outcome.ts'
import { addVersions, many } from '../make-workspace.ts'
import { type Measure, timed, timedAsync } from '../measure.ts'
import { offerPage } from '../offer-pages.ts'

const versions = 20_000

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
    const first: number[] = []
    const restarted: number[] = []
    const known: number[] = []
    for (const run of [1, 2, 3]) {
      const cache = join(scratch, `cache-${run}`)
      const ask = (laptop: History) => timedAsync(() => laptop.versions(path))
      first.push(await ask(await open(workspace, cache)))
      const again = await open(workspace, cache)
      restarted.push(await ask(again))
      for (const _ of [1, 2, 3]) known.push(await ask(again))
    }
    const log = ['-C', workspace, 'log', '--follow', '--format=%H %an %at %s', '--', path]
    return [
      { what: 'history of a page, 20,000 versions, first time', unit: 'ms', runs: first },
      { what: 'history of a page, after a restart', unit: 'ms', runs: restarted },
      { what: 'history of a page, once known', unit: 'ms', runs: known },
      { what: '  git log --follow', unit: 'ms', runs: [1, 2, 3].map(() => timed('git', log)) },
      { what: 'story kept on this computer', unit: 'kB', runs: [sizeOf(join(scratch, 'cache-1', 'story.jsonl'))] },
    ]
  },
}

const sizeOf = (path: string) => readFileSync(path).length / 1000

async function open(workspace: string, cache: string): Promise<History> {
  const choices = choicesIn(join(cache, 'choices'))
  const opened = await openHistory(workspace, { cache, choices, now: () => new Date(), http: fetch })
  if (isRefusal(opened)) throw new Error(opened.sentence)
  return opened
}
