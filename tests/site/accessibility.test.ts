import { describe, expect, test } from 'vitest'
import { type AccessibilityFacts, isoDateSchema } from '../../src/shared/content/index.ts'
import { type Barriers, standingOf } from '../../src/shared/site/index.ts'
import { fromHtml } from './read-html.ts'
import { config, fileNamed, ids, smallSite } from './site-of.ts'
import { renderSite } from './whole-site.ts'

/** The accessibility statement: what people said, what machines found, and never more than that. */

const on = isoDateSchema.parse('2026-11-20')
const found = (pages: Record<string, string[]>): Barriers => ({ on, pages: new Map(Object.entries(pages)) })
const clean = found({})

function statement(accessibility: object = {}, barriers: Barriers | null = clean): string {
  const html = fileNamed(
    renderSite(smallSite({ config: config({ site: { accessibility } }), barriers })),
    'accessibility/index.html',
  )
  return fromHtml(html)
    .filter(({ name }) => ['p', 'li', 'h1', 'h2', 'h3'].includes(name))
    .map(({ text }) => text.replace(/\s+/g, ' ').trim())
    .join('\n')
}

const audit = { standing: 'fully', auditedBy: 'Access Testers', audited: '2026-10-01', how: 'They used a keyboard.' }

describe('how far the site meets the standard', () => {
  test('is not claimed where nobody has said it, however little was found', () => {
    expect(statement()).toContain('Nobody has yet tested the whole website against it.')
    expect(statement()).not.toMatch(/compliant/)
  })

  test('is said in full in the name of who found it, and only while nothing else is known', () => {
    expect(statement(audit)).toContain('Access Testers found this website fully compliant with it on 1 October 2026.')
    expect(statement(audit, found({ [ids.travel]: ['2.4.4'] }))).toContain('partially compliant')
    expect(statement({ ...audit, faults: [{ says: 'The map needs a mouse.' }] })).toContain('partially compliant')
    expect(statement({ ...audit, drawn: { on, pages: 3, found: [{ criterion: '4.1.2', pages: 1 }] } })).toContain(
      'partially compliant',
    )
  })

  test('is not said in full without the name and the day of an audit', () => {
    for (const missing of [{ auditedBy: ' ' }, { audited: null }]) {
      expect(standingOf({ ...audit, faults: [], ...missing } as unknown as AccessibilityFacts, [])).toBe('')
      expect(statement({ ...audit, ...missing })).not.toContain('fully')
    }
  })

  test.each([
    ['partly', 'partially compliant'],
    ['not', 'not compliant'],
  ])('is said as the team says it: %s', (standing, words) => {
    expect(statement({ standing })).toContain(`This website is ${words}`)
  })
})

describe('what may not work', () => {
  test('is what the checks found, in plain words, with how many pages and the criterion', () => {
    const words = statement(
      {},
      found({ [ids.travel]: ['2.4.4'], [ids.moving]: ['1.1.1', '2.4.4'], [ids.club]: ['3.1.5'] }),
    )
    expect(words).toContain(
      'Links do not say where they lead. On 2 pages. This fails WCAG success criterion 2.4.4 (Link purpose (in context)).',
    )
    expect(words).toMatch(/Pictures have no description.*On one page\./)
    // Level AAA, which the regulations do not ask for.
    expect(words).not.toContain('3.1.5')
  })

  test('counts a page once that the checks and a browser both know of', () => {
    const drawn = { on, pages: 4, found: [{ criterion: '2.4.4', pages: 3 }] }
    const words = statement({ drawn }, found({ [ids.travel]: ['2.4.4'] }))
    expect(words.match(/Links do not say/g)).toHaveLength(1)
    expect(words).toContain('Links do not say where they lead. On 3 pages.')
    expect(words).toContain('On 20 November 2026 all 4 pages that we had then were also tested')
  })

  test('is apart by why it is so', () => {
    const faults = [
      { says: 'The map needs a mouse.', until: 'Ring us until May.', criterion: '2.1.1' },
      { says: 'Old films have no subtitles.', why: 'burden' },
      { says: 'Old minutes are scans.', why: 'outside' },
    ]
    expect(
      statement({ faults })
        .split('\n')
        .filter(line => /map needs|Old|cost more|do not ask/.test(line)),
    ).toEqual([
      'The map needs a mouse. Ring us until May. This fails WCAG success criterion 2.1.1 (Keyboard).',
      'It would cost more than it would help',
      'Old films have no subtitles.',
      'What the regulations do not ask for',
      'Old minutes are scans.',
    ])
  })

  test('is said to be nothing that is known, never to be nothing', () => {
    expect(statement()).toContain('We know of nothing at the moment. A program cannot see everything')
  })
})

test('the statement says how it is known, by whom and when', () => {
  const words = statement({ ...audit, answer: '5 working days', prepared: '2026-06-01', reviewed: '2026-11-02' })
  expect(words).toContain('first written on 1 June 2026. It was last read through on 2 November 2026.')
  expect(words).toContain('Access Testers tested the website on 1 October 2026. They used a keyboard.')
  expect(words).toContain('The last ones were put here on 20 November 2026.')
  expect(words).toContain('We answer within 5 working days.')
  expect(statement({}, null)).not.toContain('The last ones')
})
