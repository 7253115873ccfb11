import { readFileSync } from 'node:fs'
import { writeFile } from 'node:fs/promises'
import { createRequire } from 'node:module'
import { join } from 'node:path'
import { pathToFileURL } from 'node:url'
import { type Browser, chromium, type Page } from 'playwright-core'
import { afterAll, afterEach, beforeAll, describe, expect, inject, test } from 'vitest'
import * as desk from '../../src/main/desk/index.ts'
import type { PageId } from '../../src/shared/content/index.ts'
import { closeLaptops, danny, type Laptop, laptop, must } from '../desk/laptop.ts'
import { newPage } from '../desk/undoing.ts'
import { payloads } from '../security/payloads.ts'

/** The page that was sent for comment, as whoever gets it meets it: a file on their computer, without a network. */

const axe = readFileSync(createRequire(import.meta.url).resolve('axe-core/axe.min.js'), 'utf8')
let browser: Browser

beforeAll(async () => {
  browser = await chromium.launch({ executablePath: inject('browser'), args: ['--no-sandbox'] })
})
afterEach(closeLaptops)
afterAll(() => browser?.close())

const body = `Ring the school first. Ask for the SENCO.

## What to bring

- The letter
- The plan

::figure{src="media/hall.png" alt="The school hall"}

Then wait a week.`

const png = 'iVBORw0KGgoAAAANSUhEUgAAAAMAAAACCAIAAAASFvFNAAAADklEQVR4nGP4//8/AwMDAA0GAQC9DmNnAAAAAElFTkSuQmCC'

async function sent(words = body, title = 'Travel to school') {
  const at = await laptop()
  must(await desk.addMedia(at.session, 'hall.png', png, { alt: 'The school hall', decorative: false, credit: '' }))
  const id = await newPage(at, title, words)
  const { html } = must(await desk.fileForComment(at.session, id, 'Is the second part clear?'))
  const path = join(at.folder, 'for-comment.html')
  await writeFile(path, html)
  return { at, id, url: pathToFileURL(path).href }
}

async function opened(url: string, viewport = { width: 1280, height: 800 }) {
  const context = await browser.newContext({ viewport, locale: 'en-GB', acceptDownloads: true, offline: true })
  const page = await context.newPage()
  const trouble: string[] = []
  page.on('pageerror', error => trouble.push(String(error)))
  page.on('console', message => message.type() === 'error' && trouble.push(message.text()))
  page.on('dialog', dialog => {
    trouble.push(`dialog: ${dialog.message()}`)
    void dialog.dismiss()
  })
  page.on('request', request => /^https?:/.test(request.url()) && trouble.push(`asked for ${request.url()}`))
  await page.goto(url)
  return { page, trouble, close: () => context.close() }
}

async function violations(page: Page): Promise<unknown[]> {
  await page.evaluate(axe)
  return page.evaluate(
    `axe.run(document, { runOnly: ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa', 'best-practice'] })
      .then(({ violations }) => violations.map(({ id, nodes }) => [id, nodes.map(({ html }) => html)]))`,
  )
}

/** Presses Tab until the focus is on what has this name. */
async function tabTo(page: Page, name: string): Promise<void> {
  for (let stops = 0; stops < 60; stops++) {
    await page.keyboard.press('Tab')
    const here = await page.evaluate(() => {
      const element = document.activeElement
      return (
        element?.getAttribute('aria-label') ??
        (element as HTMLInputElement)?.labels?.[0]?.textContent ??
        element?.textContent
      )
    })
    if (here?.trim() === name) return
  }
  throw new Error(`Tab never comes to “${name}”`)
}

async function saved(page: Page, press: () => Promise<unknown>): Promise<{ name: string; text: string }> {
  const [download] = await Promise.all([page.waitForEvent('download'), press()])
  return { name: download.suggestedFilename(), text: readFileSync(await download.path(), 'utf8') }
}

const commentsOn = (at: Laptop, id: PageId) => desk.commentsOn(at.session, id)

describe('a page that was sent for comment', () => {
  test('is read, answered by keyboard alone and saved without a network, and comes back in', async () => {
    const { at, id, url } = await sent()
    const { page, trouble, close } = await opened(url)
    expect(await violations(page)).toEqual([])
    expect(
      await page.getByRole('img', { name: 'The school hall' }).evaluate(img => (img as HTMLImageElement).naturalWidth),
    ).toBe(3)

    await tabTo(page, 'Comment on “Ring the school first. Ask for the SENCO.”')
    await page.keyboard.press('Enter')
    await page.keyboard.type('Who is that?')
    await tabTo(page, 'Only about some of its words? (may be empty)')
    await page.keyboard.type('the SENCO')
    await tabTo(page, 'What you would write instead (may be empty)')
    await page.keyboard.type('the teacher in charge of SEND')
    expect(await violations(page)).toEqual([])
    await tabTo(page, 'Add this comment')
    await page.keyboard.press('Enter')
    await tabTo(page, 'Comment on the whole page')
    await page.keyboard.press('Enter')
    await page.keyboard.type('Much clearer than before.')
    await tabTo(page, 'Add this comment')
    await page.keyboard.press('Enter')
    await page.getByRole('radio', { name: 'I only comment' }).focus()
    await page.keyboard.press('ArrowDown')
    await tabTo(page, 'Your name')
    await page.keyboard.press('Enter')
    await page.getByText('Write your name').waitFor()
    expect(await violations(page)).toEqual([])
    await page.keyboard.type('Jo Bell')
    await tabTo(page, 'Your email address')
    await page.keyboard.type('jo@example.org')
    const file = await saved(page, () => page.keyboard.press('Enter'))
    await page.getByText('Your answer was saved as').waitFor()
    expect(file.name).toBe('travel-to-school-answer.json')
    expect(trouble).toEqual([])
    await close()

    at.as(danny)
    expect(must(await desk.lookAtAnswer(at.session, file.text))).toMatchObject({
      sameWords: true,
      comments: 2,
      decision: 'good',
      from: { name: 'Jo Bell', email: 'jo@example.org' },
    })
    expect(must(await desk.bringInAnswer(at.session, file.text, true)).decided).toBe(true)
    const [first, second] = await commentsOn(at, id)
    expect(first).toMatchObject({
      text: 'Who is that?',
      quote: { exact: 'the SENCO', prefix: 'Ring the school first. Ask for ' },
    })
    expect(second).toMatchObject({ text: 'Much clearer than before.', quote: null })
    must(await desk.takeWording(at.session, id, first?.id ?? ''))
    expect(must(await desk.openPage(at.session, id)).doc.content[0]).toMatchObject({
      content: [{ text: 'Ring the school first. Ask for the teacher in charge of SEND.' }],
    })
  })

  test('on a phone: words that are marked are commented on, and the answer is copied as text', async () => {
    const { at, id, url } = await sent()
    const { page, trouble, close } = await opened(url, { width: 320, height: 640 })
    expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBeLessThanOrEqual(320)
    await page.getByText('Then wait a week.').evaluate(element => {
      const range = document.createRange()
      const words = element.firstChild
      if (words === null) return
      range.setStart(words, 5)
      range.setEnd(words, 16)
      document.getSelection()?.removeAllRanges()
      document.getSelection()?.addRange(range)
    })
    await page.getByRole('button', { name: 'Comment on the marked words' }).click()
    await page.getByRole('textbox', { name: 'Your comment' }).fill('A week is long.')
    await page.getByRole('button', { name: 'Add this comment' }).click()
    await page.getByRole('textbox', { name: 'Your name' }).fill('Jo Bell')
    await page.getByRole('textbox', { name: 'Your email address' }).fill('jo@example.org')
    await page.getByRole('button', { name: 'Copy my answer as text' }).click()
    const text = await page.getByRole('textbox', { name: 'Your answer, for an email' }).inputValue()
    expect(text).toContain('1. “wait a week”: A week is long.')
    expect(await violations(page)).toEqual([])
    expect(trouble).toEqual([])
    await close()
    must(await desk.bringInAnswer(at.session, text, false))
    expect(await commentsOn(at, id)).toMatchObject([{ quote: { exact: 'wait a week' }, text: 'A week is long.' }])
  })

  test('runs nothing that the page, its title or a comment brings', async () => {
    const hostile = payloads()
    const { at, id, url } = await sent(hostile.slice(0, 80).join('\n\n'), '"><img src=x onerror=alert(1)>')
    const { page, trouble, close } = await opened(url)
    for (const payload of hostile.slice(80, 92)) {
      await page.getByRole('button', { name: 'Comment on the whole page' }).click()
      await page.getByRole('textbox', { name: 'Your comment' }).fill(payload)
      await page.getByRole('button', { name: 'Add this comment' }).click()
    }
    await page.getByRole('textbox', { name: 'Your name' }).fill('<img src=x onerror=alert(2)>')
    await page.getByRole('textbox', { name: 'Your email address' }).fill('"><script>alert(3)</script>@example.org')
    const { text } = await saved(page, () => page.getByRole('button', { name: 'Save my answer' }).click())
    expect(await page.locator('.comment img, .comment script, .comment svg').count()).toBe(0)
    expect(trouble).toEqual([])
    await close()
    must(await desk.bringInAnswer(at.session, text, false))
    expect((await commentsOn(at, id)).length).toBeGreaterThan(8)
  })
})
