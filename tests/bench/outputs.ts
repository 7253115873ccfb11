import { spawn } from 'node:child_process'
import { existsSync } from 'node:fs'

/** The most that the largest of its processes had, in megabytes; nothing where the system has no `time` that tells. */
export async function memoryOfGit(args: readonly string[]): Promise<number[]> {
  const time = '/usr/bin/time'
  if (!existsSync(time)) return outputOf('git', args).then(() => [])
  const { errors } = await outputOf(time, ['-f', '%M', 'git', ...args])
  return [(Number(errors.trim().split('\n').at(-1)) * 1_024) / 1_000_000]
}

/** Beside the server, which answers meanwhile. */
export function outputOf(command: string, args: readonly string[]): Promise<{ said: string; errors: string }> {
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
