import { existsSync, readdirSync, readFileSync, renameSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import type { JSHandle, Locator, Page } from 'playwright-core'
import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest'
import { closeBrowser, type Laptop, startLaptop } from './app.ts'
import { plainPicture } from './pictures.ts'
import { expectNoTrouble, speaksPlainly } from './plain-words.ts'
import { goTo, openPage, press, reads, sees } from './screen.ts'
import { isOnDisk, saveVersion, textOf } from './writing.ts'

const title = 'Travel to school'
const path = 'pages/education/travel-to-school.md'

/** One laptop with the sample, into which things go that should not. */
describe('bad files, in the window', () => {
  let laptop: Laptop
  let page: Page
  const inWorkspace = (name: string) => join(laptop.folder, 'data', 'offers', 'sample', name)
  const leftOut = () => page.getByRole('region', { name: /^Not shown as pages/ })
  const fileRow = (name: string) => leftOut().getByRole('listitem').filter({ hasText: name })

  beforeAll(async () => {
    laptop = await startLaptop('bad-files')
    page = laptop.page
    await press(page, 'Open the sample')
    await sees(page, 'heading', 'This week')
  })
  afterEach(async () => {
    await speaksPlainly(page)
    expectNoTrouble(laptop)
  })
  afterAll(() => laptop?.close())

  it('a page that is no text any more: is told beside the list, and its earlier version comes back', async () => {
    const bytes = Buffer.from([0x50, 0x4b, 3, 4, 0, 1, 2, 3, 0xff])
    await goTo(page, 'Pages')
    writeFileSync(inWorkspace(path), bytes)
    await reads(fileRow(path), 'is not a page: what is in the file is not text')
    await reads(fileRow(path), 'The file is kept as it is.')
    await reads(fileRow(path), 'Put an earlier version of the page back')
    await speaksPlainly(page)

    await press(fileRow(path), `Put the earlier version back ${path}`)
    await reads(page, 'The page is back. The other file is kept as')
    await leftOut().waitFor({ state: 'detached' })
    await openPage(page, title)
    await reads(textOf(page), 'Apply as soon as you know the school.')
    const [kept = ''] = readdirSync(inWorkspace('.signpost/set-aside'))
    expect(readFileSync(inWorkspace(`.signpost/set-aside/${kept}`)).equals(bytes)).toBe(true)
  })

  it('a page of 50 MB: is told, is kept as it is, and everything else goes on', async () => {
    const huge = inWorkspace('pages/education/huge.md')
    await goTo(page, 'Pages')
    writeFileSync(huge, Buffer.alloc(50_000_000, 'All of these words. '))
    await reads(fileRow('huge.md'), 'is too long for one page (more than 50,000 words)')
    await reads(fileRow('huge.md'), 'Make several pages of it')

    await openPage(page, title)
    await textOf(page).getByText('Apply as soon as you know the school.').click()
    await page.keyboard.press('End')
    await page.keyboard.insertText(' Words beside a huge file.')
    await saveVersion(page)
    expect(readFileSync(inWorkspace(path), 'utf8')).toContain('Words beside a huge file.')
    expect(readFileSync(huge).byteLength).toBe(50_000_000)

    // The next step is somebody's own, in a program for it: the list follows by itself.
    await goTo(page, 'Pages')
    renameSync(huge, join(laptop.folder, 'huge.md'))
    await leftOut().waitFor({ state: 'detached' })
  })

  it('a page of several MB that could be read in minutes: is not read at all', async () => {
    const long = inWorkspace('pages/education/long.md')
    await goTo(page, 'Pages')
    writeFileSync(long, '- *One* [link](page:x) and **another** word\n'.repeat(60_000))
    await reads(fileRow('long.md'), 'is too long for one page')
    await openPage(page, 'When school feels too hard')
    await goTo(page, 'Pages')
    renameSync(long, join(laptop.folder, 'long.md'))
    await leftOut().waitFor({ state: 'detached' })
  })

  it('a page with broken details: opens with its words and a sentence, and no line is lost when it is saved', async () => {
    const name = 'pages/education/broken.md'
    writeFileSync(
      inWorkspace(name),
      '---\ntitle: "When the bus\nowner: priya@example.org\n---\n\nRing the bus company first.\n',
    )
    await goTo(page, 'Pages')
    await page.getByRole('row', { name: 'Without a title' }).click()
    await reads(textOf(page), 'Ring the bus company first.')
    await reads(
      page,
      /The details at the top of this page could not be read, because of line \d: .+\. Its words are all here\./,
    )
    await reads(page, 'Write them again here, or put an earlier version back under History.')

    await page.getByRole('textbox', { name: 'Title' }).fill('When the bus is late')
    await saveVersion(page)
    const saved = readFileSync(inWorkspace(name), 'utf8')
    expect(saved).toContain('title: When the bus is late')
    expect(saved).toContain('title: "When the bus\n')
    expect(saved).toContain('owner: priya@example.org')
    expect(saved).toContain('Ring the bus company first.')
  })

  it('a picture that is no picture: is refused with its name, and a real one goes in', async () => {
    await goTo(page, 'Pictures and documents')
    const add = async (name: string, buffer: Buffer) => {
      const [chooser] = await Promise.all([page.waitForEvent('filechooser'), press(page, /^Add a/)])
      await chooser.setFiles({ name, mimeType: 'image/png', buffer })
      const dialog = page.getByRole('dialog', { name: `Add “${name}”` })
      await dialog.getByRole('textbox', { name: 'Description' }).fill('A bus stop with a low kerb')
      await press(dialog, 'Add it')
      return dialog
    }
    const dialog = await add('bus-stop.png', Buffer.from('This is a letter, not a picture.'))
    await reads(dialog, '“bus-stop.png” has the name of a picture, but it is not one. It was not added.')
    await reads(dialog, 'choose another file')
    await speaksPlainly(page)
    await press(dialog, 'Do not add it')
    expect(readdirSync(inWorkspace('media')).some(name => name.startsWith('bus-stop'))).toBe(false)

    await add('bus-stop.png', plainPicture())
    await reads(page, '“bus-stop.png” is ready to use on any page.')
  })

  it('a spreadsheet of services with a wrong row: is seen first, leaves that row out, and one step takes the rest back', async () => {
    await goTo(page, 'Services')
    const [saved] = await Promise.all([page.waitForEvent('download'), press(page, 'Save as a spreadsheet')])
    const sheet = readFileSync(await saved.path(), 'utf8')
    expect(sheet).toContain('Saltmarsh School')

    await press(page, 'Bring in from a spreadsheet…')
    const dialog = page.getByRole('dialog', { name: 'Bring in services from a spreadsheet' })
    const look = (name: string, text: string) =>
      page.locator('input[type=file]').setInputFiles({ name, mimeType: 'text/csv', buffer: Buffer.from(text) })
    await look('letter.csv', 'Dear all,\n')
    await reads(dialog, 'This file has no column called “Name”.')
    await look(saved.suggestedFilename(), `${sheet},Night swimming,,,,,,,,Leigh\r\n,,,,,,,,,SS2\r\n`)
    await reads(dialog, '1 service will be added, 0 changed')
    await reads(dialog.getByRole('list', { name: 'Cannot be brought in' }), 'Name: It has no name.')
    await reads(dialog.getByRole('list', { name: 'Will be added' }), 'Postcode: “Leigh” is no postcode.')
    for (const [width, height] of [
      [1280, 625],
      [640, 400],
    ] as const) {
      await page.setViewportSize({ width, height })
      await expect.poll(() => roomFor(dialog)).toEqual({ below: [], scrolls: 1 })
    }
    await page.setViewportSize({ width: 1280, height: 800 })
    const told = await wordsOfWork(dialog)
    await press(dialog, 'Bring in 1 service')
    await dialog.waitFor({ state: 'detached' })
    expect(await told.jsonValue()).toContain('Bringing in 1 service…')
    await page.getByRole('searchbox', { name: 'Find a service' }).fill('Night swimming')
    await page.getByRole('row', { name: 'Night swimming' }).waitFor()
    expect(existsSync(inWorkspace('services/night-swimming.md'))).toBe(true)
    await press(page.getByRole('alertdialog', { name: /^1 service added from/ }), 'Undo')
    await page.getByRole('row', { name: 'Night swimming' }).waitFor({ state: 'detached' })
    expect(existsSync(inWorkspace('services/night-swimming.md'))).toBe(false)
  })

  it('what is typed on a page grows beyond a book: is kept as a draft, and the sentence says what to do', async () => {
    await openPage(page, 'Medicines and medical needs at school')
    await textOf(page).click()
    await page.keyboard.press('Control+Home')
    await page.keyboard.insertText('A first word that must not be lost. ')
    await page.keyboard.insertText('Many words. '.repeat(30_000))
    await page.keyboard.press('Control+s')
    await reads(page, 'This is too long for one page: more than 50,000 words.')
    await reads(page, 'Move a part of it to another page, then save again.')
    await isOnDisk(laptop, 'A first word that must not be lost.')
    await speaksPlainly(page)
    await page.keyboard.press('Control+z')
    await press(page, 'Try again')
    await page.getByText('This is too long for one page').waitFor({ state: 'detached' })
  })

  it('the made-up name of the sample: is not taken for one’s own when a workspace is started', async () => {
    await page.goto(`${new URL('/', page.url()).href}#/start`)
    await press(page, 'Start a new workspace')
    for (const name of ['Name of the Local Offer', 'Council', 'Your name', 'Your work email']) {
      expect(await page.getByRole('textbox', { name }).inputValue()).toBe('')
    }
  })
})

/** The buttons of a dialog that lie below the window, and how many parts of it scroll. */
function roomFor(dialog: Locator): Promise<{ below: string[]; scrolls: number }> {
  return dialog.evaluate(node => {
    const buttons = [...node.querySelectorAll('.dialog-actions button')]
    const below = buttons.filter(button => button.getBoundingClientRect().bottom > window.innerHeight)
    const around = [...(node.closest('.veil')?.querySelectorAll('*') ?? []), node.closest('.veil') ?? node]
    const scrolls = around.filter(
      each => each.scrollHeight > each.clientHeight + 1 && /auto|scroll/.test(getComputedStyle(each).overflowY),
    )
    return { below: below.map(button => button.textContent ?? ''), scrolls: scrolls.length }
  })
}

/** Every word of work going on that the dialog shows from now on. */
function wordsOfWork(dialog: Locator): Promise<JSHandle<string[]>> {
  return dialog.evaluateHandle(node => {
    const told: string[] = []
    const look = () => told.push(node.querySelector('[role=status] .progress')?.textContent ?? '')
    new MutationObserver(look).observe(node, { childList: true, subtree: true })
    return told
  })
}

afterAll(closeBrowser)
