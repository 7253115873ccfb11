import type { Page } from 'playwright-core'

/** A line of the browser's own log: times in microseconds, by the clock (`ts`, `dur`) and of the thread's processor (`tts`, `tdur`). */
interface Logged {
  name: string
  pid: number
  tid: number
  ts: number
  dur?: number
  tts?: number
  tdur?: number
  args?: { data?: { type?: string } }
}

/**
 * What the thread on which somebody types did, in milliseconds of its processor: waiting for another program is not in it,
 * so that a busy machine tells nearly the same as a free one.
 */
export interface ThreadTime {
  /** From each key to the next one: the letter, its layout and paint, and all that it set off. */
  keys: number[]
  /** Between each two marks that were made with `performance.mark`: `NAME begins` and `NAME ends`; where `holding` lies between. */
  between(name: string, holding?: string): number[]
}

const categories = ['toplevel', 'devtools.timeline', 'disabled-by-default-devtools.timeline', 'blink.user_timing']

/** Notes what the thread does while `press` presses keys. */
export async function threadTime(page: Page, press: () => Promise<void>): Promise<ThreadTime> {
  const client = await page.context().newCDPSession(page)
  const log: Logged[] = []
  client.on('Tracing.dataCollected', ({ value }) => log.push(...(value as unknown as Logged[])))
  const told = new Promise<void>(resolve => client.once('Tracing.tracingComplete', () => resolve()))
  await client.send('Tracing.start', {
    transferMode: 'ReportEvents',
    traceConfig: { includedCategories: categories, excludedCategories: ['*'] },
  })
  await press()
  await client.send('Tracing.end')
  await told
  await client.detach()

  const pressed = log.filter(({ name, args }) => name === 'EventDispatch' && args?.data?.type === 'keydown')
  const mine = log
    .filter(({ pid, tid }) => pid === pressed[0]?.pid && tid === pressed[0]?.tid)
    .toSorted((one, other) => one.ts - other.ts)
  return {
    keys: timeOfKeys(
      pressed.map(({ ts }) => ts),
      mine,
    ),
    between: (name, holding) => timesBetween(mine, name, holding),
  }
}

function timesBetween(log: readonly Logged[], name: string, holding?: string): number[] {
  const times: number[] = []
  let begun: number | null = null
  let holds = holding === undefined
  for (const { name: mark, tts = Number.NaN } of log) {
    if (mark === holding) holds = true
    if (mark === `${name} begins`) {
      begun = tts
      holds = holding === undefined
    }
    if (mark === `${name} ends` && begun !== null && holds) times.push((tts - begun) / 1_000)
  }
  return times
}

function timeOfKeys(pressed: readonly number[], log: readonly Logged[]): number[] {
  const tasks: Required<Pick<Logged, 'ts' | 'dur' | 'tdur'>>[] = []
  for (const { name, ts, dur = 0, tdur = 0 } of log) {
    const last = tasks.at(-1)
    // A task may be told of twice, once inside itself.
    if (name.endsWith('RunTask') && (last === undefined || ts >= last.ts + last.dur)) tasks.push({ ts, dur, tdur })
  }
  const times = pressed.map(() => 0)
  for (const { ts, dur, tdur } of tasks) {
    const key = pressed.findLastIndex(at => at < ts + dur)
    if (key !== -1) times[key] = (times[key] ?? 0) + tdur / 1_000
  }
  return times
}
