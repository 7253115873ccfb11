import { expect, test } from 'vitest'
import { afterLook, holdsFor, isBroken, type LinkKnown, type Look } from '../../src/main/outside/index.ts'
import { isoDateSchema } from '../../src/shared/content/index.ts'

const works: Look = { kind: 'works' }
const fails: Look = { kind: 'fails', why: 'gone', status: 404 }
const wall: Look = { kind: 'unknown', why: 'refused' }

/** What is known after these looks, one `[day of December, look]` each. */
function after(...looks: [day: number, look: Look][]): LinkKnown {
  const [known] = looks.reduce<LinkKnown[]>(
    ([before], [day, look]) => [afterLook(before, look, isoDateSchema.parse(`2026-12-0${day}`))],
    [],
  )
  if (known === undefined) throw new Error('Nothing was looked at.')
  return known
}

test('one bad day breaks no link, however often it was looked at', () => {
  expect(isBroken(after([1, fails]))).toBe(false)
  expect(isBroken(after([1, fails], [1, fails], [1, fails]))).toBe(false)
})

test('two days do', () => {
  expect(isBroken(after([1, fails], [2, fails]))).toBe(true)
})

test('a day on which it worked begins the count anew', () => {
  expect(isBroken(after([1, fails], [2, works], [3, fails]))).toBe(false)
  expect(isBroken(after([1, fails], [2, fails], [3, works]))).toBe(false)
})

test('a refusal breaks nothing, and mends nothing', () => {
  expect(isBroken(after([1, wall], [2, wall]))).toBe(false)
  expect(isBroken(after([1, fails], [2, wall]))).toBe(false)
  expect(isBroken(after([1, fails], [2, wall], [3, fails]))).toBe(true)
})

test('what failed is looked at again the next day, the rest the next week', () => {
  expect(holdsFor(after([1, fails]))).toBe(1)
  expect(holdsFor(after([1, works]))).toBe(7)
})
