import { existsSync, mkdirSync } from 'node:fs'
import axe from 'axe-core'
import type { Page } from 'playwright-core'

/** How a screen is looked at: at every size and in both lights. */

type PictureName = 'editor' | 'week' | 'pages' | 'review' | 'checklists' | 'evaluation' | 'live' | 'reports'

/** A place of the window, and how somebody gets there. */
export interface ScreenPlace {
  name: string
  go: (page: Page) => Promise<unknown>
  picture?: PictureName
}

/** CSS pixels: a council laptop, a large screen, and the laptop at 200% zoom (WCAG 2.2 SC 1.4.4). */
const laptop = { width: 1280, height: 800 }
const sizes = [laptop, { width: 1920, height: 1080 }, { width: 640, height: 400 }]

/** By night everything stands where it stands by day, in the same colours at every size. */
const looks = [
  ...sizes.map(size => ({ ...size, colorScheme: 'light' as const })),
  { ...laptop, colorScheme: 'dark' as const },
]

/** The large screen has nothing that the laptop has not. */
const axeReads = (width: number) => width < 1920

/** What is wrong with the screen that is shown, one sentence each, with the size and the light in which it is. */
export async function troublesOf(page: Page): Promise<string[]> {
  const troubles: string[] = []
  for (const { width, height, colorScheme } of looks) {
    await page.emulateMedia({ colorScheme })
    await page.setViewportSize({ width, height })
    await page.evaluate(settled)
    const found = [
      ...(await page.evaluate(widerThanWindow)),
      ...(colorScheme === 'light' ? await page.evaluate(behindNotices) : []),
      ...(axeReads(width) ? await violations(page, width < laptop.width ? 'narrow' : colorScheme) : []),
    ]
    troubles.push(...found.map(trouble => `${width}x${height}, ${colorScheme}: ${trouble}`))
  }
  await page.emulateMedia({ colorScheme: 'light' })
  await page.setViewportSize(laptop)
  return troubles
}

/** Two frames drawn: the layout for this size is there. */
function settled(): Promise<void> {
  return new Promise(resolve => requestAnimationFrame(() => requestAnimationFrame(() => resolve())))
}

/** Nothing has to be scrolled sideways to be read, or is cut off at the side (WCAG 2.2 SC 1.4.10). */
function widerThanWindow(): string[] {
  const wide = [document.documentElement, document.body, ...document.querySelectorAll('main, dialog, [role=dialog]')]
  // A list of many rows is drawn apart from what is around it, which then does not grow with what runs out of a row.
  const scrolls = (element: Element | null): boolean =>
    element !== null &&
    element.localName !== 'main' &&
    (/auto|scroll/.test(getComputedStyle(element).overflowX) || scrolls(element.parentElement))
  const cutOff = [...document.querySelectorAll('main .chip, main .button')].filter(
    element => element.getBoundingClientRect().right > innerWidth + 1 && !scrolls(element.parentElement),
  )
  return [
    ...wide
      .filter(element => element.scrollWidth > element.clientWidth + 1)
      .map(element => `<${element.localName}> is ${element.scrollWidth} pixels wide in ${element.clientWidth}`),
    ...cutOff.map(element => `“${element.textContent}” is cut off at the side`),
  ]
}

/** Whatever is said at the foot of the window lies on nothing that can be pressed (WCAG 2.2 SC 2.4.11). */
function behindNotices(): string[] {
  const notices = document.querySelector('.toasts')
  if (notices === null) return []
  const scrolled = [document.scrollingElement, ...document.querySelectorAll('main')].map(element => ({
    element,
    top: element?.scrollTop ?? 0,
  }))
  const controls = [...document.querySelectorAll('main :is(a[href], button, input, select, [tabindex="0"])')]
  // A radio or a checkbox is drawn by what stands around it.
  const drawn = controls.map(control => control.closest('label') ?? control)
  // What is folded away has a place on the screen, and is not there.
  const behind = drawn.filter(control => {
    if (!control.checkVisibility()) return false
    control.scrollIntoView({ block: 'nearest' })
    const { left, top, width, height } = control.getBoundingClientRect()
    return notices.contains(document.elementFromPoint(left + width / 2, top + height / 2))
  })
  for (const { element, top } of scrolled) element?.scrollTo({ top })
  return behind.map(control => `“${control.textContent}” is behind a notice`)
}

/** What can turn out otherwise than on a laptop in the light, where all of axe's rules are asked. */
const rulesWhere = {
  light: null,
  dark: ['color-contrast', 'link-in-text-block'],
  narrow: ['scrollable-region-focusable', 'target-size'],
}

/** What axe finds on the screen that is shown. */
export async function violations(page: Page, where: keyof typeof rulesWhere): Promise<string[]> {
  const isThere = await page.evaluate(() => 'axe' in window)
  if (!isThere) await page.evaluate(axe.source)
  return page.evaluate(async only => {
    const run = (window as unknown as { axe: typeof axe }).axe.run
    // Behind a dialog the page is inert, its heading and its main part with it.
    const covered = document.querySelector('main')?.closest('[inert]') !== null
    const { violations } = await run(document, {
      resultTypes: ['violations'],
      // What families see in the preview is checked with the site itself; no script runs in that frame.
      iframes: false,
      ...(only === null
        ? { rules: { 'landmark-one-main': { enabled: !covered }, 'page-has-heading-one': { enabled: !covered } } }
        : { runOnly: only }),
    })
    return violations.flatMap(({ id, nodes }) =>
      nodes.map(({ target, failureSummary }) => `${id} at ${target.join(' ')}: ${failureSummary ?? ''}`),
    )
  }, rulesWhere[where])
}

const pictures = new URL('../../docs/screens/', import.meta.url).pathname

/** The README's pictures; made again only where they are missing, or when somebody asks. */
export async function keepPicture(page: Page, name: PictureName): Promise<void> {
  const path = `${pictures}${name}.png`
  if (existsSync(path) && process.env.SIGNPOST_SCREENS !== '1') return
  mkdirSync(pictures, { recursive: true })
  await page.screenshot({ path })
}
