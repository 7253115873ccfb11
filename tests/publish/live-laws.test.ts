import fc from 'fast-check'
import { expect, test } from 'vitest'
import { nextRecordId } from '../../src/main/desk/record-id.ts'
import { decide } from '../../src/main/publish/plan.ts'
import type { Versioned } from '../../src/main/publish/planned.ts'
import { hashOf } from '../../src/main/workspace/index.ts'
import { instantSchema, isoDateSchema, pageIdSchema } from '../../src/shared/content/index.ts'
import { mergeEntries } from '../../src/shared/merge/index.ts'
import { type Person, reviewRecordSchema, standing } from '../../src/shared/review/index.ts'
import { config, entry, ids, page } from '../site/site-of.ts'
import { type Said, whyNotLive } from './may-be-live.ts'

/**
 * Random histories of one page: people write, decide (also on their own words, as a file made by hand could), let out
 * urgently, withdraw, bring back, take back, work for a while without the others, let its review go by and catch up on it, and publish; their clocks disagree. What
 * families see is then held against what happened, by a road that shares nothing with the program but the records' shape.
 */

const people: readonly Person[] = ['Priya', 'Danny', 'Sam'].map(name => ({ name, email: `${name}@example.org` }))
const clocks = [0, -3_600_000, 86_400_000]
const path = 'pages/education/travel.md'
const words = ['One.', 'Two.', 'Three.']
const textOf = (first: number, second: number) =>
  page(ids.travel, 'Travel', `${words[first % words.length]}\n\n${words[second % words.length]} And more.`)

/** What one person has before them. */
interface Copy {
  text: string
  writtenBy: Person
  seen: Said[]
}

interface History {
  shared: Copy
  /** People who work without the others, and the words that they started from. */
  away: Map<number, Copy & { base: string }>
  texts: string[]
  said: Said[]
  live: { text: string } | null
  /** Whether nobody checked the page for so long that the team's policy takes it off the site. */
  late: boolean
  moment: number
}

type Step = readonly [act: number, who: number, what: number, which: number]

function begin(): History {
  const [priya] = people
  if (priya === undefined) throw new Error('nobody is there')
  const text = textOf(0, 0)
  const shared = { text, writtenBy: priya, seen: [] }
  return {
    shared,
    away: new Map(),
    texts: [text],
    said: [],
    live: null,
    late: false,
    moment: Date.parse('2026-11-01T09:00:00Z'),
  }
}

function step(history: History, [act, who, what, which]: Step): void {
  history.moment += 1000
  const person = people[who]
  if (person === undefined) throw new Error('nobody of that number')
  const copy = history.away.get(who) ?? history.shared
  const hash = hashOf(what % 4 === 0 ? (history.texts[which % history.texts.length] ?? copy.text) : copy.text)
  const say = (fields: Readonly<Record<string, unknown>>) => tell(history, copy, who, person, { hash, ...fields })
  const records = copy.seen.map(({ record }) => record)
  if (act === 0) write(history, copy, person, textOf(what, which))
  else if (act === 1) write(history, copy, person, history.texts[which % history.texts.length] ?? copy.text)
  else if (act <= 3) say({ kind: 'decision', decision: 'good' })
  else if (act === 4) say({ kind: 'decision', decision: 'needs-changes' })
  else if (act === 5) say({ kind: 'urgent', reason: 'The line is closed.' })
  else if (act === 6) say({ kind: 'withdraw', reason: 'The clinic has closed.' })
  else if (act === 7) {
    const ends = records.flatMap(({ id, kind }) => (kind === 'withdraw' ? [id] : []))
    if (ends.length > 0) say({ kind: 'bring-back', ends })
  } else if (act === 8) {
    const record = records[which % Math.max(1, records.length)]
    if (record !== undefined) say({ kind: 'take-back', record: record.id })
  } else if (act === 9) goOrCome(history, who, person)
  else if (act === 10) history.late = !history.late
  else publish(history)
}

function write(history: History, copy: Copy, person: Person, text: string): void {
  if (copy.text === text) return
  copy.text = text
  copy.writtenBy = person
  history.texts.push(text)
}

function tell(history: History, copy: Copy, who: number, by: Person, fields: Readonly<Record<string, unknown>>): void {
  const at = instantSchema.parse(new Date(history.moment + (clocks[who] ?? 0)).toISOString())
  const id = nextRecordId(
    at,
    copy.seen.map(({ record }) => record),
  )
  const record = reviewRecordSchema.parse({ id, page: ids.travel, by, at, ...fields })
  const said = { record, knew: new Set(copy.seen.map(each => each.record.id)) }
  copy.seen.push(said)
  history.said.push(said)
}

/** Leaves with a copy of everything, or comes back: both sides' words and all that was said are put together. */
function goOrCome(history: History, who: number, person: Person): void {
  const { shared } = history
  const copy = history.away.get(who)
  if (copy === undefined) {
    history.away.set(who, { ...shared, seen: [...shared.seen], base: shared.text })
    return
  }
  history.away.delete(who)
  const known = new Set(shared.seen.map(({ record }) => record.id))
  shared.seen.push(...copy.seen.filter(({ record }) => !known.has(record.id)))
  if (copy.text === copy.base) return
  const merged = mergeEntries(copy.base, copy.text, shared.text)
  if (merged !== null) write(history, shared, person, merged.text)
}

const read = new Map<string, Versioned>()
function versioned(text: string): Versioned {
  const known = read.get(text) ?? { entry: entry(path, text), hash: hashOf(text) }
  read.set(text, known)
  return known
}

/** The plan of the program, and what it puts before families. */
function publish(history: History): void {
  const { shared, live } = history
  const now = versioned(shared.text)
  const seen = live === null ? null : versioned(live.text)
  const records = shared.seen.map(({ record }) => record).toSorted((a, b) => (a.id < b.id ? -1 : 1))
  const stands = standing(now.hash, seen?.hash ?? null, records, shared.writtenBy)
  expect(stands.decision?.hash ?? now.hash).toBe(now.hash)
  const { after } = decide({
    desk: [now],
    live: seen === null ? [] : [seen],
    standings: new Map([[pageIdSchema.parse(ids.travel), stands]]),
    problems: new Map(),
    rendered: new Map(),
    although: new Map(),
    choices: new Set(),
    late: new Map(history.late ? [[ids.travel, longPast]] : []),
    site: { config: config(), media: new Map(), redirects: [], answers: [], stamp: { publish: '', at: '' } },
    today: '2026-11-22',
  })
  const [on] = after
  const text = on === undefined ? null : on.from === 'desk' ? shared.text : (live?.text ?? null)
  if (history.late) expect(text).toBeNull()
  const trouble = text === null ? null : whyNotLive(history.shared, text, live?.text ?? null)
  if (trouble !== null) throw new Error(trouble)
  history.live = text === null ? null : { text }
}

const longPast = {
  act: 'step-down',
  due: isoDateSchema.parse('2026-08-01'),
  from: isoDateSchema.parse('2026-10-24'),
} as const

const stepOf = fc.tuple(fc.nat(13), fc.nat(people.length - 1), fc.nat(7), fc.nat(30))

test('no page is ever live without an approval of exactly these words by somebody else, or a reason', () => {
  fc.assert(
    fc.property(fc.array(stepOf, { minLength: 5, maxLength: 40 }), steps => {
      const history = begin()
      for (const each of steps) step(history, each)
      publish(history)
    }),
    { numRuns: 600 },
  )
})

test('the random histories do go live, by approval and by reason, and do take pages off', () => {
  const seen = new Set<string>()
  for (const steps of fc.sample(fc.array(stepOf, { minLength: 20, maxLength: 40 }), 150)) {
    const history = begin()
    for (const each of steps) {
      const before = history.live
      step(history, each)
      if (before === history.live) continue
      seen.add(history.live === null ? 'off' : before === null ? 'on' : 'changed')
    }
  }
  expect([...seen].toSorted()).toEqual(['changed', 'off', 'on'])
})
