import { execFileSync, spawn } from 'node:child_process'
import { createHash } from 'node:crypto'
import { existsSync, mkdirSync, rmSync, writeFileSync } from 'node:fs'
import { join as joinPath } from 'node:path'
import { z } from 'zod'
import { startGitServer } from '../../git-server/git-server.ts'
import { type Measure, timedAsync } from '../measure.ts'

const token = 'token-of-tom'
const pictures = 150
const cutAt = 120_000_000

/**
 * The first join of a workspace of 200 MB from a real server, each in a process of its own and beside `git clone`: how long
 * it takes, how much memory it ever has, and how much comes again when it was cut and is begun a second time. Git's own
 * figure is of the largest of its processes.
 */
export const join: Measure = {
  name: 'join',
  async run({ workspace, scratch }) {
    const server = await startGitServer({ dir: joinPath(scratch, 'git'), users: { tom: token } })
    try {
      const bare = server.create('offer')
      addPictures(workspace)
      execFileSync('git', ['push', '-q', bare, 'main', 'live'], { cwd: workspace })
      const url = server.url('offer')
      const folder = joinPath(scratch, 'joined')
      const rows: Record<'ours' | 'git' | 'oursMost' | 'gitMost', number[]> = {
        ours: [],
        git: [],
        oursMost: [],
        gitMost: [],
      }
      for (const _ of [1, 2, 3]) {
        const native = ['clone', '-q', '-b', 'main', url.replace('://', `://tom:${token}@`), folder]
        rows.git.push(await timedAsync(async () => rows.gitMost.push(await memoryOfGit(native))))
        rmSync(folder, { recursive: true })
        rows.ours.push(await timedAsync(async () => rows.oursMost.push((await joining(url, folder, 'joined')).most)))
        rmSync(folder, { recursive: true })
      }
      server.behave({ kind: 'cut', afterBytes: cutAt, of: 'git-upload-pack' })
      const before = await joining(url, folder, 'offline')
      server.behave({ kind: 'well' })
      const after = await joining(url, folder, 'joined')
      execFileSync('git', ['fsck', '--strict', '--no-dangling'], { cwd: folder, stdio: 'ignore' })
      return [
        { what: 'first join of 200 MB', unit: 'ms', runs: rows.ours },
        { what: '  git clone', unit: 'ms', runs: rows.git },
        { what: 'the most memory of that join', unit: 'kB', runs: rows.oursMost },
        { what: '  git clone', unit: 'kB', runs: rows.gitMost },
        { what: 'what came of a join that was cut', unit: 'kB', runs: [before.came] },
        { what: '  what came when it was begun again', unit: 'kB', runs: [after.came] },
        { what: '  and the most memory of that', unit: 'kB', runs: [after.most] },
      ]
    } finally {
      await server.stop()
    }
  },
}

/** From 300 kB to 2.4 MB each, and nothing in them that could be made smaller; a few with every version. */
function addPictures(workspace: string): void {
  mkdirSync(joinPath(workspace, 'media'), { recursive: true })
  const git = (...args: string[]) => execFileSync('git', args, { cwd: workspace, stdio: 'ignore' })
  for (let number = 0; number < pictures; number++) {
    const size = 300_000 + ((number * 7) % pictures) * 14_000
    writeFileSync(joinPath(workspace, 'media', `picture-${number}.jpg`), noise(number, size))
    if (number % 10 < 9) continue
    git('add', 'media')
    git('-c', 'user.name=Priya', '-c', 'user.email=priya@example.org', 'commit', '-qm', `Pictures up to ${number}`)
  }
}

/** The same at every run. */
function noise(seed: number, size: number): Buffer {
  const parts = Array.from({ length: Math.ceil(size / 64) }, (_, at) =>
    createHash('sha512').update(`${seed} ${at}`).digest(),
  )
  return Buffer.concat(parts).subarray(0, size)
}

const joiningSchema = z.object({ ended: z.string(), came: z.number(), most: z.number() })

async function joining(url: string, folder: string, ended: string): Promise<z.infer<typeof joiningSchema>> {
  const script = joinPath(import.meta.dirname, '../joining.ts')
  const { said } = await outputOf(process.execPath, [script, url, folder, token])
  const answer = joiningSchema.parse(JSON.parse(said))
  if (answer.ended !== ended) throw new Error(`the join ended as ${answer.ended}`)
  return answer
}

/** In kB; not a number where this computer has no `time` that tells. */
async function memoryOfGit(args: readonly string[]): Promise<number> {
  const time = '/usr/bin/time'
  if (!existsSync(time)) {
    await outputOf('git', args)
    return Number.NaN
  }
  const { errors } = await outputOf(time, ['-f', '%M', 'git', ...args])
  return Number(errors.trim().split('\n').at(-1))
}

/** Beside the server, which answers from this process. */
function outputOf(command: string, args: readonly string[]): Promise<{ said: string; errors: string }> {
  return new Promise((resolve, reject) => {
    const child = spawn(command, args, { stdio: ['ignore', 'pipe', 'pipe'] })
    let [said, errors] = ['', '']
    child.stdout.on('data', chunk => {
      said += chunk
    })
    child.stderr.on('data', chunk => {
      errors += chunk
    })
    child.once('close', code =>
      code === 0 ? resolve({ said, errors }) : reject(new Error(`${command} ended with ${code}: ${errors}`)),
    )
  })
}
