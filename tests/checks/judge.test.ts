import { describe, expect, test } from 'vitest'
import {
  aboutOf,
  asItComes,
  type Dismissal,
  judge,
  type Policy,
  type Problem,
  readPolicy,
  runChecks,
} from '../../src/shared/checks/index.ts'
import { instantSchema, isoDateSchema } from '../../src/shared/content/index.ts'
import { facts, pageOf } from './checked.ts'

const today = '2026-11-22'

function letBe(text: string, rule: string, more: Partial<Dismissal> = {}): Dismissal {
  const entry = pageOf(text)
  const problem = runChecks(entry, facts).find(each => each.rule === rule)
  if (!problem) throw new Error(`“${text}” has no problem of ${rule}`)
  return {
    id: '01JA0000000000000000000001',
    rule,
    about: aboutOf(problem, entry),
    reason: 'It is the name of the group.',
    by: { name: 'Priya Nair', email: 'priya@example.org' },
    at: instantSchema.parse('2026-11-01T10:00:00.000Z'),
    until: null,
    ...more,
  }
}

function judged(text: string, dismissals: readonly Dismissal[], policy: Policy = asItComes) {
  const entry = pageOf(text)
  return judge(runChecks(entry, facts), entry, { policy, dismissals, today })
}

/** Whether the problem that was let be in one text is let be in another. */
function stays(before: string, after: string, rule: string): boolean {
  const { problems, dismissed } = judged(after, [letBe(before, rule)])
  const of = (list: readonly Problem[]) => list.filter(each => each.rule === rule).length
  expect(of(problems) + dismissed.length, `${rule} finds something in “${after}”`).toBeGreaterThan(0)
  return of(problems) === 0
}

describe('what was let be', () => {
  const latin = 'Bring a letter, e.g. from school. It helps.'

  test.each([
    ['a block above', `Read this first.\n\n${latin}`],
    ['another place', `- one\n- ${latin}\n- three`],
    ['another sentence of its block', latin.replace('It helps.', 'It helps a lot. Ask us.')],
  ])('stays let be after a change of %s', (_, after) => {
    expect(stays(latin, after, 'latin')).toBe(true)
  })

  test.each([
    ['its sentence', latin.replace('from school', 'from a doctor')],
    ['the words themselves', latin.replace('e.g.', 'i.e.')],
  ])('is a problem again after a change of %s', (_, after) => {
    expect(stays(latin, after, 'latin')).toBe(false)
  })

  test('is about one of two that read the same only where the sentences differ', () => {
    const { problems, dismissed } = judged(`${latin}\n\nBring a form, e.g. a blue one.`, [letBe(latin, 'latin')])
    expect([problems.length, dismissed.length]).toEqual([1, 1])
  })

  test('holds a link to where it leads', () => {
    const link = (href: string) => `Read [the guide on buses](https://a.example/b). Then [the guide on buses](${href}).`
    expect(stays(link('https://a.example/a'), `Hello.\n\n${link('https://a.example/a')}`, 'link-same-text')).toBe(true)
    expect(stays(link('https://a.example/a'), link('https://a.example/c'), 'link-same-text')).toBe(false)
  })

  test('counts until its last day, and not the day after', () => {
    const until = (day: string) => letBe(latin, 'latin', { until: isoDateSchema.parse(day) })
    expect(judged(latin, [until('2026-11-22')]).dismissed).toHaveLength(1)
    expect(judged(latin, [until('2026-11-21')]).problems.map(({ rule }) => rule)).toEqual(['latin'])
  })

  test('of a check that stops publishing counts only where the policy says so', () => {
    const vague = 'Ask the school. [Click here](https://example.org/form).'
    const dismissal = letBe(vague, 'link-text')
    expect(judged(vague, [dismissal]).dismissed).toEqual([])
    expect(judged(vague, [dismissal], { ...asItComes, dismissStops: true }).dismissed).toHaveLength(1)
    expect(
      judged(vague, [dismissal], { ...asItComes, levels: new Map([['link-text', 'warns']]) }).dismissed,
    ).toHaveLength(1)
  })
})

describe('the policy of a workspace', () => {
  const severities = (text: string, levels: Policy['levels']) =>
    judged(text, [], { ...asItComes, levels }).problems.map(({ rule, severity }) => `${rule} ${severity}`)

  test('makes a check stop, warn, inform or say nothing', () => {
    const text = 'Bring a letter, e.g. from school.'
    expect(severities(text, new Map())).toEqual(['latin notice'])
    expect(severities(text, new Map([['latin', 'stops']]))).toEqual(['latin error'])
    expect(severities(text, new Map([['latin', 'warns']]))).toEqual(['latin warning'])
    expect(severities(text, new Map([['latin', 'off']]))).toEqual([])
  })

  test('is read from the settings; what nobody understands is passed over with a sentence', () => {
    const { policy, trouble } = readPolicy({
      levels: { latin: 'stops', idioms: false, capitals: 'perhaps', respect: 3, 'no-such-check': 'off' },
      dismissStops: false,
    })
    expect([...policy.levels]).toEqual([
      ['latin', 'stops'],
      ['idioms', 'off'],
    ])
    expect(trouble).toHaveLength(3)
    expect(trouble[0]).toContain('“perhaps”')
    expect(trouble[2]).toBe('The settings name a check “no-such-check”, which this Signpost does not have.')
  })
})
