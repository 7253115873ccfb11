import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { decide } from '../../src/main/publish/plan.ts'
import type { Although, PlanInput, Versioned } from '../../src/main/publish/planned.ts'
import { hashOf } from '../../src/main/workspace/index.ts'
import { instantSchema, pageIdSchema } from '../../src/shared/content/index.ts'
import { type ReviewRecord, standing } from '../../src/shared/review/index.ts'
import { config, entry, ids, page, picture } from '../site/site-of.ts'

/** A story in a few lines: files on the desk, files that are live, what people said. */
interface Story {
  desk: Record<string, string>
  live?: Record<string, string>
  said?: ReviewRecord[]
  problems?: Record<string, string[]>
  although?: Record<string, Although>
  choices?: string[]
  media?: string[]
}

const danny = { name: 'Danny', email: 'danny@example.org' }
const friday = instantSchema.parse('2026-11-20T12:00:00.000Z')
const today = '2026-11-22'

let made = 0
function record(id: string, text: string, what: Readonly<Record<string, unknown>>): ReviewRecord {
  const common = {
    id: `01JDAXQ4S2Q0M5K7E3V8R900${String(++made).padStart(2, '0')}`,
    page: pageIdSchema.parse(id),
    by: danny,
    at: friday,
  }
  return { ...common, hash: hashOf(text), note: '', ...what } as ReviewRecord
}
const good = (id: string, text: string) => record(id, text, { kind: 'decision', decision: 'good' })
const needsChanges = (id: string, text: string) => record(id, text, { kind: 'decision', decision: 'needs-changes' })
const urgent = (id: string, text: string) => record(id, text, { kind: 'urgent', reason: 'The clinic has closed.' })
const asked = (id: string, text: string) => record(id, text, { kind: 'request' })
const withdrawn = (id: string, text: string) => record(id, text, { kind: 'withdraw', reason: 'The clinic has closed.' })

function versioned(files: Record<string, string> = {}): Versioned[] {
  return Object.entries(files).map(([path, text]) => ({ entry: entry(path, text), hash: hashOf(text) }))
}

function planOf({ desk, live, said = [], problems = {}, although = {}, choices = [], media = [] }: Story) {
  const [there, seen] = [versioned(desk), versioned(live)]
  const liveHash = new Map(seen.map(item => [item.entry.fields.id, item.hash]))
  const input: PlanInput = {
    desk: there,
    live: seen,
    standings: new Map(
      there.map(({ entry: { fields }, hash }) => [
        fields.id,
        standing(
          hash,
          liveHash.get(fields.id) ?? null,
          said.filter(one => one.page === fields.id),
        ),
      ]),
    ),
    problems: new Map(Object.entries(problems)),
    although: new Map(Object.entries(although)),
    choices: new Set(choices),
    late: new Map(),
    rendered: new Map(),
    site: {
      config: config(),
      media: new Map(media.map(name => [name, picture])),
      redirects: [],
      answers: [],
      stamp: { publish: '', at: '' },
    },
    today,
  }
  const { ready, heldBack, after } = decide(input)
  return {
    ready: ready.map(one => [one.change, one.entry.fields.title, one.sentence]),
    heldBack: heldBack.map(one => [one.why, one.entry.fields.title, one.sentence]),
    after: Object.fromEntries(after.map(one => [one.entry.path, one.from])),
    urgent: ready.filter(one => one.urgent).map(one => one.entry.fields.title),
  }
}

const path = 'pages/education/travel.md'
const old = page(ids.travel, 'Travel', 'Old words.')
const now = page(ids.travel, 'Travel', 'New words.')

describe('what is ready', () => {
  test('a new page that somebody approved', () => {
    expect(planOf({ desk: { [path]: now }, said: [good(ids.travel, now)] })).toEqual({
      ready: [['new', 'Travel', 'Approved by Danny, Friday.']],
      heldBack: [],
      after: { [path]: 'desk' },
      urgent: [],
    })
  })

  test('a changed page, from its approved words', () => {
    const plan = planOf({ desk: { [path]: now }, live: { [path]: old }, said: [good(ids.travel, now)] })
    expect(plan.ready).toEqual([['changed', 'Travel', 'Approved by Danny, Friday.']])
    expect(plan.after).toEqual({ [path]: 'desk' })
  })

  test('a page that moved with the words that are live needs no new approval', () => {
    const plan = planOf({ desk: { 'pages/health/travel.md': old }, live: { [path]: old } })
    expect(plan.ready).toEqual([
      [
        'moved',
        'Travel',
        'From Education to Health. The old address will lead there. The words are the ones that families see now.',
      ],
    ])
    expect(plan.after).toEqual({ 'pages/health/travel.md': 'desk' })
  })

  test('a page that is gone from the desk, with a word on what links to it', () => {
    const linking = page(ids.plans, 'Plans', `[How to travel](page:${ids.travel}) helps.`)
    const other = 'pages/education/plans.md'
    const plan = planOf({ desk: { [other]: linking }, live: { [path]: old, [other]: linking } })
    expect(plan.ready).toEqual([['removed', 'Travel', 'Families will not find it any more. “Plans” links to it.']])
    expect(plan.after).toEqual({ [other]: 'live' })
  })

  test('a page that somebody took off the site', () => {
    const plan = planOf({ desk: { [path]: old }, live: { [path]: old }, said: [withdrawn(ids.travel, old)] })
    const sentence = 'Withdrawn by Danny, Friday: “The clinic has closed.” Families will not find it any more.'
    expect(plan.ready).toEqual([['removed', 'Travel', sentence]])
    expect(plan.after).toEqual({})
  })

  test('a page that was taken off stays off, whatever is written in it and whoever approves that', () => {
    const approved = good(ids.travel, old)
    const off = withdrawn(ids.travel, old)
    const said = [approved, off, good(ids.travel, now)]
    expect(planOf({ desk: { [path]: now }, said })).toMatchObject({ ready: [], after: {} })
    const back = record(ids.travel, now, { kind: 'bring-back', ends: [off.id] })
    expect(planOf({ desk: { [path]: now }, said: [...said, back] }).after).toEqual({ [path]: 'desk' })
    expect(planOf({ desk: { [path]: old }, said: [...said, back] }).heldBack).toEqual([
      ['changed-since-approval', 'Travel', 'Changed since Danny approved it.'],
    ])
  })

  test('a page that was put back waits for a review, although its words were approved before it was taken off', () => {
    const approved = good(ids.travel, old)
    const off = withdrawn(ids.travel, old)
    const back = record(ids.travel, old, { kind: 'bring-back', ends: [off.id] })
    const plan = planOf({ desk: { [path]: old }, said: [approved, off, back] })
    expect(plan.heldBack.map(([why, , sentence]) => [why, sentence])).toEqual([
      [
        'not-reviewed',
        'Danny put it back, Friday. It was withdrawn, so it needs a review before families see it again.',
      ],
    ])
  })

  test('an urgent page, with its reason and without a review', () => {
    const plan = planOf({ desk: { [path]: now }, said: [urgent(ids.travel, now)] })
    expect(plan.ready).toEqual([
      ['new', 'Travel', 'Not reviewed yet. Danny lets it through urgently: The clinic has closed.'],
    ])
    expect(plan.urgent).toEqual(['Travel'])
  })
})

describe('what is held back, by name, while families keep what they have', () => {
  const held = (story: Omit<Story, 'desk' | 'live'>) =>
    planOf({ desk: { [path]: now }, live: { [path]: old }, ...story })

  test.each([
    ['nobody was asked', [], 'not-reviewed', 'Nobody has been asked to review it yet.'],
    ['it waits', [asked(ids.travel, now)], 'waits', 'Waiting for a review since Friday.'],
    [
      'it waits again since it changed',
      [good(ids.travel, old), asked(ids.travel, now)],
      'waits',
      'Changed since Danny approved it. Waiting for a review since Friday.',
    ],
    [
      'it changed after the approval',
      [good(ids.travel, old)],
      'changed-since-approval',
      'Changed since Danny approved it.',
    ],
    ['changes were asked', [needsChanges(ids.travel, now)], 'changes-asked', 'Danny asked for changes, Friday.'],
    [
      'changes were asked after it was urgent',
      [urgent(ids.travel, now), needsChanges(ids.travel, now)],
      'changes-asked',
      'Danny asked for changes, Friday.',
    ],
  ])('%s', (_, said, why, sentence) => {
    const plan = held({ said })
    expect(plan).toEqual({ ready: [], heldBack: [[why, 'Travel', sentence]], after: { [path]: 'live' }, urgent: [] })
  })

  test('problems that the checks found', () => {
    const plan = held({
      said: [good(ids.travel, now)],
      problems: { [ids.travel]: ['A link says “click here”.', 'A bold line should be a heading.', 'Third.'] },
    })
    expect(plan.heldBack).toEqual([
      ['problems', 'Travel', '3 problems: A link says “click here”. A bold line should be a heading. And 1 more.'],
    ])
    expect(plan.after).toEqual({ [path]: 'live' })
  })

  test('two versions of the same words', () => {
    const plan = held({ said: [good(ids.travel, now)], choices: [ids.travel] })
    expect(plan.heldBack).toEqual([['choice', 'Travel', 'You and a colleague changed the same words. Choose first.']])
  })

  test('a file that cannot be read any more, even without its id', () => {
    const plan = planOf({ desk: { [path]: '---\ntitle: [\n---\n\nWords.\n' }, live: { [path]: old } })
    expect(plan.ready).toEqual([])
    expect(plan.heldBack).toEqual([['problems', '', expect.stringContaining('could not be read')]])
    expect(plan.after).toEqual({ [path]: 'live' })
  })
})

describe('links and pictures', () => {
  const to = (id: string) => page(ids.plans, 'Plans', `See [where to go](page:${id}).`)
  const plans = 'pages/education/plans.md'

  test('a page that links to one that is held back waits with it, and the others go', () => {
    const third = page(ids.moving, 'Moving')
    const plan = planOf({
      desk: { [plans]: to(ids.travel), [path]: now, 'pages/education/moving.md': third },
      said: [good(ids.plans, to(ids.travel)), good(ids.moving, third)],
    })
    expect(plan.heldBack).toEqual([
      [
        'problems',
        'Plans',
        'The link “where to go” leads to a page that is not on the site. Approve that page too, or change the link.',
      ],
      ['not-reviewed', 'Travel', 'Nobody has been asked to review it yet.'],
    ])
    expect(plan.after).toEqual({ 'pages/education/moving.md': 'desk' })
  })

  test('and so does the page that links to that one', () => {
    const start = page(ids.moving, 'Moving', `Read about [plans](page:${ids.plans}) first.`)
    const plan = planOf({
      desk: { [plans]: to(ids.travel), [path]: now, 'pages/education/moving.md': start },
      said: [good(ids.plans, to(ids.travel)), good(ids.moving, start)],
    })
    expect(plan.heldBack.map(([why, title]) => [why, title])).toEqual([
      ['problems', 'Moving'],
      ['problems', 'Plans'],
      ['not-reviewed', 'Travel'],
    ])
    expect(plan.after).toEqual({})
  })

  test('two new pages that link to each other go together', () => {
    const back = page(ids.travel, 'Travel', `Back to [plans](page:${ids.plans}).`)
    const plan = planOf({
      desk: { [plans]: to(ids.travel), [path]: back },
      said: [good(ids.plans, to(ids.travel)), good(ids.travel, back)],
    })
    expect(plan.ready).toHaveLength(2)
  })

  test('a page whose new version is held back still takes links: its live version stays', () => {
    const plan = planOf({
      desk: { [plans]: to(ids.travel), [path]: now },
      live: { [path]: old },
      said: [good(ids.plans, to(ids.travel))],
    })
    expect(plan.after).toEqual({ [plans]: 'desk', [path]: 'live' })
  })

  test('a missing picture holds back its own page only', () => {
    const shown = page(ids.plans, 'Plans', '::figure{src="media/hall.jpg" alt="A hall"}')
    const story = { desk: { [plans]: shown, [path]: now }, said: [good(ids.plans, shown), good(ids.travel, now)] }
    expect(planOf(story).heldBack).toEqual([
      [
        'problems',
        'Plans',
        'The file “hall.jpg” is missing. Add it again under that name, or choose another on the page.',
      ],
    ])
    expect(planOf(story).after).toEqual({ [path]: 'desk' })
    expect(planOf({ ...story, media: ['hall.jpg'] }).heldBack).toEqual([])
  })

  test('a page may not take the address of one that keeps it', () => {
    const moved = page(ids.travel, 'Travel', 'Moved and not approved.')
    const taking = page(ids.plans, 'Plans')
    const plan = planOf({
      desk: { 'pages/health/travel.md': moved, [path]: taking },
      live: { [path]: old },
      said: [good(ids.plans, taking)],
    })
    expect(plan.heldBack.map(([why, title]) => [why, title])).toEqual([
      ['problems', 'Plans'],
      ['not-reviewed', 'Travel'],
    ])
    expect(plan.after).toEqual({ [path]: 'live' })
  })
})

test('what families see already is not in the plan', () => {
  const plan = planOf({ desk: { [path]: old }, live: { [path]: old } })
  expect(plan).toEqual({ ready: [], heldBack: [], after: { [path]: 'live' }, urgent: [] })
})

test('whatever anybody says, what goes live is approved, urgent or live already', () => {
  const texts = ['One.', 'Two.', 'Three.'].map(words => page(ids.travel, 'Travel', words))
  const text = fc.constantFrom(...texts)
  const said = fc.array(
    fc
      .tuple(fc.constantFrom(good, needsChanges, urgent, asked, withdrawn), text)
      .map(([say, about]) => say(ids.travel, about)),
    { maxLength: 6 },
  )
  fc.assert(
    fc.property(text, fc.option(text, { nil: null }), said, (desk, live, records) => {
      const plan = planOf({
        desk: { [path]: desk },
        ...(live === null ? {} : { live: { [path]: live } }),
        said: records,
      })
      if (plan.after[path] !== 'desk') return
      const about = records.filter(one => 'hash' in one && one.hash === hashOf(desk))
      const last = about.filter(one => one.kind === 'decision').at(-1)
      const approved = last?.kind === 'decision' && last.decision === 'good'
      expect(approved || about.some(one => one.kind === 'urgent')).toBe(true)
    }),
    { numRuns: 200 },
  )
})
