import type { Page } from 'playwright-core'
import { expect } from 'vitest'
import { type Laptop, startLaptop } from './app.ts'
import { arrowTo, enterOn, has, hasFocus, press, replaceWith, seesFocus, typeInto } from './keys.ts'
import { everythingIsShared, reads, sees } from './screen.ts'
import type { Colleague } from './team.ts'
import type { WebHost } from './web-server.ts'
import { problemsOf } from './writing.ts'

/** What the people of the story do more than once, by keys. */

/** A new laptop on which somebody joins the team's workspace. */
export async function join(who: Colleague, address: string): Promise<Laptop> {
  const laptop = await startLaptop('colleague')
  const { page } = laptop
  await enterOn(page, 'button', 'Join a workspace')
  await has(page, 'textbox', 'Address of the workspace')
  await replaceWith(page, address)
  await typeInto(page, 'Your name', who.name)
  await typeInto(page, 'Your work email', who.email)
  await typeInto(page, 'Access token', who.token)
  await press(page, 'Enter')
  await sees(page, 'heading', 'This week')
  await everythingIsShared(page)
  await seesFocus(page)
  return laptop
}

export async function isMended(page: Page, words: string): Promise<void> {
  await expect.poll(() => problemsOf(page).getByText(words).count()).toBe(0)
}

/** From problem to problem, until the one with these words is the one at the cursor. */
export async function walkToProblem(page: Page, words: string): Promise<void> {
  const problems = problemsOf(page)
  await problems.getByText(words).first().waitFor()
  const here = problems.locator('[aria-current]').filter({ hasText: words })
  // Once around: the list is as long as the page has problems.
  const many = await problems.getByRole('listitem').count()
  for (let steps = 0; steps <= many && (await here.count()) === 0; steps++) await press(page, 'F8')
  await here.waitFor()
}

/** From the text to one of its tools, which is pressed. */
export async function tool(page: Page, name: string | RegExp): Promise<void> {
  await press(page, 'Alt+F10')
  await arrowTo(page.getByRole('toolbar', { name: 'Text' }), 'button', name, 'ArrowRight')
  await press(page, 'Enter')
}

/** An empty paragraph above the block that comes next, with the cursor in it. */
export async function beginAbove(page: Page): Promise<void> {
  await press(page, 'ArrowDown')
  await press(page, 'Home')
  await press(page, 'Enter')
  await press(page, 'ArrowUp')
}

/** From the text to what is beside it, and there to one of the tabs. */
export async function toTab(page: Page, name: string): Promise<void> {
  const open = page.getByRole('tablist', { name: 'About this page' }).getByRole('tab', { selected: true })
  for (let presses = 0; presses < 2 && !(await hasFocus(open)); presses++) await press(page, 'Alt+Shift+b')
  await arrowTo(page, 'tab', new RegExp(`^${name}`), 'ArrowRight')
}

/** Puts the version before the newest one back. */
export async function putBack(page: Page): Promise<void> {
  const versions = page.getByRole('list', { name: 'Versions, newest first' }).getByRole('listitem')
  const many = await versions.count()
  await toTab(page, 'History')
  await enterOn(versions, 'button', /^Put this back/)
  const question = page.getByRole('alertdialog', { name: /^Put back the version/ })
  await enterOn(question, 'button', 'Put it back')
  await expect.poll(() => versions.count()).toBe(many + 1)
  await question.waitFor({ state: 'detached' })
  await seesFocus(page)
}

/** Says in the settings where the site goes: to a folder, and through the shared copy. */
export async function nameTargets(page: Page, web: WebHost): Promise<void> {
  await press(page, 'Alt+7')
  await typeInto(page, 'Address of the site', web.address)
  await enterOn(page, 'button', 'Add a folder')
  await has(page, 'textbox', 'Folder on this laptop or the network')
  await replaceWith(page, web.folder)
  await enterOn(page, 'button', 'Publish through the shared copy')
  await has(page, 'textbox', /^Name under which the shared copy/)
  await enterOn(page, 'button', 'Keep these settings')
  await reads(page, 'The settings are kept')
  await seesFocus(page)
}
