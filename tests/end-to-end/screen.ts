import type { Locator, Page } from 'playwright-core'

/** What a person does and sees, in the words of the screen: everything is found by its role and name, as a screen reader would. */

type Role = Parameters<Page['getByRole']>[0]

/** Waits until it is on screen. */
export async function sees(page: Page | Locator, role: Role, name: string | RegExp): Promise<void> {
  await page.getByRole(role, { name }).first().waitFor()
}

/** Waits until these words are on screen, wherever they stand. */
export async function reads(page: Page | Locator, words: string | RegExp): Promise<void> {
  await page.getByText(words).first().waitFor()
}

export async function press(page: Page | Locator, name: string | RegExp): Promise<void> {
  await page.getByRole('button', { name, exact: typeof name === 'string' }).click()
}

type Place =
  | 'This week'
  | 'Pages'
  | 'Services'
  | 'Pictures and documents'
  | 'Review'
  | 'Checklists'
  | 'Families’ comments'
  | 'Reports'
  | 'Whole site'
  | 'Live site'
  | 'What was done'
  | 'Settings'

/** Goes to one of the places at the side of the window. */
export async function goTo(page: Page, place: Place): Promise<void> {
  await page.getByRole('navigation', { name: 'Places' }).getByRole('link', { name: place }).click()
  await page.getByRole('heading', { level: 1, name: place }).waitFor()
}

/** Finds a page by typing how its title begins, and opens it for writing; also while the list still shows others. */
export async function openPage(page: Page, title: string): Promise<void> {
  await goTo(page, 'Pages')
  await page.getByRole('searchbox', { name: 'Find a page' }).fill(title)
  await page
    .getByRole('row', { name: new RegExp(`^${escaped(title)}`) })
    .first()
    .click()
  await page.getByRole('textbox', { name: 'Text of the page' }).waitFor()
}

/** Chooses one of a list that opens under a button. */
export async function choose(page: Page | Locator, label: string, option: string): Promise<void> {
  const button = page.getByRole('button', { name: new RegExp(`${escaped(label)}$|^${escaped(label)}`) }).first()
  await button.click()
  await button.page().getByRole('option', { name: option, exact: true }).click()
}

/** The one sentence at the side that says where everybody's work is. */
export function sharing(page: Page): Locator {
  return page.getByRole('navigation', { name: 'Places' })
}

export async function everythingIsShared(page: Page): Promise<void> {
  await sharing(page).getByText('Everything is shared').waitFor()
}

function escaped(words: string): string {
  return words.replace(/[.*+?^${}()|[\]\\]/g, '\\$&')
}

/** Does it, and waits until a screen reader is told these words after that, also where the same was told before. */
export async function hears(page: Page, words: string, act: () => Promise<void>): Promise<void> {
  const told = await page.evaluateHandle(wanted => {
    const said = { yet: false }
    new MutationObserver(changes => {
      const places = changes.map(({ target }) => (target instanceof Element ? target : target.parentElement))
      said.yet ||= places.some(place => place?.closest('[role=status]')?.textContent?.includes(wanted))
    }).observe(document.body, { subtree: true, childList: true, characterData: true })
    return said
  }, words)
  await act()
  await page.waitForFunction(said => said.yet, told)
}

/** Asks for sharing now, and waits until it is told as done: what the side of the window says may be of before. */
export async function shareNow(page: Page): Promise<void> {
  await hears(page, 'Everything is shared', () => page.keyboard.press('Alt+Shift+s'))
}
