import { describe, expect, test } from 'vitest'
import { troubleIn } from '../../src/renderer/editor/side/dismiss-trouble.ts'
import { allChecks, narrowChecks } from '../../src/renderer/settings/narrow-checks.ts'
import { checkViews } from './fake/checks.ts'

describe('“not a problem here”', () => {
  const today = '2026-11-22'

  test('needs a reason, and a day that has not gone by or none', () => {
    expect(troubleIn({ reason: 'It is a name.', until: '', today })).toEqual({ reason: null, until: null })
    expect(troubleIn({ reason: 'It is a name.', until: today, today }).until).toBeNull()
    expect(troubleIn({ reason: '  ', until: '2026-11-21', today })).toEqual({
      reason: expect.stringContaining('Write the reason'),
      until: expect.stringContaining('gone by'),
    })
    expect(troubleIn({ reason: 'x'.repeat(2001), until: '2026', today })).toEqual({
      reason: expect.stringContaining('fewer words'),
      until: expect.stringContaining('in full'),
    })
  })
})

describe('the list of checks', () => {
  const policy = { groups: [{ id: 'links', title: 'Links', checks: checkViews }], dismissStops: false, trouble: [] }
  const shown = (filter: Partial<typeof allChecks>) =>
    narrowChecks(policy, { ...allChecks, ...filter }).flatMap(({ checks }) => checks.map(({ id }) => id))

  test('is narrowed by every word, in the name, the reason and the source', () => {
    expect(shown({})).toEqual(['link-text', 'link-separated'])
    expect(shown({ find: 'ALONE 2.4.4' })).toEqual(['link-text'])
    expect(shown({ find: 'plain' })).toEqual(['link-separated'])
    expect(shown({ find: 'alone plain' })).toEqual([])
  })

  test('is narrowed by what a check does now, and by what is not as it comes', () => {
    expect(shown({ does: 'stops' })).toEqual(['link-text'])
    expect(shown({ does: 'warns' })).toEqual([])
    expect(shown({ does: 'off' })).toEqual(['link-separated'])
    expect(shown({ does: 'changed' })).toEqual(['link-separated'])
  })
})
