import { readFileSync } from 'node:fs'
import { mkdtemp, rm } from 'node:fs/promises'
import { createServer, type Server } from 'node:http'
import { createRequire } from 'node:module'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { type Browser, chromium, type Page } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, inject, test } from 'vitest'
import { buildSite } from '../../src/main/publish/build.ts'
import { isoDateSchema, samples } from '../../src/shared/content/index.ts'
import { isRefusal } from '../../src/shared/outcome.ts'
import { serves } from '../publish/web-host.ts'
import { familyTasks } from '../site/family-tasks.ts'
import { sampleMedia, sampleSite } from '../site/sample-site.ts'

/** The sample's site as families meet it: in a real browser, on a plain web host, under a path of its own. */

const axe = readFileSync(createRequire(import.meta.url).resolve('axe-core/axe.min.js'), 'utf8')
const phone = { width: 375, height: 740 }
const narrow = { width: 320, height: 640 }
const desktop = { width: 1280, height: 800 }
const base = '/local-offer'

let folder: string
let server: Server
let browser: Browser
let origin: string

beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'signpost-site-'))
  const input = await sampleSite()
  const [first] = input.pages
  if (first === undefined) throw new Error('the sample has no pages')
  const everyBlock = { ...first, slug: 'every-block', doc: samples, fields: { ...first.fields, id: everyBlockId } }
  const config = { ...input.config, publish: { url: `https://example.org${base}`, targets: [] } }
  // The words stay as they are: what counts is that they are laid out from the right.
  const arabic = {
    ...first,
    slug: 'in-arabic',
    doc: samples,
    fields: { ...first.fields, id: arabicId, language: 'ar', translationOf: first.fields.id },
  }
  const news = [{ on: isoDateSchema.parse('2026-11-20'), added: [first.fields.id], changed: [] }]
  const services = input.services.map(service =>
    service.slug === 'able-sails'
      ? { ...service, fields: { ...service.fields, schedule: 'Saturday 14 March 2020' } }
      : service,
  )
  const site = { ...input, services, config, news, pages: [...input.pages, everyBlock, arabic] }
  const built = await buildSite(site, join(folder, 'site'), {
    readMedia: sampleMedia,
    theme: 'resources/site',
    site: 'x',
  })
  if (isRefusal(built)) throw new Error(built.sentence)
  const answer = serves(() => join(folder, 'site'))
  server = createServer((request, response) => {
    request.url = request.url?.startsWith(`${base}/`) ? request.url.slice(base.length) : '/outside-the-site'
    return answer(request, response)
  })
  await new Promise<void>(resolve => server.listen(0, '127.0.0.1', resolve))
  const address = server.address()
  origin = `http://127.0.0.1:${typeof address === 'object' ? address?.port : 0}${base}`
  browser = await chromium.launch({ executablePath: inject('browser'), args: ['--no-sandbox'] })
})

afterAll(async () => {
  await browser?.close()
  await new Promise(resolve => server?.close(resolve))
  await rm(folder, { recursive: true, force: true })
})

type EntryId = Awaited<ReturnType<typeof sampleSite>>['pages'][number]['fields']['id']
const arabicId = '01JDAXQ4S2Q0M5K7E3V8R9T6WY' as EntryId
const everyBlockId = '01JDAXQ4S2Q0M5K7E3V8R9T6WZ' as EntryId

const places = [
  '/',
  '/education/',
  '/education/start-here/',
  '/education/every-block/',
  '/education/travel-to-school/',
  '/services/saturday-splash/',
  '/for/young-people/',
  '/whats-new/',
  '/what-we-are-working-on/se7-ed-11/',
  '/education/in-arabic/',
  '/services/?need=autism&near=SS2',
  '/services/as/table/',
  '/services/as/sheet/',
  '/services/by/when/saturday/',
  '/a-to-z/',
  '/search/?q=travel',
  '/accessibility/',
  '/not/there/',
]

/** All that has a colour of its own, or a place of its own on a wide screen, stands on these. */
const colourful = [
  '/',
  '/education/every-block/',
  '/whats-new/',
  '/services/as/table/',
  '/services/saturday-splash/',
  '/search/?q=travel',
]

async function visit(
  viewport: { width: number; height: number },
  options: { javaScriptEnabled?: boolean; forcedColors?: 'active'; colorScheme?: 'dark' } = {},
) {
  const context = await browser.newContext({ viewport, locale: 'en-GB', ...options })
  const page = await context.newPage()
  const troubles: string[] = []
  page.on('pageerror', error => troubles.push(error.message))
  page.on('console', message => {
    if (message.type() === 'error' && !message.text().includes('404')) troubles.push(message.text())
  })
  page.on('request', request => {
    if (!request.url().startsWith(origin) && !request.url().startsWith('data:')) troubles.push(`asked ${request.url()}`)
  })
  return { page, context, troubles }
}

const everyRule = ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa', 'best-practice']
/** What can turn out otherwise where only the colours do. */
const rulesOnColours = ['color-contrast', 'link-in-text-block']

async function violations(page: Page, rules: readonly string[]): Promise<string[]> {
  const found = await page.evaluate(`${axe}; axe.run({ runOnly: ${JSON.stringify(rules)} })
    .then(({ violations }) => violations.map(({ id, nodes }) => id + ': ' + nodes[0].html))`)
  return found as string[]
}

describe.each([
  ['a phone', phone, {}, places, everyRule],
  // What is the same on a phone is not looked at twice: here the pages whose parts stand beside one another.
  ['a desktop', desktop, {}, colourful, everyRule],
  ['a phone by night', phone, { colorScheme: 'dark' as const }, colourful, rulesOnColours],
  ['a desktop with forced colours', desktop, { forcedColors: 'active' as const }, colourful, rulesOnColours],
])('on %s', (_, viewport, options, there, rules) => {
  test('no page has an accessibility violation, asks anybody else for anything, or breaks its own policy', async () => {
    const { page, context, troubles } = await visit(viewport, options)
    for (const place of there) {
      await page.goto(origin + place)
      expect([place, ...(await violations(page, rules))]).toEqual([place])
    }
    expect(troubles).toEqual([])
    expect(await context.cookies()).toEqual([])
    await context.close()
  })
})

test('at 320 pixels, which is a desktop at 400% zoom, nothing runs off the side', async () => {
  const { page, context } = await visit(narrow)
  for (const place of places) {
    await page.goto(origin + place)
    const [inner, whole] = await page.evaluate(() => [window.innerWidth, document.documentElement.scrollWidth])
    expect([place, whole]).toEqual([place, inner])
  }
  await context.close()
})

test('search from home finds pages, and the results lead there', async () => {
  const { page, context } = await visit(phone)
  await page.goto(`${origin}/`)
  await page.getByLabel('Search this site').fill('travel to school')
  await page.getByRole('button', { name: 'Search' }).click()
  await page
    .getByRole('status')
    .filter({ hasText: /pages? (found )?for “travel to school”/ })
    .waitFor()
  await page.getByRole('link', { name: 'Travel to school', exact: true }).click()
  await page.waitForURL(`${origin}/education/travel-to-school/`)
  await context.close()
})

/** Each task by the same index, without a browser, is in tests/site/searched.test.ts. */
test('one search from home answers tasks of a family, as they say them', async () => {
  const { page, context, troubles } = await visit(phone)
  for (const { says, answers } of familyTasks.slice(0, 3)) {
    await page.goto(`${origin}/search/?q=${encodeURIComponent(says)}`)
    await page.locator('#search-results a').first().waitFor()
    const found = await page
      .locator('#search-results a')
      .evaluateAll(links => links.map(link => (link as HTMLAnchorElement).pathname))
    const first = found.slice(0, 5).map(path => path.slice(base.length))
    expect([says, first.some(path => answers.includes(path)) || first]).toEqual([says, true])
  }
  // What is over stands last here too, and says so.
  await page.goto(`${origin}/search/?q=sailing+or+swimming`)
  const results = page.locator('#search-results li')
  await results.filter({ hasText: 'This is over.' }).waitFor()
  const titles = await results.getByRole('heading').allTextContents()
  expect(titles.length).toBeGreaterThan(1)
  expect(titles.at(-1)).toBe('Able Sails')
  expect(troubles).toEqual([])
  await context.close()
})

test('a search for markup is only words', async () => {
  const { page, context, troubles } = await visit(desktop)
  await page.goto(`${origin}/search/?q=${encodeURIComponent('<img src=x onerror=alert(1)>')}`)
  await page.getByRole('status').filter({ hasText: '<img src=x onerror=alert(1)>' }).waitFor()
  expect(await page.locator('main img').count()).toBe(0)
  expect(troubles).toEqual([])
  await context.close()
})

test('without JavaScript the A to Z is the way, and every page works', async () => {
  const { page, context } = await visit(phone, { javaScriptEnabled: false })
  await page.goto(`${origin}/`)
  await page.getByLabel('Search this site').fill('travel')
  await page.getByRole('button', { name: 'Search' }).click()
  await page.getByRole('status').getByRole('link', { name: 'A to Z' }).click()
  await page.getByRole('link', { name: 'Travel to school', exact: true }).click()
  expect(await page.getByRole('heading', { level: 1 }).textContent()).toBe('Travel to school')
  await context.close()
})

test('services are chosen by what the address says, near a postcode that goes nowhere, and back is back', async () => {
  const { page, context, troubles } = await visit(phone)
  const names = () => page.locator('[data-services] > :not([hidden])').getByRole('heading').allTextContents()
  const found = (text: string | RegExp) => page.getByRole('status').filter({ hasText: text }).waitFor()
  await page.goto(`${origin}/services/`)
  await found(/^\d\d groups and services\.$/)
  const all = await page.locator('[data-services] > *').getByRole('heading', { includeHidden: true }).allTextContents()
  // What is over stands last, and says so.
  expect(all.at(-1)).toBe('Able Sails')
  expect(await page.locator('[data-services] > *').last().textContent()).toContain('This is over.')
  for (const path of ['/services/by/when/saturday/', '/services/able-sails/']) {
    await page.goto(`${origin}${path}`)
    const over = page.locator('.page-list > :last-child, dl').filter({ hasText: 'This is over.' })
    expect(await over.first().textContent()).toContain('14 March 2020')
  }
  await page.goto(`${origin}/services/`)
  await found(/^\d\d groups and services\.$/)
  // A telephone shows some at a time, and paper all of them.
  expect(await names()).toEqual(all.slice(0, 12))
  await page.getByRole('button', { name: /^Show 12 more of \d\d$/ }).press('Enter')
  expect(await names()).toEqual(all.slice(0, 24))
  expect(await page.evaluate(() => document.activeElement?.textContent)).toBe(all[12])
  await page.evaluate(() => dispatchEvent(new Event('beforeprint')))
  expect(await names()).toEqual(all)
  await page.evaluate(() => dispatchEvent(new Event('afterprint')))
  await page.getByLabel('When').selectOption('Saturday')
  await page.getByLabel('Age').selectOption('10')
  await page.getByLabel('Near').fill('ss2 6er')
  await page.getByRole('button', { name: 'Show services' }).click()
  await found(/groups and services for: age 10, Saturday, near SS2\.$/)
  expect(new URL(page.url()).search).toBe('?age=10&when=saturday&near=SS2')
  const near = await names()
  expect(near.length).toBeGreaterThan(1)
  expect(near.length).toBeLessThan(all.length / 2)
  const [nearest] = await page.locator('[data-services] > :not([hidden]) .how-far:not([hidden])').allTextContents()
  expect(nearest).toBe('In SS2')

  await page.getByRole('link', { name: 'Table' }).click()
  await found('for: age 10, Saturday, near SS2.')
  expect(await page.locator('tbody > :not([hidden]) th a').allTextContents()).toEqual(near)
  await page.goBack()
  await page.goBack()
  await found(/^\d\d groups and services\.$/)
  expect(await names()).toEqual(all.slice(0, 24))
  await page.goForward()
  await found('near SS2.')
  expect(await names()).toEqual(near)

  await page.getByLabel('Near').fill('Leigh')
  await page.getByRole('button', { name: 'Show services' }).click()
  await page.getByText('“Leigh” is no postcode. Write the first part of your postcode, such as').waitFor()
  expect(await page.getByLabel('Near').evaluate(field => field === document.activeElement)).toBe(true)
  await page.goto(`${origin}/services/?need=${encodeURIComponent('<img src=x>')}&age=-1&when=monday`)
  await found(/groups and services for: Monday\.$/)
  expect(troubles).toEqual([])
  await context.close()
})

test('without JavaScript every choice is a page of its own', async () => {
  const { page, context } = await visit(narrow, { javaScriptEnabled: false })
  await page.goto(`${origin}/services/`)
  expect(await page.getByRole('button', { name: 'Show services' }).isVisible()).toBe(false)
  await page.getByText('Lists by one choice').click()
  await page.getByRole('link', { name: 'Saturday', exact: true }).click()
  expect(await page.getByRole('heading', { level: 1 }).textContent()).toContain('When: Saturday')
  expect(await page.getByRole('heading', { level: 3 }).count()).toBeGreaterThan(3)
  await context.close()
})

test('a page reads with the keyboard: first the skip link, then its words', async () => {
  const { page, context } = await visit(desktop)
  await page.goto(`${origin}/education/travel-to-school/`)
  await page.keyboard.press('Tab')
  expect(await page.evaluate(() => document.activeElement?.textContent)).toBe('Skip to main content')
  await page.keyboard.press('Enter')
  await page.waitForURL(/#main_content$/)
  await context.close()
})

test('a page in Arabic starts at the right, and a number in it is still dialled from its left', async () => {
  const { page, context } = await visit(phone)
  await page.goto(`${origin}/education/in-arabic/`)
  const directionOf = (selector: string) =>
    page
      .locator(selector)
      .first()
      .evaluate(element => getComputedStyle(element).direction)
  expect(await directionOf('h1')).toBe('rtl')
  expect(await directionOf('.content a[href^="tel:"]')).toBe('ltr')
  expect(await directionOf('footer.site-footer')).toBe('ltr')
  await context.close()
})

test('on paper there is the page and nothing to press', async () => {
  const { page, context } = await visit(desktop)
  await page.goto(`${origin}/education/travel-to-school/`)
  await page.emulateMedia({ media: 'print' })
  expect(await page.getByRole('navigation', { name: 'Main' }).isVisible()).toBe(false)
  expect(await page.getByRole('button', { name: 'Search' }).isVisible()).toBe(false)
  expect(await page.getByRole('heading', { level: 1 }).isVisible()).toBe(true)
  await context.close()
})

test('an address that does not exist leads back into the site, wherever it stands', async () => {
  const { page, context } = await visit(phone)
  await page.goto(`${origin}/somewhere/deep/down/`)
  await page.getByRole('link', { name: 'home page' }).click()
  await page.waitForURL(`${origin}/`)
  await context.close()
})
