import { fork } from 'node:child_process'
import { once } from 'node:events'
import { join } from 'node:path'
import { z } from 'zod'

/** A git server with one empty repository, in a process of its own, so that its work counts for nobody who asks it. */
export interface GitHost {
  pid: number
  url: string
  /** The repository, for git itself. */
  folder: string
  stop(): Promise<void>
}

const readySchema = z.object({ url: z.string(), folder: z.string() })

export async function startGitHost(dir: string, token: string): Promise<GitHost> {
  const child = fork(join(import.meta.dirname, 'git-host-process.ts'), [dir, token])
  const [said] = await Promise.race([once(child, 'message'), once(child, 'exit').then(failed)])
  return {
    pid: child.pid ?? 0,
    ...readySchema.parse(said),
    async stop() {
      const gone = once(child, 'exit')
      child.disconnect()
      await gone
    },
  }
}

function failed([code]: unknown[]): never {
  throw new Error(`the git server ended with ${code}`)
}
