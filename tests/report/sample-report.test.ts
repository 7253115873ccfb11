import { execFileSync } from 'node:child_process'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { parse } from 'yaml'
import { z } from 'zod'
import * as desk from '../../src/main/desk/index.ts'
import { nextRecordId } from '../../src/main/desk/record-id.ts'
import { type IsoDate, instantSchema, isoDateSchema } from '../../src/shared/content/index.ts'
import { detailsSchema } from '../../src/shared/feedback/index.ts'
import { countOf, type Figure, figuresOf, type Report } from '../../src/shared/report/index.ts'
import { addDays, reviewRecordSchema } from '../../src/shared/review/index.ts'
import { closeLaptops, type Laptop, must, sampleLaptop } from '../desk/laptop.ts'
import { yearFromGit } from './comments-from-git.ts'
import { gapsFromGit, judgementsFromGit } from './evaluation-from-git.ts'
import { figuresFromGit } from './from-git.ts'
import { readWithGit } from './read-with-git.ts'
import { wordTroubles } from './word-trouble.ts'

const at: { laptop?: Laptop } = {}
const laptop = () => {
  if (!at.laptop) throw new Error('the sample was not made')
  return at.laptop
}
/** Days of this computer and of UTC are one here: see the time zone of the tests' own clock. */
const today = (): IsoDate => isoDateSchema.parse(laptop().world.now().toISOString().slice(0, 10))
const wish = () => ({ kind: 'monitoring' as const, since: addDays(today(), -122), until: today() })
const made = async (): Promise<Report> => must(await desk.report(laptop().session, wish())).report
/** The report of each kind that the sample has most to say in. */
async function reportOf(kind: Report['kind']): Promise<Report> {
  if (kind === 'monitoring') return made()
  if (kind === 'response') return must(await desk.report(laptop().session, { kind, year: await fullestYear() })).report
  return must(await desk.report(laptop().session, { kind, snapshot: (await finished()).snapshot })).report
}

/** The sample's days move with today, and its comments need not all be of one year. */
async function fullestYear(): Promise<number> {
  const comments = await laptop().session.workspace.comments.list()
  const years = [...Map.groupBy(comments, ({ received }) => Number(received.slice(0, 4)))]
  const [fullest] = years.sort(([, some], [, others]) => others.length - some.length)
  if (fullest === undefined) throw new Error('the sample has no comments')
  return fullest[0]
}

async function finished(): Promise<{ id: string; snapshot: string }> {
  const all = await desk.listEvaluations(laptop().session)
  const [first] = all.flatMap(({ id, finished }) => finished.map(({ snapshot }) => ({ id, snapshot })))
  if (first === undefined) throw new Error('the sample has no finished evaluation')
  return first
}

/** What each figure whose name begins so was counted from, by id. */
const idsOf = (report: Report, name: string) =>
  Object.fromEntries(
    [...byId(report)].flatMap(([id, { from }]) => (id.startsWith(name) ? [[id, from.map(source => source.id)]] : [])),
  )
const byId = (report: Report) => new Map<string, Figure>(figuresOf(report).map(figure => [figure.id, figure]))

beforeAll(async () => {
  at.laptop = await sampleLaptop()
}, 240_000)
afterAll(closeLaptops)

describe('every figure of the monitoring report', () => {
  test('is what the git history alone says, counted by another road', async () => {
    const report = await made()
    const figures = [...byId(report)].filter(([id]) => !id.startsWith('gaps.'))
    const own = Object.fromEntries(figures.map(([id, figure]) => [id, countOf(figure)]))
    const counted = figuresFromGit(laptop().session.workspace.root, { ...wish(), today: today() })
    expect(own).toEqual(counted)
    expect(own['review-dates.soon']).toBeGreaterThan(0)
    expect(Object.values(own).filter(value => value > 0).length).toBeGreaterThan(25)
  })

  test('says so too when pages were checked whose next day the plan of the year chooses', async () => {
    const { session } = laptop()
    const live = [...(await session.knowing.all()).values()].filter(({ live }) => live !== null).slice(0, 8)
    const ids = live.map(({ entry }) => entry.fields.id)
    // The plan puts each of them up to twelve days before 126, and what counts as soon ends after 122.
    must(await desk.changeMany(session, ids, { every: '18 weeks', due: null }))
    for (const id of ids) must(await desk.stillAccurate(session, id))
    const [own, counted] = [byId(await made()), figuresFromGit(session.workspace.root, { ...wish(), today: today() })]
    for (const id of ['soon', 'in-time', 'late', 'never'].map(each => `review-dates.${each}`))
      expect(own.get(id)?.from.length, id).toBe(counted[id])
  })

  test('says so too of what was taken back, of days that were set, and of words let out in a hurry that changed since', async () => {
    const { session } = laptop()
    const pages = [...(await session.knowing.all()).values()]
    const hurried = pages.find(({ records }) => records.some(({ kind }) => kind === 'urgent'))
    // The first of them were given another interval above, with which the next day counts as soon either way.
    const [checked, taken, set] = pages
      .toReversed()
      .flatMap(({ entry, live }) => (live && entry !== hurried?.entry ? [entry.fields.id] : []))
    const unseen = pages.find(({ live, standing }) => live === null && standing.state === 'draft')?.entry.fields.id
    if (!checked || !taken || !set || !unseen || !hurried) throw new Error('the sample has no such pages')
    must(await desk.spreadReviews(session, [checked, set], { from: addDays(today(), 10), to: addDays(today(), 20) }))
    for (const id of [checked, taken]) must(await desk.stillAccurate(session, id))
    must(await desk.undoAct(session, (await session.acts.newest())?.act ?? ''))
    must(await desk.publishUrgently(session, unseen, 'The line is closed.'))
    const { id: page } = hurried.entry.fields
    const decision = hurried.records.findLast(({ kind }) => kind === 'decision')
    const lena = { name: 'Lena', email: 'lena@example.org' }
    const own = { id: nextRecordId(nowIn(session), hurried.records), page, by: lena, at: nowIn(session) }
    const record = reviewRecordSchema.parse({ ...own, kind: 'take-back', record: decision?.id })
    must(await session.workspace.addReview(record))
    must(await desk.changeMany(session, [page], { every: '5 months' }))

    const report = byId(await made())
    const counted = figuresFromGit(session.workspace.root, { ...wish(), today: today() })
    const said = Object.keys(counted).filter(id => /^(?:reviews|review-dates)\./.test(id))
    expect(Object.fromEntries(said.map(id => [id, report.get(id)?.from.length]))).toEqual(
      Object.fromEntries(said.map(id => [id, counted[id]])),
    )
    expect(report.get('reviews.urgent')?.from.map(each => each.page)).toContain(unseen)
    expect(report.get('reviews.urgent-waiting')?.from.map(each => each.page)).toEqual([page])
  })

  test('of gaps counts each gap as the pages, the list and what was judged say, by another road', async () => {
    const road = readWithGit(laptop().session.workspace.root)
    expect(idsOf(await made(), 'gaps.')).toEqual(gapsFromGit(road, today()))
  })

  test.each(['monitoring', 'response', 'evaluation'] as const)(
    'of %s leads to things that are there, none of them twice',
    async kind => {
      const { session } = laptop()
      const [list] = await session.knowing.checklists()
      const asked = new Set(list?.sections.flatMap(({ requirements }) => requirements.map(({ id }) => id)))
      const gaps = new Set(list?.gaps.map(({ id }) => id))
      const versions = new Set((await session.history.story()).map(({ oid }) => oid as string))
      const records = new Set((await session.workspace.reviews()).map(({ id }) => id))
      const comments = new Set((await session.workspace.comments.list()).map(({ id }) => id as string))
      const publishes = new Set((await session.live.before()).map(({ publish }) => publish as string))
      const figures = figuresOf(await reportOf(kind))
      expect(figures.filter(({ from }) => from.length > 0).length).toBeGreaterThan(3)
      for (const figure of figures) {
        // A comment with two actions is two actions.
        const names = figure.from.map(({ kind, id, title }) => `${kind} ${id} ${title}`)
        expect(new Set(names).size, figure.id).toBe(names.length)
        for (const { kind, id, page, checklist, title } of figure.from) {
          expect(title, figure.id).not.toBe('')
          if (kind === 'page') expect(session.workspace.byId(page as never), id).not.toBeNull()
          if (kind === 'version') expect(versions.has(id), id).toBe(true)
          if (kind === 'review') expect(records.has(id), id).toBe(true)
          if (kind === 'comment') expect(comments.has(id), id).toBe(true)
          if (kind === 'publish') expect(publishes.has(id), id).toBe(true)
          if (kind === 'requirement') expect([asked.has(id), checklist], id).toEqual([true, list?.id])
          if (kind === 'gap') expect([gaps.has(id), checklist], id).toEqual([true, list?.id])
        }
      }
    },
  )
})

describe('the team’s own paragraphs', () => {
  test('stay, word for word, when the figures are counted anew', async () => {
    const { session } = laptop()
    must(await desk.keepReportWords(session, wish(), 'comments', 'We read them all.'))
    const before = await made()
    must(await desk.addComment(session, { ...someComment, received: today() }))
    const after = await made()
    const count = (report: Report) => byId(report).get('comments.received')?.from.length ?? 0
    expect(count(after)).toBe(count(before) + 1)
    for (const report of [before, after])
      expect(report.sections.find(({ id }) => id === 'comments')?.own).toBe('We read them all.')
  })

  test('are a version that can be undone, and hold no figure', async () => {
    const { session } = laptop()
    const other = { ...wish(), since: addDays(today(), -30) }
    must(await desk.keepReportWords(session, other, 'introduction', 'A quiet month.'))
    const path = `reports/monitoring-${other.since}.yml`
    const text = new TextDecoder().decode((await session.history.readAt('desk', path)) ?? new Uint8Array())
    expect(text).toBe(
      `id: monitoring-${other.since}\nkind: monitoring\nsince: ${other.since}\nuntil: ${other.until}\nparagraphs:\n  introduction: A quiet month.\n`,
    )
    must(await desk.undoAct(session, (await session.acts.newest())?.act ?? ''))
    expect(must(await desk.report(session, other)).report.sections[0]?.own).toBe('')
  })

  test('are there from the start in the sample', async () => {
    const [written] = (await desk.listReports(laptop().session)).filter(({ id }) => id === 'monitoring-2026-08-01')
    expect(written?.paragraphs.introduction).toContain('travel after 16')
  })
})

test('no report says that the law is kept: it shows what was judged, and people conclude', async () => {
  for (const kind of ['monitoring', 'response', 'evaluation'] as const) {
    const { sections, title } = await reportOf(kind)
    expect(JSON.stringify([title, sections]).match(/\b\w*complian\w*|\blawful\b|\bcomplies\b|\bcomply\b/gi)).toBeNull()
  }
})

test('a report that begins tomorrow, or ends before it begins, is refused in words', async () => {
  const { session } = laptop()
  for (const days of [
    { since: addDays(today(), 1), until: null },
    { since: today(), until: addDays(today(), -1) },
  ])
    expect(await desk.report(session, { kind: 'monitoring', ...days })).toMatchObject({
      kind: 'refused',
      code: 'no-such-time',
    })
})

test('the yearly response has the words that families read, by theme, and why comments were left out', async () => {
  const year = await fullestYear()
  const files = await Promise.all(
    (['html', 'csv'] as const).map(async format =>
      new TextDecoder().decode(
        must(await desk.reportAsFile(laptop().session, { kind: 'response', year }, format)).bytes,
      ),
    ),
  )
  for (const text of files) {
    expect(text).toContain('You said, we did')
    expect(text).toContain('It was about the help that one person gets')
    expect(text).not.toContain('taxi')
  }
})

test('the figures of “You said, we did” are what the git history alone says', async () => {
  const road = readWithGit(laptop().session.workspace.root)
  const figures = [...byId(await reportOf('response'))].map(([id, figure]) => [id, countOf(figure)])
  const counted = yearFromGit(road, await fullestYear())
  expect(Object.fromEntries(figures)).toEqual(counted)
  expect(Object.values(counted).filter(many => many > 0).length).toBeGreaterThan(3)
})

test('the figures of a finished evaluation are what people said of each requirement, one small file after the other', async () => {
  const road = readWithGit(laptop().session.workspace.root)
  expect(idsOf(await reportOf('evaluation'), 'judged.')).toEqual(judgementsFromGit(road, (await finished()).id))
})

test('the report of a finished evaluation says what was judged, as its file alone says it, in every format', async () => {
  const { session } = laptop()
  const [, first] = await desk.listEvaluations(session)
  const snapshot = first?.finished[0]?.snapshot ?? ''
  const wish = { kind: 'evaluation' as const, snapshot }
  const file = ['-C', session.workspace.root, 'show', `main:evaluations/${first?.id}/${snapshot}.yml`]
  const shape = z.looseObject({
    snapshot: z.object({ requirements: z.array(z.object({ id: z.string(), judgement: z.string().nullable() })) }),
  })
  const { requirements } = shape.parse(parse(execFileSync('git', file, { encoding: 'utf8', maxBuffer: 1e9 }))).snapshot
  const judged = (wanted: string | null) =>
    requirements.filter(({ judgement }) => judgement === wanted).map(({ id }) => id)
  expect(judged('no').length).toBeGreaterThan(0)
  expect(judged('yes').length).toBeGreaterThan(0)

  const { report } = must(await desk.report(session, wish))
  const figures = byId(report)
  for (const [id, wanted] of [
    ['yes', 'yes'],
    ['limited', 'limited'],
    ['no', 'no'],
    ['not', null],
  ] as const)
    expect(
      figures.get(`judged.${id}`)?.from.map(source => source.id),
      id,
    ).toEqual(judged(wanted))

  const [docx, html, csv] = await Promise.all(
    (['docx', 'html', 'csv'] as const).map(async format => must(await desk.reportAsFile(session, wish, format)).bytes),
  )
  expect(await wordTroubles(docx ?? new Uint8Array())).toEqual([])
  for (const bytes of [html, csv]) {
    const text = new TextDecoder().decode(bytes)
    expect(requirements.filter(({ id }) => !text.includes(`${id} `))).toEqual([])
  }
})

const nowIn = ({ world }: desk.Session) => instantSchema.parse(world.now().toISOString())
const someComment = detailsSchema.parse({ received: '2026-01-01', channel: 'email', words: 'The new page is good.' })
