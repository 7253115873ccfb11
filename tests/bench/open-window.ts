import { type ChildProcess, spawn } from 'node:child_process'
import { type Browser, chromium, type Page } from 'playwright-core'
import { programNamed } from '../set-up/install.ts'
import { cli } from './measure.ts'

export async function openBrowser(): Promise<Browser> {
  return chromium.launch({
    executablePath: programOfBrowser(),
    args: ['--no-sandbox', '--disable-quic', '--disable-background-networking'],
  })
}

/** A browser that another program steers, which asks for it at `port` of this computer. */
export async function browserListening(folder: string): Promise<{ port: number; stop(): Promise<void> }> {
  const quiet = ['--no-first-run', '--disable-quic', '--disable-background-networking', '--disable-extensions']
  const child = spawn(
    programOfBrowser(),
    [
      '--headless=new',
      '--no-sandbox',
      '--remote-debugging-port=0',
      `--user-data-dir=${folder}`,
      ...quiet,
      'about:blank',
    ],
    { stdio: ['ignore', 'ignore', 'pipe'] },
  )
  const gone = new Promise<void>(resolve => child.once('exit', () => resolve()))
  const port = await new Promise<number>((resolve, reject) => {
    let said = ''
    child.stderr.on('data', chunk => {
      said += chunk
      const found = /^DevTools listening on ws:\/\/127\.0\.0\.1:(\d+)\//m.exec(said)?.[1]
      if (found !== undefined) resolve(Number(found))
    })
    void gone.then(() => reject(new Error(`the browser ended: ${said}`)))
  })
  return {
    port,
    async stop() {
      child.kill('SIGTERM')
      await gone
    },
  }
}

function programOfBrowser(): string {
  const program =
    process.env.SIGNPOST_BROWSER ?? programNamed('chromium', 'chromium-browser', 'google-chrome', 'microsoft-edge')
  if (!program) throw new Error('no browser to measure in')
  return program
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
