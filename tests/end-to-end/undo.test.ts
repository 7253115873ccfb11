import type { Locator, Page } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { closeBrowser, type Laptop, startLaptop } from './app.ts'
import { enterOn, choose as keyChoose, press as keyPress, seesFocus, tabTo } from './keys.ts'
import { troublesOf } from './look.ts'
import { choose, goTo, openPage, press, reads, sees } from './screen.ts'
import { rewrite, saveVersion, textOf } from './writing.ts'

const title = 'Travel to school'

/** The list of acts, the one act in it that says this, and the foot of the window where things are said. */
const acts = (page: Page) => page.getByRole('list', { name: 'What was done, newest first' })
const act = (page: Page, words: string | RegExp) => acts(page).getByRole('listitem').filter({ hasText: words }).first()
const corner = (page: Page) => page.getByRole('region', { name: 'What just happened' })

async function find(page: Page, words: string): Promise<Locator> {
  await goTo(page, 'Pages')
  await page.getByRole('searchbox', { name: 'Find a page' }).fill(words)
  return page.getByRole('row', { name: words })
}

async function isFocused(button: Locator): Promise<void> {
  await button.waitFor()
  await expect.poll(() => button.evaluate(element => element === document.activeElement)).toBe(true)
}

/** As `tabTo`, for stops of which one (a list that opens under its field) hides all others from a screen reader. */
async function tabToWords(page: Page, words: string): Promise<void> {
  for (let stops = 0; stops < 60; stops++) {
    await page.keyboard.press('Tab')
    await seesFocus(page)
    if ((await page.evaluate(() => document.activeElement?.textContent)) === words) return
  }
  throw new Error(`Tab does not reach “${words}”.`)
}

/** Deletes a page from the list, and looks on the way that keeping it was the default. */
async function deletePage(page: Page, title: string): Promise<void> {
  await find(page, title)
  await press(page, `More for ${title}`)
  await page.getByRole('menuitem', { name: 'Delete…' }).click()
  const question = page.getByRole('alertdialog', { name: `Delete “${title}”?` })
  await isFocused(question.getByRole('button', { name: 'Keep it' }))
  await press(question, 'Delete')
  await reads(corner(page), `“${title}” was moved to Recently deleted.`)
}

describe('everything can be undone', () => {
  let laptop: Laptop
  beforeAll(async () => {
    laptop = await startLaptop('undo')
    await press(laptop.page, 'Open the sample')
    await sees(laptop.page, 'heading', 'This week')
  })
  afterAll(async () => {
    await laptop?.close()
    await closeBrowser()
  })

  it('what was just deleted, from the corner', async () => {
    const { page } = laptop
    await deletePage(page, title)
    await press(corner(page), 'Undo')
    await reads(corner(page), `Priya undid this: Priya deleted “${title}”`)
    await (await find(page, title)).waitFor()
  })

  it('any act of the list, with what was written since still there, and done again', async () => {
    const { page } = laptop
    await openPage(page, title)
    await rewrite(page, 'Apply as soon as you know the school.', 'Apply by post only.')
    await saveVersion(page)
    await rewrite(page, 'Tell us about seizures', 'Tell us about medicines and equipment.')
    await saveVersion(page)
    await goTo(page, 'What was done')
    const edits = acts(page)
      .getByRole('listitem')
      .filter({ hasText: `Priya changed a paragraph in “${title}”` })
    await expect.poll(() => edits.count()).toBeGreaterThan(1)
    await edits.nth(1).getByRole('button', { name: 'Undo this' }).click()
    await act(page, `Priya undid this: Priya changed a paragraph in “${title}”`).waitFor()
    await reads(edits.nth(2), 'Undone')
    await openPage(page, title)
    await reads(textOf(page), 'Apply as soon as you know the school.')
    await reads(textOf(page), 'Tell us about medicines and equipment.')
    await goTo(page, 'What was done')
    await press(edits.nth(2), /^Do it again/)
    await act(page, 'Priya did this again').waitFor()
    await openPage(page, title)
    await reads(textOf(page), 'Apply by post only.')
    await reads(textOf(page), 'Tell us about medicines and equipment.')
  })

  it('not at the price of later words: it asks which of them stand, and the answer is an act like any', async () => {
    const { page } = laptop
    await rewrite(page, 'Apply by post only.', 'Apply online or by post.')
    await saveVersion(page)
    await goTo(page, 'What was done')
    await press(act(page, 'Priya did this again'), /^Undo this/)
    await page.getByRole('heading', { level: 1, name: 'Put back the former words, or keep what stands now?' }).waitFor()
    await press(page, 'Show only the words')
    await reads(page.getByRole('region', { name: /^As it was/ }), 'Apply as soon as you know the school.')
    await reads(page.getByRole('region', { name: /^As it stands now/ }), 'Apply online or by post.')
    expect(await troublesOf(page)).toEqual([])
    await press(page, 'Do not undo it')
    await sees(page, 'heading', 'Nothing to choose')
    await goTo(page, 'What was done')
    await press(act(page, 'Priya did this again'), /^Undo this/)
    await sees(page, 'button', 'Use this answer')
    await page.keyboard.press('f')
    await press(page, 'Use this answer')
    await sees(page, 'heading', 'Nothing to choose')
    await openPage(page, title)
    await reads(textOf(page), 'Apply as soon as you know the school.')
    await find(page, title)
    await press(page, `More for ${title}`)
    await page.getByRole('menuitem', { name: 'History' }).click()
    await page.getByRole('link', { name: 'Everything done with this page' }).click()
    await sees(page, 'heading', 'What was done')
    await reads(acts(page).getByRole('listitem').first(), `Priya undid this: Priya changed a paragraph in “${title}”`)
    expect(await page.getByRole('combobox', { name: 'Page or service' }).inputValue()).toBe(title)
    await expect.poll(() => acts(page).getByRole('listitem').filter({ hasText: 'ADHD' }).count()).toBe(0)
  })

  it('after a restart, narrowed to a person', async () => {
    const { page } = laptop
    await deletePage(page, title)
    await laptop.kill()
    await laptop.restart()
    await press(laptop.page, 'Open Southend Local Offer')
    await sees(laptop.page, 'heading', 'This week')
    await goTo(laptop.page, 'What was done')
    await choose(laptop.page, 'Who', 'Danny Frost')
    await act(laptop.page, /^.*Danny/).waitFor()
    await expect.poll(() => acts(laptop.page).getByRole('listitem').filter({ hasText: 'Priya' }).count()).toBe(0)
    await choose(laptop.page, 'Who', 'Everybody')
    await press(act(laptop.page, `Priya deleted “${title}”`), /^Undo this/)
    await act(laptop.page, `Priya undid this: Priya deleted “${title}”`).waitFor()
    await (await find(laptop.page, title)).waitFor()
  })

  it('by keys alone: the last act in a list, and any act of the list of what was done', async () => {
    const { page } = laptop
    const title = 'Support in college'
    await deletePage(page, title)
    await page.keyboard.press('Alt+3')
    await sees(page, 'heading', 'Services')
    await page.keyboard.press('Control+z')
    await reads(corner(page), `Priya undid this: Priya deleted “${title}”`)
    await page.keyboard.press('Control+Shift+Z')
    await reads(corner(page), `Priya did this again: Priya deleted “${title}”`)
    await page.keyboard.press('Alt+9')
    await sees(page, 'heading', 'What was done')
    await act(page, `Priya did this again: Priya deleted “${title}”`).waitFor()
    await tabToWords(page, `Undo this Priya did this again: Priya deleted “${title}”`)
    await page.keyboard.press('Enter')
    await act(page, `Priya undid this: Priya deleted “${title}”`).waitFor()
    await page.keyboard.press('Alt+3')
    await sees(page, 'heading', 'Services')
    await page.keyboard.press('Control+k')
    await page.keyboard.type('What was done')
    await page.keyboard.press('Enter')
    await sees(page, 'heading', 'What was done')
    await (await find(page, title)).waitFor()
  })

  it('by keys alone: what was set of several pages at once, with one undo', async () => {
    const { page } = laptop
    const chosen = page.getByRole('region', { name: 'What is chosen' })
    const owners = () => page.getByRole('row', { selected: true }).locator('.entry-owner').allTextContents()
    await goTo(page, 'Pages')
    await page.getByRole('searchbox', { name: 'Find a page' }).fill('')
    await reads(chosen, '52 pages')
    await tabTo(page, 'row', /./)
    for (const keys of ['Control+a', 'Escape', 'Space', 'Shift+ArrowDown', 'Shift+ArrowDown'])
      await keyPress(page, keys)
    await reads(chosen, '3 pages chosen')
    const before = await owners()
    expect(await troublesOf(page)).toEqual([])
    await page.keyboard.press('Alt+Shift+e')
    const dialog = page.getByRole('dialog', { name: 'Change 3 pages' })
    const changed = 'Priya changed the owner, the review dates, the section, the audience and the tags of 3 pages'
    await keyChoose(page, /Owner$/, 'Danny Frost')
    await keyChoose(page, /Review every$/, '3 months')
    await keyChoose(page, /Move to section$/, 'Health')
    await keyChoose(page, /Who they are for$/, 'The same for all')
    await tabTo(page, 'checkbox', 'Young people')
    await keyPress(page, 'Space')
    await keyChoose(page, /Checklist$/, 'Tag with a requirement')
    await enterOn(dialog, 'button', 'Change 3 pages')
    await reads(dialog, 'Choose the requirement first, or leave the checklist as it is.')
    await tabTo(page, 'combobox', 'Requirement')
    await keyPress(page, 'ArrowDown')
    await keyPress(page, 'Enter')
    expect(await troublesOf(page)).toEqual([])
    await enterOn(dialog, 'button', 'Change 3 pages')
    await reads(corner(page), `${changed}.`)
    await expect.poll(owners).toEqual(['Danny', 'Danny', 'Danny'])
    await page.keyboard.press('Control+z')
    await reads(corner(page), `Priya undid this: ${changed}`)
    await expect.poll(owners).toEqual(before)
    await press(chosen, 'Choose none')
    await reads(chosen, /^52 pages$/)
  })

  it('nothing went wrong unseen', () => {
    // While the program is stopped, the window knocks in vain; that is told on screen.
    expect(laptop.troubles().filter(trouble => !trouble.startsWith('WebSocket connection'))).toEqual([])
  })
})
