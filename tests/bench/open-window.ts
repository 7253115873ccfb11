import { type ChildProcess, spawn } from 'node:child_process'
import { type Browser, chromium, type Page } from 'playwright-core'
import { programNamed } from '../set-up/install.ts'
import { cli } from './measure.ts'

export async function openBrowser(): Promise<Browser> {
  const executablePath =
    process.env.SIGNPOST_BROWSER ?? programNamed('chromium', 'chromium-browser', 'google-chrome', 'microsoft-edge')
  if (!executablePath) throw new Error('no browser to measure in')
  return chromium.launch({
    executablePath,
    args: ['--no-sandbox', '--disable-quic', '--disable-background-networking'],
  })
}

export interface Started {
  page: Page
  stop(): Promise<void>
}

/** The program in its loopback window; `before` is done to the window while it is still empty. */
export async function startWindow(
  browser: Browser,
  workspace: string,
  data: string,
  before?: (page: Page) => Promise<unknown>,
): Promise<Started> {
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
  await before?.(page)
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

/** Opens a page from the list, with the cursor in its fourth paragraph. */
export async function openPage(page: Page, title: string): Promise<void> {
  await page
    .getByRole('link', { name: /^Pages/ })
    .first()
    .click()
  await page.getByRole('searchbox').first().fill(title)
  await page.getByRole('row', { name: `${title}.` }).click()
  await page.locator('.ProseMirror > p').nth(3).click()
}
