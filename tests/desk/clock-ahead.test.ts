import { afterEach, expect, test } from 'vitest'
import * as desk from '../../src/main/desk/index.ts'
import { isoDateSchema } from '../../src/shared/content/index.ts'
import { detailsSchema } from '../../src/shared/feedback/index.ts'
import type { Person } from '../../src/shared/review/index.ts'
import { closeLaptops, danny, knowGaps, type Laptop, laptop, must, priya } from './laptop.ts'
import { newPage } from './undoing.ts'

afterEach(closeLaptops)

const oneDay = 86_400_000

test('what a laptop said whose clock is a year ahead counts from the day of the version before it, on every day after', async () => {
  const at = await laptop()
  const id = await newPage(at)
  const facts = async () => {
    at.session.knowing.forget()
    const known = await at.session.knowing.one(id)
    return { ...known?.due, said: known?.records.map(record => `${record.kind} ${record.at.slice(0, 10)}`) }
  }
  at.tick(365 * oneDay)
  must(await desk.changeMany(at.as(danny), [id], { due: isoDateSchema.parse('2028-01-10') }))
  must(await desk.stillAccurate(at.as(danny), id))
  at.tick(-365 * oneDay)
  const first = await facts()
  expect(first).toMatchObject({ last: '2026-11-22' })
  expect(first.said?.filter(said => !said.endsWith(' 2026-11-22'))).toEqual([])
  at.tick(30 * oneDay)
  expect(await facts()).toEqual(first)
  await at.restart()
  expect(await facts()).toEqual(first)
  must(await desk.stillAccurate(at.as(priya), id))
  expect(await facts()).toMatchObject({ last: '2026-12-22' })
  at.tick(oneDay)
  must(await desk.stillAccurate(at.as(danny), id))
  at.tick(366 * oneDay)
  const whenItsDayHasCome = await facts()
  expect(whenItsDayHasCome).toMatchObject({ last: '2026-12-23' })
  expect(whenItsDayHasCome.said?.[0]).toBe(first.said?.[0])
})

test('what a laptop puts off whose clock is years ahead waits as long as it was meant to, and no longer', async () => {
  const at = await laptop()
  await knowGaps(at)
  const id = await newPage(at)
  must(await desk.changeMany(at.session, [id], { due: isoDateSchema.parse('2026-11-24') }))
  const details = detailsSchema.parse({
    received: '2026-11-20',
    channel: 'email',
    words: 'Nobody answers the telephone.',
  })
  const comment = must(await desk.addComment(at.session, details)).id
  const [today, far] = [isoDateSchema.parse('2026-11-23'), isoDateSchema.parse('2062-11-24')]
  expect(await desk.changeMany(at.session, [id], { due: far })).toMatchObject({ code: 'too-far' })
  expect(await desk.spreadReviews(at.session, [id], { from: today, to: far })).toMatchObject({ code: 'too-far' })
  const waiting = async () => {
    at.session.knowing.forget()
    const { lines } = await desk.week(at.session)
    return lines.flatMap(line => (line.putOff === null ? [] : [`${line.about?.kind} ${line.putOff.until}`]))
  }
  const lines = (await desk.week(at.session)).lines
  const gap = lines.find(({ about }) => about?.kind === 'gap')
  const page = lines.find(line => line.page === id && line.due !== null)
  const subjects = [gap?.about, page?.about, { kind: 'comment' as const, id: comment }]
  at.tick(5 * 365 * oneDay)
  at.as(danny)
  const wish = { key: page?.key ?? '', until: isoDateSchema.parse('2031-11-28'), reason: 'Half term.' }
  for (const about of subjects) if (about) must(await desk.putOffLine(at.session, about, wish))
  at.tick(-5 * 365 * oneDay)
  expect((await waiting()).toSorted()).toEqual(['gap 2026-11-29', 'page 2026-11-29'])
  at.tick(8 * oneDay)
  expect(await waiting()).toEqual([])
})

test('one laptop whose clock is a year behind puts nothing that a colleague said on another day', async () => {
  const at = await laptop(priya, '2024-01-10T10:00:00.000Z')
  const id = await newPage(at)
  at.tick(700 * oneDay)
  must(await desk.stillAccurate(at.as(priya), id))
  at.tick(-365 * oneDay)
  must(await desk.stillAccurate(at.as(danny), id))
  must(await desk.stillAccurate(at.as(danny), id))
  at.tick(366 * oneDay)
  at.session.knowing.forget()
  expect((await at.session.knowing.one(id))?.due.last).toBe('2025-12-10')
})

test('a report counts in its period what a clock dates a year later, and says so; the next evaluation starts from the last', async () => {
  const at = await laptop()
  const id = await newPage(at)
  at.tick(365 * oneDay)
  const early = await finishedEvaluation(at, danny, 'Of a wrong year')
  must(await desk.stillAccurate(at.as(danny), id))
  at.tick(-364 * oneDay)
  at.session.knowing.forget()
  const late = await finishedEvaluation(at, priya, 'Of this year')
  const all = await desk.listEvaluations(at.session)
  expect(all.map(({ title }) => title)).toEqual(['Of this year', 'Of a wrong year'])
  expect(all.flatMap(({ finished }) => finished.map(one => one.at.slice(0, 10)))).toEqual(['2026-11-23', '2026-11-22'])
  const period = { since: isoDateSchema.parse('2026-11-01'), until: isoDateSchema.parse('2026-11-30') }
  const { report } = must(await desk.report(at.session, { kind: 'monitoring', ...period }))
  const parts = report.sections.flatMap(section => section.parts)
  const figures = parts.flatMap(part => (part.kind === 'figures' ? part.figures : []))
  expect(figures.find(each => each.id === 'reviews.accurate')?.from).toHaveLength(1)
  const words = parts.flatMap(part => (part.kind === 'words' ? [part.text] : []))
  expect(words.filter(text => text.includes('clock was ahead'))).toHaveLength(1)
  const list = (await at.session.knowing.evaluations()).list
  at.tick(730 * oneDay)
  at.session.knowing.forget()
  const third = must(await desk.beginEvaluation(at.session, await checklistOf(at), 'The third')).id
  const begun = (await at.session.knowing.evaluations()).list.find(each => each.id === third)?.begun
  expect(list.find(each => each.id === late.id)?.begun.from).toBe(early.snapshot)
  expect(begun?.from).toBe(late.snapshot)
})

const checklistOf = async ({ session }: Laptop) => (await session.knowing.checklists())[0]?.id ?? ''

async function finishedEvaluation(at: Laptop, who: Person, title: string): Promise<{ id: string; snapshot: string }> {
  const session = at.as(who)
  const checklist = await checklistOf(at)
  const { id } = must(await desk.beginEvaluation(session, checklist, title))
  const requirement = (await session.knowing.checklists())[0]?.sections[0]?.requirements[0]?.id ?? ''
  must(await desk.judge(session, id, { requirement, seen: [], said: { judgement: 'yes' } }))
  return { id, snapshot: must(await desk.finishEvaluation(session, id)).id }
}
