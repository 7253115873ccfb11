import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { closeBrowser, type Laptop, startLaptop } from './app.ts'
import { enterOn, find, has, press, seesFocus, tabAround } from './keys.ts'
import { sees } from './screen.ts'
import { copyOfSample } from './team.ts'
import { textOf } from './writing.ts'

const places = {
  'Alt+1': 'This week',
  'Alt+2': 'Pages',
  'Alt+3': 'Services',
  'Alt+4': 'Review',
  'Alt+5': 'Checklists',
  'Alt+6': 'Live site',
  'Alt+7': 'Settings',
  'Alt+8': 'Pictures and documents',
}

/** Wherever Tab stops, forwards and backwards, whoever looks can see where that is (WCAG 2.2 SC 2.4.7, 2.4.11). */
describe('every stop', () => {
  const folder = mkdtempSync(join(tmpdir(), 'signpost-stops-'))
  let laptop: Laptop
  beforeAll(async () => {
    laptop = await startLaptop('stops', { workspace: copyOfSample(folder) })
    await sees(laptop.page, 'heading', 'This week')
  })
  afterAll(async () => {
    await laptop?.close()
    await closeBrowser()
    rmSync(folder, { recursive: true, force: true })
  })

  for (const [keys, place] of Object.entries(places)) {
    it(`of ${place} can be seen`, async () => {
      const { page } = laptop
      await press(page, keys)
      await has(page, 'heading', place)
      await isRead(laptop)
      await tabAround(page, 'Tab')
      await tabAround(page, 'Shift+Tab')
    })
  }

  it('goes where the contents of Settings lead, and along with what is moved, added and taken away in a list', async () => {
    const { page } = laptop
    await press(page, 'Alt+7')
    await enterOn(page, 'button', 'Sections')
    await has(page, 'heading', 'Sections in the order of the site')
    await expect.poll(() => page.locator('.contents [aria-current]').allTextContents()).toEqual(['Sections'])
    await enterOn(page, 'button', 'Move Social care up')
    await has(page, 'button', 'Move Social care up')
    await press(page, 'Enter')
    await has(page, 'button', 'Move Social care down')
    await enterOn(page, 'button', /^Take .* off the list$/)
    await has(page, 'textbox', 'Name of colleague 1')
    await enterOn(page, 'button', 'Add a colleague')
    await has(page, 'textbox', 'Name of colleague 4')
    await enterOn(page, 'button', 'Leave them as they were')
    await has(page, 'button', 'Keep these settings')
  })

  it('of a checklist can be seen', async () => {
    const { page } = laptop
    await press(page, 'Alt+5')
    await enterOn(page, 'link', /^SE7/)
    await sees(page, 'table', 'What the pages answer, by strand')
    await isRead(laptop)
    await tabAround(page, 'Tab')
    await tabAround(page, 'Shift+Tab')
  })

  it('of a page that is written can be seen, and its text lets go of Tab', async () => {
    const { page } = laptop
    await find(page, 'Moving into Southend with an EHC plan')
    await textOf(page).waitFor()
    await sees(page, 'list', 'Problems, in the order of the page')
    await seesFocus(page)
    await tabAround(page, 'Tab')
    await tabAround(page, 'Shift+Tab')
  })

  it('of a review can be seen', async () => {
    const { page } = laptop
    await press(page, 'Alt+4')
    await enterOn(page, 'link', /^(Review|Read) /)
    await sees(page, 'button', 'Comment on chosen words')
    await isRead(laptop)
    await tabAround(page, 'Tab')
    await tabAround(page, 'Shift+Tab')
  })
})

/** What the place shows is there. */
async function isRead({ page }: Laptop): Promise<void> {
  await expect.poll(() => page.locator('main .waiting').count()).toBe(0)
}
