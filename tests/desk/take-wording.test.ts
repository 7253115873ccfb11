import { afterEach, describe, expect, test } from 'vitest'
import * as desk from '../../src/main/desk/index.ts'
import type { PageId } from '../../src/shared/content/index.ts'
import { closeLaptops, danny, type Laptop, laptop, must, priya } from './laptop.ts'
import { bodyOf, codeOf, decided, newPage, stateOf, undo, write } from './undoing.ts'

afterEach(closeLaptops)

const quote = { exact: 'Ring the school', prefix: '', suffix: ' first' }

async function suggested(at: Laptop, wording = 'Ring the office') {
  const id = await newPage(at, 'Travel to school', 'Ring the school first.\n\nThen wait.')
  await decided(at, id)
  at.tick(1000)
  const { hash } = must(await desk.openReview(at.as(danny), id))
  const { id: comment } = must(await desk.comment(at.session, id, { hash, quote, text: '', wording }))
  at.as(priya)
  at.tick(1000)
  return { id, comment }
}

const threads = async (at: Laptop, id: PageId) => desk.commentsOn(at.session, id)

describe('taking a suggested wording', () => {
  test('is an edit by whoever takes it, which settles the comment and asks for a review', async () => {
    const at = await laptop()
    const { id, comment } = await suggested(at)
    must(await desk.takeWording(at.session, id, comment))
    expect(await bodyOf(at, id)).toBe('Ring the office first.\n\nThen wait.\n')
    expect(await threads(at, id)).toMatchObject([{ settled: true, taken: true }])
    expect(await stateOf(at, id)).toBe('changed-since-approval')
    const { hash } = must(await desk.openReview(at.session, id))
    expect(codeOf(await desk.decide(at.session, id, { hash, decision: 'good', note: '' }))).toBe('own-work')
    expect(codeOf(await desk.takeWording(at.session, id, comment))).toBe('settled-already')
  })

  test('is one act, which is undone as one', async () => {
    const at = await laptop()
    const { id, comment } = await suggested(at)
    must(await desk.takeWording(at.session, id, comment))
    must(await undo(at, 'Priya took Danny’s wording in “Travel to school”'))
    expect(await bodyOf(at, id)).toBe('Ring the school first.\n\nThen wait.\n')
    expect(await threads(at, id)).toMatchObject([{ settled: false, taken: false }])
    expect(await stateOf(at, id)).toBe('approved')
  })

  test('is refused where its words are others now, and nothing is changed', async () => {
    const at = await laptop()
    const { id, comment } = await suggested(at)
    await write(at, id, 'Ring the new school first.\n\nThen wait.')
    expect(codeOf(await desk.takeWording(at.session, id, comment))).toBe('words-gone')
    expect(await bodyOf(at, id)).toBe('Ring the new school first.\n\nThen wait.\n')
    expect(await threads(at, id)).toMatchObject([{ settled: false }])
  })

  test('needs words of one paragraph, and a comment has to say something', async () => {
    const at = await laptop()
    const id = await newPage(at)
    const { hash } = must(await desk.openReview(at.session, id))
    const over = { exact: 'One.\nTwo.', prefix: '', suffix: '' }
    const say = (words: Parameters<typeof desk.comment>[2]) => desk.comment(at.session, id, words)
    expect(codeOf(await say({ hash, quote: over, text: 'Shorter?', wording: 'One.' }))).toBe('not-one-place')
    expect(codeOf(await say({ hash, quote: null, text: 'Shorter?', wording: 'One.' }))).toBe('not-one-place')
    expect(codeOf(await say({ hash, quote: null, text: ' ' }))).toBe('nothing-said')
  })
})
