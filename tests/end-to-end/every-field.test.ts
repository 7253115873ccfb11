import { createHash } from 'node:crypto'
import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import type { Page } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { aboutOf, runChecks } from '../../src/shared/checks/index.ts'
import { parseEntry, workspacePathSchema, writeRecord } from '../../src/shared/content/index.ts'
import { reviewRecordSchema } from '../../src/shared/review/index.ts'
import { mark } from '../security/hostile-answers.ts'
import { closeBrowser, newBrowserContext } from './app.ts'
import { type HostileProgram, startHostileProgram } from './hostile-program.ts'
import { goTo, press, reads, sees } from './screen.ts'
import { copyOfSample, runGit } from './team.ts'
import { at, events } from './told-events.ts'
import { dangersIn, type Watch, watch } from './watch.ts'

/**
 * What the window asks for to show a place. The answers to acts are of the same shapes; `live.state` is told as an event
 * too; what people have to choose between is looked at by the tests of choosing, and what somebody was joining is told
 * where no workspace is open.
 */
const asked =
  /^(activity\.list|checklist|checks|events|live\.(plan|before)|media\.list|pages\.(list|search|open|leftOut|bin|history|version|paragraphs)|review\.(waiting|open|comments|withdrawn)|services\.readFile|settings\.(config|connection)|start\.hello\.(?!joining)|week\.get)\b/
/** A refusal is one shape, and every one is shown by the same part of the window: that of `pages.open` stands for all. */
const refused = /^(?!pages\.open)\w+\.\w+\.(code|detail|sentence|nextStep)$|\.detail$/
/** Sentences of the program's own, with nobody's words in them, for what this workspace has not got. */
const fixed = [
  'activity.list.acts.undo.sentence',
  'pages.open.recovered.sentence',
  'start.hello.opened.notices',
  'start.hello.opened.readOnly',
]

const pages = {
  written: 'pages/education/moving-into-southend-with-an-ehc-plan.md',
  repaired: 'pages/education/travel-to-school.md',
  waiting: 'pages/health/adhd.md',
  service: 'services/saltmarsh-school.md',
} as const

/** Two pixels by three, twice; the screen and its colours are the first 19 bytes, and the end is the last. */
const stillGif = Buffer.from('R0lGODlhAgADAIAAAP///wAAACH5BAEAAAAALAAAAAACAAMAAAICRF4AOw==', 'base64')
const movingGif = Buffer.concat([stillGif.subarray(0, -1), stillGif.subarray(19)])

/** A workspace in which each place has something to show. */
function prepare(workspace: string): void {
  const change = (path: string, from: string, to: string) => {
    const file = join(workspace, path)
    const text = readFileSync(file, 'utf8')
    if (!text.includes(from)) throw new Error(`${path} does not say “${from}”`)
    writeFileSync(file, text.replace(from, to))
  }
  change(pages.repaired, '- parents', '- aliens')
  change('signpost.yml', 'url: ""', 'url: https://example.org')
  change(
    'signpost.yml',
    'targets: []',
    'targets: [{kind: folder, path: /nowhere}, {kind: branch, branch: site}, {kind: sftp, host: web.example.org, user: offer, folder: /srv/offer}]',
  )
  change(
    'signpost.yml',
    'signpost: 1',
    'signpost: 1\nwords: [playscheem]\nshortForms: [{name: NZQX, means: new school}]',
  )
  change(
    'signpost.yml',
    '  every: 12 months',
    '  every: 12 months\n  holidays: [{name: Half term, from: 2027-02-15, to: 2027-02-19}]',
  )
  change(
    'signpost.yml',
    '    auditedBy:',
    '    drawn: {on: 2026-09-16, pages: 3, found: [{criterion: 1.4.3, pages: 1}]}\n    auditedBy:',
  )
  rmSync(join(workspace, 'services/able-sails.md'))
  writeFileSync(join(workspace, 'signpost.yml'), 'checks: {levels: {latin: informs, gone: off}}\n', { flag: 'a' })
  letBe(workspace, pages.written)
  mkdirSync(join(workspace, 'checklists'), { recursive: true })
  writeFileSync(
    join(workspace, 'checklists/se7-framework.yml'),
    'id: se7-framework\noff: {SE7-PT-04: Not ours}\nmoved: {OLD-1: SE7-EF-01}\ngaps: {GAP-8: {label: Young carers, requirements: [SE7-SC-11]}}\n',
  )
  writeFileSync(join(workspace, 'media/flags.gif'), movingGif)
  writeFileSync(join(workspace, 'pages/education/no-page.md'), Buffer.from([0x50, 0x4b, 3, 4, 0, 1, 2, 3, 0xff]))
  runGit(workspace, 'add', '--all')
  runGit(
    workspace,
    '-c',
    'user.name=Sam Oduya',
    '-c',
    'user.email=sam@example.org',
    'commit',
    '--quiet',
    '-m',
    'Sam changed things',
  )
  sayWhyItWentOut(workspace)
  runGit(workspace, 'remote', 'add', 'origin', 'http://127.0.0.1:9/offer.git')
}

/** The newest publish of the sample, with a reason noted under it. */
function sayWhyItWentOut(workspace: string): void {
  const ask = (...words: string[]) => runGit(workspace, ...words).trim()
  const parents = ask('rev-parse', 'live^@').split('\n').filter(Boolean)
  const message = `${ask('log', '-1', '--format=%B', 'live')}\nPublish-Why: ["Sam approved it."]\n`
  const by = ['-c', 'user.name=Sam Oduya', '-c', 'user.email=sam@example.org']
  const version = ask(...by, 'commit-tree', 'live^{tree}', ...parents.flatMap(id => ['-p', id]), '-m', message)
  runGit(workspace, 'update-ref', 'refs/heads/live', version)
}

/** Somebody said of a sentence that it is not too long, and let these words go out although a link says nothing. */
function letBe(workspace: string, path: string): void {
  const text = readFileSync(join(workspace, path), 'utf8')
  const { entry } = parseEntry(workspacePathSchema.parse(path), text)
  const facts = { titles: new Map(), media: new Map(), today: '2026-11-22' }
  const found = (rule: string) => {
    const problem = runChecks(entry, facts).find(each => each.rule === rule)
    if (problem === undefined) throw new Error(`${path} has no problem of ${rule}`)
    return { rule, message: problem.message, about: aboutOf(problem, entry) }
  }
  const { id } = entry.fields
  const common = { page: id, by: { name: 'Sam Oduya', email: 'sam@example.org' }, at }
  const hash = createHash('sha256').update(text).digest('hex')
  const records = [
    { kind: 'not-a-problem', ...found('sentence-length'), reason: 'It is one list.', until: '2099-01-01' },
    { kind: 'withdraw', hash, reason: 'The fund has closed.' },
    {
      kind: 'comment',
      hash,
      quote: { exact: 'They should ring you each week.', prefix: '', suffix: '' },
      text: 'Do they?',
      wording: 'Ask them to ring you.',
      saidBy: { name: 'Jo Bell', email: 'jo@example.org', file: 'ab', part: 'c1' },
    },
    { kind: 'request', hash, note: 'New times.' },
    { kind: 'although', hash, problems: [found('link-text')], reason: 'The form closes on Friday.' },
  ]
  mkdirSync(join(workspace, 'reviews', id), { recursive: true })
  for (const [at, record] of records.entries()) {
    const said = reviewRecordSchema.parse({ ...common, ...record, id: `01KJ000000000000000000000${at}` })
    writeFileSync(join(workspace, 'reviews', id, `${said.id}.yml`), writeRecord(said))
  }
}

/** The window, told everything in the words of somebody who attacks: the contract’s own schemas say where there are words. */
describe('a window that is told something hostile in every field', () => {
  const folder = mkdtempSync(join(tmpdir(), 'signpost-fields-'))
  const workspace = join(folder, 'offer')
  const idOf = (path: string) => /^id: (\w+)$/m.exec(readFileSync(join(workspace, path), 'utf8'))?.[1] ?? ''
  let program: HostileProgram
  let page: Page
  let seen: Watch

  beforeAll(async () => {
    copyOfSample(folder)
    prepare(workspace)
    program = await startHostileProgram(folder, workspace)
    const context = await newBrowserContext()
    page = await context.newPage()
    page.setDefaultTimeout(30_000)
    seen = await watch(context, () => [new URL(program.address).origin])
    await page.goto(program.address)
    await sees(page, 'heading', 'This week')
  })
  afterAll(async () => {
    await page?.context().close()
    await closeBrowser()
    await program?.close()
    rmSync(folder, { recursive: true, force: true })
  })

  /** Hostile words are on the screen, and are words. */
  async function isInert(where: string): Promise<void> {
    await page.getByText(mark).first().waitFor()
    // What has just come onto the screen asks its questions in this moment, and each has to be answered.
    await page.evaluate(() => new Promise(resolve => setTimeout(resolve, 100)))
    await expect.poll(() => program.waiting()).toBe(0)
    await expect.poll(() => page.getByRole('status').getByText(/…$/).count()).toBe(0)
    expect([...(await dangersIn(page)), ...seen.seen()], where).toEqual([])
  }
  const goToAddress = (place: string) =>
    page.evaluate(hash => {
      location.hash = hash
    }, place)

  it('shows words in every place', async () => {
    await isInert('This week')
    for (const place of [
      'Pages',
      'Services',
      'Pictures and documents',
      'Review',
      'Checklists',
      'Whole site',
      'Live site',
      'What was done',
      'Settings',
    ] as const) {
      await goTo(page, place)
      await isInert(place)
    }
    await goToAddress('/bin')
    await sees(page, 'heading', 'Recently deleted')
    await isInert('what was deleted')
    await goToAddress('/settings/checks')
    await sees(page, 'heading', 'What the checks do')
    await isInert('what the checks do')
    await goTo(page, 'Checklists')
    await page.getByRole('link', { name: /SE7/ }).first().click()
    await sees(page, 'table', 'What the pages answer, by strand')
    await isInert('a checklist')
    await goTo(page, 'Checklists')
    await page.getByRole('link', { name: /^Go on/ }).click()
    await sees(page, 'listbox', 'Requirements')
    await isInert('an evaluation')
    await goTo(page, 'Checklists')
    await page.getByRole('link', { name: /^See / }).first().click()
    await sees(page, 'heading', /^Gaps on that day/)
    await isInert('a finished evaluation')
  })

  it('shows words in a spreadsheet of services that is looked at', async () => {
    await goTo(page, 'Services')
    await press(page, 'Bring in from a spreadsheet…')
    const buffer = Buffer.from(
      'Name,Cost,Colour,Phone,Website\nSaltmarsh School,£2,red,123,www.example.org\n,Free,,,\n',
    )
    await page.locator('input[type=file]').setInputFiles({ name: 'services.csv', mimeType: 'text/csv', buffer })
    await sees(page, 'list', 'Cannot be brought in')
    await isInert('a spreadsheet of services')
    await page.keyboard.press('Escape')
    await page.getByRole('dialog').waitFor({ state: 'detached' })
  })

  it('shows words in what is found, in all commands, and in the search for a page', async () => {
    await goTo(page, 'Pages')
    await page.getByRole('searchbox', { name: 'Find a page' }).fill('travel')
    await isInert('the search')
    await page.keyboard.press('Control+k')
    await page.keyboard.type('travel')
    await isInert('all commands')
    for (const _ of ['the words', 'the list']) await page.keyboard.press('Escape')
    await page.getByRole('dialog').waitFor({ state: 'detached' })
  })

  it.each(['written', 'repaired', 'service'] as const)('shows words on a page and beside it: %s', async which => {
    await goToAddress(`/pages/${idOf(pages[which])}`)
    await page.getByRole('textbox', { name: 'Text of the page' }).waitFor()
    for (const tab of ['Checklist', 'Details', 'History', 'Problems']) {
      await page.getByRole('tab', { name: tab }).click()
      await isInert(`${tab}, ${which}`)
    }
    // The list is drawn after everything that waits.
    if (which === 'written')
      await page
        .getByRole('button', { name: /^More about this/ })
        .first()
        .waitFor()
    for (const more of await page.getByRole('button', { name: /^More about this/ }).all()) {
      await more.click()
      await page.getByText('Where it comes from').waitFor()
    }
    await isInert(`why a problem is one, ${which}`)
    for (const tool of ['Link', 'Picture']) {
      await press(page, tool)
      await page.getByRole('dialog').waitFor()
      await isInert(`${tool}, ${which}`)
      await page.keyboard.press('Escape')
      await page.getByRole('dialog').waitFor({ state: 'detached' })
    }
  })

  it.each(['written', 'service'] as const)('shows words in the versions of a page: %s', async which => {
    await goToAddress(`/pages/${idOf(pages[which])}/history`)
    await page
      .getByRole('button', { name: /See it/ })
      .first()
      .click()
    await page.getByRole('dialog').waitFor()
    await isInert(`a version, ${which}`)
    await page.keyboard.press('Escape')
    await page.getByRole('dialog').waitFor({ state: 'detached' })
  })

  it.each(['written', 'waiting'] as const)('shows words in the review of a page: %s', async which => {
    await goToAddress(`/review/${idOf(pages[which])}`)
    await sees(page, 'article', 'The page')
    await isInert(`a review, ${which}`)
  })

  it('shows words where something is refused', async () => {
    await goToAddress('/pages/01JVS14BM007ETPEWYNX0S7DFB')
    await page
      .getByRole('alert')
      .or(page.getByRole('heading', { level: 1 }))
      .first()
      .waitFor()
    await isInert('a page that is not there')
  })

  it('shows words of what was undone', async () => {
    await goTo(page, 'What was done')
    const done = page.getByRole('list', { name: 'What was done, newest first' })
    await done
      .getByRole('button', { name: /^Undo this/ })
      .first()
      .click()
    await reads(done, 'Undone')
    await isInert('what was undone')
  })

  it('shows words in what the program tells by itself', async () => {
    await goTo(page, 'Live site')
    for (const event of events) {
      program.emit(event)
      await isInert(JSON.stringify(event))
    }
  })

  it('was told them in every field that a place can show', () => {
    const fields = [...program.all].filter(field => asked.test(field) && !refused.test(field))
    expect(fields.length).toBeGreaterThan(100)
    expect(fields.filter(field => !program.fields.has(field)).sort()).toEqual(fixed)
  })
})
