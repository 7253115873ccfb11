import { afterEach, expect, test } from 'vitest'
import * as desk from '../../src/main/desk/index.ts'
import { closeLaptops, danny, laptop, must, priya } from './laptop.ts'
import { codeOf, newPage, undo } from './undoing.ts'

afterEach(closeLaptops)

test('a comment that was settled is opened again by anybody, however often it was settled, and that can be undone', async () => {
  const at = await laptop()
  const id = await newPage(at)
  const { hash } = must(await desk.openReview(at.session, id))
  const { id: comment } = must(await desk.comment(at.session, id, { hash, quote: null, text: 'Who is that?' }))
  const settled = async () => (await desk.commentsOn(at.session, id)).map(each => each.settled)
  expect(codeOf(await desk.reopenComment(at.session, id, comment))).toBe('open-already')
  for (const person of [priya, danny]) {
    at.tick(1000)
    must(await desk.settleComment(at.as(person), id, comment))
  }
  at.tick(1000)
  must(await desk.reopenComment(at.session, id, comment))
  expect(await settled()).toEqual([false])
  must(await desk.settleComment(at.session, id, comment))
  expect(await settled()).toEqual([true])
  must(await desk.reopenComment(at.session, id, comment))
  must(await undo(at, 'opened a comment on'))
  expect(await settled()).toEqual([true])
})
