import { describe, expect, test } from 'vitest'
import { notLookedAt, recognisedTold } from '../../src/renderer/families/recognised-told.ts'

const name = { what: 'name', words: 'Ada Lane' } as never
const found = (rows: readonly number[], named: readonly number[]) =>
  new Map(rows.map(row => [row, named.includes(row) ? [name] : []] as const))

describe('words in a file of comments by which somebody may be recognised', () => {
  test('are told once, when all rows were looked at', () => {
    expect(recognisedTold(0, { found: new Map(), looked: 0 })).toBe('')
    expect(recognisedTold(4, { found: found([2, 3], [2]), looked: 2 })).toBe('')
    const all = { found: found([2, 3, 4, 5], [2, 3, 5]), looked: 4 }
    expect(recognisedTold(4, all)).toMatch(/^Somebody may be recognised in rows 2, 3 and 5\./)
    expect(recognisedTold(4, { found: found([2, 3, 4, 5], [4]), looked: 4 })).toMatch(/in row 4\./)
    expect(recognisedTold(1, { found: found([2], []), looked: 1 })).toMatch(/Look for names all the same/)
  })

  test('are told to be unknown where Signpost could not look', () => {
    expect(recognisedTold(4, { found: found([2], [2]), looked: null })).toMatch(/could not look in all rows/)
  })

  test('may be in each row that is chosen before it was looked at', () => {
    const half = { found: found([2, 3], [2]), looked: 2 }
    expect(notLookedAt(new Set([2, 3]), half)).toBe(0)
    expect(notLookedAt(new Set([3, 4, 5]), half)).toBe(2)
    expect(notLookedAt(new Set([2, 5]), { ...half, looked: null })).toBe(1)
  })
})
