import type { Page } from 'playwright-core'
import { afterEach } from 'vitest'
import { openWindows } from './loopback-laptop.ts'

/** Enough to see on which screen somebody was, and what it said. */
const mostCharacters = 3_000

/** What a person would see where a test failed: whoever reads of it has no screen to look at. */
afterEach(async ({ task }) => {
  if (task.result?.state !== 'fail') return
  for (const page of openWindows()) console.error(await screenOf(page))
})

async function screenOf(page: Page): Promise<string> {
  try {
    const words = await page.locator('body').ariaSnapshot({ timeout: 2_000 })
    return `On screen at ${page.url()}:\n${words.slice(0, mostCharacters)}`
  } catch (error) {
    return `What ${page.url()} shows cannot be read: ${error}`
  }
}
