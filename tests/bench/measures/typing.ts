import { writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { axeOver } from '../axe.ts'
import { git } from '../make-workspace.ts'
import { at, type Measure } from '../measure.ts'
import { openBrowser, openPage, startWindow } from '../open-window.ts'
import { samplePage } from '../sample-pages.ts'

const keys = 80
/** Between two keys, so that what the first one set off has come to its end. */
const between = 400

/**
 * What the checks take of the typing thread for a key in a page of 10,000 words: to gather what changed and send it to their
 * worker, and to put what comes back into the text; what the list beside the text takes, for which no key has to wait; and the
 * clock from a key to its results, the list among them. Beside it axe-core over the same
 * words, which has to run on that thread. What the browser needs for the letter itself is in the measure `window`.
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
      const watched = (empty: { addInitScript(script: () => void): Promise<unknown> }) => empty.addInitScript(watch)
      const { page, stop } = await startWindow(browser, workspace, join(scratch, 'data'), watched)
      await openPage(page, long.title)
      await page.locator('mark.problem').first().waitFor()
      await page.evaluate(() => (globalThis as unknown as Watched).rounds.splice(0))
      for (let key = 0; key < keys; key++) {
        await page.keyboard.press(key % 6 === 5 ? 'Space' : 'e')
        await page.waitForTimeout(between)
      }
      const rounds = await page.evaluate(() => (globalThis as unknown as Watched).rounds)
      const axe = [await axeOver(page, '.ProseMirror'), await axeOver(page, '.ProseMirror')]
      await stop()
      const taken = rounds.map(({ thread }) => thread)
      const listed = rounds.map(({ list }) => list)
      const waited = rounds.map(({ clock }) => clock)
      return [
        { what: 'checks on the typing thread, a key in 10,000 words', unit: 'ms', runs: taken },
        { what: '  95th percentile', unit: 'ms', runs: [at(taken, 0.95)], target: { below: 2 } },
        { what: 'the list beside the words, drawn when no key waits', unit: 'ms', runs: listed },
        { what: '  95th percentile', unit: 'ms', runs: [at(listed, 0.95)] },
        { what: 'from a key to its results, in 10,000 words', unit: 'ms', runs: waited },
        { what: '  95th percentile', unit: 'ms', runs: [at(waited, 0.95)], target: { below: 200 } },
        { what: '  axe-core over the same words', unit: 'ms', runs: axe },
      ]
    } finally {
      await browser.close()
    }
  },
}

interface Watched {
  /**
   * Each round of checks: what it took of the thread before anything else could be heard, what drawing the list took, which
   * is done after everything that waits, and how long after the last key all of it was done.
   */
  rounds: { thread: number; list: number; clock: number }[]
}

/** Runs in the window before the program, and notes what belongs to a round: the timer that sends, and what an answer sets off. */
function watch(): void {
  const rounds: Watched['rounds'] = []
  Object.assign(globalThis, { rounds })
  let pressed = 0
  let sending = 0
  let sent = 0
  const { postMessage, addEventListener } = Worker.prototype
  const { setTimeout: after } = globalThis
  addEventListener.call(globalThis as never, 'keydown', () => (pressed = performance.now()), { capture: true })
  const timed = (work: TimerHandler, ...more: unknown[]) =>
    after(
      (...given: unknown[]) => {
        const [before, began] = [sent, performance.now()]
        if (typeof work === 'function') work(...given)
        if (sent !== before) sending = performance.now() - began
      },
      ...(more as [number]),
    )
  globalThis.setTimeout = timed as unknown as typeof setTimeout
  Worker.prototype.postMessage = function (this: Worker, ...given: unknown[]) {
    sent += 1
    return postMessage.apply(this, given as [unknown])
  } as typeof postMessage
  Worker.prototype.addEventListener = function (this: Worker, kind: string, hear: (event: Event) => void) {
    addEventListener.call(this, kind, async (event: Event) => {
      const began = performance.now()
      hear(event)
      // What an answer sets off comes some promises later, and before anything else.
      for (let turn = 0; turn < 50; turn++) await null
      const done = performance.now()
      if (kind === 'message') rounds.push({ thread: sending + done - began, list: 0, clock: done - pressed })
    })
  } as typeof addEventListener
  const postTask = scheduler.postTask.bind(scheduler)
  scheduler.postTask = (work, options) =>
    postTask(async () => {
      const began = performance.now()
      work()
      for (let turn = 0; turn < 50; turn++) await null
      const done = performance.now()
      const round = rounds.at(-1)
      if (round) Object.assign(round, { list: done - began, clock: done - pressed })
    }, options)
}
