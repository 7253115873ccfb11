import axe from 'axe-core'
import type { Page } from 'playwright-core'

/** How long axe-core takes over what a page shows, or over a part of it, with the rules that it comes with. */
export async function axeOver(page: Page, part = 'html'): Promise<number> {
  await page.evaluate(axe.source)
  return page.evaluate(async of => {
    const began = performance.now()
    await (globalThis as unknown as { axe: typeof axe }).axe.run(of)
    return performance.now() - began
  }, part)
}
