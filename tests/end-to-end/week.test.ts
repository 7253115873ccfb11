import { mkdtempSync, readFileSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join as pathOf } from 'node:path'
import { pathToFileURL } from 'node:url'
import type { Page } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { closeBrowser, type Laptop } from './app.ts'
import { join, nameTargets } from './by-keys.ts'
import { arrowTo, choose, enterOn, find, has, press, replaceWith, seesFocus, tabTo, typeInto } from './keys.ts'
import { violations } from './look.ts'
import { reads, sees, shareNow } from './screen.ts'
import { type Colleague, type SharedCopy, shareSample, team } from './team.ts'
import { startWebHost, type WebHost } from './web-server.ts'
import { saveVersion } from './writing.ts'

const title = 'Travel to school'
const late = 'Wave deaf children’s club'
const written = 'Ring us if the bus is late'
const heard = 'Nobody said whom to ask when the taxi does not come.'
const suggested = 'Ring us on the day when the bus is late'

/** The team's week, of four people on two laptops and a server: each step goes on where the one before it ended. */
describe('a week by keyboard alone, on screens without a barrier', () => {
  let shared: SharedCopy
  let web: WebHost
  /** The officer's, at which the manager sits down later; and the volunteer's, which the assistant has on his days off. */
  let one: Laptop
  let two: Laptop
  const downloads = mkdtempSync(pathOf(tmpdir(), 'signpost-week-'))

  beforeAll(async () => {
    shared = await shareSample()
    web = await startWebHost()
  })
  afterAll(async () => {
    for (const laptop of [one, two]) await laptop?.close()
    await closeBrowser()
    await web?.close()
    await shared?.close()
    rmSync(downloads, { recursive: true, force: true })
  })

  it('the officer and the volunteer join', async () => {
    one = await join(team.priya, shared.address)
    two = await join(team.danny, shared.address)
  })

  it('the officer spreads the reviews of pages that come back on one day', async () => {
    const { page } = one
    await press(page, 'Control+Shift+f')
    await has(page, 'searchbox', 'Find a page')
    await page.keyboard.type('breaks')
    await enterOn(page, 'button', 'Choose all')
    await enterOn(page, 'button', 'Spread their reviews…')
    await sees(page, 'dialog', /^Spread the reviews of/)
    await hasNoBarrier(page)
    await enterOn(page, 'button', 'Spread them')
    await reads(page, /are spread\. No word of them changed\./)
  })

  it('she keeps a view of the week, and the focus stays with her whichever button goes away', async () => {
    const { page } = one
    const list = () => has(page, 'region', 'The week’s list')
    await press(page, 'Alt+1')
    await enterOn(page, 'button', 'Everyone’s')
    await enterOn(page, 'button', 'Keep this view…')
    await has(page, 'textbox', 'What to call it')
    await hasNoBarrier(page)
    await press(page, 'Escape')
    await has(page, 'button', 'Keep this view…')
    await press(page, 'Enter')
    await has(page, 'textbox', 'What to call it')
    await page.keyboard.type('All of us')
    await press(page, 'Enter')
    await reads(page, '“All of us” is kept on this laptop.')
    await list()
    await enterOn(page, 'button', 'Show all of mine')
    await list()
    await enterOn(page, 'button', 'All of us')
    await enterOn(page, 'button', 'Forget “All of us”')
    await reads(page, 'The view “All of us” is not kept any more.')
    await list()
  })

  it('she gives a page to a colleague, puts it off, and says of another that it is still accurate', async () => {
    const { page } = one
    const due = page.getByRole('region', { name: /^Check that these are still true/ })
    await enterOn(due, 'button', `Give to ${late}`)
    await page.getByRole('menu').waitFor()
    await hasNoBarrier(page)
    await arrowTo(page, 'menuitem', team.danny.name)
    await press(page, 'Enter')
    await reads(page, `Danny looks after “${late}” now.`)
    await enterOn(due, 'button', `Put off… ${late}`)
    await has(page, 'textbox', 'Why it can wait')
    await enterOn(page, 'button', 'Put it off')
    await reads(page, 'Write the reason. It is kept with the page.')
    await hasNoBarrier(page)
    await typeInto(page, 'Why it can wait', 'The club moves to another hall.')
    await enterOn(page, 'button', 'Put it off')
    await reads(page, `“${late}” can wait until`)
    await has(page, 'heading', /^Check that these are still true/)
    await tabTo(due, 'link', title)
    await press(page, 'Alt+Shift+a')
    await reads(page, `“${title}” is checked. It comes back on`)
    await has(page, 'heading', /^Check that these are still true/)
  })

  it('she writes, and asks for a review', async () => {
    const { page } = one
    await find(page, title)
    await tabTo(page, 'textbox', 'Text of the page')
    await page.keyboard.press('Control+End')
    await page.keyboard.press('Enter')
    await page.keyboard.type(`${written}.`)
    await hasNoBarrier(page)
    await saveVersion(page)
    await askForReview(page)
  })

  it('the volunteer sends the page to a parent, and brings the answer in', async () => {
    const { page } = two
    await review(page)
    await enterOn(page, 'button', 'Send for comment…')
    await has(page, 'textbox', 'What you would like to know')
    await hasNoBarrier(page)
    await page.keyboard.type('Is the end clear?')
    const file = await saved(page, () => enterOn(page, 'button', 'Make the file'), 'for-comment.html')
    const answer = await answerOf(await two.context.newPage(), file)
    await enterOn(page, 'button', 'Done')
    await enterOn(page, 'button', 'Bring in an answer…')
    await tabTo(page, 'textbox', 'Or paste the text of the email')
    await page.keyboard.insertText(answer)
    await enterOn(page, 'button', 'Read the text')
    await sees(page, 'button', 'Bring it in')
    await hasNoBarrier(page)
    await enterOn(page, 'button', 'Bring it in')
    await reads(page, /^1 new comment from the answer/)
    await reads(page.getByRole('list', { name: 'Comments' }), 'Much clearer than before.')
  })

  it('he suggests other words, and the officer takes them with one key', async () => {
    await press(two.page, 'Alt+Shift+m')
    await sees(two.page, 'dialog', 'Which words is it about?')
    await two.page.keyboard.type(written)
    await arrowTo(two.page, 'option', new RegExp(written))
    await press(two.page, 'Enter')
    await has(two.page, 'textbox', 'Your comment on these words')
    await enterOn(two.page, 'button', 'Suggest other words')
    await has(two.page, 'textbox', 'The words that you suggest')
    await replaceWith(two.page, `${suggested}.`)
    await press(two.page, 'Control+Enter')
    await reads(two.page.getByRole('list', { name: 'Comments' }), `${suggested}.`)
    await enterOn(two.page, 'button', 'Needs changes')
    await two.page.keyboard.type('The words that I suggest, and it is good.')
    await enterOn(two.page, 'button', 'Ask for changes')
    await sees(two.page, 'heading', 'Review')
    await shareNow(two.page)

    const { page } = one
    await shareNow(page)
    await press(page, 'Alt+1')
    await enterOn(page, 'button', 'Everyone’s')
    await enterOn(page, 'link', `See comments ${title}`)
    await sees(page, 'button', /^Take this wording/)
    await hasNoBarrier(page)
    await enterOn(page, 'button', /^Take this wording/)
    await page.getByRole('button', { name: /^Take this wording/ }).waitFor({ state: 'detached' })
    await find(page, title)
    await reads(page.getByRole('textbox', { name: 'Text of the page' }), `${suggested}.`)
    await askForReview(page)
    await review(two.page)
    await reads(two.page.getByRole('article', { name: 'The page' }), `${suggested}.`)
    await find(two.page, 'Good to publish')
    await reads(two.page, `“${title}” is good to publish.`)
    await shareNow(two.page)
  })

  it('the assistant logs what a parent said on the telephone', async () => {
    const { page } = two
    await becomes(page, team.sam)
    await enterOn(page.getByRole('navigation', { name: 'Places' }), 'link', 'Families’ comments')
    await enterOn(page, 'button', 'Log a comment')
    await typeInto(page, 'What they said', heard)
    await hasNoBarrier(page)
    await enterOn(page, 'button', 'Log the comment')
    await reads(page, 'The comment is logged.')
    await shareNow(page)
    await shareNow(one.page)
    await enterOn(one.page.getByRole('navigation', { name: 'Places' }), 'link', 'Families’ comments')
    await reads(one.page, heard)
  })

  it('the manager answers a family, and publishes', async () => {
    const { page } = one
    await becomes(page, team.mark)
    await tabTo(page, 'checkbox', 'Say once a day how many things need you this week')
    await press(page, 'Space')
    await expect
      .poll(() => readFileSync(pathOf(one.folder, 'data/settings.json'), 'utf8'))
      .toMatch(/"tellsOfWeek": ?false/)
    await press(page, 'Alt+1')
    await enterOn(page.getByRole('region', { name: /^Families’ comments to answer/ }), 'link', /^Answer/)
    await hasNoBarrier(page)
    await typeInto(page, 'What we did, or will do, or why we cannot', 'We wrote it on the page.')
    await enterOn(page, 'button', 'Keep the answer')
    await reads(page, 'The answer is kept.')
    await typeInto(page, 'You said', 'It is hard to find.')
    await typeInto(page, 'We did', 'We wrote it where you looked for it.')
    await enterOn(page, 'button', 'Agree to publish this')
    await reads(page, 'Families read these words from the next publish on.')
    await press(page, 'Alt+7')
    await choose(page, /none of these on them/, 'Tell families')
    await nameTargets(page, web)
    await press(page, 'Alt+6')
    await enterOn(page, 'button', 'Allow this folder')
    await reads(page, 'This laptop may write the site there.')
    await shareNow(page)
    await shared.has('signpost.yml', 'none: warn')
    await hasNoBarrier(page)
    await enterOn(page, 'button', /^Publish \d+ changes?$/)
    await reads(page, /Live since today \d\d:\d\d, read back from the web/)
    expect((await web.get('/education/travel-to-school/')).text).toContain(suggested)
    expect((await web.get('/you-said-we-did/')).text).toContain('We wrote it where you looked for it.')
  })

  it('puts the former site back, and says why', async () => {
    const { page } = one
    await enterOn(page, 'button', /^Put this back/)
    const question = page.getByRole('dialog', { name: /^Put back the site/ })
    await page.keyboard.type('It went out too early.')
    await enterOn(question, 'button', 'Put it back')
    await question.waitFor({ state: 'detached' })
    await expect.poll(async () => (await web.get('/education/travel-to-school/')).text).not.toContain(suggested)
    await reads(page, /Live since today \d\d:\d\d, read back from the web/)
    await seesFocus(page)
  })

  it('sees what the pages answer, and what the last evaluation lacked', async () => {
    const { page } = one
    await press(page, 'Alt+5')
    await enterOn(page, 'link', /^SE7 Local Offer framework/)
    await sees(page, 'table', 'What the pages answer, by strand')
    await sees(page, 'region', /^Gaps of the last evaluation/)
    await seesFocus(page)
  })

  it('and reports to the board in Word', async () => {
    const { page } = one
    await enterOn(page.getByRole('navigation', { name: 'Places' }), 'link', 'Reports')
    await enterOn(page, 'button', 'Show the report')
    await sees(page, 'button', 'Save as Word')
    await hasNoBarrier(page)
    const file = await saved(page, () => enterOn(page, 'button', 'Save as Word'), 'report.docx')
    expect(readFileSync(file).subarray(0, 2).toString()).toBe('PK')
  })

  it('and nothing went wrong that nobody was told of', () => {
    expect([one, two].flatMap(laptop => laptop.troubles())).toEqual([])
  })

  async function saved(page: Page, act: () => Promise<void>, name: string): Promise<string> {
    const [download] = await Promise.all([page.waitForEvent('download'), act()])
    const path = pathOf(downloads, name)
    await download.saveAs(path)
    return path
  }
})

async function hasNoBarrier(page: Page): Promise<void> {
  expect(await violations(page, 'light')).toEqual([])
}

async function askForReview(page: Page): Promise<void> {
  // From the text, which takes every other Enter for its own.
  await press(page, 'Control+Shift+Enter')
  await enterOn(page, 'button', 'Ask for a review')
  await reads(page, 'It waits for a colleague to read it.')
  await page.getByRole('dialog').waitFor({ state: 'detached' })
  await shareNow(page)
}

/** The volunteer opens what waits for him. */
async function review(page: Page): Promise<void> {
  await shareNow(page)
  await press(page, 'Alt+4')
  await enterOn(page, 'link', `Review ${title}`)
  await reads(page, 'Priya asks for a review.')
}

/** What a parent says in the file that they were sent, as the text of an email. */
async function answerOf(page: Page, file: string): Promise<string> {
  await page.goto(pathToFileURL(file).href)
  await hasNoBarrier(page)
  await enterOn(page, 'button', 'Comment on the whole page')
  await page.keyboard.type('Much clearer than before.')
  await enterOn(page, 'button', 'Add this comment')
  await typeInto(page, 'Your name', 'Jo Bell')
  await typeInto(page, 'Your email address', 'jo@example.org')
  await enterOn(page, 'button', 'Copy my answer as text')
  const answer = await page.getByRole('textbox', { name: 'Your answer, for an email' }).inputValue()
  await page.close()
  return answer
}

/** Somebody else sits down at a laptop. */
async function becomes(page: Page, { name, email }: Colleague): Promise<void> {
  await press(page, 'Alt+7')
  await typeInto(page, 'My name', name)
  await typeInto(page, 'My work email', email)
  await press(page, 'Enter')
  await reads(page, 'From now on your changes carry this name.')
}
