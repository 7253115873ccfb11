import type { Page } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { closeBrowser, type Laptop, startLaptop } from './app.ts'
import { reads, sees } from './screen.ts'

/** From the start to the live site by keys: nothing in this file clicks, hovers, or sets a focus. */

/** Presses Tab until the focus is on something of this name, as a person does who cannot see the whole screen. */
async function tabTo(page: Page, name: RegExp): Promise<void> {
  for (let presses = 0; presses < 80; presses++) {
    await page.keyboard.press('Tab')
    const here = await page.evaluate(() => {
      const focused = document.activeElement
      return `${focused?.getAttribute('aria-label') ?? ''} ${focused?.textContent ?? ''}`
    })
    if (name.test(here)) return
  }
  throw new Error(`Tab never reached ${name}`)
}

async function go(page: Page, keys: string, place: string): Promise<void> {
  await page.keyboard.press(keys)
  await sees(page, 'heading', place)
}

describe('by keys', () => {
  let laptop: Laptop
  beforeAll(async () => {
    laptop = await startLaptop('keys')
  })
  afterAll(async () => {
    await laptop?.close()
    await closeBrowser()
  })

  it('an officer opens the sample and finds a page', async () => {
    const { page } = laptop
    await tabTo(page, /Open the sample/)
    await page.keyboard.press('Enter')
    await sees(page, 'heading', 'This week')
    await go(page, 'Alt+2', 'Pages')
    await page.keyboard.press('Control+Shift+F')
    const find = page.getByRole('searchbox', { name: 'Find a page' })
    await expect.poll(() => find.evaluate(field => field === document.activeElement)).toBe(true)
    await page.keyboard.type('moving into southend')
    await expect.poll(() => page.getByRole('row').count()).toBe(1)
    await tabTo(page, /Moving into Southend with an EHC plan/)
    await page.keyboard.press('Enter')
    await sees(page, 'textbox', 'Text of the page')
  })

  it('walks through the problems, mends one, writes, and keeps a version', async () => {
    const { page } = laptop
    await sees(page, 'tab', /^Problems [1-9]/)
    for (let problem = 0; problem < 3; problem++) await page.keyboard.press('F8')
    const problems = page.getByRole('tab', { name: /^Problems/ })
    const before = await problems.textContent()
    await page.keyboard.press('Control+.')
    await expect.poll(() => problems.textContent()).not.toBe(before)
    await page.keyboard.press('Control+End')
    await page.keyboard.press('Enter')
    await page.keyboard.type('Written without a mouse.')
    await page.keyboard.press('Control+S')
    await reads(page, 'Written without a mouse.')
    await reads(page, /Saved on this laptop/)
  })

  it('decides on what waits for review, and sees it among what will be published', async () => {
    const { page } = laptop
    await go(page, 'Alt+4', 'Review')
    await tabTo(page, /ADHD/)
    await page.keyboard.press('Enter')
    await sees(page, 'button', 'Good to publish')
    await page.keyboard.press('Control+K')
    await page.keyboard.type('Good to publish')
    await page.keyboard.press('Enter')
    await expect.poll(() => page.url()).not.toContain('/review/')
    await go(page, 'Alt+6', 'Live site')
    await reads(page, 'ADHD')
  })

  it('reaches every place', async () => {
    const { page } = laptop
    const places = { 'Alt+1': 'This week', 'Alt+3': 'Services', 'Alt+5': 'Checklists', 'Alt+7': 'Settings' }
    for (const [keys, place] of Object.entries(places)) await go(page, keys, place)
  })
})
