import { writeFileSync } from 'node:fs'
import { join } from 'node:path'
import type { Browser } from 'playwright-core'
import { axeOver } from '../axe.ts'
import { git } from '../make-workspace.ts'
import { at, type Measure } from '../measure.ts'
import { openBrowser, openPage, startWindow } from '../open-window.ts'
import { samplePage } from '../sample-pages.ts'

const keys = 60
/** Between two keys, so that what the first one set off has come to its end. */
const between = 400

/**
 * What the checks take of the typing in a page of 10,000 words: the processor time of the typing thread for a key with
 * everything that follows from it, with the checks and with a worker that never answers; and the clock from a key to its
 * results. Beside it axe-core over the same words, which has to run on that thread.
 */
export const typing: Measure = {
  name: 'typing',
  async run({ workspace, scratch }) {
    const long = samplePage(5_000, 10_000)
    writeFileSync(join(workspace, long.path), long.text)
    git(workspace, ['add', long.path])
    git(workspace, ['-c', 'user.name=Priya', '-c', 'user.email=priya@example.org', 'commit', '-qm', 'A long page'])
    const browser = await openBrowser()
    try {
      const type = (checks: boolean) => typed(browser, workspace, join(scratch, 'data'), long.title, checks)
      const on = await type(true)
      const off = await type(false)
      const added = at(on.keys, 0.95) - at(off.keys, 0.95)
      return [
        { what: 'a key in 10,000 words, thread time, checks on', unit: 'ms', runs: on.keys },
        { what: '  the same with checks off', unit: 'ms', runs: off.keys },
        { what: '  what checks add, 95th percentile', unit: 'ms', runs: [added], target: { below: 2 } },
        { what: 'from a key to its results', unit: 'ms', runs: on.results },
        { what: '  95th percentile', unit: 'ms', runs: [at(on.results, 0.95)], target: { below: 200 } },
        { what: '  axe-core over the same words', unit: 'ms', runs: off.axe },
      ]
    } finally {
      await browser.close()
    }
  },
}

interface Typed {
  /** Of each key: milliseconds of the thread. */
  keys: number[]
  /** Of each key that was answered: milliseconds to its results. */
  results: number[]
  axe: number[]
}

async function typed(
  browser: Browser,
  workspace: string,
  data: string,
  title: string,
  checks: boolean,
): Promise<Typed> {
  const { page, stop } = await startWindow(browser, workspace, data, empty => empty.addInitScript(watch, checks))
  await openPage(page, title)
  await page.waitForTimeout(5_000)
  const session = await page.context().newCDPSession(page)
  await session.send('Performance.setTimeDomain', { timeDomain: 'threadTicks' })
  await session.send('Performance.enable')
  const threadTime = async () => {
    const { metrics } = await session.send('Performance.getMetrics')
    return (metrics.find(({ name }) => name === 'TaskDuration')?.value ?? Number.NaN) * 1000
  }
  const taken: number[] = []
  for (let key = 0; key < keys; key++) {
    const before = await threadTime()
    await page.keyboard.press(key % 6 === 5 ? 'Space' : 'e')
    await page.waitForTimeout(between)
    taken.push((await threadTime()) - before)
  }
  const results = await page.evaluate(() => (globalThis as unknown as { results: number[] }).results)
  const axe = checks ? [] : [await axeOver(page, '.ProseMirror'), await axeOver(page, '.ProseMirror')]
  await stop()
  return { keys: taken, results, axe }
}

/** Runs in the window before the program: notes when results come, or sees to it that none ever do. */
function watch(checks: boolean): void {
  const results: number[] = []
  Object.assign(globalThis, { results })
  const { addEventListener } = Worker.prototype
  if (!checks) Worker.prototype.postMessage = () => undefined
  else {
    let pressed: number | null = null
    addEventListener.call(
      globalThis,
      'keydown',
      () => {
        pressed = performance.now()
      },
      { capture: true },
    )
    Worker.prototype.addEventListener = function (this: Worker, kind: string, hear: EventListener) {
      addEventListener.call(this, kind, (event: Event) => {
        hear(event)
        if (kind !== 'message' || pressed === null) return
        const began = pressed
        pressed = null
        // Behind everything that the answer sets off: the marks are drawn by then.
        setTimeout(() => results.push(performance.now() - began))
      })
    } as typeof addEventListener
  }
}
