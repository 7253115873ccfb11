import { spawn, spawnSync } from 'node:child_process'
import { join } from 'node:path'

/** One row of the table: what was measured, in which unit, and each run's figure. A peer's row stands under its own. */
export interface Row {
  what: string
  unit: 'ms' | 'kB'
  runs: number[]
}

/** A measure is one file of this shape; run.ts lists them. */
export interface Measure {
  name: string
  /** `workspace` is a workspace of a thousand pages that may be changed; `scratch` an empty folder. */
  run(places: { workspace: string; scratch: string }): Promise<Row[]>
}

export const checkout = join(import.meta.dirname, '../..')
export const cli = join(checkout, 'out/main/cli.js')

/** How long a whole command takes, in milliseconds. A command that fails is no figure. */
export function timed(
  command: string,
  args: readonly string[],
  options: { cwd?: string; env?: NodeJS.ProcessEnv; ends?: number[] } = {},
): number {
  const started = performance.now()
  const { status, stderr } = spawnSync(command, args, {
    cwd: options.cwd,
    env: { ...process.env, ...options.env },
    stdio: ['ignore', 'ignore', 'pipe'],
  })
  if (!(options.ends ?? [0]).includes(status ?? -1))
    throw new Error(`${command} ${args.join(' ')} ended with ${status}: ${stderr}`)
  return performance.now() - started
}

export async function timedAsync(work: () => Promise<unknown>): Promise<number> {
  const started = performance.now()
  await work()
  return performance.now() - started
}

/** As `timed`, without holding up a server in this process. */
export function timedBeside(
  command: string,
  args: readonly string[],
  env: NodeJS.ProcessEnv,
  cwd?: string,
): Promise<number> {
  const started = performance.now()
  return new Promise((resolve, reject) => {
    const child = spawn(command, args, { cwd, env: { ...process.env, ...env }, stdio: ['ignore', 'ignore', 'pipe'] })
    let said = ''
    child.stderr.on('data', chunk => {
      said += chunk
    })
    child.once('close', code =>
      code === 0 ? resolve(performance.now() - started) : reject(new Error(`${command} ${args.join(' ')}: ${said}`)),
    )
  })
}

export function median(runs: readonly number[]): number {
  return at(runs, 0.5)
}

/** The figure below which the share `part` of the runs lies. */
export function at(runs: readonly number[], part: number): number {
  const sorted = runs.toSorted((a, b) => a - b)
  return sorted[Math.min(sorted.length - 1, Math.floor(sorted.length * part))] ?? Number.NaN
}
