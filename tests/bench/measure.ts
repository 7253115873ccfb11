import { spawnSync } from 'node:child_process'
import { join } from 'node:path'
import { cpuTime } from './cpu-time.ts'

/** One row of the table: what was measured, in which unit, and each run's figure. A peer's row stands under its own. */
export interface Row {
  what: string
  unit: 'ms' | 'kB' | 'MB' | 'faults' | 'of 100'
  runs: readonly number[]
  /** Processor time of each run, in milliseconds, with that of every process it started. */
  cpu?: readonly number[]
  target?: Target
}

/**
 * What a row has to come to: a median below a figure of its own, or at least another; no run under a figure; or at most so
 * many times another row of the same measure.
 */
export type Target = { below: number } | { least: number } | { every: number } | { times: number; row: string }

/** A measure is one file of this shape; run.ts lists them. */
export interface Measure {
  name: string
  /** `workspace` is a workspace of a thousand pages that may be changed; `scratch` an empty folder. */
  run(places: { workspace: string; scratch: string }): Promise<Row[]>
}

export const checkout = join(import.meta.dirname, '../..')
export const cli = join(checkout, 'out/main/cli.js')

/** How long something took by the clock, and how much of the processor; null where the system does not tell. */
export interface Sample {
  ms: number
  cpu: number | null
}

/** Measures `work` with every process that it starts and waits for; `but` as `cpuTime` has it. */
export async function sampled(work: () => unknown, but?: ReadonlySet<number>): Promise<Sample> {
  const stop = stopwatch(but)
  await work()
  return stop()
}

export function stopwatch(but?: ReadonlySet<number>): () => Sample {
  const before = cpuTime(but)
  const started = performance.now()
  return () => {
    const ms = performance.now() - started
    const after = cpuTime(but)
    return { ms, cpu: before === null || after === null ? null : after - before }
  }
}

/**
 * Each of these in turn, and all of them again: what another program takes of the machine meets ours and its peer alike. Every
 * second round goes the other way about, so that nothing always comes first.
 */
export async function inTurns<Name extends string>(
  rounds: number,
  works: Record<Name, (round: number) => Promise<Sample>>,
): Promise<Record<Name, Sample[]>> {
  const names = Object.keys(works) as Name[]
  const samples = Object.fromEntries(names.map(name => [name, [] as Sample[]])) as Record<Name, Sample[]>
  for (let round = 1; round <= rounds; round++) {
    for (const name of round % 2 === 0 ? names.toReversed() : names) samples[name].push(await works[name](round))
  }
  return samples
}

export function together(samples: readonly Sample[]): Sample {
  const cpu = samples.map(sample => sample.cpu)
  return {
    ms: samples.reduce((sum, sample) => sum + sample.ms, 0),
    cpu: cpu.some(each => each === null) ? null : cpu.reduce<number>((sum, each) => sum + (each ?? 0), 0),
  }
}

export function rowOf(what: string, samples: readonly Sample[], target?: Target): Row {
  const cpu = samples.flatMap(sample => sample.cpu ?? [])
  return { what, unit: 'ms', runs: samples.map(sample => sample.ms), cpu, ...(target && { target }) }
}

/** Runs a whole command. One that fails is no figure. */
export function run(
  command: string,
  args: readonly string[],
  options: { cwd?: string; env?: NodeJS.ProcessEnv; ends?: number[] } = {},
): void {
  const { status, stderr } = spawnSync(command, args, {
    cwd: options.cwd,
    env: { ...process.env, ...options.env },
    stdio: ['ignore', 'ignore', 'pipe'],
  })
  if (!(options.ends ?? [0]).includes(status ?? -1))
    throw new Error(`${command} ${args.join(' ')} ended with ${status}: ${stderr}`)
}

export function median(runs: readonly number[]): number {
  return at(runs, 0.5)
}

/** The figure below which the share `part` of the runs lies. */
export function at(runs: readonly number[], part: number): number {
  const sorted = runs.toSorted((a, b) => a - b)
  return sorted[Math.min(sorted.length - 1, Math.floor(sorted.length * part))] ?? Number.NaN
}
