import { join } from 'node:path'
import axe from 'axe-core'
import type { Browser, Page } from 'playwright-core'
import { councilHost } from '../council-host.ts'
import type { Measure, Row } from '../measure.ts'
import { openBrowser } from '../open-window.ts'
import { builtSample } from '../sample-built.ts'

/**
 * Every page of the sample's site under axe-core, as a telephone and a desk show it, by day and by night. The tests look at a page of each
 * template (tests/end-to-end/site.test.ts), for all of them take many minutes.
 */
export const siteQuality: Measure = {
  name: 'site-quality',
  async run({ scratch }) {
    const folder = join(scratch, 'site')
    const addresses = await builtSample(folder)
    const host = await councilHost(folder)
    const browser = await openBrowser()
    try {
      const rows: Row[] = []
      for (const look of looks) {
        const found = await faultsOf(
          browser,
          look,
          addresses.map(address => host.origin + address),
        )
        for (const fault of found) process.stderr.write(`\n${look.name}: ${fault}`)
        rows.push({
          what: `axe on ${addresses.length} pages, ${look.name}`,
          unit: 'faults',
          runs: [found.length],
          target: { below: 1 },
        })
      }
      return rows
    } finally {
      await browser.close()
      host.stop()
    }
  },
}

/** By night only the colours are others. */
const onColours = ['color-contrast', 'link-in-text-block']
const everything = ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa', 'best-practice']

interface Look {
  name: string
  width: number
  colorScheme: 'light' | 'dark'
  rules: readonly string[]
}

const looks: readonly Look[] = [
  { name: 'on a phone', width: 375, colorScheme: 'light', rules: everything },
  { name: 'on a phone by night', width: 375, colorScheme: 'dark', rules: onColours },
  { name: 'on a desk', width: 1280, colorScheme: 'light', rules: everything },
  { name: 'on a desk by night', width: 1280, colorScheme: 'dark', rules: onColours },
]

async function faultsOf(browser: Browser, { width, colorScheme, rules }: Look, addresses: readonly string[]) {
  const page = await browser.newPage({ viewport: { width, height: 800 }, colorScheme })
  const found: string[] = []
  for (const address of addresses) {
    await page.goto(address)
    for (const fault of await violations(page, rules)) found.push(`${new URL(address).pathname} ${fault}`)
  }
  await page.close()
  return found
}

async function violations(page: Page, rules: readonly string[]): Promise<string[]> {
  await page.evaluate(axe.source)
  return page.evaluate(async wanted => {
    const { violations } = await (globalThis as unknown as { axe: typeof axe }).axe.run({ runOnly: [...wanted] })
    return violations.map(({ id, nodes }) => `${id}: ${nodes[0]?.html}`)
  }, rules)
}
