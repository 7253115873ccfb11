import { join } from 'node:path'
import type { Browser, Page } from 'playwright-core'
import { build, type Rolldown } from 'vite'
import type { Doc } from '../../src/shared/content/index.ts'
import { checkout } from './measure.ts'

/** What a page of Signpost's window shows of its text, and the rules by which it looks like that. */
export interface Shown {
  html: string
  css: string
}

export function shownText(page: Page): Promise<Shown> {
  return page.evaluate(() => ({
    html: document.querySelector('.ProseMirror')?.outerHTML ?? '',
    css: [...document.styleSheets].flatMap(sheet => [...sheet.cssRules].map(({ cssText }) => cssText)).join('\n'),
  }))
}

/** The same words to look at, which the browser alone lets somebody change: no editor at all. */
export function openEditable(browser: Browser, { html, css }: Shown): Promise<Page> {
  return openPlain(browser, css, html)
}

/** The same words in the bare editor. */
export async function openBare(browser: Browser, { css }: Shown, doc: Doc): Promise<Page> {
  const page = await openPlain(browser, css, '<div id="bare"></div>')
  await page.addScriptTag({ content: await bareEditor() })
  await page.evaluate(
    words => (globalThis as unknown as { bare: { openBareEditor(doc: Doc): void } }).bare.openBareEditor(words),
    doc,
  )
  return page
}

async function openPlain(browser: Browser, css: string, body: string): Promise<Page> {
  const page = await browser.newPage({ viewport: { width: 1280, height: 800 } })
  await page.setContent(
    `<!doctype html><html lang="en-GB"><style>${css} html, body { overflow: auto }</style><div class="writing">${body}</div>`,
  )
  return page
}

async function bareEditor(): Promise<string> {
  const built = (await build({
    configFile: false,
    logLevel: 'error',
    root: checkout,
    define: { 'process.env.NODE_ENV': '"production"' },
    build: {
      write: false,
      lib: { entry: join(import.meta.dirname, 'bare-editor.ts'), formats: ['iife'], name: 'bare' },
    },
  })) as Rolldown.RolldownOutput[]
  const [script] = built.flatMap(({ output }) => output).filter(each => each.type === 'chunk')
  if (script === undefined) throw new Error('the bare editor could not be built')
  return script.code
}
