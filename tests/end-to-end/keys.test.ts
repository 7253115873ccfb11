import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { closeBrowser, type Laptop, startLaptop } from './app.ts'
import { beginAbove, isMended, join, putBack, tool, toTab, walkToProblem } from './by-keys.ts'
import { arrowTo, choose, enterOn, find, has, press, seesFocus, tabTo, typeInto } from './keys.ts'
import { everythingIsShared, reads, sees, sharing } from './screen.ts'
import { changeAs, type SharedCopy, startSharedCopy, team } from './team.ts'
import { problemsOf, saveVersion, textOf, type } from './writing.ts'

const title = 'Moving into Southend with an EHC plan'
const path = 'pages/education/moving-into-southend-with-an-ehc-plan.md'

/** The story of the officer and the volunteer with no mouse, in one run: each step goes on where the one before it ended, with the focus where it was left. */
describe('with the keyboard alone', () => {
  let shared: SharedCopy
  let priya: Laptop
  let danny: Laptop

  beforeAll(async () => {
    shared = await startSharedCopy()
    priya = await startLaptop('priya')
  })
  afterAll(async () => {
    for (const laptop of [priya, danny]) await laptop?.close()
    await closeBrowser()
    await shared?.close()
  })

  describe('the officer', () => {
    it('opens the sample, and finds a page while she types', async () => {
      const { page } = priya
      await enterOn(page, 'button', 'Open the sample')
      await sees(page, 'heading', 'This week')
      await press(page, 'Control+Shift+f')
      await sees(page, 'heading', 'Pages')
      await has(page, 'searchbox', 'Find a page')
      await page.keyboard.type('moving into')
      await reads(page, '1 page of 52')
      await enterOn(page, 'row', new RegExp(`^${title}`))
      await sees(page, 'textbox', 'Text of the page')
      await seesFocus(page)
    })

    it('walks from problem to problem, and mends them', async () => {
      const { page } = priya
      await problemsOf(page).waitFor()
      await walkToProblem(page, 'does not say where it goes')
      await press(page, 'Alt+Shift+k')
      await sees(page, 'dialog', 'Change the link')
      await typeInto(page, 'Words of the link', 'use the form of the casework team')
      await press(page, 'Enter')
      await sees(textOf(page), 'link', 'use the form of the casework team')
      await isMended(page, 'does not say where it goes')

      await walkToProblem(page, 'is a line that works as a heading')
      await press(page, 'Control+.')
      await sees(textOf(page), 'heading', 'If the school is too far away')
      await isMended(page, 'is a line that works as a heading')
      await has(page, 'textbox', 'Text of the page')
    })

    it('writes a heading, a list and a link to a page that is found by its title', async () => {
      const { page } = priya
      await page.keyboard.press('End')
      await type(page, '', 'Help on the way')
      await press(page, 'Alt+F10')
      await press(page, 'Enter')
      await arrowTo(page, 'menuitem', /^Heading 3/)
      await press(page, 'Enter')
      await type(page, '', 'Send us one of these:', '')
      await tool(page, 'List')
      await type(page, 'your tenancy agreement', 'a letter from your landlord', '', 'If it is too far to walk, read ')
      await press(page, 'Alt+Shift+k')
      await has(page, 'searchbox', 'Where it goes')
      await page.keyboard.type('Travel to school')
      await arrowTo(page, 'option', /^Travel to school/)
      await press(page, 'Enter')
      await enterOn(page, 'button', 'Put the link in')
      await sees(textOf(page), 'heading', 'Help on the way')
      await reads(textOf(page).getByRole('listitem'), 'a letter from your landlord')
      await sees(textOf(page), 'link', 'Travel to school')
      await type(page, '.', '')
    })

    it('writes a table with a header row, and goes on beneath it', async () => {
      const { page } = priya
      await press(page, 'Alt+Shift+t')
      for (const words of ['What you send', 'When', 'Tenancy agreement', 'Before you move', 'Letter']) {
        await type(page, words)
        await press(page, 'Tab')
      }
      await type(page, 'Later')
      await sees(textOf(page), 'columnheader', 'What you send')
      await sees(textOf(page), 'cell', 'Later')
      await beginAbove(page)
    })

    it('puts in a picture of the library, describes it, and says that it is decorative', async () => {
      const { page } = priya
      await press(page, 'Alt+Shift+i')
      await sees(page, 'dialog', 'Picture')
      await tabTo(page, 'searchbox', 'Or one that the team has already')
      await page.keyboard.type('school-bus')
      await enterOn(page, 'option', /^school-bus\.svg/)
      await sees(page, 'dialog', 'Describe the picture')
      await typeInto(page, 'Description', 'A small bus with its ramp let down')
      await enterOn(page, 'button', 'Put it in')
      await sees(textOf(page), 'img', 'A small bus with its ramp let down')

      await press(page, 'Enter')
      await tabTo(page.getByRole('dialog', { name: 'Picture' }), 'checkbox', /^It is decorative/)
      await press(page, 'Space')
      await enterOn(page, 'button', 'Change it')
      await reads(textOf(page), 'Decorative: screen readers pass over it.')
    })

    it('writes a callout, and a line from the Add menu', async () => {
      const { page } = priya
      await beginAbove(page)
      await tool(page, 'Callout')
      await type(page, 'You do not have to wait for the old council.')
      await reads(textOf(page).getByRole('group', { name: /^Callout/ }), 'You do not have to wait for the old council.')
      await tool(page, /^Add/)
      await arrowTo(page, 'menuitem', 'Dividing line')
      await press(page, 'Enter')
      await sees(textOf(page), 'separator', '')
    })

    it('tags the page, and one heading in it, with what they answer', async () => {
      const { page } = priya
      await toTab(page, 'Checklist')
      await enterOn(page, 'button', 'Tag SE7-EH-06')
      const answered = page.getByRole('region', { name: 'Answered here' }).getByRole('listitem')
      await reads(answered.filter({ hasText: 'SE7-EH-06' }), 'The whole page')
      await seesFocus(page)
      await tabTo(page, 'radio', /^The whole page/)
      await press(page, 'ArrowDown')
      await tabTo(page, 'searchbox', 'Find a requirement')
      await page.keyboard.type('travel to school')
      await enterOn(page.getByRole('region', { name: 'Travel', exact: true }), 'button', 'Tag SE7-TR-01')
      await reads(answered.filter({ hasText: 'SE7-TR-01' }), '“Help on the way”')
      await seesFocus(page)
    })

    it('says who looks after the page, and how often it is checked', async () => {
      const { page } = priya
      await toTab(page, 'Details')
      await choose(page, /Owner$/, 'Sam')
      await sees(page, 'button', 'Sam Oduya Owner')
      await choose(page, /Review every$/, '12')
      const due = page.getByRole('textbox', { name: 'Next review due' })
      const inAYear = await due.inputValue()
      await choose(page, /Review every$/, '6')
      await expect.poll(() => due.inputValue()).not.toBe(inAYear)
    })

    it('says what families may want next, from a list that opens when it is asked for', async () => {
      const { page } = priya
      await tabTo(page, 'combobox', 'Add a page')
      expect(await page.getByRole('listbox').count()).toBe(0)
      // What still scrolls because of the last key closes a list that opens meanwhile; whoever asked asks once more.
      const list = page.getByRole('listbox', { name: 'Add a page' })
      await expect
        .poll(async () => {
          if ((await list.count()) === 0) await press(page, 'ArrowDown')
          return list.count()
        })
        .toBe(1)
      await press(page, 'Escape')
      await page.getByRole('listbox').waitFor({ state: 'detached' })
      await page.keyboard.type('Travel to school')
      await arrowTo(page, 'option', /^Travel to school/)
      await page.keyboard.press('Enter')
      await sees(page.getByRole('group', { name: 'Related pages' }), 'button', 'Remove Travel to school')
      await has(page, 'combobox', 'Add a page')
    })

    it('looks at the page as families will see it, on a phone and on a desktop', async () => {
      const { page } = priya
      await press(page, 'Alt+Shift+p')
      const site = page.getByTitle('The page as families will see it')
      await sees(site.contentFrame().locator('body'), 'heading', 'Help on the way')
      const phone = (await site.boundingBox())?.width ?? 0
      await tabTo(page, 'radio', 'Zoom 400%', 'Shift+Tab')
      await arrowTo(page, 'radio', 'Desktop', 'ArrowLeft')
      await press(page, 'Enter')
      await expect.poll(async () => (await site.boundingBox())?.width ?? 0).toBeGreaterThan(phone * 2)
      await seesFocus(page)
      await press(page, 'Escape')
      await site.waitFor({ state: 'detached' })
      await has(page, 'button', 'Preview')
    })

    it('reads the history, puts an earlier version back, and the newer one again', async () => {
      const { page } = priya
      await saveVersion(page)
      await toTab(page, 'History')
      await enterOn(page, 'button', /^Compare with now/)
      await sees(page, 'dialog', /^Changed since/)
      await press(page, 'Escape')
      await page.getByRole('dialog').waitFor({ state: 'detached' })
      await seesFocus(page)
      await putBack(page)
      await textOf(page).getByText('Help on the way').waitFor({ state: 'detached' })
      await putBack(page)
      await sees(textOf(page), 'heading', 'Help on the way')
    })
  })

  describe('with a colleague', () => {
    it('connects her workspace to the shared copy', async () => {
      const { page } = priya
      await press(page, 'Alt+7')
      await typeInto(page, 'Address', shared.address)
      await typeInto(page, 'Access token', team.priya.token)
      await press(page, 'Enter')
      await reads(page, 'Connected. Your work is shared from now on.')
      await everythingIsShared(page)
      await seesFocus(page)
    })

    it('chooses between two versions of one sentence', async () => {
      const { page } = priya
      changeAs(team.sam, shared, path, 'If your child has an EHC plan', 'If you have an EHC plan')
      await find(page, title)
      await sees(page, 'textbox', 'Text of the page')
      await tabTo(page, 'textbox', 'Text of the page')
      await page.keyboard.press('Control+Home')
      for (let words = 0; words < 3; words++) await page.keyboard.press('Control+Shift+ArrowRight')
      await page.keyboard.type('When a young person')
      await saveVersion(page)
      await sharing(page).getByText('1 choice to make').waitFor()
      await enterOn(page, 'link', 'Choose')
      await sees(page, 'heading', /^You and Sam both changed /)
      await press(page, 'm')
      await enterOn(page, 'button', 'Use this answer')
      await sees(page, 'heading', 'Nothing to choose')
      await seesFocus(page)
      await shared.has(path, 'When a young person')
      await everythingIsShared(page)
    })

    it('asks for a review', async () => {
      const { page } = priya
      await find(page, title)
      await sees(page, 'textbox', 'Text of the page')
      await press(page, 'Control+Shift+Enter')
      await enterOn(page, 'button', 'Ask for a review')
      await reads(page, 'It waits for a colleague to read it.')
      await page.getByRole('dialog').waitFor({ state: 'detached' })
      await press(page, 'Alt+Shift+s')
      await everythingIsShared(page)
    })
  })

  describe('the volunteer', () => {
    it('joins, and opens what waits for him', async () => {
      danny = await join(team.danny, shared.address)
      const { page } = danny
      await press(page, 'Alt+4')
      await enterOn(page, 'link', `Review ${title}`)
      await reads(page, 'Priya asks for a review.')
      await sees(page, 'button', 'Comment on chosen words')
      await seesFocus(page)
    })

    it('comments on chosen words', async () => {
      const { page } = danny
      await press(page, 'Alt+Shift+m')
      await sees(page, 'dialog', 'Which words is it about?')
      await page.keyboard.type('stay at their school')
      await arrowTo(page, 'option', /stay at their school/)
      await press(page, 'Enter')
      await has(page, 'textbox', 'Your comment on these words')
      await page.keyboard.type('Who decides that?')
      await press(page, 'Control+Enter')
      const comment = page.getByRole('list', { name: 'Comments' }).getByRole('listitem')
      await reads(comment.filter({ hasText: 'Who decides that?' }), /^“Your child can stay at their school/)
      await has(page, 'button', 'Comment on chosen words')
    })

    it('says that it is good, and that another page needs changes', async () => {
      const { page } = danny
      await find(page, 'Good to publish')
      await reads(page, `“${title}” is good to publish.`)
      await sees(page, 'heading', 'Review')
      await enterOn(page, 'link', 'Review Advice on your side')
      await enterOn(page, 'button', 'Needs changes')
      await page.keyboard.type('The last line shouts.')
      await enterOn(page, 'button', 'Ask for changes')
      await reads(page, '“Advice on your side” goes back with your comments.')
      await seesFocus(page)
      await press(page, 'Alt+Shift+s')
      await everythingIsShared(page)
    })
  })

  it('and nothing went wrong that nobody was told of', () => {
    expect([priya, danny].flatMap(laptop => laptop.troubles())).toEqual([])
  })
})
