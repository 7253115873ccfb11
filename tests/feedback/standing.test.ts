import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { isoDateSchema, parseRecord, writeRecord } from '../../src/shared/content/index.ts'
import { alikeAmong, answerSchema, commentSchema, commentStanding, findAlike } from '../../src/shared/feedback/index.ts'
import { mergeRecords } from '../../src/shared/merge/index.ts'
import { isRefusal } from '../../src/shared/outcome.ts'

const id = '01K9ZQ4T8MJ5W3XB7C2D6E8F0A'
const priya = { name: 'Priya Nair', email: 'priya@example.org' }
const danny = { name: 'Danny Frost', email: 'danny@example.org' }
const at = (minute: number) => `2026-11-22T10:${String(minute).padStart(2, '0')}:00.000Z`
const said = (number: number, more: object) => ({
  id: `01K9ZQ4T8MJ5W3XB7C2D6E8F${number}`,
  at: at(number),
  by: priya,
  ...more,
})

const comment = (...more: object[]) =>
  commentSchema.parse({
    id,
    received: '2026-10-05',
    channel: 'email',
    words: 'The page on travel is hard to find.',
    said: more,
  })
const published = answerSchema.parse({
  id,
  received: '2026-10-05',
  said: 'The page on travel was hard to find.',
  did: 'It stands on the first page now.',
  by: priya,
  at: at(30),
})

describe('where a comment stands', () => {
  test('follows from what was said of it', () => {
    const answered = said(11, { kind: 'answer', text: 'We moved it.' })
    expect(commentStanding(comment(), null).state).toBe('to-answer')
    expect(commentStanding(comment(answered), null).state).toBe('answered')
    expect(commentStanding(comment(answered), published).state).toBe('published')
    expect(commentStanding(comment(answered, said(12, { kind: 'answer', text: '' })), null).state).toBe('to-answer')
  })

  test('a comment that was left out says who decided and why, until it is taken in again', () => {
    const out = said(12, { kind: 'left-out', because: 'one-person', why: 'It is about one child’s taxi.' })
    const { state, leftOut } = commentStanding(comment(out), null)
    expect([state, leftOut?.by.name, leftOut?.why]).toEqual(['left-out', 'Priya Nair', 'It is about one child’s taxi.'])
    expect(commentStanding(comment(out, said(13, { kind: 'taken-in' })), null).state).toBe('to-answer')
  })

  test('the law’s two reasons are the only ones', () => {
    const other = said(12, { kind: 'left-out', because: 'embarrassing', why: 'It is not nice.' })
    expect(commentSchema.safeParse({ ...comment(), said: [other] }).success).toBe(false)
  })

  test('an answer that was written anew after families were given theirs is told', () => {
    const before = said(11, { kind: 'answer', text: 'We moved it.' })
    const after = said(45, { kind: 'answer', text: 'We moved it twice.' })
    expect(commentStanding(comment(before), published).answeredSince).toBe(false)
    expect(commentStanding(comment(before, after), published).answeredSince).toBe(true)
  })

  test('what counts is when something was said, in whatever order the file has it', () => {
    const [early, late] = [said(11, { kind: 'answer', text: 'First.' }), said(20, { kind: 'answer', text: 'Last.' })]
    expect(commentStanding(comment(late, early), null).answer?.text).toBe('Last.')
  })
})

describe('two people with one comment', () => {
  const before = comment(said(10, { kind: 'logged' }))

  test('are put together without a question: answers, decisions, actions and what was noted', () => {
    const action = { id: '01K9ZQ4T8MJ5W3XB7C2D6E8F21', what: 'Move it', owner: '', due: null, done: null }
    const mine = { ...before, theme: 'Travel', said: [...before.said, said(11, { kind: 'answer', text: 'Priya’s.' })] }
    const theirs = {
      ...before,
      owner: danny.email,
      actions: [action],
      said: [...before.said, said(12, { kind: 'answer', text: 'Danny’s.', by: danny })],
    }
    const merged = mergeRecords(writeRecord(before), writeRecord(mine), writeRecord(theirs))
    expect(merged?.clashes).toEqual([])
    const read = parseRecord(merged?.text ?? '', commentSchema)
    if (isRefusal(read)) throw new Error(read.detail)
    expect([read.theme, read.owner, read.actions.length]).toEqual(['Travel', danny.email, 1])
    expect(read.said.map(each => ('text' in each ? each.text : each.kind)).sort()).toEqual([
      'Danny’s.',
      'Priya’s.',
      'logged',
    ])
    expect(commentStanding(read, null).answer?.text).toBe('Danny’s.')
  })
})

describe('two comments that are one', () => {
  const base = {
    words: 'There are not enough groups for teenagers in our part of town.',
    received: isoDateSchema.parse('2026-10-05'),
    reference: '',
  }
  const like = (change: Partial<typeof base>) => findAlike({ ...base, ...change }, [base])?.how ?? null

  test('are known by their reference, their words, or nearly their words within a month', () => {
    expect(like({})).toBe('same-words')
    expect(like({ words: 'there are NOT enough groups, for teenagers, in our part of town' })).toBe('same-words')
    expect(like({ words: 'There are not enough groups for teenagers in our part of the town.' })).toBe('nearly')
    expect(
      like({
        words: 'There are not enough groups for teenagers in our part of the town.',
        received: isoDateSchema.parse('2026-01-05'),
      }),
    ).toBeNull()
    expect(like({ words: 'The website is slow on my telephone.' })).toBeNull()
    expect(findAlike({ ...base, words: 'Other.', reference: 'S-7' }, [{ ...base, reference: 'S-7' }])?.how).toBe(
      'same-reference',
    )
  })

  test('are found among many as they are one by one', () => {
    const word = fc.constantFrom(
      'groups',
      'for',
      'teenagers',
      'bus',
      'school',
      'nurse',
      'waiting',
      'plan',
      'page',
      'form',
    )
    const comment = fc.record({
      words: fc.array(word, { maxLength: 9 }).map(words => `There are not enough ${words.join(' ')}`),
      received: fc.constantFrom('2026-10-05', '2026-10-20', '2026-12-20').map(day => isoDateSchema.parse(day)),
      reference: fc.constantFrom('', '', 'S-7', 'S-8'),
    })
    fc.assert(
      fc.property(fc.array(comment, { maxLength: 9 }), fc.array(comment, { maxLength: 18 }), (known, rows) => {
        const oneByOne = rows.map((row, at) => findAlike(row, known) ?? findAlike(row, rows.slice(0, at)))
        const among = alikeAmong(known, rows).map(
          found => found && { how: found.how, other: (found.among === 'known' ? known : rows)[found.at] },
        )
        expect(among).toEqual(oneByOne)
      }),
      { numRuns: 200 },
    )
  })

  test('two answers of one survey are two, however alike', () => {
    expect(findAlike({ ...base, reference: 'S-8' }, [{ ...base, reference: 'S-7' }])).toBeNull()
  })
})
