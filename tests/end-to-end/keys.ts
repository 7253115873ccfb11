import type { Locator, Page } from 'playwright-core'
import { expect } from 'vitest'

/**
 * How somebody gets about who has no mouse: nothing here clicks, hovers or sets a focus, and wherever a key leads, the
 * focus has to be on screen and to show (WCAG 2.2 SC 2.1.1, 2.4.3, 2.4.7, 2.4.11).
 */

type Role = Parameters<Page['getByRole']>[0]

/** More than any screen here has stops. */
const mostStops = 400

/** Presses keys, and waits until the focus is somewhere that can be seen. */
export async function press(page: Page, keys: string): Promise<void> {
  await page.keyboard.press(keys)
  await seesFocus(page)
}

/** Waits until the focus is on something that is on screen, and stays there. */
export async function seesFocus(page: Page): Promise<void> {
  await page.evaluate(drawn)
  await expect.poll(() => page.evaluate(troubleOfFocus)).toBe('')
}

/** Waits until this has the focus: the window has put it there. */
export async function has(page: Page, role: Role, name: string | RegExp): Promise<void> {
  const target = page.getByRole(role, { name, exact: typeof name === 'string' }).first()
  await target.waitFor()
  await expect.poll(() => hasFocus(target)).toBe(true)
  await seesFocus(page)
}

/** Presses Tab until this has the focus. Wherever Tab stops on the way, the focus can be seen. */
export async function tabTo(within: Page | Locator, role: Role, name: string | RegExp, key = 'Tab'): Promise<void> {
  const target = within.getByRole(role, { name, exact: typeof name === 'string' }).first()
  await target.waitFor({ state: 'attached' })
  const page = target.page()
  let wrapped = false
  for (let stops = 0; stops < mostStops; stops++) {
    if (await hasFocus(target)) return
    await page.keyboard.press(key)
    const trouble = await page.evaluate(troubleOfFocus)
    // After the last stop comes the browser's own bar, once around.
    if (trouble === nowhere && !wrapped) wrapped = true
    else expect(trouble, `on the way to ${role} “${name}”`).toBe('')
  }
  throw new Error(`${key} does not reach ${role} “${name}”.`)
}

/** Goes once around everything that Tab, or Shift and Tab, comes to. At every stop the focus can be seen. */
export async function tabAround(page: Page, key: 'Tab' | 'Shift+Tab'): Promise<void> {
  await page.keyboard.press(key)
  const first = await page.evaluateHandle(() => document.activeElement)
  for (let stops = 1; stops <= mostStops; stops++) {
    const trouble = await page.evaluate(troubleOfFocus)
    if (trouble === nowhere && stops > 1) return
    expect(trouble, `at stop ${stops} of ${key}`).toBe('')
    await page.keyboard.press(key)
    if (await page.evaluate(element => element === document.activeElement, first)) return
  }
  throw new Error(`${key} does not come round again.`)
}

/** Goes there with Tab and presses Enter. */
export async function enterOn(within: Page | Locator, role: Role, name: string | RegExp, key = 'Tab'): Promise<void> {
  await tabTo(within, role, name, key)
  await press(pageOf(within), 'Enter')
}

/** Fills the field that Tab leads to, in the place of what stands there. */
export async function typeInto(within: Page | Locator, field: string, words: string): Promise<void> {
  await tabTo(within, 'textbox', field)
  await replaceWith(pageOf(within), words)
}

/** Fills the field that has the focus, in the place of what stands there. */
export async function replaceWith(page: Page, words: string): Promise<void> {
  await page.keyboard.press('Control+a')
  await page.keyboard.type(words)
}

/** Presses an arrow key until this has the focus: in a list, a menu, a toolbar or among tabs, where Tab goes past. */
export async function arrowTo(
  within: Page | Locator,
  role: Role,
  name: string | RegExp,
  arrow: 'ArrowDown' | 'ArrowRight' | 'ArrowLeft' = 'ArrowDown',
): Promise<void> {
  const target = within.getByRole(role, { name, exact: typeof name === 'string' }).first()
  await target.waitFor()
  for (let steps = 0; steps < mostStops; steps++) {
    if (await hasFocus(target)) return
    await target.page().keyboard.press(arrow)
  }
  throw new Error(`${arrow} does not reach ${role} “${name}”.`)
}

/** Chooses one of a list that opens under a button, by the first letters of its name. */
export async function choose(page: Page, field: RegExp, option: string): Promise<void> {
  await enterOn(page, 'button', field)
  const list = page.getByRole('listbox')
  await list.waitFor()
  await page.keyboard.type(option)
  await expect.poll(() => hasFocus(list.getByRole('option', { name: option }).first())).toBe(true)
  await page.keyboard.press('Enter')
  await list.waitFor({ state: 'detached' })
  await seesFocus(page)
}

/** Finds a command or a page by its name, as the palette lists it. */
export async function find(page: Page, name: string): Promise<void> {
  await page.keyboard.press('Control+k')
  await page.getByRole('searchbox', { name: 'A command, a page’s title, or words in a page' }).waitFor()
  await seesFocus(page)
  await page.keyboard.type(name)
  await arrowTo(page, 'menuitem', new RegExp(`^${name}`))
  await page.keyboard.press('Enter')
  await page.getByRole('dialog', { name: 'Find anything' }).waitFor({ state: 'detached' })
  await seesFocus(page)
}

function pageOf(within: Page | Locator): Page {
  return 'page' in within ? within.page() : within
}

/** The focus itself, or the line of a list that the field above it moves in while it keeps the focus. */
export function hasFocus(target: Locator): Promise<boolean> {
  return target.evaluate(element => element === document.activeElement || element.hasAttribute('data-focused'))
}

/** Runs in the window: what closes gives the focus back with the next frame, and a person is not as fast as that. */
function drawn(): Promise<void> {
  return new Promise(resolve => requestAnimationFrame(() => requestAnimationFrame(() => resolve())))
}

const nowhere = 'Nothing has the focus.'

/** Runs in the window: empty when the focus is on something that is on screen, in front, and shows that it has it. */
function troubleOfFocus(): string {
  const focused = document.activeElement
  if (focused === null || focused === document.body) return 'Nothing has the focus.'
  const name = `<${focused.localName}> “${focused.getAttribute('aria-label') ?? focused.textContent?.trim().slice(0, 60)}”`
  // A radio or a checkbox is drawn by what stands around it.
  const shown = focused.closest('label') ?? focused
  const { left, top, right, bottom } = shown.getBoundingClientRect()
  const seen = {
    left: Math.max(left, 0),
    top: Math.max(top, 0),
    right: Math.min(right, innerWidth),
    bottom: Math.min(bottom, innerHeight),
  }
  if (seen.right <= seen.left || seen.bottom <= seen.top) return `${name} has the focus and is not on screen.`
  const at = (part: number, from: number, to: number) => from + (to - from) * part
  const parts = [0.1, 0.3, 0.5, 0.7, 0.9]
  const inFront = parts.some(x =>
    parts.some(y => {
      const top = document.elementFromPoint(at(x, seen.left, seen.right), at(y, seen.top, seen.bottom))
      return top !== null && (shown.contains(top) || top.contains(focused))
    }),
  )
  if (!inFront) return `${name} has the focus and is behind something else.`
  // A heading was given the focus by the window; in a field the cursor shows; a frame shows its own.
  const needsNoRing = focused.matches('[tabindex="-1"], input, textarea, [contenteditable="true"], iframe')
  const rings = [shown, focused, ...shown.children].map(element => getComputedStyle(element))
  const hasRing = rings.some(({ outlineStyle, boxShadow }) => outlineStyle !== 'none' || boxShadow !== 'none')
  return needsNoRing || hasRing ? '' : `${name} has the focus and does not show it.`
}
