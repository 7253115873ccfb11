import { describe, expect, test } from 'vitest'
import { isoDateSchema } from '../../src/shared/content/index.ts'
import { momentOf, moveDates, storySchema } from '../../src/shared/review/index.ts'
import { readEntry, textOfFile } from './sample.ts'

const day = (date: string) => isoDateSchema.parse(date)

describe('dates of a sample', () => {
  test('a step lies whole days before the day on which the sample is made', () => {
    expect(momentOf({ daysAgo: 172, time: '14:02' }, day('2026-11-22'))).toBe('2026-06-03T14:02:00.000Z')
    expect(momentOf({ daysAgo: 1, time: '09:00' }, day('2027-03-01'))).toBe('2027-02-28T09:00:00.000Z')
  })

  test('the dates at the top of a file move by whole days, and nothing else does', () => {
    const body = 'due: 2026-11-05\n\nApply by 2026-11-05.\n'
    const source = `---\nid: X\nreview:\n  last: 2026-05-05\n  due: 2026-11-05\nassured_date: 2026-12-31\nsince: 2020-01-01\n---\n${body}`
    expect(moveDates(source, 10)).toBe(
      `---\nid: X\nreview:\n  last: 2026-05-15\n  due: 2026-11-15\nassured_date: 2027-01-10\nsince: 2020-01-01\n---\n${body}`,
    )
    expect(moveDates(source, 0)).toBe(source)
    expect(moveDates(moveDates(source, 400), -400)).toBe(source)
    expect(moveDates(body, 10)).toBe(body)
  })

  test('moves the dates of a real page and of a real service', () => {
    for (const path of ['pages/social-care/short-breaks.md', 'services/toy-library.md']) {
      const before = textOfFile(`workspace/${path}`)
      const changed = moveDates(before, 365)
        .split('\n')
        .filter((line, at) => line !== before.split('\n')[at])
      expect(changed.length).toBe(path.startsWith('services/') ? 3 : 2)
    }
    expect(readEntry('pages/social-care/short-breaks.md').entry.fields.review.due).toBe('2026-11-05')
  })
})

describe('the schema of a story', () => {
  const common = { by: 'sam@example.org', sentence: 'Sam did something' }
  const version = { ...common, kind: 'version', daysAgo: 5, time: '10:00', paths: ['pages/health/adhd.md'] }
  const said = (records: object[], daysAgo = 3) => ({ ...common, kind: 'review', daysAgo, time: '10:00', records })
  const story = (...steps: object[]) => storySchema.safeParse({ story: 1, datesRelativeTo: '2026-11-22', steps })
  const page = 'pages/health/adhd.md'
  const comment = { kind: 'comment', page, name: 'one', quote: null, text: 'Why?' }

  test('takes steps from the oldest to the newest, and answers to comments made before', () => {
    expect(
      story(version, said([comment]), said([{ kind: 'answer', page, to: 'one', text: 'Because.' }], 2)).success,
    ).toBe(true)
  })

  test.each([
    ['steps out of order', [said([comment]), version]],
    ['two steps at one moment', [version, version]],
    ['an answer to nobody', [version, said([{ kind: 'answer', page, to: 'two', text: 'Because.' }])]],
    ['an answer on another page', [said([comment, { kind: 'settle', page: 'services/toy-library.md', to: 'one' }])]],
    ['two comments of one name', [said([comment, comment])]],
    ['a step in the future', [{ ...version, daysAgo: 0 }]],
    ['a path out of the workspace', [{ ...version, paths: ['../secrets.md'] }]],
    ['no steps', []],
  ])('refuses %s', (_, steps) => {
    expect(story(...steps).success).toBe(false)
  })
})
