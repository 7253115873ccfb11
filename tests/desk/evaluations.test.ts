import { readdirSync, readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { afterEach, expect, test } from 'vitest'
import * as desk from '../../src/main/desk/index.ts'
import { isoDateSchema } from '../../src/shared/content/index.ts'
import { isRefusal } from '../../src/shared/outcome.ts'
import { write } from './asking.ts'
import { closeLaptops, danny, knowGaps, type Laptop, laptop, must, priya } from './laptop.ts'

afterEach(closeLaptops)

const list = 'se7-framework'
const moving = 'SE7-EH-05'

async function begun(at: Laptop, title = 'Autumn 2026'): Promise<string> {
  return must(await desk.beginEvaluation(at.session, list, title)).id
}

async function itemIn(at: Laptop, id: string, requirement = moving) {
  const { items } = must(await desk.openEvaluation(at.session, id))
  const item = items.find(each => each.requirement === requirement)
  if (item === undefined) throw new Error(`${requirement} is not in the list`)
  return item
}

async function says(at: Laptop, id: string, said: Parameters<typeof desk.judge>[2]['said'], requirement = moving) {
  const { seen } = await itemIn(at, id, requirement)
  return must(await desk.judge(at.session, id, { requirement, seen, said }))
}

test('an evaluation is begun, judged by two, finished, and the next one starts from it', async () => {
  const at = await laptop()
  const id = await begun(at)
  await says(at, id, {
    judgement: 'limited',
    comment: 'Only half of it.',
    owner: danny.email,
    action: 'Write the rest.',
  })
  at.as(danny)
  at.tick(60_000)
  await says(at, id, { judgement: 'yes' })
  const [row] = await desk.listEvaluations(at.session)
  expect(row).toMatchObject({ counts: { yes: 1, limited: 0, no: 0, notJudged: 122 }, people: [danny, priya], late: 0 })
  const snapshot = must(await desk.finishEvaluation(at.session, id)).id
  const finished = must(await desk.finishedEvaluation(at.session, snapshot))
  const judged = finished.snapshot.requirements.find(each => each.id === moving)
  expect(judged).toMatchObject({
    judgement: 'yes',
    comment: 'Only half of it.',
    gap: null,
    section: 'ehc-and-moving',
  })
  expect(finished.snapshot.checklist.version).toBe((await at.session.knowing.checklists())[0]?.version)
  expect(finished.snapshot.gaps).toEqual([])

  at.tick(60_000)
  const next = await begun(at, 'Spring 2027')
  const item = await itemIn(at, next)
  expect(item).toMatchObject({
    judgement: null,
    comment: 'Only half of it.',
    owner: danny.email,
    last: { judgement: 'yes' },
  })
})

test('a finished evaluation takes no more judgements and says the same after the page, the list and a restart', async () => {
  const at = await laptop()
  const wish = { section: 'education', title: 'Moving in', template: 'topic' as const }
  const { id: page } = must(await desk.createPage(at.session, wish))
  await write(at, page, { fields: { checklist: [{ requirement: moving, heading: null }] } })
  const id = await begun(at)
  await says(at, id, { judgement: 'no' })
  const snapshot = must(await desk.finishEvaluation(at.session, id)).id
  const before = must(await desk.finishedEvaluation(at.session, snapshot))
  expect(before.snapshot.requirements.find(each => each.id === moving)?.pages).toMatchObject([{ id: page, live: null }])
  const no = await desk.judge(at.session, id, { requirement: moving, seen: [], said: { judgement: 'yes' } })
  expect(no).toMatchObject({ code: 'evaluation-finished' })
  expect(await desk.finishEvaluation(at.session, id)).toMatchObject({ code: 'evaluation-finished' })
  must(await desk.removePage(at.session, page))
  await at.restart()
  expect(must(await desk.finishedEvaluation(at.session, snapshot))).toEqual(before)
})

test('a finished evaluation that was changed outside Signpost is not shown, and says how it comes back', async () => {
  const at = await laptop()
  const id = await begun(at)
  await says(at, id, { judgement: 'no' })
  const snapshot = must(await desk.finishEvaluation(at.session, id)).id
  const file = join(at.session.workspace.root, 'evaluations', id, `${snapshot}.yml`)
  const text = readFileSync(file, 'utf8')
  writeFileSync(file, text.replace('judgement: no', 'judgement: yes'))
  expect(readFileSync(file, 'utf8')).not.toBe(text)
  await at.restart()
  expect(await desk.finishedEvaluation(at.session, snapshot)).toMatchObject({ code: 'no-such-evaluation' })
  expect(at.session.workspace.unreadable()).toMatchObject([{ code: 'evaluation-changed' }])
  writeFileSync(file, text)
  await at.restart()
  expect(must(await desk.finishedEvaluation(at.session, snapshot)).snapshot.requirements).toHaveLength(123)
})

test('a judgement that came after the finish, from somebody who was away, is counted and carried on', async () => {
  const at = await laptop()
  const id = await begun(at)
  await says(at, id, { judgement: 'no' })
  const late = readdirSync(join(at.session.workspace.root, 'evaluations', id))
  must(await desk.finishEvaluation(at.session, id))
  // What a colleague's laptop had kept meanwhile comes in with the next sharing, as a file.
  const name = late.find(each => each !== `${id}.yml`) ?? ''
  const folder = join(at.session.workspace.root, 'evaluations', id)
  const fresh = `${name.slice(0, 20)}ZZZZZZ`
  writeFileSync(
    join(folder, `${fresh}.yml`),
    readFileSync(join(folder, name), 'utf8')
      .replace(name.replace('.yml', ''), fresh)
      .replace('judgement: no', 'comment: A family asked twice.'),
  )
  at.session.knowing.forgetEvaluations()
  expect((await desk.listEvaluations(at.session))[0]).toMatchObject({ late: 1, counts: { no: 1 } })
  at.tick(60_000)
  const next = await begun(at, 'Next')
  expect(await itemIn(at, next)).toMatchObject({ comment: 'A family asked twice.', last: { judgement: 'no' } })
})

test('any two finished evaluations can be compared, the earlier one first', async () => {
  const at = await laptop()
  const one = await begun(at)
  await says(at, one, { judgement: 'limited' })
  const first = must(await desk.finishEvaluation(at.session, one)).id
  at.tick(1000)
  const other = await begun(at, 'Next')
  await says(at, other, { judgement: 'yes' })
  await says(at, other, { judgement: 'no' }, 'SE7-EA-01')
  const second = must(await desk.finishEvaluation(at.session, other)).id
  const compared = must(await desk.compareEvaluations(at.session, second, first))
  expect([compared.before.id, compared.after.id, compared.list]).toEqual([first, second, 'same'])
  const changes = compared.requirements.filter(each => each.change !== 'same')
  expect(changes.map(each => [each.id, each.change])).toEqual([
    [moving, 'better'],
    ['SE7-EA-01', 'judged-since'],
  ])
})

test('the gaps of a team are those that its own evaluation found, with who sees to them; a new one has none', async () => {
  const at = await laptop()
  const gaps = async () => must(await desk.gapsIn(at.session, list))
  expect(await gaps()).toEqual([])
  expect((await desk.week(at.session)).lines.filter(({ kind }) => kind === 'gap')).toEqual([])
  const id = await begun(at)
  await says(at, id, { judgement: 'limited', owner: danny.email, action: 'Write the rest.' })
  await says(at, id, { judgement: 'yes' }, 'SE7-ED-01')
  expect(await gaps()).toEqual([])
  const snapshot = must(await desk.finishEvaluation(at.session, id)).id
  const found = { label: expect.stringMatching(/^\p{Lu}.+\.$/u), owner: danny.email, action: 'Write the rest.' }
  expect(must(await desk.finishedEvaluation(at.session, snapshot)).snapshot.gaps).toMatchObject([
    { label: found.label },
  ])
  expect(await gaps()).toMatchObject([{ ...found, status: 'open', requirements: [moving] }])
  expect((await desk.week(at.session)).lines.filter(({ kind }) => kind === 'gap')).toHaveLength(1)
  const [gap] = await gaps()
  must(
    await desk.sayOfGap(at.session, list, { gap: gap?.id ?? '', seen: [], said: { owner: '', action: 'Ask them.' } }),
  )
  expect(await gaps()).toMatchObject([{ owner: '', action: 'Ask them.' }])
})

test('what closed a gap or put it off was about the evaluation then: the next that finds it opens it again', async () => {
  const at = await laptop()
  const finished = async (title: string, requirement: string, action: string) => {
    const id = await begun(at, title)
    await says(at, id, { judgement: 'no', action }, requirement)
    must(await desk.finishEvaluation(at.session, id))
    at.tick(60_000)
  }
  const gaps = async () => must(await desk.gapsIn(at.session, list))
  await finished('Autumn 2026', 'SE7-SC-11', 'Write the page.')
  const [gap] = await gaps()
  const said = { owner: danny.email, closed: 'We wrote the page.' }
  must(await desk.sayOfGap(at.session, list, { gap: gap?.id ?? '', seen: gap?.seen ?? [], said }))
  expect(await gaps()).toMatchObject([{ status: 'closed', owner: danny.email }])
  await finished('Spring 2027', 'SE7-SC-01', 'Ask the social workers.')
  const again = { id: gap?.id, status: 'open', closed: null, owner: danny.email, action: 'Ask the social workers.' }
  expect(await gaps()).toMatchObject([again])
  expect((await desk.week(at.session)).lines.filter(({ kind }) => kind === 'gap')).toHaveLength(1)
  const [now] = await gaps()
  must(await desk.sayOfGap(at.session, list, { gap: now?.id ?? '', seen: now?.seen ?? [], said: { closed: 'Asked.' } }))
  expect(await gaps()).toMatchObject([{ status: 'closed', why: 'Asked. (Priya Nair)' }])
})

test('what was found about one council is shown to its team, and to one that began to work on it', async () => {
  const gaps = async (at: Laptop) => must(await desk.gapsIn(at.session, list)).map(({ id }) => id)
  const at = await laptop()
  expect(await gaps(at)).toEqual([])
  await knowGaps(at)
  expect(await gaps(at)).toHaveLength(8)
  must(await desk.sayOfGap(at.session, list, { gap: 'GAP-8', seen: [], said: { owner: '', action: 'Ask.' } }))
  must(await desk.setConfig(at.session, { ...at.session.workspace.config(), council: 'Anytown Council' }))
  expect(await gaps(at)).toHaveLength(8)
})

test('a gap has an owner and a next action, is closed with a reason and can be opened again', async () => {
  const at = await laptop()
  await knowGaps(at)
  const gap = async () => must(await desk.gapsIn(at.session, list)).find(each => each.id === 'GAP-8')
  const say = async (said: Parameters<typeof desk.sayOfGap>[2]['said']) =>
    must(await desk.sayOfGap(at.session, list, { gap: 'GAP-8', seen: (await gap())?.seen ?? [], said }))
  await say({ owner: danny.email, action: 'Ask the young carers’ group.' })
  expect(await gap()).toMatchObject({ status: 'open', owner: danny.email, action: 'Ask the young carers’ group.' })
  await say({ closed: 'The group has a site of its own now.' })
  expect(await gap()).toMatchObject({ status: 'closed', closed: { by: priya }, owner: danny.email })
  await say({ closed: null })
  expect(await gap()).toMatchObject({ status: 'open', closed: null })
})

test('whatever is said in an evaluation has its sentence and can be undone', async () => {
  const at = await laptop()
  const id = await begun(at)
  await says(at, id, { judgement: 'limited' })
  at.tick(1000)
  await says(at, id, { judgement: 'yes' })
  const { acts } = await at.session.acts.list({ by: null, page: null, after: null })
  expect(acts.slice(0, 3).map(act => act.sentence)).toEqual([
    expect.stringMatching(/^Priya said yes to “/),
    expect.stringMatching(/^Priya said limited to “/),
    'Priya began the evaluation “Autumn 2026”',
  ])
  expect(acts[0]?.kind).toBe('checklists')
  const undone = must(await desk.undoAct(at.session, acts[0]?.act ?? ''))
  expect((await itemIn(at, id)).judgement).toBe('limited')
  must(await desk.undoAct(at.session, undone.act))
  expect((await itemIn(at, id)).judgement).toBe('yes')
})

test('bad wishes are answered with a sentence, and nothing is kept', async () => {
  const at = await laptop()
  const { session } = at
  expect(await desk.beginEvaluation(session, 'nothing', 'Autumn')).toMatchObject({ code: 'no-such-checklist' })
  expect(await desk.beginEvaluation(session, list, '   ')).toMatchObject({ code: 'no-name' })
  expect(await desk.beginEvaluation(session, list, 'x'.repeat(121))).toMatchObject({ code: 'no-name' })
  expect(await desk.openEvaluation(session, '01J00000000000000000000000')).toMatchObject({ code: 'no-such-evaluation' })
  const id = await begun(at)
  expect(await desk.finishEvaluation(session, id)).toMatchObject({ code: 'nothing-judged' })
  expect(
    await desk.judge(session, id, { requirement: 'SE7-XX-99', seen: [], said: { judgement: 'yes' } }),
  ).toMatchObject({ code: 'no-such-requirement' })
  const on = isoDateSchema.parse('2026-11-23')
  expect(await desk.addEvidence(session, list, { requirement: moving, what: 'Met them', on })).toMatchObject({
    code: 'not-yet',
  })
  expect(isRefusal(must(await desk.openEvaluation(session, id)))).toBe(false)
  expect(await session.workspace.evaluations()).toHaveLength(1)
})
