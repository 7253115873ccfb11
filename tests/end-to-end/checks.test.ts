import type { Page } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { closeBrowser, type Laptop, startLaptop } from './app.ts'
import { here, writes } from './asking.ts'
import { isMended, walkToProblem } from './by-keys.ts'
import { choose, enterOn, find, has, press, tabTo } from './keys.ts'
import { reads, sees } from './screen.ts'
import { problemsOf, textOf, underlined } from './writing.ts'

const capitals = 'EACH FORM HAS A NUMBER ON ITS BACK'

const words = `
Bring a letter, e.g. from school. Ask for the form, e.g. at the desk, and hand it in, e.g. on a Monday.

Children who use a talkker can try one for a week.

${capitals}
`

const paper = (title: string, body: string) =>
  `---\ntitle: ${title}\nsummary: What to bring, and whom to ask.\nowner: priya@example.org\n---\n${body}`

/** What somebody decides about the problems that are found, by keys alone. */
describe('the checks', () => {
  let laptop: Laptop
  beforeAll(async () => {
    laptop = await startLaptop('checks')
    await laptop.page.getByRole('button', { name: 'Open the sample' }).click()
    await sees(laptop.page, 'heading', 'This week')
    here(
      laptop,
      writes('pages/education/forms-to-bring.md', paper('Forms to bring', words)),
      writes('pages/education/ear-defenders.md', paper('Ear defenders to borrow', '\nAsk.\n')),
      // The first of all pages, so that a look at them need not go on to the last.
      writes('pages/education/a-place-to-wait.md', paper('A place to wait', '\n:::details\nAsk at the desk.\n:::\n')),
      writes('pages/health/ear-defenders.md', paper('Ear defenders to borrow', '\nRing.\n')),
    )
  })
  afterAll(async () => {
    await laptop?.close()
    await closeBrowser()
  })

  it('mend all of a kind with one key, and one step takes it back', async () => {
    const { page } = laptop
    await find(page, 'Forms to bring')
    await textOf(page).waitFor()
    await walkToProblem(page, '“e.g.” is Latin')
    await expect.poll(() => underlined(page)).toEqual([capitals, 'e.g.', 'e.g.', 'e.g.', 'talkker'])
    await press(page, 'Alt+Shift+f')
    await isMended(page, '“e.g.” is Latin')
    await expect.poll(() => underlined(page)).toEqual([capitals, 'talkker'])
    await reads(textOf(page), /for example from school.*for example at the desk.*for example on a Monday/)
    await press(page, 'Control+z')
    await reads(textOf(page), /e\.g\. from school.*e\.g\. at the desk.*e\.g\. on a Monday/)
    await walkToProblem(page, '“e.g.” is Latin')
    await expect.poll(() => underlined(page)).toEqual([capitals, 'e.g.', 'e.g.', 'e.g.', 'talkker'])
  })

  it('learn a word of the team', async () => {
    const { page } = laptop
    await walkToProblem(page, '“talkker” is not in the dictionary')
    await enterOn(problemsOf(page), 'button', /^Add to our words/)
    await isMended(page, '“talkker” is not in the dictionary')
  })

  it('let be what is not a problem here, for a reason', async () => {
    const { page } = laptop
    await walkToProblem(page, 'is all in capitals')
    await enterOn(problemsOf(page), 'button', /^Not a problem here….*is all in capitals/)
    await saysWhy(page, 'The form says it so.')
    await isMended(page, 'is all in capitals')
    await reads(page, '1 not a problem here')
  })

  it('do what the team says', async () => {
    const { page } = laptop
    await problemsOf(page).getByText('“e.g.” is Latin').first().waitFor()
    await press(page, 'Alt+7')
    await enterOn(page, 'link', 'What the checks do')
    await sees(page, 'heading', 'What the checks do')
    await tabTo(page, 'searchbox', 'Find a check')
    await page.keyboard.type('Latin')
    await choose(page, /Latin short forms/, 'Off')
    await find(page, 'Forms to bring')
    await textOf(page).waitFor()
    await reads(page, '1 not a problem here')
    expect(await page.getByText('“e.g.” is Latin').count()).toBe(0)
  })

  it('let be what is between pages, and take that back', async () => {
    const { page } = laptop
    await find(page, 'Whole site')
    await enterOn(page, 'button', 'Title same')
    const where = page.getByRole('list', { name: 'Problems of the kind Title same' }).getByRole('listitem')
    await expect.poll(() => where.count()).toBe(2)
    await enterOn(page, 'button', /^Not a problem here…/)
    await saysWhy(page, 'One is for schools, one for families.')
    await expect.poll(() => where.count()).toBe(1)
    const letBe = page.getByRole('list', { name: 'Problems between the pages that somebody let be' })
    await reads(letBe, /One is for schools, one for families/)
    await enterOn(letBe, 'button', /^It is a problem/)
    await expect.poll(() => where.count()).toBe(2)
  })

  it('look at every page as a browser shows it, and lead to the words', async () => {
    const { page } = laptop
    await sees(page, 'heading', 'Whole site')
    await enterOn(page, 'button', 'Look at all pages')
    const found = page.getByRole('list', { name: 'Found when the pages were drawn' }).getByRole('listitem')
    await reads(found, 'A “Show and hide” has no words to press.')
    await enterOn(page, 'button', 'Cancel')
    await reads(page, /Looked at \d+ of \d+ pages and services: 1 thing found/)
    await has(page, 'heading', /^As a browser shows it/)
    await enterOn(found, 'link', /^Show me/)
    await textOf(page).waitFor()
    await expect.poll(() => textOf(page).evaluate(text => text.contains(document.activeElement))).toBe(true)
  })
})

async function saysWhy(page: Page, reason: string): Promise<void> {
  const dialog = page.getByRole('dialog', { name: 'Not a problem here' })
  await has(page, 'textbox', 'Why it is not a problem here')
  await page.keyboard.type(reason)
  await enterOn(dialog, 'button', 'It is not a problem here')
  await dialog.waitFor({ state: 'detached' })
}
