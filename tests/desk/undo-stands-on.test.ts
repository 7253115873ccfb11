import { afterEach, describe, expect, test } from 'vitest'
import * as desk from '../../src/main/desk/index.ts'
import { detailsSchema } from '../../src/shared/feedback/index.ts'
import { closeLaptops, danny, laptop, must } from './laptop.ts'
import { codeOf, undo } from './undoing.ts'

afterEach(closeLaptops)

/** Undoing takes away what was made, after a restart, and never what somebody made on it since. */
describe('what something stands on is not taken away by undoing', () => {
  test('an evaluation in which somebody has said something', async () => {
    const at = await laptop()
    const id = must(await desk.beginEvaluation(at.session, 'se7-framework', 'Autumn')).id
    const [item] = must(await desk.openEvaluation(at.session, id)).items
    const said = { judgement: 'yes' as const, comment: 'Danny has looked.' }
    at.tick(1000)
    must(await desk.judge(at.as(danny), id, { requirement: item?.requirement ?? '', seen: [], said }))
    await at.restart()
    expect(await undo(at, 'began the evaluation')).toMatchObject({
      code: 'said-in-it-since',
      sentence: expect.stringContaining('Danny has written in this evaluation'),
    })
    expect(await desk.listEvaluations(at.session)).toHaveLength(1)
    must(await undo(at, 'said yes to'))
    must(await undo(at, 'began the evaluation'))
    expect(await desk.listEvaluations(at.session)).toEqual([])
  })

  test('a comment to which families read the answer', async () => {
    const at = await laptop()
    const details = { received: '2026-11-20', channel: 'telephone', words: 'I could not find short breaks.' }
    const { id } = must(await desk.addComment(at.session, detailsSchema.parse(details)))
    at.tick(1000)
    must(await desk.publishAnswer(at.session, id, { said: 'It was hard to find.', did: 'We wrote a page.' }))
    await at.restart()
    expect(codeOf(await undo(at, 'logged what a family said'))).toBe('answered-in-public')
    expect(await desk.listComments(at.session)).toHaveLength(1)
    must(await desk.unpublishAnswer(at.session, id))
    must(await undo(at, 'logged what a family said'))
    expect(await desk.listComments(at.session)).toEqual([])
  })

  test('a list of the team’s own by which an evaluation is done', async () => {
    const at = await laptop()
    const data = Buffer.from('Requirement,Number\nSay who to ring,1\nSay when,2\n')
    const brought = must(await desk.bringInList(at.session, { data, title: 'Our list', version: '', columns: {} }))
    at.tick(1000)
    must(await desk.beginEvaluation(at.session, brought.checklist, 'Autumn'))
    await at.restart()
    expect(codeOf(await undo(at, 'brought in the checklist'))).toBe('evaluated-since')
    must(await undo(at, 'began the evaluation'))
    must(await undo(at, 'brought in the checklist'))
    expect((await at.session.knowing.checklists()).map(({ id }) => id)).not.toContain(brought.checklist)
  })
})
