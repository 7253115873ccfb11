import { expect, test } from 'vitest'
import * as desk from '../../src/main/desk/index.ts'
import { isoDateSchema } from '../../src/shared/content/index.ts'
import { detailsSchema } from '../../src/shared/feedback/index.ts'
import { danny, joining, knowGaps, type Laptop, must, priya } from './laptop.ts'
import { sam, teamServer } from './team-server.ts'

const ours = teamServer()
const day = 86_400_000
const list = 'se7-framework'

const team = (name: string) =>
  ours.team(name, async ({ session }) => {
    const wish = { section: 'education', title: 'Travel', template: 'topic' as const }
    return must(await desk.createPage(session, wish)).id
  })

async function share(...laptops: Laptop[]): Promise<void> {
  for (const { session } of laptops) await session.sharing.now()
}

async function nobodyIsAsked(...laptops: Laptop[]): Promise<void> {
  for (const { session } of laptops) {
    expect(session.sharing.state().kind).toBe('shared')
    expect(await session.choices.list()).toEqual([])
  }
}

test('two evaluators who were away for a week come back with every judgement, and nobody is asked', async () => {
  const { one, two } = await team('evaluators')
  const { id } = must(await desk.beginEvaluation(one.session, list, 'Autumn 2026'))
  await share(one, two)
  const asked = must(await desk.openEvaluation(one.session, id)).items.slice(0, 7)
  for (const [at, who, judgement] of [
    [one, 'Priya', 'yes'],
    [two, 'Sam', 'limited'],
  ] as const) {
    for (const { requirement, seen } of asked) {
      at.tick(day)
      const said = { judgement, comment: `As ${who} found ${requirement}.` }
      must(await desk.judge(at.session, id, { requirement, seen, said }))
    }
  }
  await share(two, one, two)
  await nobodyIsAsked(one, two)
  const [here, there] = [
    must(await desk.openEvaluation(one.session, id)),
    must(await desk.openEvaluation(two.session, id)),
  ]
  expect(there.items).toEqual(here.items)
  for (const item of here.items.slice(0, asked.length)) {
    expect(item.judgedBy.map(({ judgement }) => judgement).sort()).toEqual(['limited', 'yes'])
    const comments = item.differs.find(({ field }) => field === 'comment')?.words.map(({ value }) => value)
    expect(comments?.toSorted()).toEqual([`As Priya found ${item.requirement}.`, `As Sam found ${item.requirement}.`])
  }
})

test('a colleague who joins while two evaluators are away judges with them, has every judgement, and settles one', async () => {
  const { one, two } = await team('joined')
  const { id } = must(await desk.beginEvaluation(one.session, list, 'Autumn 2026'))
  await share(one, two)
  const open = async ({ session }: Laptop) => must(await desk.openEvaluation(session, id)).items
  const [first] = await open(one)
  const { requirement = '', seen = [] } = first ?? {}
  const judged = (at: Laptop, judgement: 'yes' | 'limited' | 'no', own: readonly string[]) =>
    desk.judge(at.session, id, { requirement, seen: [...own], said: { judgement } })
  one.tick(3 * day)
  must(await judged(one, 'yes', seen))
  two.tick(5 * day)
  must(await judged(two, 'no', seen))
  const three = await joining(danny, ours.server.url('joined'), 'dannys-token')
  expect((await open(three)).flatMap(({ judgedBy }) => judgedBy)).toEqual([])
  must(await judged(three, 'limited', []))
  // A laptop on which it is five days earlier places what was said in those days otherwise.
  one.tick(2 * day)
  three.tick(5 * day)
  await share(three, two, one, two, three)
  await nobodyIsAsked(one, two, three)
  const [here, there] = [await open(one), await open(three)]
  expect([await open(two), there]).toEqual([here, here])
  expect(here[0]?.judgedBy.map(({ by, judgement }) => `${by.email} ${judgement}`).toSorted()).toEqual([
    'danny@example.org limited',
    'priya@example.org yes',
    'sam@example.org no',
  ])
  // Until somebody who saw all three says what holds, the most careful one counts.
  expect(here[0]?.judgement).toBe('no')
  must(await judged(three, 'limited', there[0]?.seen ?? []))
  await share(three, one, two)
  await nobodyIsAsked(one, two, three)
  for (const at of [one, two, three]) expect((await open(at))[0]).toMatchObject({ judgement: 'limited', differs: [] })
})

test('one who finishes an evaluation and one who goes on judging it elsewhere lose nothing, and nobody is asked', async () => {
  const { one, two } = await team('finished')
  const { id } = must(await desk.beginEvaluation(one.session, list, 'Autumn 2026'))
  await share(one, two)
  const [first, second] = must(await desk.openEvaluation(one.session, id)).items
  const judged = (at: Laptop, requirement = '') =>
    desk.judge(at.session, id, { requirement, seen: [], said: { judgement: 'no', comment: 'Not there.' } })
  must(await judged(one, first?.requirement))
  must(await desk.finishEvaluation(one.session, id))
  two.tick(day)
  must(await judged(two, second?.requirement))
  await share(one, two, one)
  await nobodyIsAsked(one, two)
  for (const { session } of [one, two]) {
    const [row] = await desk.listEvaluations(session)
    expect([row?.finished.map(({ by }) => by.email), row?.late]).toEqual([['priya@example.org'], 1])
  }
})

test('what two answer, give away and put off while both are away is kept of both, and nobody is asked', async () => {
  const { one, two } = await team('families')
  await knowGaps(one)
  const config = one.session.workspace.config()
  const members = [priya, sam, danny].map(person => ({ ...person, roles: [] }))
  must(await desk.setConfig(one.session, { ...config, team: members }))
  const details = detailsSchema.parse({
    received: '2026-11-20',
    channel: 'telephone',
    words: 'Where are short breaks?',
  })
  const { id } = must(await desk.addComment(one.session, details))
  const { id: later } = must(await desk.addComment(one.session, { ...details, words: 'Who pays for the bus?' }))
  await share(one, two)
  two.tick(60_000)
  for (const [at, text, to, until] of [
    [one, 'On the first page.', danny.email, '2026-12-20'],
    [two, 'Under “Short breaks”.', priya.email, '2026-12-10'],
  ] as const) {
    at.tick(day)
    must(await desk.answerFamily(at.session, id, text))
    must(await desk.addComment(at.session, { ...details, words: `${text} Thank you.` }))
    for (const { key } of await workOn(at, later)) {
      const about = async () => (await workOn(at, later)).find(line => line.key === key)?.about ?? noSuchLine()
      must(await desk.giveLine(at.session, await about(), to))
      const wish = { key, until: isoDateSchema.parse(until), reason: 'The leaflet is being printed.' }
      must(await desk.putOffLine(at.session, await about(), wish))
    }
  }
  await share(two, one, two)
  await nobodyIsAsked(one, two)
  const [here, there] = [await desk.listComments(one.session), await desk.listComments(two.session)]
  expect(there).toEqual(here)
  expect(here).toHaveLength(4)
  const saidOf = (comment: string) => here.find(view => view.comment.id === comment)?.comment.said ?? []
  expect(
    saidOf(id)
      .flatMap(each => ('text' in each ? each.text : []))
      .toSorted(),
  ).toEqual(['On the first page.', 'Under “Short breaks”.'])
  const [priyas, sams] = [`given ${priya.email}`, `given ${sam.email}`]
  expect(saidOf(later).flatMap(each => (each.kind === 'given' ? `given ${each.by.email}` : []))).toEqual(
    expect.arrayContaining([priyas, sams]),
  )
  const lines = await workOn(one, later)
  expect(lines.map(({ owner, putOff }) => [owner, putOff?.by, putOff?.until])).toEqual([
    [priya.email, sam.name, '2026-12-10'],
    [priya.email, sam.name, '2026-12-10'],
  ])
  const shown = (all: typeof lines) => all.map(({ key, owner, putOff }) => ({ key, owner, putOff }))
  expect(shown(await workOn(two, later))).toEqual(shown(lines))
})

/** The lines of the week about one comment and one gap. */
async function workOn({ session }: Laptop, comment: string) {
  return (await desk.week(session)).lines.filter(({ key }) => key === `comment ${comment}` || key.endsWith('GAP-8'))
}

function noSuchLine(): never {
  throw new Error('no such line')
}
