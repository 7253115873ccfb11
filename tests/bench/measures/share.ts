import { execFileSync } from 'node:child_process'
import { cpSync, rmSync } from 'node:fs'
import { join } from 'node:path'
import { z } from 'zod'
import { startGitHost } from '../git-host.ts'
import { inTurns, type Measure, rowOf, sampled } from '../measure.ts'
import { memoryOfGit, outputOf } from '../outputs.ts'
import { addPictures } from '../pictures.ts'

const token = 'token-of-tom'

/**
 * The first share of a workspace of 200 MB with a real server that has nothing yet, each in a process of its own and beside
 * `git push`: how long it takes, and how much memory it ever has.
 */
export const share: Measure = {
  name: 'share',
  async run({ workspace, scratch }) {
    const host = await startGitHost(join(scratch, 'git'), token)
    try {
      addPictures(workspace)
      const folder = join(scratch, 'sharing')
      const besides = new Set([host.pid])
      const memory: Record<'ours' | 'git', number[]> = { ours: [], git: [] }
      const push = ['-C', folder, 'push', '-q', host.url.replace('://', `://tom:${token}@`), 'main', 'live']
      const anew = () => {
        rmSync(folder, { recursive: true, force: true })
        cpSync(workspace, folder, { recursive: true })
        for (const branch of ['main', 'live'])
          execFileSync('git', ['-C', host.folder, 'update-ref', '-d', `refs/heads/${branch}`])
        execFileSync('git', ['-C', host.folder, 'prune', '--expire=now'])
      }
      const samples = await inTurns(2, {
        async ours() {
          anew()
          return sampled(async () => memory.ours.push(await sharing(folder, join(scratch, 'cache'), host.url)), besides)
        },
        async git() {
          anew()
          return sampled(async () => memory.git.push(...(await memoryOfGit(push))), besides)
        },
      })
      return [
        rowOf('first share of 200 MB', samples.ours),
        rowOf('  git push', samples.git),
        { what: 'the most memory of that share', unit: 'MB', runs: memory.ours, target: { below: 500 } },
        ...(memory.git.length === 0 ? [] : [{ what: '  git push', unit: 'MB', runs: memory.git } as const]),
      ]
    } finally {
      await host.stop()
    }
  },
}

const script = join(import.meta.dirname, '../sharing.ts')
const saidSchema = z.object({ ended: z.string(), most: z.number() })

async function sharing(folder: string, cache: string, url: string): Promise<number> {
  const { said } = await outputOf(process.execPath, [script, folder, cache, url, token])
  const { ended, most } = saidSchema.parse(JSON.parse(said))
  if (ended !== 'shared') throw new Error(`the share ended as ${ended}`)
  return most
}
