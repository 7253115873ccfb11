import { type ChildProcess, spawn } from 'node:child_process'
import { writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { type Browser, chromium, type Page } from 'playwright-core'
import { programNamed } from '../../set-up/install.ts'
import { childrenNow } from '../cpu-time.ts'
import { git } from '../make-workspace.ts'
import { at, cli, inTurns, type Measure, rowOf, type Sample, stopwatch } from '../measure.ts'
import { longPage } from '../offer-pages.ts'

/** What a person waits for in the window: the list after a start, and the letter after a key. */
export const window: Measure = {
  name: 'window',
  async run({ workspace, scratch }) {
    const long = longPage(5_000, 3_000)
    writeFileSync(join(workspace, long.path), long.text)
    git(workspace, ['add', long.path])
    git(workspace, ['-c', 'user.name=Priya', '-c', 'user.email=priya@example.org', 'commit', '-qm', 'A long page'])
    const executablePath =
      process.env.SIGNPOST_BROWSER ?? programNamed('chromium', 'chromium-browser', 'google-chrome', 'microsoft-edge')
    if (!executablePath) throw new Error('no browser to measure in')
    const browser = await chromium.launch({
      executablePath,
      args: ['--no-sandbox', '--disable-quic', '--disable-background-networking'],
    })
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

interface Started {
  page: Page
  stop(): Promise<void>
}

async function start(browser: Browser, workspace: string, data: string): Promise<Started> {
  const child: ChildProcess = spawn(process.execPath, [cli, 'open', workspace, '--shell', 'loopback', '--no-browser'], {
    env: { ...process.env, SIGNPOST_DATA: data, SIGNPOST_NAME: 'Priya', SIGNPOST_EMAIL: 'priya@example.org' },
    stdio: ['ignore', 'pipe', 'inherit'],
  })
  const address = await new Promise<string>((resolve, reject) => {
    let text = ''
    child.stdout?.on('data', chunk => {
      text += chunk
      const found = /http:\/\/127\.0\.0\.1:\d+\/\S*/.exec(text)
      if (found) resolve(found[0])
    })
    child.once('exit', code => reject(new Error(`Signpost ended with ${code}: ${text}`)))
  })
  const context = await browser.newContext({ viewport: { width: 1280, height: 800 } })
  const page = await context.newPage()
  await page.goto(address)
  return {
    page,
    async stop() {
      await context.close()
      const gone = new Promise(resolve => child.once('exit', resolve))
      child.kill('SIGTERM')
      await gone
    },
  }
}

/** From starting the program to rows that can be chosen from. */
async function startToList(
  browser: Browser,
  besides: ReadonlySet<number>,
  workspace: string,
  data: string,
): Promise<Sample> {
  const stopped = stopwatch(besides)
  const { page, stop } = await start(browser, workspace, data)
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
  const { page, stop } = await start(browser, workspace, data)
  await page
    .getByRole('link', { name: /^Pages/ })
    .first()
    .click()
  await page.getByRole('searchbox').first().fill(title)
  await page.getByRole('row', { name: title }).click()
  const words = page.locator('.ProseMirror')
  await words.locator('p').nth(3).click()
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
