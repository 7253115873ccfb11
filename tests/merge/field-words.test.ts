import { describe, expect, test } from 'vitest'
import { mergeRecords } from '../../src/shared/merge/records.ts'

/** What both sides make of it, whoever comes first; the same once more changes nothing. */
function merged(before: string, one: string, other: string): string {
  const texts = [
    [one, other],
    [other, one],
  ].map(([mine = '', theirs = '']) => {
    const first = mergeRecords(before, mine, theirs)
    expect(first?.clashes).toEqual([])
    for (const again of [mine, theirs])
      expect(mergeRecords(before, again, first?.text ?? '')).toEqual({ text: first?.text, clashes: [] })
    return first?.text ?? ''
  })
  expect(texts[0]).toBe(texts[1])
  return texts[0] ?? ''
}

describe('the words of a field', () => {
  test.each([
    [
      'changed in both',
      '# one\na: 1\n',
      '# one here\na: 1\n',
      '# one there\na: 1\n',
      '# one here\n# one there\na: 1\n',
    ],
    ['new in both', 'a: 1\nb: 1\n', '# mine\na: 2\nb: 1\n', '# theirs\na: 1\nb: 2\n', '# mine\n# theirs\na: 2\nb: 2\n'],
    ['the same in both', 'a: 1\n', '# new\na: 1\nb: 2\n', '# new\na: 1\nc: 3\n', '# new\na: 1\nb: 2\nc: 3\n'],
    ['removed by one', '# old\na: 1\n', 'a: 1\n', '# old\n# more\na: 1\n', '# more\na: 1\n'],
    [
      'changed in both between two that are alike',
      '# ---\n# one\n# ---\na: 1\n',
      '# ---\n# one here\n# ---\na: 1\n',
      '# ---\n# one there\n# ---\na: 1\n',
      '# ---\n# one here\n# one there\n# ---\na: 1\n',
    ],
    ['below all fields', 'a: 1\n# end\n', 'a: 1\n# my end\n', 'a: 1\n# their end', 'a: 1\n# my end\n# their end\n'],
  ])('have every line of comments that are %s', (_, before, one, other, both) => {
    expect(merged(before, one, other)).toBe(both)
  })

  test.each(['__proto__', 'constructor', 'toString'])('are kept of one that is called %s', name => {
    expect(merged('a: 1\n', `a: 1\n${name}: mine\n`, 'a: 2\n')).toBe(`a: 2\n${name}: mine\n`)
    expect(merged(`${name}: old\nb: 1\n`, `${name}: new\nb: 1\n`, `${name}: old\nb: 2\n`)).toBe(`${name}: new\nb: 2\n`)
    expect(merged('a: 1\nb: 1\n', `a: {${name}: mine}\nb: 1\n`, 'a: 1\nb: 2\n')).toBe(`a: {${name}: mine}\nb: 2\n`)
  })
})
