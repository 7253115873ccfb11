import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { closeBrowser, type Laptop, startLaptop } from './app.ts'
import { plainPicture } from './pictures.ts'
import { choose, goTo, openPage, press, reads, sees } from './screen.ts'
import { chooseStyle, goBehindHeading, isOnDisk, problemsOf, putLinkTo, textOf, type, underlined } from './writing.ts'

const title = 'Moving into Southend with an EHC plan'

/** One officer, one laptop, no network: each promise goes on where the one before it ended. */
describe('an officer, offline', () => {
  let laptop: Laptop
  beforeAll(async () => {
    laptop = await startLaptop('priya')
  })
  afterAll(async () => {
    await laptop?.close()
    await closeBrowser()
  })

  it('looks around the sample', async () => {
    const { page } = laptop
    await press(page, 'Open the sample')
    await sees(page, 'heading', 'This week')
    await reads(page, 'You are Priya.')
    await reads(page, 'On this laptop only')
  })

  it('finds a page while she types, with its section, status, owner, review date and number of problems', async () => {
    const { page } = laptop
    await goTo(page, 'Pages')
    await page.getByRole('searchbox', { name: 'Find a page' }).pressSequentially('moving into')
    await reads(page, '1 page of 52')
    const row = page.getByRole('row', { name: title })
    for (const words of ['Education', 'Changed since approval', 'Priya', /^Review /]) await reads(row, words)
    await reads(row, '3 problems')
    await row.click()
    await sees(page, 'textbox', 'Text of the page')
  })

  it('writes a heading, a list and a link to a page that is found by its title', async () => {
    const { page } = laptop
    await goBehindHeading(page, 'What we do')
    await type(page, '', 'If you rent your home')
    await chooseStyle(page, 'Heading 3')
    await type(page, '', 'Send us one of these:', '')
    await press(page, 'List')
    await type(page, 'your tenancy agreement', 'a letter from your landlord', '', 'If it is too far to walk, read ')
    await putLinkTo(page, 'Travel to school')
    const text = textOf(page)
    await text.getByRole('heading', { name: 'If you rent your home', level: 3 }).waitFor()
    await text.getByRole('listitem').getByText('a letter from your landlord').waitFor()
    const link = text.getByRole('link', { name: 'Travel to school' })
    expect(await link.getAttribute('href')).toMatch(/^page:/)
  })

  it('writes a table whose first row is its header', async () => {
    const { page } = laptop
    await type(page, '.', '')
    await press(page, 'Table')
    for (const words of ['What you send', 'When', 'Tenancy agreement', 'Before you move']) {
      await type(page, words)
      await page.keyboard.press('Tab')
    }
    const table = textOf(page).getByRole('table')
    await sees(table, 'columnheader', 'What you send')
    await sees(table, 'cell', 'Tenancy agreement')
  })

  it('puts a picture in only when it is described, or decorative', async () => {
    const { page } = laptop
    await goBehindHeading(page, 'While you wait for a school')
    await type(page, '', 'Ring us when you have a date.', '')
    await press(page, 'Picture')
    const chooser = page.waitForEvent('filechooser')
    await press(page.getByRole('dialog', { name: 'Picture' }), 'A file from this laptop')
    await (await chooser).setFiles({ name: 'bus stop.png', mimeType: 'image/png', buffer: plainPicture() })
    const dialog = page.getByRole('dialog', { name: 'Describe the picture' })
    await press(dialog, 'Put it in')
    await reads(dialog, 'Describe the picture, or say that it is decorative.')
    await dialog.getByRole('textbox', { name: 'Description' }).fill('A bus stop outside the civic centre')
    await press(dialog, 'Put it in')
    await sees(textOf(page), 'img', 'A bus stop outside the civic centre')
  })

  it('writes a callout', async () => {
    const { page } = laptop
    await goBehindHeading(page, 'Tell us before you move')
    await type(page, '', '')
    await press(page, 'Callout')
    await type(page, 'You do not have to wait for the old council.')
    await reads(textOf(page).getByRole('group', { name: /^Callout/ }), 'You do not have to wait for the old council.')
  })

  it('is shown problems while she types, in the text and beside it, with why they matter', async () => {
    const { page } = laptop
    await goBehindHeading(page, 'While you wait for a school')
    await type(page, '', longSentence)
    const problem = problemsOf(page).getByRole('listitem').filter({ hasText: 'This sentence has 33 words.' })
    await reads(problem, 'Long sentences lose people who are tired, upset, or reading in their second language.')
    await expect.poll(() => underlined(page)).toContain(longSentence)
  })

  it('mends a problem with one key', async () => {
    const { page } = laptop
    await textOf(page).getByText('If the school is too far away').first().click()
    await page.keyboard.press('Control+.')
    await sees(textOf(page), 'heading', 'If the school is too far away')
    await expect.poll(() => problemsOf(page).getByText('is a line that works as a heading').count()).toBe(0)
  })

  it('tags the page, and one heading in it, with what they answer', async () => {
    const { page } = laptop
    await page.getByRole('tab', { name: 'Checklist' }).click()
    const suggested = page.getByRole('region', { name: 'Suggested by the words of this page' })
    await press(suggested, 'Tag SE7-EH-06')
    await goBehindHeading(page, 'If the school is too far away')
    await page.getByText('The heading at the cursor').click()
    await page.getByRole('searchbox', { name: 'Find a requirement' }).fill('travel to school')
    await press(page.getByRole('region', { name: 'Travel', exact: true }), 'Tag SE7-TR-01')
    const answered = page.getByRole('region', { name: 'Answered here' }).getByRole('listitem')
    await reads(answered.filter({ hasText: 'SE7-EH-06' }), 'The whole page')
    await reads(answered.filter({ hasText: 'SE7-TR-01' }), '“If the school is too far away”')
  })

  it('says who looks after the page, and how often it is checked', async () => {
    const { page } = laptop
    await page.getByRole('tab', { name: 'Details' }).click()
    await choose(page, 'Owner', 'Sam Oduya')
    await choose(page, 'Review every', '12 months')
    const due = page.getByRole('textbox', { name: 'Next review due' })
    const inAYear = await due.inputValue()
    await choose(page, 'Review every', '6 months')
    await expect.poll(() => due.inputValue()).not.toBe(inAYear)
    await sees(page, 'button', 'Sam Oduya Owner')
  })

  it('looks at the page as families will see it, on a phone and on a desktop', async () => {
    const { page } = laptop
    await press(page, 'Preview')
    const site = page.getByTitle('The page as families will see it')
    const shown = site.contentFrame()
    await sees(shown.locator('body'), 'heading', 'If you rent your home')
    await sees(shown.locator('body'), 'columnheader', 'What you send')
    await sees(shown.locator('body'), 'link', 'Travel to school')
    await reads(page, 'Nothing found in the page as families get it.')
    const phone = (await site.boundingBox())?.width ?? 0
    await page.getByText('Desktop', { exact: true }).click()
    await expect.poll(async () => (await site.boundingBox())?.width ?? 0).toBeGreaterThan(phone * 2)
    const ground = () => shown.locator('body').evaluate(body => getComputedStyle(body).backgroundColor)
    const before = await ground()
    await press(page, 'High contrast')
    await expect.poll(ground).toBe('rgb(0, 0, 0)')
    // The rules that the site has for it hold as well.
    expect(await shown.locator('.site-header').evaluate(header => getComputedStyle(header).borderBottomWidth)).toBe(
      '1px',
    )
    await press(page, 'High contrast')
    await expect.poll(ground).toBe(before)
    await page.getByText('Zoom 400%', { exact: true }).click()
    await expect.poll(() => shown.locator('html').evaluate(() => innerWidth)).toBe(320)
    expect((await site.boundingBox())?.width).toBe(1280)
    await press(page, 'Close the preview')
  })

  it('says in which language the page is, and it is written from the side that the language is', async () => {
    const { page } = laptop
    await page.getByRole('tab', { name: 'Details' }).click()
    const language = page.getByRole('button', { name: /Language of this page$/ })
    await language.click()
    await page.getByRole('option', { name: 'Urdu' }).click()
    await page.getByRole('combobox', { name: 'It says the same as' }).waitFor()
    await page.locator('[lang=ur][dir=rtl]').getByText('If you rent your home').waitFor()
    await language.click()
    await page.getByRole('option', { name: 'As the rest of the site' }).click()
    await page.locator('[lang=ur]').waitFor({ state: 'detached' })
    await page.getByRole('tab', { name: /^Problems/ }).click()
  })

  it('is led from what is wrong with the page as families get it to its words', async () => {
    const { page } = laptop
    await press(page, 'Preview')
    await goBehindHeading(page, 'Who to contact')
    await press(page.getByRole('toolbar'), /^Add/)
    await page.getByRole('menuitem', { name: 'Show and hide' }).click()
    const found = page.getByRole('list', { name: 'Found in the page as families get it' }).getByRole('listitem')
    await reads(found, 'A “Show and hide” has no words to press.')
    await press(found, /^Show me/)
    await expect.poll(() => textOf(page).evaluate(text => text.contains(document.activeElement))).toBe(true)
    // The desktop lies over the words, and makes way for them.
    await page.getByText('Desktop', { exact: true }).click()
    await press(found, /^Show me/)
    await page.getByRole('dialog', { name: 'Preview' }).waitFor({ state: 'detached' })
    await type(page, 'When are they there?')
    await reads(textOf(page), 'When are they there?')
    await press(page, 'Preview')
    await reads(page, 'Nothing found in the page as families get it.')
    await press(page, 'Close the preview')
  })

  it('loses nothing when the laptop dies while she types, also not what is in no page', async () => {
    const answer = () => laptop.page.getByLabel('What we did, or will do, or why we cannot')
    const toAnswer = async () => {
      await goTo(laptop.page, 'Families’ comments')
      await laptop.page.getByRole('list', { name: 'Comments, newest first' }).getByRole('link').first().click()
    }
    await toAnswer()
    await answer().fill('We asked the school.')
    await openPage(laptop.page, title)
    const contact = async () => {
      await press(laptop.page.getByRole('toolbar'), /^Add/)
      await laptop.page.getByRole('menuitem', { name: 'Contact details…' }).click()
      return laptop.page.getByRole('dialog', { name: 'Contact details' })
    }
    const dialog = await contact()
    await dialog.getByLabel('Telephone', { exact: true }).fill('01632 960123')
    await laptop.page.keyboard.press('Escape')
    await dialog.waitFor({ state: 'detached' })
    await goBehindHeading(laptop.page, 'Who to contact')
    await type(laptop.page, '', 'Ask for Alex between nine and five.')
    await isOnDisk(laptop, 'Ask for Alex between nine and five.')
    await type(laptop.page, ' And the next words are on their way when the battery')
    await laptop.kill()
    // A browser's window outlives the program, and has to say that it is gone; Electron's goes with it.
    if (laptop.shell === 'loopback') await reads(laptop.page, 'Signpost has stopped.')

    await laptop.restart()
    const { page } = laptop
    await press(page, 'Open Southend Local Offer')
    await reads(page, `Signpost recovered what you typed in “${title}”`)
    await openPage(page, title)
    await reads(textOf(page), 'Ask for Alex between nine and five.')
    await toAnswer()
    expect(await answer().inputValue()).toBe('We asked the school.')
    await openPage(page, title)
    const begun = await contact()
    expect(await begun.getByLabel('Telephone', { exact: true }).inputValue()).toBe('01632 960123')
    await press(begun, 'Cancel')
  })

  it('reads the history of the page in plain words', async () => {
    const { page } = laptop
    await page.keyboard.press('Control+s')
    await page.getByRole('tab', { name: 'History' }).click()
    const versions = page.getByRole('list', { name: 'Versions, newest first' }).getByRole('listitem')
    await versions.filter({ hasText: 'Priya rewrote the page on moving in with a plan' }).waitFor()
    await versions
      .first()
      .getByText(/^Priya, today/)
      .waitFor()
    await versions
      .first()
      .getByRole('button', { name: /^Compare with now/ })
      .click()
    await press(page.getByRole('dialog'), 'Close')
  })

  it('puts an earlier version back, and keeps the one that it replaces', async () => {
    const { page } = laptop
    const versions = page.getByRole('list', { name: 'Versions, newest first' }).getByRole('listitem')
    const before = await versions.count()
    const earlier = versions.filter({ hasText: 'Priya added the 15 working days and what happens while you wait' })
    await earlier.getByRole('button', { name: /^Put this back/ }).click()
    await press(page.getByRole('alertdialog'), 'Put it back')
    await textOf(page).getByText('If you rent your home').waitFor({ state: 'detached' })
    await expect.poll(() => versions.count()).toBe(before + 1)
  })
})

const longSentence =
  'We will write to you within two weeks and tell you who your caseworker is and what happens next and when you can ring us and who else you can ask about it.'
