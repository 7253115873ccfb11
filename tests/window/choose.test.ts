import { describe, expect, test } from 'vitest'
import { headingOf, safeUntilThen, whatChanged } from '../../src/renderer/choose/ask.ts'
import { answerOf, fieldDoc, lineDoc, lineOf, wordsOf } from '../../src/renderer/choose/readings.ts'
import { createReplyKeeper } from '../../src/renderer/choose/reply-keeper.ts'
import { keysFor, usable, waysFor, writingOf } from '../../src/renderer/choose/ways.ts'
import { parseBody, workspacePathSchema } from '../../src/shared/content/index.ts'
import type { Choice, Reply } from '../../src/shared/contract/index.ts'
import { type Refusal, refuse } from '../../src/shared/outcome.ts'
import { choice } from './fake/answers.ts'

const path = (text: string) => workspacePathSchema.parse(text)
const field = (name: string, mine: string, theirs: string): Choice => ({
  ...choice,
  field: name,
  mine: { ...choice.mine, doc: lineDoc(mine) },
  theirs: { ...choice.theirs, doc: lineDoc(theirs) },
  before: lineDoc(''),
})
const whole = (file: NonNullable<Choice['file']>): Choice => ({ ...choice, field: 'file', file })
const undo = (act: string, id = '1'): Choice => ({ ...choice, id, undoing: { act, sentence: 'Priya changed a title' } })

describe('a question', () => {
  test('says what was changed, in the words of the screen', () => {
    const of = (body: string): Choice => {
      const { doc } = parseBody(body)
      return { ...choice, before: doc, mine: { ...choice.mine, doc }, theirs: { ...choice.theirs, doc } }
    }
    expect(whatChanged(choice)).toBe('this paragraph')
    expect(whatChanged({ ...choice, before: parseBody('One.\n\nTwo.').doc })).toBe('these paragraphs')
    expect(whatChanged(of('## A heading'))).toBe('this heading')
    expect(whatChanged(of('- One\n- Two'))).toBe('this list')
    expect(whatChanged({ ...choice, field: 'title' })).toBe('the title')
    expect(whatChanged({ ...choice, field: 'review.due' })).toBe('the review date')
    expect(whatChanged({ ...choice, field: 'some-new-field' })).toBe('the same detail of this page')
  })

  test.each([
    ['words', choice, 'You and Sam both changed this paragraph'],
    ['mine deleted', whole({ kind: 'deleted', by: 'mine' }), 'You deleted this page while Sam changed it'],
    ['an undo', undo('a'), 'Put back the former words, or keep what stands now?'],
    ['theirs deleted', whole({ kind: 'deleted', by: 'theirs' }), 'Sam deleted this page while you changed it'],
  ])('of %s has a heading of its own', (_, asked, heading) => {
    expect(headingOf(asked)).toBe(heading)
  })

  test('of an undo says what was being undone, and who wrote since', () => {
    expect(safeUntilThen(undo('a'))).toBe(
      'You were undoing this: Priya changed a title. Sam changed this paragraph after that. Nothing is undone until you choose, and every word is kept.',
    )
  })

  test('says where one’s own page or picture is meanwhile', () => {
    const page = whole({ kind: 'address', both: 'made', theirs: path('pages/a/b.md'), mine: path('pages/a/b-2.md') })
    const picture = whole({ kind: 'media', theirs: path('media/hall.png'), mine: path('media/hall-2.png') })
    expect(safeUntilThen(page)).toContain('Yours is at a/b-2 until')
    const unread = whole({
      kind: 'address',
      both: 'changed',
      theirs: path('pages/a/b.md'),
      mine: path('pages/a/b-2.md'),
    })
    expect(headingOf(unread)).toBe('You and Sam both changed a page that cannot be put together')
    expect(safeUntilThen(unread)).toContain(
      'Signpost cannot read one of the two well enough, so it kept both. Yours is at',
    )
    expect(safeUntilThen(picture)).toContain('Yours is called hall-2.png until')
  })
})

describe('the ways to answer', () => {
  test.each([
    ['a paragraph', choice, ['Keep mine', 'Keep Sam’s', 'Keep both, one after the other', 'Write it myself']],
    ['a title', field('title', 'One', 'Two'), ['Keep mine', 'Keep Sam’s', 'Write it myself']],
    [
      'a summary',
      field('summary', 'One.', 'Two.'),
      ['Keep mine', 'Keep Sam’s', 'Keep both, one after the other', 'Write it myself'],
    ],
    ['an owner', field('owner', 'a', 'b'), ['Keep mine', 'Keep Sam’s', 'Choose somebody else']],
    [
      'a review date',
      field('review.due', '2027-01-01', '2027-02-01'),
      ['Keep mine', 'Keep Sam’s', 'Choose another day'],
    ],
    ['a list of its own', field('local', '["a"]', '["b"]'), ['Keep mine', 'Keep Sam’s']],
    [
      'a page deleted here',
      whole({ kind: 'deleted', by: 'mine' }),
      ['Delete it after all', 'Keep the page as Sam left it'],
    ],
    [
      'a page deleted there',
      whole({ kind: 'deleted', by: 'theirs' }),
      ['Keep the page as I left it', 'Delete it, as Sam did'],
    ],
    [
      'two pages',
      whole({ kind: 'address', both: 'made', theirs: path('pages/a/b.md'), mine: path('pages/a/b-2.md') }),
      ['Keep only mine', 'Keep only Sam’s', 'Keep both pages'],
    ],
    [
      'two pictures',
      whole({ kind: 'media', theirs: path('media/a.png'), mine: path('media/a-2.png') }),
      ['Keep only mine', 'Keep only Sam’s', 'Keep both files'],
    ],
    [
      'an undo',
      undo('a'),
      ['Put back the former words', 'Keep what stands now', 'Keep both, one after the other', 'Write it myself'],
    ],
    ['a lowest age', field('minimum_age', '3', '5'), ['Keep mine', 'Keep Sam’s', 'Write another number']],
    ['what kind of page', field('kind', 'a', 'b'), ['Keep mine', 'Keep Sam’s']],
  ] as const)('%s', (_, asked, expected) => {
    const ways = waysFor(asked)
    expect(ways.map(({ label }) => label)).toEqual(expected)
    // Whatever a button does, its letter and its number do too; N and P go to the next and the previous question.
    const chosen: string[] = []
    const keys = keysFor(ways, ({ label }) => chosen.push(label))
    expect(Object.keys(keys)).toHaveLength(2 * ways.length)
    for (const { key } of ways) keys[key]?.()
    for (const at of ways.keys()) keys[`${at + 1}`]?.()
    expect(chosen).toEqual([...expected, ...expected])
    expect(keys).not.toHaveProperty('N')
    expect(keys).not.toHaveProperty('P')
  })

  test('what one undo asks is used together, and keeps nothing else waiting', () => {
    const [first, second, other] = [undo('a', '1'), undo('a', '2'), undo('b', '3')]
    const list = [first, second, other, { ...choice, id: '4' }]
    const ready = (...answered: string[]) => usable(list, ({ id }) => answered.includes(id)).map(({ id }) => id)
    expect(ready('1', '3', '4')).toEqual(['3', '4'])
    expect(ready('1', '2')).toEqual(['1', '2'])
    expect(ready()).toEqual([])
  })

  test('nothing that is deleted is the first answer but by whoever deleted it', () => {
    expect(waysFor(whole({ kind: 'deleted', by: 'theirs' }))[0]?.label).toBe('Keep the page as I left it')
    expect(writingOf(whole({ kind: 'deleted', by: 'theirs' }))).toBeNull()
  })
})

describe('the words in question', () => {
  test('both, one after the other, stand as they will stand on the page: theirs and then mine', () => {
    expect(wordsOf(choice, { kind: 'both' }).content).toEqual([
      ...choice.theirs.doc.content,
      ...choice.mine.doc.content,
    ])
  })

  test('a colleague is read by name, and a day as a day', () => {
    const team = [{ name: 'Sam Oduya', email: 'sam@example.org' }]
    expect(lineOf(fieldDoc(lineDoc('sam@example.org'), 'owner', team))).toBe('Sam Oduya')
    expect(lineOf(fieldDoc(lineDoc(''), 'owner', team))).toBe('Nobody')
    expect(lineOf(fieldDoc(lineDoc('2027-03-01'), 'review.due', team))).toContain('1 March 2027')
    expect(lineOf(fieldDoc(lineDoc('2027-99-99'), 'review.due', team))).toBe('2027-99-99')
  })

  test('writing begins with one’s own words, or with the other’s where one had taken them out', () => {
    const reply: Reply = { answer: 'written', written: null }
    expect(answerOf(reply, choice)).toEqual({ kind: 'written', doc: choice.mine.doc })
    const out = { ...choice, mine: { ...choice.mine, doc: lineDoc('') } }
    expect(answerOf(reply, out)).toEqual({ kind: 'written', doc: choice.theirs.doc })
    expect(answerOf({ answer: null, written: choice.mine.doc }, choice)).toBeNull()
  })
})

describe('replies on their way to the disk', () => {
  const clock = () => {
    const due: (() => void)[] = []
    return {
      now: () => 0,
      after(_: number, run: () => void) {
        due.push(run)
        return () => due.splice(due.indexOf(run), 1)
      },
      tick: () => due.splice(0).forEach(run => void run()),
    }
  }
  const mine: Reply = { answer: 'mine', written: null }
  const theirs: Reply = { answer: 'theirs', written: null }

  test('go out in a moment, the newest only', async () => {
    const time = clock()
    const sent: Reply['answer'][] = []
    const keeper = createReplyKeeper({
      clock: time,
      send: async (_, { answer }) => {
        sent.push(answer)
        return { kind: 'ok' }
      },
    })
    keeper.set('a', mine)
    keeper.set('a', theirs)
    expect(sent).toEqual([])
    time.tick()
    expect(await keeper.flush()).toBeNull()
    expect(sent).toEqual(['theirs'])
  })

  test('are tried again when they could not be kept, and say so meanwhile', async () => {
    const time = clock()
    const full = refuse('disk-full', 'The disk is full.', 'Make room.')
    const answers: (Refusal | { kind: 'ok' })[] = [full, { kind: 'ok' }]
    const keeper = createReplyKeeper({ clock: time, send: async () => answers.shift() ?? { kind: 'ok' } })
    keeper.set('a', mine)
    expect(await keeper.flush()).toEqual(full)
    expect(keeper.trouble.get()).toEqual(full)
    time.tick()
    expect(await keeper.flush()).toBeNull()
    expect(keeper.trouble.get()).toBeNull()
    expect(keeper.replies.get().get('a')).toEqual(mine)
  })
})
