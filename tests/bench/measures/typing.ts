import { writeFileSync } from 'node:fs'
import { join } from 'node:path'
import type { Page } from 'playwright-core'
import { parseEntry, workspacePathSchema } from '../../../src/shared/content/index.ts'
import { axeOver } from '../axe.ts'
import { git } from '../make-workspace.ts'
import { at, type Measure, median } from '../measure.ts'
import { openBrowser, openPage, startWindow } from '../open-window.ts'
import { openBare, openEditable, shownText } from '../plain-window.ts'
import { samplePage } from '../sample-pages.ts'
import { type ThreadTime, threadTime } from '../thread-time.ts'

const keys = 80
/** Between two keys, so that what the first one set off has come to its end. */
const between = 400

/**
 * What a key in a page of 10,000 words takes of the thread on which somebody types. First of it what the checks take: to
 * gather what changed and send it to their worker, and to put what comes back into the text; what the list beside the text
 * takes, for which no key has to wait; and the clock from a key to its results, the list among them. Then the whole of it, the
 * letter, its layout and its paint too, beside the same words in a bare editor, and where the browser alone lets somebody
 * write. Beside the checks axe-core over the same words, which has to run on that thread.
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
      await page.waitForFunction(() => [...CSS.highlights.values()].some(({ size }) => size > 0))
      const ours = await typed(page)
      const waited = await page.evaluate(() => (globalThis as unknown as Watched).clocks)
      const shown = await shownText(page)
      const axe = [await axeOver(page, '.ProseMirror'), await axeOver(page, '.ProseMirror')]
      await stop()

      const editable = await typed(await openEditable(browser, shown))
      const { entry } = parseEntry(workspacePathSchema.parse(long.path), long.text)
      const bare = await typed(await openBare(browser, shown, entry.doc))

      const sent = ours.between('timer', 'sent')
      const taken = ours.between('hearing').map((heard, round) => heard + (sent[round] ?? 0))
      const listed = ours.between('listing')
      return [
        { what: 'checks on the typing thread, a key in 10,000 words', unit: 'ms', runs: taken },
        { what: '  95th percentile', unit: 'ms', runs: [at(taken, 0.95)], target: { below: 2 } },
        { what: 'the list beside the words, drawn when no key waits', unit: 'ms', runs: listed },
        { what: '  95th percentile', unit: 'ms', runs: [at(listed, 0.95)] },
        { what: 'from a key to its results, in 10,000 words', unit: 'ms', runs: waited },
        { what: '  95th percentile', unit: 'ms', runs: [at(waited, 0.95)], target: { below: 200 } },
        { what: '  axe-core over the same words', unit: 'ms', runs: axe },
        { what: 'all that a key takes of the typing thread', unit: 'ms', runs: ours.keys },
        { what: '  95th percentile', unit: 'ms', runs: [at(ours.keys, 0.95)] },
        { what: '  a bare editor with the same words', unit: 'ms', runs: bare.keys },
        { what: '    95th percentile', unit: 'ms', runs: [at(bare.keys, 0.95)] },
        { what: '  the browser alone', unit: 'ms', runs: editable.keys },
        { what: '    95th percentile', unit: 'ms', runs: [at(editable.keys, 0.95)] },
        { what: '  ours beyond a bare editor', unit: 'ms', runs: [median(ours.keys) - median(bare.keys)] },
      ]
    } finally {
      await browser.close()
    }
  },
}

/** Letters and spaces at the end of the fourth paragraph; the first few are nobody’s measure. */
async function typed(page: Page): Promise<ThreadTime> {
  await page.locator('.ProseMirror > p').nth(3).click()
  await page.keyboard.press('End')
  const press = async (times: number) => {
    for (let key = 0; key < times; key++) {
      await page.keyboard.press(key % 6 === 5 ? 'Space' : 'e')
      await page.waitForTimeout(between)
    }
  }
  await press(6)
  await page.evaluate(() => (globalThis as unknown as Partial<Watched>).clocks?.splice(0))
  return threadTime(page, () => press(keys))
}

interface Watched {
  /** How long after the last key all of a round of checks was done. */
  clocks: number[]
}

/**
 * Runs in the window before the program, and marks what belongs to a round of checks: the timer that sends, what an answer
 * sets off before anything else could be heard, and drawing the list, which is done after everything that waits.
 */
function watch(): void {
  const clocks: Watched['clocks'] = []
  Object.assign(globalThis, { clocks })
  let pressed = 0
  const { postMessage, addEventListener } = Worker.prototype
  const { setTimeout: after } = globalThis
  const done = () => clocks.push(performance.now() - pressed)
  addEventListener.call(globalThis as never, 'keydown', () => (pressed = performance.now()), { capture: true })
  const timed = (work: TimerHandler, ...more: unknown[]) =>
    after(
      (...given: unknown[]) => {
        performance.mark('timer begins')
        if (typeof work === 'function') work(...given)
        performance.mark('timer ends')
      },
      ...(more as [number]),
    )
  globalThis.setTimeout = timed as unknown as typeof setTimeout
  Worker.prototype.postMessage = function (this: Worker, ...given: unknown[]) {
    performance.mark('sent')
    return postMessage.apply(this, given as [unknown])
  } as typeof postMessage
  Worker.prototype.addEventListener = function (this: Worker, kind: string, hear: (event: Event) => void) {
    addEventListener.call(this, kind, async (event: Event) => {
      performance.mark('hearing begins')
      hear(event)
      // What an answer sets off comes some promises later, and before anything else.
      for (let turn = 0; turn < 50; turn++) await null
      performance.mark('hearing ends')
      done()
    })
  } as typeof addEventListener
  const postTask = scheduler.postTask.bind(scheduler)
  scheduler.postTask = (work, options) =>
    postTask(async () => {
      performance.mark('listing begins')
      work()
      for (let turn = 0; turn < 50; turn++) await null
      performance.mark('listing ends')
      clocks.pop()
      done()
    }, options)
}
