import type { Page } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { closeBrowser, type Laptop, startLaptop } from './app.ts'
import { goTo, press, reads, sees } from './screen.ts'

/** The requirement that the keyboard is on. */
const here = (page: Page) => page.evaluate(() => document.activeElement?.getAttribute('data-key'))

describe('an evaluation, by keyboard alone', () => {
  let laptop: Laptop
  beforeAll(async () => {
    laptop = await startLaptop('priya')
    await press(laptop.page, /sample/i)
    await sees(laptop.page, 'heading', 'This week')
  })
  afterAll(async () => {
    await laptop?.close()
    await closeBrowser()
  })

  it('one key judges and goes on to the next; the words beside it are kept when the keyboard leaves them', async () => {
    const { page } = laptop
    await goTo(page, 'Checklists')
    await page.getByRole('button', { name: 'Begin an evaluation…' }).focus()
    await page.keyboard.press('Enter')
    await page.getByRole('textbox', { name: 'What it is called' }).waitFor()
    await page.keyboard.type('Winter')
    await page.keyboard.press('Enter')
    await sees(page, 'heading', 'Winter')
    await page.getByRole('option', { name: /^SE7-EF-01/ }).focus()
    for (const [key, next] of [
      ['y', 'SE7-EF-02'],
      ['l', 'SE7-EF-03'],
      ['n', 'SE7-EF-04'],
    ] as const) {
      await page.keyboard.press(key)
      await expect.poll(() => here(page)).toBe(next)
    }
    await reads(page, '3 of 123 judged')
    await page.keyboard.press('ArrowUp')
    await sees(page, 'heading', /^SE7-EF-03/)
    await page.keyboard.press('Delete')
    await reads(page, '2 of 123 judged')
    await page.getByRole('textbox', { name: 'Comment' }).focus()
    await page.keyboard.type('Read it with two families. ')
    await page.keyboard.press('Tab')
    await goTo(page, 'What was done')
    await reads(page, /^Priya wrote about “The wording is plain enough/)
    await page.goBack()
    await page.getByRole('option', { name: /^SE7-EF-03/ }).focus()
    await page.keyboard.press('Space')
    await expect
      .poll(() => page.getByRole('textbox', { name: 'Comment' }).inputValue())
      .toMatch(/^Read it with two families\. The start pages/)
    expect(laptop.troubles()).toEqual([])
  })
})
