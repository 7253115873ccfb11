import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { walked } from './acts.ts'
import { unitsOf } from './all-units.ts'
import { edited, without, wordsIn } from './edits.ts'
import { codes, givenErrors } from './errors.ts'
import { ledgerOf } from './ledger.ts'
import { plainWords } from './plain-words.ts'
import { pointsIn, pointsSaid } from './points.ts'
import { shrink } from './shrink.ts'
import { noFigures, noneDone, readState, sumOf, withDone, withFailed, writeState } from './state.ts'
import { storyOf } from './story.ts'
import { storySchema } from './story-schema.ts'
import { isAllStruck, struckBy, struckIn } from './struck.ts'
import { unitNamed } from './units.ts'

/** The parts of the soak that judge: each has to be able to say no. */

test('the same seed is the same story, to the letter, also out of a file', () => {
  const story = storyOf(17)
  expect(storyOf(17)).toEqual(story)
  expect(storyOf(18)).not.toEqual(story)
  expect(storySchema.parse(JSON.parse(JSON.stringify(story)))).toEqual(story)
})

test('shrinking leaves the steps that it takes to fail, in their order', async () => {
  const steps = Array.from({ length: 40 }, (_, index) => index)
  let asked = 0
  const fails = async (some: readonly number[]) => {
    asked += 1
    return some.includes(7) && some.includes(31)
  }
  expect(await shrink(steps, fails)).toEqual([7, 31])
  expect(asked).toBeLessThan(60)
})

test('what somebody took out is not owed, and what a colleague adds meanwhile is', () => {
  const ledger = ledgerOf(['first1', 'first2'])
  ledger.takesOut('priya', ['first1'])
  ledger.hasKept('tom', ['tom1'])
  expect([...ledger.owed().keys()]).toEqual(['first2', 'tom1'])
})

test('an edit says which words it takes out and which it adds', () => {
  const before = { title: 'first1', summary: '', blocks: ['first2 first3.', '- first4'] }
  const textOf = ({ title, blocks }: typeof before | ReturnType<typeof edited>) => [title, ...blocks].join(' ')
  const seen = wordsIn(textOf(before))
  const change = edited(before, { edit: 'change-word', block: 0, word: 0, words: ['tom1'] })
  expect(without(seen, wordsIn(textOf(change)))).toEqual(['first2'])
  const gone = edited(before, { edit: 'remove-block', block: 1 })
  expect(without(seen, wordsIn(textOf(gone)))).toEqual(['first4'])
  const moved = edited(before, { edit: 'move-block', block: 1, to: 0 })
  expect(moved.blocks).toEqual(['- first4', 'first2 first3.'])
})

test.each([
  'Could not reach the shared copy. Your work is saved on this laptop.',
  'This disk is full, so the last change could not be saved.',
])('a person can be told: %s', sentence => {
  expect(() => plainWords(sentence)).not.toThrow()
})
test.each(['The push was rejected.', 'ENOSPC: no space left.', 'went wrong', '[object Object].', ''])(
  'nobody is told: %s',
  sentence => {
    expect(() => plainWords(sentence)).toThrow('a person was told')
  },
)

test('what is done is not done again, what failed is, and the figures add up', () => {
  const folder = mkdtempSync(join(tmpdir(), 'signpost-soak-state-'))
  const file = join(folder, 'deep', 'state.json')
  const failed = withFailed(readState(file), 'story 2', 'a word is missing')
  writeState(file, withDone(failed, 'story 1', { ...noFigures, stories: 1, kills: 3, points: ['open a', 'sync b'] }))
  const read = readState(file)
  expect(read.failed).toEqual({ 'story 2': 'a word is missing' })
  writeState(file, withDone(read, 'story 2', { ...noFigures, stories: 1, points: ['sync b'] }))
  expect(readState(file).failed).toEqual({})
  expect(sumOf(readState(file))).toEqual({ ...noFigures, stories: 2, kills: 3, points: ['open a', 'sync b'] })
  rmSync(folder, { recursive: true })
})

test('every unit has a name of its own, by which it is found', () => {
  const some = [...unitsOf('errors', 1).take(800), ...unitsOf('kills', 1).take(40), ...unitsOf('stories', 5).take(3)]
  expect(new Set(some.map(unit => unit.name)).size).toBe(some.length)
  expect(some.at(-1)?.name).toBe('story 7')
  expect(some.map(({ name }) => unitNamed(name).name)).toEqual(some.map(({ name }) => name))
})

test.each([
  'kill',
  'kill edits 1-20',
  'kill edit 20-1',
  'kill edit 0',
  'EIO once edit 3',
  'EFUN once edit writes 3',
  'story',
])('there is no unit “%s”, and a sentence says how they are named', name =>
  expect(() => unitNamed(name)).toThrow(`There is no unit “${name}”. Units are named like “kill edit 21-40”`),
)

test.each([
  ['21-24', [21, 22, 23, 24]],
  ['7', [7]],
  ['7,8', [7, 8]],
  ['22,33', [22, 33]],
])('the points %s', (said, points) => {
  expect(pointsIn(said)).toEqual(points)
  expect(pointsSaid(points)).toBe(said)
})

/** Once every named point had its turn. */
function afterNamed(kind: 'kills' | 'errors') {
  const units = unitsOf(kind, 1)
  const named = []
  for (let next = units.next(); !next.done; next = units.next({ ...noFigures, through: true })) {
    if (!next.value.name.endsWith(' named')) return { named, units, first: next.value }
    named.push(next.value.name)
  }
  throw new Error('points have numbers too')
}

test('before all else, every point by its name is killed at, and given every error', () => {
  expect(afterNamed('kills').named).toEqual(walked.map(act => `kill ${act} named`))
  const { named } = afterNamed('errors')
  for (const code of codes) {
    for (const act of walked) expect(named).toContain(`${code} once ${act} writes named`)
  }
  expect(new Set(named).size).toBe(givenErrors.length * walked.length)
})

test('what was done says which pairs of a point and a fault are still to come', () => {
  const state = withDone(noneDone, 'ENOSPC always edit writes 1-60', {
    ...noFigures,
    errors: 1,
    points: ['open a'],
    seen: ['open a', 'rename b', 'unlink c'],
  })
  const of = (fault: string) => struckIn(state).find(one => one.fault === fault)
  expect(of('ENOSPC')).toMatchObject({ count: 1, of: 2, never: ['rename b'] })
  expect(of('EIO')).toMatchObject({ count: 0, of: 3, never: ['open a', 'rename b', 'unlink c'] })
  expect(of('kill')).toMatchObject({ count: 0, of: 3 })
  expect(isAllStruck(state, 'ENOSPC always edit writes')).toBe(false)
  const after = withDone(state, 'ENOSPC always copy writes named', { ...noFigures, later: ['rename b'] })
  expect(struckIn(after).find(one => one.fault === 'ENOSPC')).toMatchObject({ count: 2, of: 2, never: [] })
  expect(isAllStruck(after, 'ENOSPC always edit writes')).toBe(false)
  const more = withDone(state, 'ENOSPC always share writes named', { ...noFigures, errors: 1, points: ['rename b'] })
  expect(isAllStruck(more, 'ENOSPC always edit writes')).toBe(true)
  expect(isAllStruck(more, 'ENOSPC once edit writes')).toBe(false)
  expect(isAllStruck(more, 'ENOSPC always move writes')).toBe(false)
  expect([...struckBy(more, 'ENOSPC always move writes')]).toEqual(['open a', 'rename b'])
})

test('a walk through the write points goes on part by part until it is through', () => {
  const { units, first } = afterNamed('kills')
  const [half, whole] = [noFigures, { ...noFigures, through: true }]
  const names = [half, whole].map(figures => units.next(figures).value?.name)
  expect([first.name, ...names]).toEqual(['kill type 1-60', 'kill type 61-120', 'kill edit 1-60'])
})

test('errors go once through everything that is done, and then once more with others', () => {
  const { units, first: begun } = afterNamed('errors')
  const through = { ...noFigures, through: true }
  const all = [begun.name, ...Array.from({ length: 4 * walked.length - 1 }, () => units.next(through).value?.name)]
  const rounds = [0, 1].map(round => {
    const part = all.slice(2 * walked.length * round, 2 * walked.length * (round + 1))
    const names = part.map(name => name?.split(' ') ?? [])
    return { codes: names.map(([code]) => code), acts: names.map(([, lasting, act, of]) => `${lasting} ${act} ${of}`) }
  })
  const [first, reads] = rounds
  expect(first?.acts.toSorted()).toEqual(walked.flatMap(act => [`always ${act} writes`, `once ${act} writes`]).sort())
  expect(reads?.acts.toSorted()).toEqual(walked.flatMap(act => [`always ${act} reads`, `once ${act} reads`]).sort())
  expect(new Set(first?.codes).size).toBeGreaterThan(4)
})
