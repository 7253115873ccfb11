import type { Page } from 'playwright-core'
import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest'
import { closeBrowser, type Laptop } from './app.ts'
import {
  colleague,
  deletes,
  goToQuestions,
  goToQuestionsByKeys,
  here,
  isAsked,
  isDue,
  replyIsKept,
  says,
  writes,
} from './asking.ts'
import { enterOn, has, hasFocus, press as key, seesFocus, tabTo, typeInto } from './keys.ts'
import { troublesOf } from './look.ts'
import { plainPicture } from './pictures.ts'
import { speaksPlainly } from './plain-words.ts'
import { everythingIsShared, openPage, press, reads, sees, shareNow, sharing } from './screen.ts'
import { joinAs, type SharedCopy, shareSample, team } from './team.ts'

const autism = 'pages/health/autism.md'
const adhd = 'pages/health/adhd.md'
const travel = 'pages/education/travel-to-school.md'
const illness = 'Autism is not an illness.'

const yours = (page: Page) => page.getByRole('region', { name: /^Yours/ })
const theirs = (page: Page) => page.getByRole('region', { name: /^Priya’s/ })
const result = (page: Page) => page.getByRole('region', { name: /^(As families would read it|What happens)/ })
const heading = (page: Page, words: string | RegExp) => page.getByRole('heading', { level: 1, name: words }).waitFor()

/** One question of each look: at three sizes, in both lights, and by its words. */
async function looksWell(page: Page): Promise<void> {
  await speaksPlainly(page)
  expect(await troublesOf(page)).toEqual([])
}

describe('somebody who is asked', () => {
  let shared: SharedCopy
  let sam: Laptop

  beforeAll(async () => {
    shared = await shareSample()
    sam = await joinAs(team.sam, shared.address)
  })
  // A window whose program was killed says so in its console too, also where it was asking for a road just then.
  afterEach(() => expect(sam.troubles().filter(trouble => !/ERR_CONNECTION_(REFUSED|RESET)/.test(trouble))).toEqual([]))
  afterAll(async () => {
    await sam?.close()
    await closeBrowser()
    await shared?.close()
  })

  it('sees both versions as families would read them, changes their mind, and can undo the answer', async () => {
    const { page } = sam
    colleague(team.priya, shared, says(autism, illness, 'Autism is not an illness or a disease.'))
    here(sam, says(autism, illness, 'Autism is a difference, not an illness.'))
    await isAsked(page, 1)
    await goToQuestions(page)
    await heading(page, 'You and Priya both changed this paragraph')
    // What changed is said in words too, to whoever does not see the marks.
    expect(await theirs(page).locator('ins').first().textContent()).toMatch(/^added: .*, end of added$/)
    await press(page, 'Show only the words')
    expect(await page.locator('main ins, main del').count()).toBe(0)
    await press(page, 'Show only the words')
    await press(page, 'Show the words before')
    await reads(page.getByRole('region', { name: 'The words before either change' }), 'Autism is not an illness.')
    await speaksPlainly(page)

    await yours(page).getByRole('button', { name: 'Keep mine' }).click()
    await reads(result(page), 'with your answer: Keep mine')
    await reads(result(page), 'Autism is a difference, not an illness.')
    await reads(result(page), 'The page will need review again')
    await theirs(page).getByRole('button', { name: 'Keep Priya’s' }).click()
    await reads(result(page), 'Autism is not an illness or a disease.')
    await yours(page).getByRole('button', { name: 'Keep mine' }).click()
    await press(page, 'Use this answer')
    await heading(page, 'Nothing to choose')
    await shared.has(autism, 'Autism is a difference, not an illness.')
    await speaksPlainly(page)

    await press(page, 'Ask me again about Autism')
    await heading(page, 'You and Priya both changed this paragraph')
    await reads(yours(page), 'Your answer')
    await shared.has(autism, 'Autism is not an illness or a disease.')
    await press(page, 'Keep both, one after the other')
    await press(page, 'Use this answer')
    await heading(page, 'Nothing to choose')
    await shared.has(autism, 'Autism is a difference, not an illness.')
    await shared.has(autism, 'Autism is not an illness or a disease.')
    await openPage(page, 'Autism')
    await reads(page.getByRole('main'), 'Changed since approval')
  })

  it('hears of a mistake in the words that were chosen before they are used, and writes them anew', async () => {
    const { page } = sam
    const ask = 'Ask us'
    colleague(
      team.priya,
      shared,
      says(travel, 'Low income | Other distances apply. Ask us', 'Low income | Other distances apply. Ring us'),
    )
    here(
      sam,
      says(
        travel,
        `Low income | Other distances apply. ${ask}`,
        'Low income | Other distances apply. See [click here](https://example.org/miles)',
      ),
    )
    await isAsked(page, 1)
    await goToQuestions(page)
    await heading(page, 'You and Priya both changed this table')
    await key(page, 'm')
    await reads(page.getByRole('list', { name: 'Problems in these words' }), /click here/)
    await looksWell(page)
    await key(page, 't')
    await reads(result(page), 'No problems found in these words.')
    await key(page, 't')
    await reads(result(page), 'as it stands now, until you choose')
    await key(page, '2')
    await press(page, 'Use this answer')
    await heading(page, 'Nothing to choose')
    await everythingIsShared(page)
  })

  it('answers several questions by keys alone; a kill in the middle of a word loses nothing of it', async () => {
    let { page } = sam
    const [title, summary, words] = ['title: ADHD', 'summary: ', 'order: ']
    colleague(
      team.priya,
      shared,
      says(adhd, title, 'title: ADHD and your child'),
      says(adhd, summary, 'summary: For families. '),
      says(adhd, words, 'order: 1'),
      says(autism, 'love detail', 'love the detail of things'),
    )
    here(
      sam,
      says(adhd, title, 'title: ADHD at home and at school'),
      says(adhd, summary, 'summary: For everybody. '),
      says(autism, 'love detail', 'enjoy detail'),
    )
    await isAsked(page, 3)
    await goToQuestionsByKeys(page, 3)
    await heading(page, 'You and Priya both changed the title')
    await reads(page, 'Question 1 of 3')
    await speaksPlainly(page)
    await key(page, 'm')
    await key(page, 'n')
    await heading(page, 'You and Priya both changed the summary')
    await reads(page, 'Question 2 of 3')
    await key(page, 'b')
    await key(page, 'n')
    await heading(page, 'You and Priya both changed this paragraph')
    await key(page, 'w')
    const own = page.getByRole('textbox', { name: 'The words' })
    await has(page, 'textbox', 'The words')
    await page.keyboard.press('Control+a')
    await page.keyboard.type('Autistic people see the world their own w')
    await replyIsKept(sam, 'Autistic people see the world their own w')
    await looksWell(page)

    await sam.kill()
    await sam.restart()
    page = sam.page
    await enterOn(page, 'button', 'Open Southend Local Offer')
    await sees(page, 'heading', 'This week')
    // No keychain keeps the token here, so it is asked for again.
    await key(page, 'Alt+7')
    await typeInto(page, 'New access token', team.sam.token)
    await enterOn(page, 'button', 'Connect again')
    // A colleague goes on meanwhile, and that comes in while the questions wait.
    colleague(team.priya, shared, says(travel, 'Unsafe route', 'A route that is not safe'))
    await isAsked(page, 3)
    await openPage(page, 'Travel to school')
    await reads(page.getByRole('textbox', { name: 'Text of the page' }), 'A route that is not safe')

    await goToQuestionsByKeys(page, 3)
    await reads(page, ', 3 answered')
    await key(page, 'n')
    await key(page, 'n')
    await reads(own, 'Autistic people see the world their own w')
    await tabTo(page, 'textbox', 'The words')
    await page.keyboard.press('Control+End')
    await page.keyboard.type('ay.')
    await key(page, 'Escape')
    await key(page, 'p')
    await heading(page, 'You and Priya both changed the summary')
    await key(page, 'Control+Enter')
    await heading(page, 'Nothing to choose')
    await seesFocus(page)
    await shared.has(adhd, 'title: ADHD at home and at school')
    await shared.has(adhd, 'For families.')
    await shared.has(adhd, 'For everybody.')
    await shared.has(autism, 'Autistic people see the world their own way.')
    await everythingIsShared(page)
  })

  it('says who looks after a page, and when it is looked at again, in the words of people', async () => {
    const { page } = sam
    colleague(
      team.priya,
      shared,
      says(travel, 'owner: sam@example.org', 'owner: priya@example.org'),
      isDue(travel, '2027-05-19'),
    )
    here(sam, says(travel, 'owner: sam@example.org', 'owner: danny@example.org'), isDue(travel, '2027-01-19'))
    await isAsked(page, 2)
    await goToQuestionsByKeys(page, 2)
    await heading(page, 'You and Priya both changed who looks after this page')
    await reads(yours(page), 'Danny Frost')
    await reads(theirs(page), 'Priya Nair')
    await key(page, 'w')
    await speaksPlainly(page)
    await tabTo(page, 'button', /Who looks after it/)
    await key(page, 'Enter')
    await page.getByRole('option', { name: 'Mark Ellery' }).waitFor()
    await page.keyboard.type('Mark')
    await page.keyboard.press('Enter')
    await reads(result(page), 'Mark Ellery')
    await tabTo(page, 'button', 'Next', 'Shift+Tab')
    await key(page, 'Enter')
    await heading(page, 'You and Priya both changed the review date')
    await reads(yours(page), '19 January 2027')
    await key(page, 'w')
    const day = page.getByLabel('The review date')
    await expect.poll(() => hasFocus(day)).toBe(true)
    await day.fill('1/3/2027')
    await reads(result(page), '1 March 2027')
    await speaksPlainly(page)
    await key(page, 'Control+Enter')
    await heading(page, 'Nothing to choose')
    await shared.has(travel, 'owner: mark@example.org')
    await shared.has(travel, 'due: 2027-03-01')
    await everythingIsShared(page)
  })

  it('decides what becomes of a page that one deleted while the other changed it', async () => {
    const { page } = sam
    const gone = 'pages/health/everyday-health.md'
    const kept = 'pages/health/therapies.md'
    colleague(team.priya, shared, says(gone, 'order: ', 'order: 1'), deletes(kept))
    here(sam, deletes(gone), says(kept, 'order: ', 'order: 1'))
    await isAsked(page, 2)
    await goToQuestions(page)
    await heading(page, 'You deleted this page while Priya changed it')
    await reads(yours(page), 'Deleted the page.')
    await looksWell(page)
    await press(page, 'Delete it after all')
    await reads(result(page), 'goes to Recently deleted')
    await press(page, 'Next')
    await heading(page, 'Priya deleted this page while you changed it')
    await speaksPlainly(page)
    await press(page, 'Keep the page as I left it')
    await press(page, 'Use these 2 answers')
    await heading(page, 'Nothing to choose')
    await everythingIsShared(page)
    expect(shared.git('ls-tree', '-r', '--name-only', 'main')).toContain(kept)
    expect(shared.git('ls-tree', '-r', '--name-only', 'main')).not.toContain(gone)
    await press(page.getByRole('alertdialog', { name: /^Your 2 answers are used/ }).first(), 'Undo')
    await heading(page, 'You deleted this page while Priya changed it')
    await press(page, 'Keep the page as Priya left it')
    await press(page, 'Use these 2 answers')
    await heading(page, 'Nothing to choose')
    await shareNow(page)
    expect(shared.git('ls-tree', '-r', '--name-only', 'main')).toContain(gone)
  })

  it('decides between two pages at one address, and two pictures of one name', async () => {
    const { page } = sam
    const at = 'pages/health/wheelchairs.md'
    const about = (id: string, words: string) =>
      `---\nid: 01JWB1XCM0YE8RED1C82HC${id}\ntitle: Wheelchairs\n---\n\n${words}\n`
    colleague(team.priya, shared, writes(at, about('AAAA', 'Hers.')), writes('media/hall.png', plainPicture(300, 120)))
    const long = Array.from({ length: 60 }, (_, line) => `His, part ${line}.`).join('\n\n')
    here(sam, writes(at, about('BBBB', long)), writes('media/hall.png', plainPicture(200, 200)))
    await isAsked(page, 2)
    // Who has no network can choose all the same.
    shared.server.behave({ kind: 'down' })
    await page.keyboard.press('Alt+Shift+s')
    await sharing(page).getByText('Working offline').waitFor()
    await goToQuestions(page)
    shared.server.behave({ kind: 'well' })
    await heading(page, 'You and Priya both put in a file called hall.png')
    await looksWell(page)
    await key(page, 'm')
    await reads(result(page), 'Your file takes the place of Priya’s')
    await key(page, 'n')
    await heading(page, 'You and Priya both made a page at the same address')
    await speaksPlainly(page)
    // However long the page, its answers stand close under it, and the keyboard scrolls it.
    const whole = page.getByRole('region', { name: /^All of it/ }).first()
    expect((await whole.boundingBox())?.height).toBeLessThan(500)
    await tabTo(page, 'region', /^All of it/)
    await page.keyboard.press('End')
    await expect.poll(() => whole.evaluate(element => element.scrollTop)).toBeGreaterThan(0)
    await key(page, 'b')
    await key(page, 'Control+Enter')
    await heading(page, 'Nothing to choose')
    await everythingIsShared(page)
    const files = shared.git('ls-tree', '-r', '--name-only', 'main')
    expect(files).toContain('pages/health/wheelchairs-2.md')
    expect(files).not.toContain('media/hall-2.png')
    expect(shared.git('cat-file', '-s', 'main:media/hall.png').trim()).toBe(String(plainPicture(200, 200).length))
  })

  it('turns the single keys off, where they are in the way', async () => {
    const { page } = sam
    colleague(team.priya, shared, says(autism, 'It is lifelong', 'It lasts for life'))
    here(sam, says(autism, 'It is lifelong', 'It stays for life'))
    await isAsked(page, 1)
    await goToQuestions(page)
    await press(page, 'Single keys off')
    await key(page, 'm')
    await reads(result(page), 'as it stands now, until you choose')
    await press(page, 'Single keys off')
    await key(page, 'm')
    await reads(result(page), 'with your answer: Keep mine')
    await page.getByRole('link', { name: 'Decide later' }).click()
    await sees(page, 'heading', 'This week')
    await goToQuestions(page)
    await reads(result(page), 'with your answer: Keep mine')
  })
})
