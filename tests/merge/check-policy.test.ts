import { expect, test } from 'vitest'
import { mergeRecords } from '../../src/shared/merge/index.ts'

const settings = (levels: string) => `signpost: 1\nname: Offer\nchecks:\n  levels:\n${levels}`

test('two people who decide about different checks are both heard, and nobody is asked', () => {
  const before = settings('    latin: warns\n')
  const mine = settings('    latin: warns\n    idioms: off\n')
  const theirs = settings('    latin: stops\n')
  const merged = mergeRecords(before, mine, theirs)
  expect(merged?.clashes).toEqual([])
  expect(merged?.text).toContain('latin: stops')
  expect(merged?.text).toContain('idioms: off')
})

test('two people who decide otherwise about one check: the colleague’s stands, and the field is named', () => {
  const merged = mergeRecords(
    settings('    latin: warns\n'),
    settings('    latin: off\n'),
    settings('    latin: stops\n'),
  )
  expect(merged?.text).toContain('latin: stops')
  expect(merged?.clashes.map(({ field }) => field)).toEqual(['checks.levels.latin'])
})
