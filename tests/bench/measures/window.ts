import { writeFileSync } from 'node:fs'
import { join } from 'node:path'
import type { Browser } from 'playwright-core'
import { childrenNow } from '../cpu-time.ts'
import { git } from '../make-workspace.ts'
import { at, inTurns, type Measure, rowOf, type Sample, stopwatch } from '../measure.ts'
import { longPage } from '../offer-pages.ts'
import { openBrowser, openPage, startWindow } from '../open-window.ts'

/** What a person waits for in the window: the list after a start, and the letter after a key. */
export const window: Measure = {
  name: 'window',
  async run({ workspace, scratch }) {
    const long = longPage(5_000, 3_000)
    writeFileSync(join(workspace, long.path), long.text)
    git(workspace, ['add', long.path])
    git(workspace, ['-c', 'user.name=Priya', '-c', 'user.email=priya@example.org', 'commit', '-qm', 'A long page'])
    const browser = await openBrowser()
    try {
      // The browser’s own work is nobody’s processor time.
      const besides = childrenNow()
      await startToList(browser, besides, workspace, join(scratch, 'data-0'))
      const samples = await inTurns(3, {
        first: round => startToList(browser, besides, workspace, join(scratch, `data-${round}`)),
        later: () => startToList(browser, besides, workspace, join(scratch, 'data-0')),
      })
      const keys = await typing(browser, workspace, join(scratch, 'data-0'), long.title)
      return [
        rowOf('start to a list of 1,000 pages, first time', samples.first),
        rowOf('start to a list of 1,000 pages, later', samples.later),
        { what: 'key to paint in 3,000 words, checks on', unit: 'ms', runs: keys },
        { what: '  of these the 95th percentile', unit: 'ms', runs: [at(keys, 0.95)] },
      ]
    } finally {
      await browser.close()
    }
  },
}

/** From starting the program to rows that can be chosen from. */
async function startToList(
  browser: Browser,
  besides: ReadonlySet<number>,
  workspace: string,
  data: string,
): Promise<Sample> {
  const stopped = stopwatch(besides)
  const { page, stop } = await startWindow(browser, workspace, data)
  await page
    .getByRole('link', { name: /^Pages/ })
    .first()
    .click()
  await page.getByRole('row').nth(5).waitFor()
  const sample = stopped()
  await stop()
  return sample
}

const keys = 200

/** From the key to the frame that shows its letter, as the browser itself tells. */
async function typing(browser: Browser, workspace: string, data: string, title: string): Promise<number[]> {
  const { page, stop } = await startWindow(browser, workspace, data)
  await openPage(page, title)
  await page.waitForTimeout(3_000)
  await page.evaluate(() => {
    const took: number[] = []
    Object.assign(globalThis, { took })
    document.addEventListener(
      'keydown',
      () => {
        const began = performance.now()
        requestAnimationFrame(() => {
          const channel = new MessageChannel()
          channel.port1.onmessage = () => took.push(performance.now() - began)
          channel.port2.postMessage(null)
        })
      },
      { capture: true },
    )
  })
  for (let key = 0; key < keys; key++) {
    await page.keyboard.press(key % 6 === 5 ? 'Space' : 'e')
    await page.waitForTimeout(60)
  }
  const took = await page.evaluate(() => (globalThis as unknown as { took: number[] }).took)
  await stop()
  return took
}
