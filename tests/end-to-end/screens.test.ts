import type { Page } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { closeBrowser, type Laptop, startLaptop } from './app.ts'
import { evidencePlaces } from './evidence-places.ts'
import { keepPicture, type ScreenPlace, troublesOf } from './look.ts'
import { goTo, openPage, press, reads, sees, sharing } from './screen.ts'
import { changeAs, joinAs, type SharedCopy, shareSample, team } from './team.ts'
import { rewrite, saveVersion } from './writing.ts'

const path = 'pages/education/moving-into-southend-with-an-ehc-plan.md'

/** Each place of the window, and how somebody gets there. */
const places: readonly ScreenPlace[] = [
  { name: 'this week', picture: 'week', go: page => goTo(page, 'This week') },
  {
    name: 'the year ahead',
    go: async page => {
      await page.getByRole('link', { name: 'The year ahead' }).click()
      await sees(page, 'table', /^Reviews by month/)
    },
  },
  {
    name: 'the reviews of a month',
    go: async page => {
      await page
        .getByRole('button', { name: /^\d+ pages?, (?!Late)/ })
        .first()
        .focus()
      await page.keyboard.press('Enter')
      await page.locator('h2:focus').waitFor()
    },
  },
  {
    name: 'the page list',
    picture: 'pages',
    go: async page => {
      await goTo(page, 'Pages')
      await page.locator('.entry-problems .chip').first().waitFor()
    },
  },
  {
    name: 'the page list when nothing fits',
    go: page => page.getByRole('searchbox', { name: 'Find a page' }).fill('no page is called that'),
  },
  {
    name: 'a new page',
    go: async page => {
      await goTo(page, 'Pages')
      await press(page, 'New page')
    },
  },
  { name: 'services', go: page => goTo(page, 'Services') },
  {
    name: 'a spreadsheet of services that is looked at first',
    go: async page => {
      await goTo(page, 'Services')
      await press(page, 'Bring in from a spreadsheet…')
      const buffer = Buffer.from('Name,Cost,Colour\nSaltmarsh School,£2,red\nSwim,Free,\n,Free,\n')
      await page.locator('input[type=file]').setInputFiles({ name: 'services.csv', mimeType: 'text/csv', buffer })
      await sees(page, 'list', 'Will be changed')
    },
  },
  { name: 'pictures and documents', go: page => goTo(page, 'Pictures and documents') },
  { name: 'what waits for review', go: page => goTo(page, 'Review') },
  {
    name: 'a review',
    go: async page => {
      await page.getByRole('link', { name: 'Review ADHD' }).click()
      await sees(page, 'article', 'The page')
    },
  },
  { name: 'choosing words to comment on', go: page => page.keyboard.press('Alt+Shift+m') },
  {
    name: 'suggesting other words',
    go: async page => {
      await page.keyboard.press('Alt+Shift+m')
      await page.getByRole('option').first().click()
      await press(page, 'Suggest other words')
    },
  },
  { name: 'sending a page for comment', go: page => press(page, 'Send for comment…') },
  { name: 'bringing in an answer', go: page => press(page, 'Bring in an answer…') },
  { name: 'the checklists', go: page => goTo(page, 'Checklists') },
  {
    name: 'one checklist',
    picture: 'checklists',
    go: async page => {
      await page.getByRole('link', { name: /^SE7/ }).click()
      await sees(page, 'table', 'What the pages answer, by strand')
    },
  },
  { name: 'changing a requirement', go: page => press(page, 'Change… SE7-EF-01') },
  { name: 'adding a requirement', go: page => press(page, 'Add a requirement…') },
  { name: 'who sees to a gap', go: page => press(page, /^Who and what next… Capacity/) },
  {
    name: 'bringing in a template',
    go: async page => {
      await goTo(page, 'Checklists')
      await press(page, 'Bring in your own template…')
    },
  },
  {
    name: 'beginning an evaluation',
    go: async page => {
      await goTo(page, 'Checklists')
      await press(page, 'Begin an evaluation…')
    },
  },
  {
    name: 'working through an evaluation',
    picture: 'evaluation',
    go: async page => {
      await goTo(page, 'Checklists')
      await page.getByRole('link', { name: 'Go on Second evaluation' }).click()
      await sees(page, 'listbox', 'Requirements')
    },
  },
  {
    name: 'a requirement on which two differ',
    go: page => page.getByRole('option', { name: /^SE7-ED-22/ }).click(),
  },
  { name: 'finishing an evaluation', go: page => press(page, 'Finish…') },
  {
    name: 'a finished evaluation',
    go: async page => {
      await goTo(page, 'Checklists')
      await page.getByRole('link', { name: 'See First evaluation' }).click()
      await sees(page, 'heading', /^Gaps on that day/)
    },
  },
  ...evidencePlaces,
  {
    name: 'the whole site',
    go: async page => {
      await goTo(page, 'Whole site')
      await sees(page, 'table', 'Problems by kind')
      await sees(page, 'table', 'Week by week')
    },
  },
  { name: 'where one kind of problem is', go: page => press(page, 'Link text') },
  {
    name: 'the live site',
    picture: 'live',
    go: async page => {
      await goTo(page, 'Live site')
      await sees(page, 'list', 'Held back')
    },
  },
  {
    name: 'letting a page out although a check stops it',
    go: page => press(page, /^Publish all the same… Moving into Southend/),
  },
  { name: 'letting a page out urgently', go: page => press(page, 'Publish urgently… ADHD') },
  {
    name: 'putting a site back',
    go: page =>
      page
        .getByRole('button', { name: /^Put this back/ })
        .first()
        .click(),
  },
  { name: 'a change that will go live', go: page => press(page, 'See the change Support in college') },
  {
    name: 'what was done',
    go: async page => {
      await goTo(page, 'What was done')
      await sees(page, 'list', 'What was done, newest first')
    },
  },
  { name: 'settings', go: page => goTo(page, 'Settings') },
  {
    name: 'what the checks do',
    go: async page => {
      await page.getByRole('link', { name: 'What the checks do' }).click()
      await sees(page, 'heading', 'What the checks do')
    },
  },
  {
    name: 'recently deleted',
    go: async page => {
      await goTo(page, 'Pages')
      await page.getByRole('link', { name: 'Recently deleted' }).click()
      await sees(page, 'heading', 'Recently deleted')
    },
  },
  {
    name: 'a page, open for writing',
    picture: 'editor',
    go: async page => {
      await openPage(page, 'Moving into Southend with an EHC plan')
      await sees(page, 'list', 'Problems, in the order of the page')
    },
  },
  {
    name: 'saying that something is not a problem here',
    go: page => press(page, /^Not a problem here….*28 words/),
  },
  { name: 'asking that of what stops publishing', go: page => press(page, /^Not a problem here….*click here/) },
  { name: 'its checklist tab', go: page => page.getByRole('tab', { name: 'Checklist' }).click() },
  { name: 'its details tab', go: page => page.getByRole('tab', { name: 'Details' }).click() },
  { name: 'its history tab', go: page => page.getByRole('tab', { name: 'History' }).click() },
  { name: 'a link', go: page => press(page, 'Link') },
  {
    name: 'replacing words in the page',
    go: page => page.keyboard.press('Alt+Shift+r').then(() => sees(page, 'textbox', 'Replace with')),
  },
  { name: 'a picture', go: page => press(page, 'Picture') },
  {
    name: 'its preview',
    go: async page => {
      await press(page, 'Preview')
      await page.getByTitle('The page as families will see it').waitFor()
    },
  },
  { name: 'what can be done with a page', go: page => press(page, 'More for Moving into Southend with an EHC plan') },
  {
    name: 'changing an address',
    go: async page => {
      await press(page, 'More for Moving into Southend with an EHC plan')
      await page.getByRole('menuitem', { name: 'Move, or change address…' }).click()
    },
  },
  {
    name: 'withdrawing a page',
    go: async page => {
      await press(page, 'More for Moving into Southend with an EHC plan')
      await page.getByRole('menuitem', { name: 'Withdraw from the site…' }).click()
    },
  },
  {
    name: 'deleting a page',
    go: async page => {
      await press(page, 'More for Moving into Southend with an EHC plan')
      await page.getByRole('menuitem', { name: 'Delete…' }).click()
    },
  },
  {
    name: 'the history of a page',
    go: async page => {
      await press(page, 'More for Moving into Southend with an EHC plan')
      await page.getByRole('menuitem', { name: 'History' }).click()
      await sees(page, 'list', 'Parts of the page')
    },
  },
  { name: 'comparing two versions', go: page => press(page, 'Compare two versions…') },
  {
    name: 'an earlier version',
    go: page =>
      page
        .getByRole('button', { name: /^See it/ })
        .first()
        .click(),
  },
  {
    name: 'ready for review',
    go: async page => {
      await page.getByRole('link', { name: 'Moving into Southend with an EHC plan' }).click()
      await press(page, 'Ready for review')
    },
  },
  { name: 'all commands', go: page => page.keyboard.press('Control+k') },
  { name: 'keyboard shortcuts', go: page => page.keyboard.press('Control+/') },
  {
    name: 'a web host, and the way in to it',
    go: async page => {
      await goTo(page, 'Settings')
      await press(page, 'Add a web host (SFTP)')
      await page.getByRole('textbox', { name: 'Server of the web host' }).fill('127.0.0.1')
      await page.getByRole('textbox', { name: 'Port' }).fill('9')
      await page.getByRole('textbox', { name: 'User name there' }).fill('offer')
      await page.getByRole('textbox', { name: 'Folder on the web host' }).fill('/srv/offer')
      await press(page, 'Keep these settings')
      await press(page, 'Look at the server’s key 127.0.0.1')
      await reads(page, 'Nobody answers at the web host 127.0.0.1:9 now.')
    },
  },
]

/** At three sizes, light and dark: nothing that axe finds, nothing to scroll sideways, nothing in the console. */
describe('every screen', () => {
  let shared: SharedCopy
  let laptop: Laptop
  beforeAll(async () => {
    shared = await shareSample()
    laptop = await startLaptop('priya')
  })
  afterAll(async () => {
    await laptop?.close()
    await closeBrowser()
    await shared?.close()
  })

  it('is looked at by something that finds troubles', async () => {
    const { page } = laptop
    await page.evaluate(() => {
      const wrong = document.body.appendChild(Object.assign(document.createElement('div'), { id: 'wrong' }))
      wrong.innerHTML = '<button></button><button>a</button><button>b</button>'
      wrong.style.width = '3000px'
      for (const button of wrong.querySelectorAll('button')) button.style.cssText = 'all: unset; font-size: 9px'
    })
    const troubles = await troublesOf(page)
    await page.evaluate(() => document.getElementById('wrong')?.remove())
    const wanted = ['1280x800, light: button-name', '3000 pixels wide', '640x400, light: target-size']
    expect(wanted.filter(words => !troubles.some(trouble => trouble.includes(words)))).toEqual([])
  })

  it('the start', async () => {
    expect(await troublesOf(laptop.page)).toEqual([])
    await press(laptop.page, 'Join a workspace')
    expect(await troublesOf(laptop.page)).toEqual([])
    await laptop.close()
    laptop = await joinAs(team.priya, shared.address)
  })

  it.each(places)('$name', async ({ go, picture }) => {
    const { page } = laptop
    await go(page)
    await isThere(page)
    if (picture) await keepPicture(page, picture)
    const troubles = await troublesOf(page)
    await page.keyboard.press('Escape')
    expect(troubles).toEqual([])
  })

  it('choosing between two versions', async () => {
    const { page } = laptop
    const words = 'Ask us for the name of the person who is looking for a place. They should ring you each week.'
    await openPage(page, 'Moving into Southend with an EHC plan')
    changeAs(team.sam, shared, path, words, 'Ask us who is looking for a place. They ring you on Fridays.')
    await rewrite(page, words, 'Ask us who is looking for a place. They ring you on Mondays.')
    await saveVersion(page)
    await sharing(page).getByRole('link', { name: 'Choose' }).click()
    await sees(page, 'heading', /^You and Sam both changed /)
    expect(await troublesOf(page)).toEqual([])
    await press(page, 'Write it myself')
    await page.getByRole('textbox', { name: 'The words' }).waitFor()
    expect(await troublesOf(page)).toEqual([])
  })

  it('nothing went wrong unseen', () => {
    expect(laptop.troubles()).toEqual([])
  })
})

/** Waits until nothing says any more that it is being read or looked for. */
async function isThere(page: Page): Promise<void> {
  await expect.poll(() => page.getByRole('status').getByText(/…$/).count()).toBe(0)
}
