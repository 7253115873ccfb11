import { expect, test } from 'vitest'
import * as desk from '../../src/main/desk/index.ts'
import { detailsSchema } from '../../src/shared/feedback/index.ts'
import { danny, joining, type Laptop, must } from './laptop.ts'
import { teamServer } from './team-server.ts'

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

test('a comment of a family that two answer while both are away has both answers, and nobody is asked', async () => {
  const { one, two } = await team('families')
  const details = detailsSchema.parse({
    received: '2026-11-20',
    channel: 'telephone',
    words: 'Where are short breaks?',
  })
  const { id } = must(await desk.addComment(one.session, details))
  await share(one, two)
  for (const [at, text] of [
    [one, 'On the first page.'],
    [two, 'Under “Short breaks”.'],
  ] as const) {
    at.tick(day)
    must(await desk.answerFamily(at.session, id, text))
    must(await desk.addComment(at.session, { ...details, words: `${text} Thank you.` }))
  }
  await share(two, one, two)
  await nobodyIsAsked(one, two)
  const [here, there] = [await desk.listComments(one.session), await desk.listComments(two.session)]
  expect(there).toEqual(here)
  expect(here).toHaveLength(3)
  const said = here
    .find(({ comment }) => comment.id === id)
    ?.comment.said.flatMap(each => ('text' in each ? each.text : []))
  expect(said?.toSorted()).toEqual(['On the first page.', 'Under “Short breaks”.'])
})
