import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import type { Locator, Page } from 'playwright-core'
import { expect } from 'vitest'
import type { Laptop } from './app.ts'
import { hears, press } from './screen.ts'

/** Writing on a page, as an officer does it. */

export function textOf(page: Page): Locator {
  return page.getByRole('textbox', { name: 'Text of the page' })
}

export function problemsOf(page: Page): Locator {
  return page.getByRole('list', { name: 'Problems, in the order of the page' })
}

/** The words that the browser draws a problem's line under. */
export function underlined(page: Page): Promise<string[]> {
  return page.evaluate(() =>
    [...CSS.highlights]
      .filter(([name]) => name.startsWith('problem-'))
      .flatMap(([, ranges]) => [...ranges].map(String))
      .toSorted(),
  )
}

/** Puts the cursor at the end of a heading. */
export async function goBehindHeading(page: Page, heading: string): Promise<void> {
  await textOf(page).getByRole('heading', { name: heading }).click()
  await page.keyboard.press('End')
}

export async function type(page: Page, ...lines: string[]): Promise<void> {
  for (const [index, line] of lines.entries()) {
    if (index > 0) await page.keyboard.press('Enter')
    await page.keyboard.insertText(line)
  }
}

export async function chooseStyle(page: Page, style: 'Paragraph' | 'Heading 2' | 'Heading 3'): Promise<void> {
  await page.getByRole('button', { name: /^Style: / }).click()
  await page.getByRole('menuitem', { name: style }).click()
}

/** A link at the cursor to a page that is found by a part of its title. */
export async function putLinkTo(page: Page, title: string): Promise<void> {
  await press(page, 'Link')
  const dialog = page.getByRole('dialog', { name: 'Link' })
  await dialog.getByRole('searchbox', { name: 'Where it goes' }).fill(title)
  await dialog.getByRole('option', { name: title }).first().click()
  await press(dialog, 'Put the link in')
}

/** Waits until these words are on the laptop's own disk, where no end of the program can reach them. */
export async function isOnDisk(laptop: Pick<Laptop, 'folder'>, words: string): Promise<void> {
  const files = () =>
    readdirSync(laptop.folder, { recursive: true, encoding: 'utf8' }).filter(name => /drafts.*json$/.test(name))
  await expect
    .poll(() => files().some(name => readFileSync(join(laptop.folder, name), 'utf8').includes(words)))
    .toBe(true)
}

/** Puts other words in the place of a whole paragraph. */
export async function rewrite(page: Page, paragraph: string, words: string): Promise<void> {
  await textOf(page).getByText(paragraph).click({ clickCount: 3 })
  await page.keyboard.insertText(words)
  await textOf(page).getByText(words).waitFor()
}

/** Says “this is a version” instead of waiting for the pause that makes one. */
export async function saveVersion(page: Page): Promise<void> {
  await hears(page, 'A version was saved.', () => page.keyboard.press('Control+s'))
}
