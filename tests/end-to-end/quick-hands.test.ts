import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { closeBrowser, type Laptop, startLaptop } from './app.ts'
import { openPage, press, sees } from './screen.ts'
import { textOf } from './writing.ts'

/** A browser tells of a click a moment after it. Keys that come in that moment belong where the person clicked. */
describe('a key pressed in the moment after a click', () => {
  let laptop: Laptop
  beforeAll(async () => {
    laptop = await startLaptop('quick')
    await press(laptop.page, 'Open the sample')
    await sees(laptop.page, 'heading', 'This week')
    await openPage(laptop.page, 'Moving into Southend with an EHC plan')
  })
  afterAll(async () => {
    await laptop?.close()
    await closeBrowser()
  })

  /** Cursor and key in one task of the window: the editor can't have heard of the cursor yet. */
  async function cursorAndKey(words: string, key: string): Promise<void> {
    await textOf(laptop.page)
      .getByText(words)
      .evaluate((element, pressed) => {
        const range = document.createRange()
        range.selectNodeContents(element)
        range.collapse(false)
        const selection = getSelection()
        selection?.removeAllRanges()
        selection?.addRange(range)
        element.dispatchEvent(new KeyboardEvent('keydown', { key: pressed, bubbles: true, cancelable: true }))
      }, key)
  }

  it('breaks the line there, and leaves the words that were selected before', async () => {
    const { page } = laptop
    await textOf(page).getByRole('heading', { name: 'What we do' }).click({ clickCount: 3 })
    await expect.poll(() => page.evaluate(() => String(getSelection()).trim())).toBe('What we do')
    await cursorAndKey('While you wait for a school', 'Enter')
    await sees(textOf(page), 'heading', 'While you wait for a school')
    await sees(textOf(page), 'heading', 'What we do')
    await page.keyboard.insertText('Ring us.')
    await textOf(page).getByText('Ring us.').waitFor()
    const heading = textOf(page).getByRole('heading', { name: 'While you wait for a school' })
    expect(await heading.evaluate(element => element.nextElementSibling?.textContent)).toBe('Ring us.')
  })

  it.each(['Bold', 'List', 'Callout'])('is typed into the text after “%s”, not lost on the button', async name => {
    const { page } = laptop
    await textOf(page).getByText('Ring us.').click()
    const button = page.getByRole('toolbar', { name: 'Text' }).getByRole('button', { name, exact: true })
    // The click and the look in one task of the window: nothing that waits for the next frame has happened.
    const focused = await button.evaluate((element: HTMLElement) => {
      element.focus()
      element.click()
      return document.activeElement?.getAttribute('aria-label')
    })
    expect(focused).toBe('Text of the page')
  })
})
