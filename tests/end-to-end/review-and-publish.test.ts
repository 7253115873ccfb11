import { readdirSync } from 'node:fs'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { closeBrowser, type Laptop } from './app.ts'
import { keepPicture } from './look.ts'
import { goTo, openPage, press, reads, sees, shareNow } from './screen.ts'
import { allowTargets } from './targets.ts'
import { joinAs, type SharedCopy, shareSample, team } from './team.ts'
import { startWebHost, type WebHost } from './web-server.ts'
import { saveVersion } from './writing.ts'

const advice = 'Advice on your side'
const advicePath = 'pages/social-care/advice-on-your-side.md'

/** Danny reads and decides, Mark looks at the whole and publishes, and families get what was approved. */
describe('review and publish', () => {
  let shared: SharedCopy
  let web: WebHost
  let danny: Laptop
  let mark: Laptop
  /** What was live before Mark published. */
  let before: ReadonlyMap<string, string> = new Map()

  beforeAll(async () => {
    shared = await shareSample()
    web = await startWebHost()
    danny = await joinAs(team.danny, shared.address)
  })
  afterAll(async () => {
    await danny?.close()
    await mark?.close()
    await closeBrowser()
    await web?.close()
    await shared?.close()
  })

  describe('the volunteer', () => {
    it('sees what waits for him', async () => {
      const { page } = danny
      await goTo(page, 'Review')
      const waiting = page.getByRole('region', { name: /^Waiting for you/ }).getByRole('listitem')
      await reads(waiting.filter({ hasText: advice }), /Priya asked/)
      await waiting
        .filter({ hasText: advice })
        .getByRole('link', { name: `Review ${advice}` })
        .click()
      await sees(page, 'heading', advice)
    })

    it('reads the page as families will, with what changed since live marked', async () => {
      const { page } = danny
      await reads(page, 'Priya asks for a review.')
      const article = page.getByRole('article', { name: 'The page' })
      await sees(article, 'link', 'Estuary SENDIASS')
      await article.locator('ins', { hasText: 'of parents, young people and professionals' }).waitFor()
      await article.locator('del', { hasText: 'Please' }).waitFor()
    })

    it('comments on words that he marks with the mouse', async () => {
      const { page } = danny
      await page.getByText('Ring before a meeting').click({ clickCount: 3 })
      await press(page, 'Comment on chosen words')
      await page.getByRole('textbox', { name: 'Your comment on these words' }).fill('Which number do I ring?')
      await press(page, 'Add comment')
      const comment = page.getByRole('list', { name: 'Comments' }).getByRole('listitem')
      await reads(comment, '“Ring before a meeting, when you get a letter')
      await reads(comment, 'Which number do I ring?')
    })

    it('comments on words that he finds with the keyboard', async () => {
      const { page } = danny
      await page.keyboard.press('Alt+Shift+m')
      await sees(page, 'dialog', 'Which words is it about?')
      await page.keyboard.type('yellow card')
      await page.keyboard.press('ArrowDown')
      await page.keyboard.press('Enter')
      await sees(page, 'textbox', 'Your comment on these words')
      await page.keyboard.type('Is the card still yellow?')
      await page.keyboard.press('Tab')
      await page.keyboard.press('Enter')
      const comment = page.getByRole('list', { name: 'Comments' }).getByRole('listitem')
      await reads(comment.filter({ hasText: 'Is the card still yellow?' }), '“Ask for the yellow card.”')
      await keepPicture(page, 'review')
    })

    it('says that a page needs changes, and it goes back to who wrote it', async () => {
      const { page } = danny
      await press(page, 'Needs changes')
      await page.getByRole('textbox', { name: 'For whoever wrote it' }).fill('The last line shouts.')
      await press(page, 'Ask for changes')
      await reads(page, `“${advice}” goes back with your comments.`)
      await openPage(page, advice)
      await reads(page.getByRole('main'), 'Changes asked')
    })

    it('says that a page is good to publish', async () => {
      const { page } = danny
      await goTo(page, 'Review')
      await page.getByRole('link', { name: 'Review ADHD' }).click()
      await press(page, 'Good to publish')
      await reads(page, '“ADHD” is good to publish.')
      await page.getByRole('link', { name: 'Review ADHD' }).waitFor({ state: 'detached' })
    })

    it('cannot approve a page that he changed last', async () => {
      const { page } = danny
      await openPage(page, 'Somewhere to live')
      await page.getByRole('textbox', { name: 'Summary' }).fill('Housing, and how to ask for it.')
      await saveVersion(page)
      await press(page, 'Ready for review')
      await press(page, 'Ask for a review')
      await goTo(page, 'Review')
      await page.getByRole('link', { name: 'Read Somewhere to live' }).click()
      await reads(page.getByRole('main'), /You changed this page last/)
      expect(await page.getByRole('button', { name: 'Good to publish' }).count()).toBe(0)
      await shareNow(page)
    })
  })

  describe('the manager', () => {
    it('sees what the checklists still lack, with the known gaps marked', async () => {
      mark = await joinAs(team.mark, shared.address)
      const { page } = mark
      await goTo(page, 'Checklists')
      for (const { checklist, known, one } of [
        {
          checklist: /^SE7 Local Offer framework/,
          known: 8,
          one: 'Capacity, power of attorney, appointees and rights at 16',
        },
        // The law asks for less than the framework does, so fewer of the gaps are in its list.
        {
          checklist: /^SEND Local Offer: statutory/,
          known: 3,
          one: 'EHC plan processes for people moving into the area',
        },
      ]) {
        await page.getByRole('link', { name: checklist }).click()
        await sees(page, 'table', 'What the pages answer, by strand')
        const gaps = page.getByRole('region', { name: /^Gaps of the last evaluation/ })
        await expect.poll(() => gaps.getByRole('listitem').count()).toBe(known)
        await reads(gaps, one)
        await page.getByRole('link', { name: 'Checklists', exact: true }).last().click()
      }
    })

    it('sees what is overdue', async () => {
      const { page } = mark
      await goTo(page, 'This week')
      await press(page, 'Everyone’s')
      const due = page.getByRole('region', { name: /^Check that these are still true/ })
      await reads(due.getByRole('listitem').filter({ hasText: 'Short breaks: who can get them' }), /days late/)
    })

    it('says where the site goes', async () => {
      const { page } = mark
      await allowTargets(page, web)
    })

    it('sees what will change, and what is held back and why', async () => {
      const { page } = mark
      const ready = page.getByRole('list', { name: 'Ready to publish' })
      for (const title of approved) await reads(ready, title)
      await reads(ready.getByRole('listitem').filter({ hasText: 'ADHD' }), 'Approved by Danny Frost, today.')
      const held = page.getByRole('list', { name: 'Held back' }).getByRole('listitem')
      await reads(held.filter({ hasText: advice }), 'Danny Frost asked for changes, today.')
      await reads(held.filter({ hasText: 'Somewhere to live' }), 'This table has no header row.')
      await reads(
        held.filter({ hasText: 'Making your own decisions from 16' }),
        'Nobody has been asked to review it yet.',
      )
    })

    it('publishes with one button, and is told “live” when the web shows it', async () => {
      const { page } = mark
      before = onLive(shared)
      await press(page, /^Publish \d+ changes$/)
      await reads(page, /Live since today \d\d:\d\d, read back from the web/)
      const stamp = JSON.parse((await web.get('/version.json')).text) as { publish: string }
      expect(stamp.publish).toMatch(/^[0-9A-Z]{26}$/)
      expect((await web.get('/education/send-words/')).text).toContain('SEND words in plain English')
    })

    it('made live exactly the approved versions, to the byte, and left the others as families had them', () => {
      const desk = filesAt(shared, 'main')
      const live = onLive(shared)
      const changed = [...live].filter(([path, content]) => before.get(path) !== content).map(([path]) => path)
      // What is answered to families goes live by an agreement of its own, “still accurate” changes no words, and what
      // each publish brought, and what the checks found in it, is told of these same pages.
      expect(changed.filter(path => !/^((answers|reviews)\/|(news|barriers)\.yml$)/.test(path)).sort()).toEqual(
        approvedPaths,
      )
      for (const path of approvedPaths) expect(live.get(path)).toBe(desk.get(path))
      expect(desk.get(advicePath)).not.toBe(live.get(advicePath))
      expect([...before.keys()].filter(path => !live.has(path))).toEqual([])
    })

    it('put the same site in the folder and in the shared copy', async () => {
      const inCopy = shared.git('ls-tree', '-r', '--name-only', 'site').trim().split('\n')
      const inFolder = readdirSync(web.folder, { recursive: true, withFileTypes: true }).filter(file => file.isFile())
      expect(inCopy.length).toBe(inFolder.length)
      for (const path of ['version.json', 'education/send-words/index.html']) {
        expect(shared.git('show', `site:${path}`)).toBe((await web.get(`/${path}`)).text)
      }
    })

    it('puts the former site back', async () => {
      const { page } = mark
      const publishes = page.getByRole('list', { name: 'Published before' }).getByRole('listitem')
      await reads(publishes.first(), /today \d\d:\d\d, Mark Ellery/i)
      const former = publishes.nth(1)
      await former.getByRole('button', { name: /^Put this back/ }).click()
      const question = page.getByRole('dialog', { name: /^Put back the site/ })
      await press(question, 'Put it back')
      await question.getByText('Write the reason. It is kept in the log of publishes.').waitFor()
      await question.getByRole('textbox').fill('It went out too early.')
      await press(question, 'Put it back')
      await expect.poll(async () => (await web.get('/education/send-words/')).status).toBe(404)
      await reads(page, /Live since today \d\d:\d\d, read back from the web/)
      await reads(page, 'Mark Ellery: “It went out too early.”')
      expect(pagesOf(onLive(shared))).toEqual(pagesOf(before))
    })
  })
})

const approved = ['ADHD', 'SEND words in plain English', 'Support in college', 'Relaxed cinema mornings']
const approvedPaths = [
  'pages/education/send-words.md',
  'pages/health/adhd.md',
  'pages/preparing-for-adulthood/support-in-college.md',
  'services/relaxed-cinema.md',
  'signpost.yml',
]

/** Path to the name that git gives to the bytes of each file. */
function filesAt(shared: SharedCopy, branch: string): Map<string, string> {
  const lines = shared.git('ls-tree', '-r', branch).trim().split('\n')
  return new Map(
    lines.map(line => {
      const [facts = '', path = ''] = line.split('\t')
      return [path, facts.split(' ')[2] ?? '']
    }),
  )
}

const onLive = (shared: SharedCopy) => filesAt(shared, 'live')

function pagesOf(files: ReadonlyMap<string, string>): Record<string, string> {
  return Object.fromEntries([...files].filter(([path]) => /^(pages|services)\//.test(path)))
}
