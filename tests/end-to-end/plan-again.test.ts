import type { BrowserContext, Page } from 'playwright-core'
import { afterAll, afterEach, beforeEach, describe, expect, it } from 'vitest'
import type { Plan } from '../../src/shared/contract/index.ts'
import { refuse } from '../../src/shared/outcome.ts'
import { plan as first } from '../window/fake/answers.ts'
import { idOf } from '../window/fake/pages.ts'
import { type FakeMain, startFakeMain } from '../window/fake-main.ts'
import { closeBrowser, newBrowserContext } from './app.ts'
import { goTo, press, reads, sees } from './screen.ts'

const window = new URL('../../out/renderer', import.meta.url).pathname
const come = { id: idOf(9), title: 'Benefits and money', sentence: 'Approved by Danny, today.' }
const second: Plan = {
  ...first,
  plan: 'plan-2',
  ready: [...first.ready.slice(1), { ...come, change: 'changed', urgent: false, although: false }],
}
const news =
  'The plan changed since you came here. New in it: “Benefits and money”. Not in it any more: “Young carers”.'

/** What is on the screen is what would go out now: the window, with a main process that changes its plan when it is told to. */
describe('a plan that changes while somebody reads it', () => {
  let main: FakeMain
  let context: BrowserContext
  let page: Page
  let plan: Plan | Promise<Plan>
  let published: string[]

  beforeEach(async () => {
    plan = first
    published = []
    main = await startFakeMain({
      folder: window,
      live: {
        plan: () => plan,
        publish: wanted => {
          published.push(wanted)
          if (plan === first) plan = second
          return wanted === second.plan ? null : refuse('plan-changed', 'Something changed.', 'Look at it.')
        },
      },
    })
    context = await newBrowserContext()
    page = await context.newPage()
    page.setDefaultTimeout(30_000)
    await page.goto(main.url)
    await sees(page, 'heading', 'This week')
    await goTo(page, 'Live site')
  })
  afterEach(async () => {
    await context.close()
    await main.close()
  })
  afterAll(closeBrowser)

  it('is made again by itself where it was too late, says what is other, and goes out as it is shown', async () => {
    await press(page, 'Publish 4 changes')
    await page.locator(':focus', { hasText: 'Something changed.' }).waitFor()
    await reads(page.getByRole('main'), news)
    await page.getByRole('status').filter({ hasText: news }).waitFor({ state: 'attached' })
    await reads(page.getByRole('list', { name: 'Ready to publish' }), come.title)
    await press(page, 'Publish 4 changes')
    await expect.poll(() => published).toEqual(['plan-1', 'plan-2'])
    await page.getByText('Something changed.').waitFor({ state: 'detached' })
  })

  it('goes out after it was made again if it is the same, and else waits to be pressed again; the button keeps the focus', async () => {
    let made = (_: Plan): void => undefined
    plan = new Promise(resolve => {
      made = resolve
    })
    const button = page.getByRole('button', { name: /^(Publish \d|Making)/ })
    await button.focus()
    main.say({ kind: 'changed', ids: null })
    await sees(page, 'button', 'Making the plan again…')
    await page.keyboard.press('Enter')
    made(second)
    await sees(page, 'button', 'Publish 4 changes')
    await reads(page.getByRole('main'), news)
    await expect.poll(() => button.evaluate(element => element === document.activeElement)).toBe(true)
    expect(published).toEqual([])
    plan = new Promise(resolve => {
      made = resolve
    })
    main.say({ kind: 'changed', ids: null })
    await sees(page, 'button', 'Making the plan again…')
    await page.keyboard.press('Enter')
    made(second)
    await expect.poll(() => published).toEqual(['plan-2'])
  })
})
