import { expect, test } from 'vitest'
import { spread } from '../../src/main/git/replay.ts'

test('of many versions a few are looked at, evenly, and the same ones while more come', () => {
  const numbers = Array.from({ length: 200 }, (_, at) => at)
  expect(spread(numbers.slice(0, 16), 16)).toEqual(numbers.slice(0, 16))
  expect(spread(numbers.slice(0, 17), 16)).toEqual([0, 2, 4, 6, 8, 10, 12, 14, 16])
  for (const count of [33, 64, 120, 200]) {
    const some = spread(numbers.slice(0, count), 16)
    expect(some.length).toBeGreaterThan(8)
    expect(some.length).toBeLessThanOrEqual(16)
    expect(some[0]).toBe(0)
    const later = spread(numbers.slice(0, count + 1), 16)
    expect(some.every(each => later.includes(each)) || later.every(each => each % 2 === 0)).toBe(true)
  }
  expect(spread([], 16)).toEqual([])
})
