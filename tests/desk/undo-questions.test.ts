import { readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { afterEach, describe, expect, test } from 'vitest'
import * as desk from '../../src/main/desk/index.ts'
import { type PageId, parseBody, serialiseBody } from '../../src/shared/content/index.ts'
import type { AnswerKind, Choice } from '../../src/shared/contract/index.ts'
import { closeLaptops, danny, type Laptop, laptop, must, priya } from './laptop.ts'
import { act, all, bodyOf, codeOf, newPage, retitle, write } from './undoing.ts'

afterEach(closeLaptops)

/** Priya changed two paragraphs, and Danny the first of them again. Priya undoes hers. */
async function clashing(): Promise<{ at: Laptop; id: PageId; answer: unknown }> {
  const at = await laptop()
  const id = await newPage(at)
  await write(at, id, 'One, as Priya says.\n\nTwo.\n\nThree, as Priya says.')
  at.as(danny)
  await write(at, id, 'One, as Danny says.\n\nTwo.\n\nThree, as Priya says.')
  at.as(priya)
  return { at, id, answer: await undoing(at, 'Priya changed two paragraphs') }
}

async function undoing(at: Laptop, words: string) {
  at.tick(1000)
  return desk.undoOrAsk(at.session, (await act(at, words)).act)
}

async function replied(at: Laptop, choice: Choice, answer: AnswerKind | null, words: string | null = null) {
  const written = words === null ? null : parseBody(words).doc
  must(await desk.keepReply(at.session, choice.id, { answer, written }))
}

/** What became of the act that begins like this. */
async function fateOf({ session }: Laptop, beginning: string) {
  const { acts } = await session.acts.list(all)
  return acts.find(({ sentence }) => sentence.startsWith(beginning))?.undo
}

const asked = ({ session }: Laptop) => desk.openChoices(session)
const finish = async (at: Laptop) => {
  at.tick(1000)
  const ids = (await asked(at)).map(({ id }) => id)
  return desk.finishChoices(at.session, ids)
}

async function only(at: Laptop): Promise<Choice> {
  const [choice, ...others] = await asked(at)
  expect(others).toEqual([])
  if (choice === undefined) throw new Error('nobody was asked')
  return choice
}

describe('undoing what somebody has changed since', () => {
  test('asks, and changes nothing until it is answered', async () => {
    const { at, id, answer } = await clashing()
    expect(answer).toEqual({ kind: 'asks', questions: 1 })
    expect(await bodyOf(at, id)).toBe('One, as Danny says.\n\nTwo.\n\nThree, as Priya says.\n')
    await at.restart()
    const choice = await only(at)
    expect(choice.undoing?.sentence).toBe('Priya changed two paragraphs in “Travel to school”')
    const sides = [choice.mine, choice.before, choice.theirs].map(side => ('doc' in side ? side.doc : side))
    expect(sides.map(serialiseBody)).toEqual(['One.\n', 'One, as Priya says.\n', 'One, as Danny says.\n'])
    expect(choice.theirs.by).toEqual(danny)
  })

  test('asked twice, it is one question', async () => {
    const { at } = await clashing()
    await undoing(at, 'Priya changed two paragraphs')
    await only(at)
  })

  test('the former words: the whole act is undone, in one version that can itself be undone', async () => {
    const { at, id } = await clashing()
    await replied(at, await only(at), 'mine')
    const { acts } = must(await finish(at))
    expect(acts).toHaveLength(1)
    expect(await bodyOf(at, id)).toBe('One.\n\nTwo.\n\nThree.\n')
    expect(await asked(at)).toEqual([])
    expect(await fateOf(at, 'Priya changed two paragraphs')).toEqual({ kind: 'undone', by: acts[0] })
    must(await desk.undoAct(at.session, acts[0] ?? ''))
    expect(await bodyOf(at, id)).toBe('One, as Danny says.\n\nTwo.\n\nThree, as Priya says.\n')
  })

  test('what stands now: only the rest of the act is undone', async () => {
    const { at, id } = await clashing()
    await replied(at, await only(at), 'theirs')
    must(await finish(at))
    expect(await bodyOf(at, id)).toBe('One, as Danny says.\n\nTwo.\n\nThree.\n')
  })

  test('words of one’s own', async () => {
    const { at, id } = await clashing()
    await replied(at, await only(at), 'written', 'One, as we all say.')
    must(await finish(at))
    expect(await bodyOf(at, id)).toBe('One, as we all say.\n\nTwo.\n\nThree.\n')
  })

  test('what stands now, where there is no rest: nothing is changed, and nothing asks any more', async () => {
    const at = await laptop()
    const id = await newPage(at)
    await write(at, id, 'One, as Priya says.\n\nTwo.\n\nThree.')
    at.as(danny)
    await write(at, id, 'One, as Danny says.\n\nTwo.\n\nThree.')
    at.as(priya)
    await undoing(at, 'Priya changed a paragraph')
    const head = await at.session.history.head()
    await replied(at, await only(at), 'theirs')
    expect(must(await finish(at))).toEqual({ kind: 'finished', used: 1, acts: [] })
    expect(await at.session.history.head()).toBe(head)
    expect(await asked(at)).toEqual([])
  })

  test('what stands now, at every place of a page that asks: nothing is changed, and nothing asks any more', async () => {
    const at = await laptop()
    const id = await newPage(at)
    await write(at, id, 'One, as Priya says.\n\nTwo.\n\nThree, as Priya says.')
    at.as(danny)
    await write(at, id, 'One, as Danny says.\n\nTwo.\n\nThree, as Danny says.')
    at.as(priya)
    await undoing(at, 'Priya changed two paragraphs')
    const [head, questions] = [await at.session.history.head(), await asked(at)]
    expect(questions).toHaveLength(2)
    for (const choice of questions) await replied(at, choice, 'theirs')
    expect(must(await finish(at))).toEqual({ kind: 'finished', used: 2, acts: [] })
    expect(await at.session.history.head()).toBe(head)
    expect(await asked(at)).toEqual([])
  })

  test('an answer can be asked again: what was undone is done again, and the same reply is in mind', async () => {
    const { at, id } = await clashing()
    const choice = await only(at)
    await replied(at, choice, 'mine')
    must(await finish(at))
    expect(await desk.answeredLately(at.session)).toMatchObject([{ undoing: true, answer: 'mine' }])
    must(await desk.askAgain(at.session, choice.id))
    expect(await bodyOf(at, id)).toBe('One, as Danny says.\n\nTwo.\n\nThree, as Priya says.\n')
    expect(await only(at)).toMatchObject({ id: choice.id, reply: { answer: 'mine' } })
    must(await finish(at))
    expect(await bodyOf(at, id)).toBe('One.\n\nTwo.\n\nThree.\n')
  })

  test('can be left: nothing is undone, and what was replied is there when it is undone again', async () => {
    const { at, id } = await clashing()
    const choice = await only(at)
    await replied(at, choice, 'written', 'Half a sent')
    must(await desk.leaveAsItIs(at.session, choice.id))
    expect(await asked(at)).toEqual([])
    expect(await bodyOf(at, id)).toBe('One, as Danny says.\n\nTwo.\n\nThree, as Priya says.\n')
    await undoing(at, 'Priya changed two paragraphs')
    expect(serialiseBody((await only(at)).reply.written ?? parseBody('').doc)).toBe('Half a sent\n')
  })

  test('words that came in after the answer are never written over: it is asked anew, with what was written', async () => {
    const { at, id } = await clashing()
    await replied(at, await only(at), 'written', 'One, as we all say.')
    at.as(danny)
    await write(at, id, 'One, as Danny says now.\n\nTwo.\n\nThree, as Priya says.')
    at.as(priya)
    expect(codeOf(await finish(at))).toBe('changed-since-asked')
    expect(await bodyOf(at, id)).toBe('One, as Danny says now.\n\nTwo.\n\nThree, as Priya says.\n')
    const anew = await only(at)
    expect(serialiseBody(anew.theirs.doc)).toBe('One, as Danny says now.\n')
    expect(anew.reply.answer).toBeNull()
    expect(serialiseBody(anew.reply.written ?? parseBody('').doc)).toBe('One, as we all say.\n')
  })

  test('words of one’s own stand also where nothing clashes any more', async () => {
    const { at, id } = await clashing()
    await replied(at, await only(at), 'written', 'One, as we all say.')
    at.as(danny)
    await write(at, id, 'One, as Priya says.\n\nTwo.\n\nThree, as Priya says.')
    at.as(priya)
    const { acts } = must(await finish(at))
    expect(await bodyOf(at, id)).toContain('One, as we all say.\n\nTwo.\n\nThree.\n')
    expect(await fateOf(at, 'Priya changed two paragraphs')).toEqual({ kind: 'undone', by: acts[0] })
    expect(await asked(at)).toEqual([])
  })

  test('words of one’s own stand also where a colleague undid it first', async () => {
    const { at, id } = await clashing()
    await replied(at, await only(at), 'written', 'One, as we all say.')
    at.as(danny)
    await write(at, id, 'One, as Priya says.\n\nTwo.\n\nThree, as Priya says.')
    await undoing(at, 'Priya changed two paragraphs')
    at.as(priya)
    must(await finish(at))
    expect(await bodyOf(at, id)).toContain('One, as we all say.\n\nTwo.\n\nThree.\n')
    expect(await asked(at)).toEqual([])
  })

  test('a title of one’s own too', async () => {
    const at = await laptop()
    const id = await newPage(at)
    await retitle(at, id, 'Travelling to school')
    at.as(danny)
    await retitle(at, id, 'Going to school')
    at.as(priya)
    await undoing(at, 'Priya changed the title')
    await replied(at, await only(at), 'written', 'Journeys to school')
    at.as(danny)
    await retitle(at, id, 'Travelling to school')
    at.as(priya)
    must(await finish(at))
    expect(at.session.workspace.byId(id)?.fields.title).toBe('Journeys to school')
    expect(await asked(at)).toEqual([])
  })

  test('is done once, also when the program was ended before it was noted', async () => {
    const { at, id } = await clashing()
    await replied(at, await only(at), 'mine')
    const { choices } = at.session
    at.session.choices = { ...choices, remove: () => Promise.reject(new Error('the program was ended here')) }
    await expect(finish(at)).rejects.toThrow('ended here')
    at.session.choices = choices
    const { acts } = must(await finish(at))
    expect(await bodyOf(at, id)).toBe('One.\n\nTwo.\n\nThree.\n')
    expect(await fateOf(at, 'Priya changed two paragraphs')).toEqual({ kind: 'undone', by: acts[0] })
  })
})

test('an act on several pages asks about each, and is undone once all of it is answered, as one act', async () => {
  const at = await laptop()
  const [first, second] = [await newPage(at, 'First', 'One.'), await newPage(at, 'Second', 'Two.')]
  for (const id of [first, second]) {
    const file = join(at.session.workspace.root, at.session.workspace.byId(id)?.path ?? '')
    writeFileSync(file, readFileSync(file, 'utf8').replace(/(One|Two)\./, '$1, by a program.'))
  }
  await at.session.workspace.refresh()
  at.tick(1000)
  expect(await desk.keepOutsideChanges(at.session)).toBeNull()
  await write(at, first, 'One, later.')
  await write(at, second, 'Two, later.')
  expect(await undoing(at, 'changed files outside Signpost')).toEqual({ kind: 'asks', questions: 2 })
  const [one, two] = await asked(at)
  if (one === undefined || two === undefined) throw new Error('two questions were expected')
  await replied(at, one, 'mine')
  expect(must(await finish(at))).toEqual({ kind: 'finished', used: 0, acts: [] })
  expect(await asked(at)).toHaveLength(2)
  await replied(at, two, 'theirs')
  expect(must(await finish(at))).toMatchObject({ used: 2, acts: [expect.any(String)] })
  expect([await bodyOf(at, first), await bodyOf(at, second)]).toEqual(['One.\n', 'Two, later.\n'])
})
