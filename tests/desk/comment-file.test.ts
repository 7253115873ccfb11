import { createHash } from 'node:crypto'
import { afterEach, describe, expect, test } from 'vitest'
import * as desk from '../../src/main/desk/index.ts'
import type { PageId } from '../../src/shared/content/index.ts'
import { payloads } from '../security/payloads.ts'
import { closeLaptops, danny, type Laptop, laptop, must, priya } from './laptop.ts'
import { codeOf, decided, newPage, stateOf, undo, write } from './undoing.ts'

afterEach(closeLaptops)

const jo = { name: 'Jo Bell', email: 'jo@example.org' }

async function answerTo(at: Laptop, id: PageId, change: Readonly<Record<string, unknown>> = {}): Promise<string> {
  const { hash, title } = must(await desk.openReview(at.session, id))
  const quote = { exact: 'Two.', prefix: 'One.\n', suffix: '\nThree.' }
  const comments = [
    { id: 'c1', quote, text: 'Say when.', wording: 'Two, on Monday.' },
    { id: 'c2', quote: null, text: 'Much better.', wording: null },
  ]
  const answer = 'ab'.repeat(16)
  const at_ = '2026-11-20T09:00:00.000Z'
  const whole = { signpost: 'answer', version: 1, answer, page: id, hash, title, at: at_, ...jo, note: '', comments }
  return JSON.stringify({ decision: null, ...whole, ...change })
}

async function asked(at: Laptop): Promise<PageId> {
  const id = await newPage(at)
  must(await desk.askForReview(at.session, id, ''))
  return id
}

describe('the file for comment', () => {
  test('lets its own style and script run, and nothing that words could bring', async () => {
    const at = await laptop()
    const hostile = payloads().slice(0, 60).join('\n\n')
    const id = await newPage(at, '</title><script>alert(1)</script>', hostile)
    const { html, name, answer } = must(await desk.fileForComment(at.session, id, '<script>alert(2)</script>'))
    expect([name, answer]).toEqual([
      'title-script-alert-1-script-for-comment.html',
      'title-script-alert-1-script-answer.json',
    ])
    const [, script = ''] = /<script>([\s\S]*?)<\/script>/.exec(html) ?? []
    const [, style = ''] = /<style>([\s\S]*?)<\/style>/.exec(html) ?? []
    const hash = (text: string) => `sha256-${createHash('sha256').update(text).digest('base64')}`
    expect(html.match(/<script/gi)).toHaveLength(1)
    expect(html).toContain(`script-src &#39;${hash(script)}&#39;`)
    expect(html).toContain(`style-src &#39;${hash(style)}&#39;`)
    expect(html).toContain('default-src &#39;none&#39;')
    expect(html).not.toMatch(/<[^>]+\son\w+=/i)
    // Nothing is fetched: no address stands where a browser would load it.
    expect(html).not.toMatch(/<(?:link|iframe|object|embed|base)\b|\ssrc="(?!data:image\/)/i)
  })
})

describe('an answer that comes back', () => {
  test('brings its comments, said to be from whom it says, as one act that is undone as one', async () => {
    const at = await laptop()
    const id = await asked(at)
    const text = await answerTo(at, id)
    at.as(danny)
    expect(must(await desk.lookAtAnswer(at.session, text))).toMatchObject({ from: jo, comments: 2, newComments: 2 })
    must(await desk.bringInAnswer(at.session, text, false))
    const threads = await desk.commentsOn(at.session, id)
    expect(threads.map(({ by, saidBy, wording }) => [by.name, saidBy?.name, wording])).toEqual([
      [danny.name, jo.name, 'Two, on Monday.'],
      [danny.name, jo.name, null],
    ])
    must(await undo(at, 'brought in an answer about “Travel to school”, said to be from Jo Bell'))
    expect(await desk.commentsOn(at.session, id)).toEqual([])
    must(await desk.bringInAnswer(at.session, text, false))
    expect(await desk.commentsOn(at.session, id)).toHaveLength(2)
  })

  test('is not taken in twice; what is new in it is', async () => {
    const at = await laptop()
    const id = await asked(at)
    must(await desk.bringInAnswer(at.session, await answerTo(at, id), false))
    expect(codeOf(await desk.bringInAnswer(at.session, await answerTo(at, id), false))).toBe('taken-already')
    const again = { id: 'c1', quote: null, text: 'Say when.', wording: null }
    const more = await answerTo(at, id, { comments: [again, { ...again, id: 'c3' }, { ...again, id: 'c3' }] })
    expect(must(await desk.lookAtAnswer(at.session, more))).toMatchObject({ comments: 3, newComments: 1 })
    expect(must(await desk.bringInAnswer(at.session, more, false))).toMatchObject({ comments: 1 })
    expect(await desk.commentsOn(at.session, id)).toHaveLength(3)
  })

  test('about another page is told so, and nothing is taken', async () => {
    const at = await laptop()
    const id = await asked(at)
    const text = await answerTo(at, id, { page: '01ARZ3NDEKTSV4RRFFQ69G5FAV', title: 'Sleep' })
    expect(codeOf(await desk.lookAtAnswer(at.session, text))).toBe('other-page')
    expect(codeOf(await desk.bringInAnswer(at.session, text, true))).toBe('other-page')
  })
})

describe('a decision in an answer', () => {
  const good = { decision: 'good', comments: [] }

  test('counts on exactly these words, through somebody who may decide and vouches for it', async () => {
    const at = await laptop()
    const id = await asked(at)
    const text = await answerTo(at, id, good)
    at.as(danny)
    expect(must(await desk.lookAtAnswer(at.session, text)).whyNoDecision).toBeNull()
    expect(must(await desk.bringInAnswer(at.session, text, true)).decided).toBe(true)
    expect(await stateOf(at, id)).toBe('approved')
    const [decision] = (await at.session.workspace.reviews(id)).filter(({ kind }) => kind === 'decision')
    expect(decision).toMatchObject({ by: danny, saidBy: jo })
  })

  test.each<[string, (at: Laptop, id: PageId) => Promise<[string, boolean]>, RegExp | null]>([
    [
      'not without that',
      async (at, id) => {
        at.as(danny)
        return [await answerTo(at, id, good), false]
      },
      null,
    ],
    [
      'not through whoever wrote the page, who could have made the file',
      async (at, id) => [await answerTo(at, id, good), true],
      /You changed this page last/,
    ],
    [
      'not from whoever wrote the page',
      async (at, id) => {
        at.as(danny)
        return [await answerTo(at, id, { ...good, ...priya, email: 'PRIYA@example.org' }), true]
      },
      /wrote these words/,
    ],
    [
      'not on other words',
      async (at, id) => {
        const text = await answerTo(at, id, good)
        await write(at, id, 'Other words.')
        at.as(danny)
        return [text, true]
      },
      /other words now/,
    ],
  ])('%s: it is kept as what somebody said', async (_, prepare, why) => {
    const at = await laptop()
    const id = await asked(at)
    const [text, vouched] = await prepare(at, id)
    const { whyNoDecision } = must(await desk.lookAtAnswer(at.session, text))
    expect(why === null ? whyNoDecision : why.test(whyNoDecision ?? '')).toBe(why === null ? null : true)
    expect(must(await desk.bringInAnswer(at.session, text, vouched)).decided).toBe(false)
    expect(await stateOf(at, id)).not.toBe('approved')
    expect(await desk.commentsOn(at.session, id)).toMatchObject([
      { text: 'Says: good to publish.', saidBy: expect.anything() },
    ])
  })

  test('does not survive a change of the words', async () => {
    const at = await laptop()
    const id = await asked(at)
    const text = await answerTo(at, id, good)
    must(await desk.bringInAnswer(at.as(danny), text, true))
    at.as(priya)
    await write(at, id, 'Other words.')
    expect(await stateOf(at, id)).toBe('changed-since-approval')
    await decided(at, id)
    expect(await stateOf(at, id)).toBe('approved')
  })
})
