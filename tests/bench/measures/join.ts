import { execFileSync, spawn } from 'node:child_process'
import { existsSync, readdirSync, rmSync, statSync } from 'node:fs'
import { join as joinPath } from 'node:path'
import { z } from 'zod'
import { startGitHost } from '../git-host.ts'
import { inTurns, type Measure, rowOf, sampled } from '../measure.ts'
import { memoryOfGit, outputOf } from '../outputs.ts'
import { addPictures } from '../pictures.ts'

const token = 'token-of-tom'
const killedAt = 120_000_000

/**
 * The first join of a workspace of 200 MB from a real server, each in a process of its own and beside `git clone`: how long
 * it takes, how much memory it ever has, and how much comes again when it was killed on its way and is begun a second time.
 * Git's memory is that of the largest of its processes, and not known where the system has no `time` that tells.
 */
export const join: Measure = {
  name: 'join',
  async run({ workspace, scratch }) {
    const host = await startGitHost(joinPath(scratch, 'git'), token)
    try {
      addPictures(workspace)
      execFileSync('git', ['push', '-q', host.folder, 'main', 'live'], { cwd: workspace })
      const folder = joinPath(scratch, 'joined')
      const besides = new Set([host.pid])
      const memory: Record<'ours' | 'git', number[]> = { ours: [], git: [] }
      const clone = ['clone', '-q', '-b', 'main', host.url.replace('://', `://tom:${token}@`), folder]
      const samples = await inTurns(3, {
        async ours() {
          rmSync(folder, { recursive: true, force: true })
          return sampled(async () => memory.ours.push((await joining(host.url, folder)).most), besides)
        },
        async git() {
          rmSync(folder, { recursive: true, force: true })
          return sampled(async () => memory.git.push(...(await memoryOfGit(clone))), besides)
        },
      })
      rmSync(folder, { recursive: true })
      const kept = await killedJoin(host.url, folder)
      const rest = await joining(host.url, folder)
      execFileSync('git', ['fsck', '--strict', '--no-dangling'], { cwd: folder, stdio: 'ignore' })
      return [
        rowOf('first join of 200 MB', samples.ours),
        rowOf('  git clone', samples.git),
        { what: 'the most memory of that join', unit: 'MB', runs: memory.ours, target: { below: 500 } },
        ...(memory.git.length === 0 ? [] : [{ what: '  git clone', unit: 'MB', runs: memory.git } as const]),
        { what: 'here of a join when it was killed', unit: 'MB', runs: [kept] },
        { what: '  what came when it was begun again', unit: 'MB', runs: [rest.came], target: { below: 100 } },
      ]
    } finally {
      await host.stop()
    }
  },
}

const script = joinPath(import.meta.dirname, '../joining.ts')
const joiningSchema = z.object({ ended: z.string(), came: z.number(), most: z.number() })

async function joining(url: string, folder: string): Promise<{ came: number; most: number }> {
  const { said } = await outputOf(process.execPath, [script, url, folder, token])
  const { ended, came, most } = joiningSchema.parse(JSON.parse(said))
  if (ended !== 'joined') throw new Error(`the join ended as ${ended}`)
  return { came, most }
}

/** A join that is gone in the middle, as with `kill -9`; how much of it is here then. */
function killedJoin(url: string, folder: string): Promise<number> {
  const child = spawn(process.execPath, [script, url, folder, token], { stdio: 'ignore' })
  const growing = joinPath(folder, '../.joined-joining')
  const size = () => {
    const names = existsSync(growing) ? readdirSync(growing, { recursive: true, encoding: 'utf8' }) : []
    return names
      .filter(name => name.endsWith('pack'))
      .reduce((sum, name) => sum + statSync(joinPath(growing, name)).size, 0)
  }
  return new Promise((resolve, reject) => {
    const looking = setInterval(() => size() > killedAt && child.kill('SIGKILL'), 20)
    child.on('close', (_, signal) => {
      clearInterval(looking)
      if (signal === 'SIGKILL') resolve(size() / 1_000_000)
      else reject(new Error('the join ended before it was killed'))
    })
  })
}
