import { expect, test } from 'vitest'
import * as desk from '../../src/main/desk/index.ts'
import { isoDateSchema } from '../../src/shared/content/index.ts'
import { detailsSchema } from '../../src/shared/feedback/index.ts'
import { share } from './asking.ts'
import { danny, knowGaps, type Laptop, must, priya } from './laptop.ts'
import { sam, teamServer } from './team-server.ts'
import { codeOf, newPage, undo } from './undoing.ts'

const ours = teamServer()
const se7 = 'se7-framework'
const wish = { kind: 'monitoring' as const, since: isoDateSchema.parse('2026-11-01'), until: null }
const gapOf = async (at: Laptop) => must(await desk.gapsIn(at.session, se7)).find(({ id }) => id === 'GAP-8')
const wordsOf = async (at: Laptop) => (await desk.listReports(at.session)).map(({ paragraphs }) => paragraphs)
const actionsOf = async (at: Laptop) => (await desk.listComments(at.session)).flatMap(({ comment }) => comment.actions)
const offIn = async (at: Laptop) =>
  (await at.session.knowing.checklists()).find(({ id }) => id === se7)?.off?.map(({ id }) => id) ?? []

test('whatever is done of gaps, promises, reports, lists and whose work it is, is undone after a restart and a sharing', async () => {
  const { one, two, id } = await ours.team('kinds', async at => {
    await knowGaps(at)
    const config = at.session.workspace.config()
    must(
      await desk.setConfig(at.session, { ...config, team: [priya, sam, danny].map(each => ({ ...each, roles: [] })) }),
    )
    return newPage(at)
  })
  const step = () => one.tick(1000)
  const { session } = one
  step()
  must(await desk.sayOfGap(session, se7, { gap: 'GAP-8', seen: [], said: { owner: sam.email, action: 'Ask them.' } }))
  const details = detailsSchema.parse({
    received: '2026-11-20',
    channel: 'telephone',
    words: 'Where are short breaks?',
  })
  step()
  const comment = must(await desk.addComment(session, details)).id
  step()
  must(await desk.setAction(session, comment, { what: 'Write a page', owner: sam.email, due: null, done: null }))
  step()
  must(await desk.keepReportWords(session, wish, 'introduction', 'A quiet month.'))
  step()
  must(await desk.changeList(session, se7, { kind: 'off', requirement: 'SE7-EF-02', why: 'Not ours' }))
  step()
  must(await desk.give(session, [id], sam.email))
  step()
  must(await desk.giveAll(session, sam.email, danny.email))
  await share(one, two)
  await two.restart()
  expect([await gapOf(two), await actionsOf(two)]).toMatchObject([{ owner: danny.email }, [{ owner: danny.email }]])
  two.tick(3_600_000)
  must(await undo(two, 'to Danny Frost'))
  await share(two, one)
  expect([await gapOf(one), await actionsOf(one)]).toMatchObject([{ owner: sam.email }, [{ owner: sam.email }]])
  for (const words of ['to Sam Oduya', 'wrote in a report', 'switched off', 'what comes next', 'what is to be done'])
    must(await undo(one, words))
  await share(one, two)
  expect(await gapOf(two)).toMatchObject({ status: 'open', owner: '', action: '' })
  expect([await actionsOf(two), await wordsOf(two), await offIn(two)]).toEqual([[], [], []])
  expect(await desk.listComments(two.session)).toHaveLength(1)
})

test('the beginning of an evaluation that is undone while a colleague judges in it without a network stays', async () => {
  const { one, two } = await ours.team('judged-meanwhile', newPage)
  const id = must(await desk.beginEvaluation(one.session, se7, 'Autumn')).id
  await share(one, two)
  const [item] = must(await desk.openEvaluation(two.session, id)).items
  two.tick(60_000)
  const said = { judgement: 'yes' as const, comment: 'Sam has looked.' }
  must(await desk.judge(two.session, id, { requirement: item?.requirement ?? '', seen: [], said }))
  must(await undo(one, 'began the evaluation'))
  await share(one, two, one)
  for (const { session } of [one, two]) {
    const { items } = must(await desk.openEvaluation(session, id))
    expect(JSON.stringify(items)).toContain('Sam has looked.')
  }
  expect(must(await two.session.history.told()).told).toMatchObject([
    { sentence: 'A colleague took away an evaluation while you worked on it. It stays.' },
  ])
  await one.restart()
  expect(codeOf(await undo(one, 'began the evaluation'))).toBe('nothing-left')
})
