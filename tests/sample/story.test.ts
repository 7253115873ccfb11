import { describe, expect, test } from 'vitest'
import { coverage, type SiteFacts } from '../../src/shared/checklist/index.ts'
import {
  headingsOf,
  isoDateSchema,
  parseEntry,
  readingText,
  siteConfigSchema,
  workspacePathSchema,
} from '../../src/shared/content/index.ts'
import { calendarFor, commentThreads, dueOf, findQuote } from '../../src/shared/review/index.ts'
import { se7 } from './checklists.ts'
import { isEntryPath, pathsIn, readConfig, readEntries, readEntry, readStory, textOfFile } from './sample.ts'
import { standingOf, tell } from './told.ts'

const story = readStory()
const ended = tell(story)
const versions = story.steps.flatMap(step => (step.kind === 'version' ? [step] : []))
const today = isoDateSchema.parse(story.datesRelativeTo)
const slugOf = (path: string) => path.split('/').at(-1)?.replace('.md', '') ?? ''
const entryAt = (path: string, text: string) => parseEntry(workspacePathSchema.parse(path), text).entry

describe('the story of the sample', () => {
  test('has versions by three people over about 18 months, and a few publishes', () => {
    expect(versions.length).toBeGreaterThanOrEqual(25)
    expect(new Set(versions.map(step => step.by)).size).toBe(3)
    expect(story.steps[0]?.daysAgo).toBeGreaterThan(500)
    const publishes = story.steps.filter(step => step.kind === 'publish')
    expect(publishes.length).toBeGreaterThanOrEqual(2)
    expect(publishes.every(step => step.by === 'mark@example.org')).toBe(true)
  })

  test('ends with exactly the files of the workspace', () => {
    expect([...ended.desk.keys()].sort()).toEqual(pathsIn('workspace'))
    for (const [path, text] of ended.desk) expect(text === textOfFile(`workspace/${path}`), path).toBe(true)
  })

  test('uses every earlier file, each with other words than the finished one and with the same id', () => {
    const used = versions.flatMap(step => step.earlier.map(({ path, from }) => `${from}/${path}`))
    expect(used.sort()).toEqual(pathsIn('earlier'))
    const finished = new Map(readEntries().map(({ parsed: { entry } }) => [entry.fields.id, entry.doc]))
    for (const { path, from } of versions.flatMap(step => step.earlier)) {
      if (!isEntryPath(path)) {
        expect(textOfFile(`earlier/${from}/${path}`)).not.toBe(textOfFile(`workspace/${path}`))
        continue
      }
      const { entry } = readEntry(path, `earlier/${from}`)
      expect(entry.trouble).toEqual([])
      expect(finished.has(entry.fields.id), path).toBe(true)
    }
    const pages = new Set(used.filter(path => path.includes('/pages/')).map(slugOf))
    expect(pages.size).toBeGreaterThanOrEqual(10)
  })

  test('every version changes each file that it names', () => {
    const told: typeof story = { ...story, steps: [] }
    let before = new Map<string, string>()
    for (const step of versions) {
      told.steps.push(step)
      const after = tell(told).desk
      for (const path of [...step.paths, ...step.earlier.map(each => each.path)]) {
        expect(after.get(path) === before.get(path), `${step.sentence}: ${path}`).toBe(false)
      }
      before = after
    }
  })
})

describe('what people said', () => {
  test('is said about pages that are there, by people of the team', () => {
    const team = readConfig().team.map(person => person.email)
    for (const { told, text } of ended.said) expect(text, told.page).not.toBe('')
    for (const step of story.steps) expect(team).toContain(step.by)
  })

  test('nobody decides on words that they changed last', () => {
    const decisions = ended.said.filter(({ told }) => told.kind === 'decision')
    expect(decisions.length).toBeGreaterThan(100)
    for (const { step, told, changedLastBy } of decisions) expect(changedLastBy, told.page).not.toBe(step.by)
  })

  test('comments quote words that stand on the page, once', () => {
    const quotes = ended.said.flatMap(({ told, text }) =>
      told.kind === 'comment' && told.quote ? [{ quote: told.quote, path: told.page, text }] : [],
    )
    expect(quotes.length).toBeGreaterThanOrEqual(4)
    for (const { quote, path, text } of quotes) {
      const words = readingText(entryAt(path, text).doc)
      expect(findQuote(words, quote), quote.exact).not.toBeNull()
      expect(words).toContain(quote.prefix + quote.exact + quote.suffix)
      expect(words.split(quote.exact)).toHaveLength(2)
    }
  })
})

const nothingMeasured: Omit<SiteFacts, 'today'> = {
  published: 'sent',
  built: null,
  contact: { telephone: '', email: '' },
  pages: [],
  services: [],
  answers: [],
}

describe('how things stand in the sample', () => {
  const entryPaths = [...ended.desk.keys()].filter(isEntryPath)
  const withState = (state: string) =>
    entryPaths
      .filter(path => standingOf(path, ended).state === state)
      .map(slugOf)
      .sort()

  test('pages wait, were sent back, were changed, one is new, some are approved, one was withdrawn; all others are live', () => {
    expect(withState('ready-for-review')).toEqual(['adhd', 'advice-on-your-side', 'somewhere-to-live'])
    expect(withState('changes-asked')).toEqual(['getting-out-and-about', 'when-school-feels-too-hard'])
    expect(withState('changed-since-approval')).toEqual(['benefits-and-money', 'moving-into-southend-with-an-ehc-plan'])
    expect(withState('draft')).toEqual(['making-your-own-decisions'])
    expect(withState('approved')).toEqual(['relaxed-cinema', 'send-words', 'support-in-college'])
    expect(withState('withdrawn')).toEqual(['summer-play-days'])
    expect(withState('live')).toHaveLength(entryPaths.length - 12)
  })

  test('comments wait on the pages that were sent back', () => {
    const waiting = commentThreads(ended.said.map(({ record }) => record)).filter(thread => !thread.settled)
    expect(waiting.length).toBeGreaterThanOrEqual(3)
  })

  const calendar = calendarFor(siteConfigSchema.parse({ signpost: 1, name: '' }))
  const rule = (id: string) => ({ id, every: '12 months', calendar, today })
  const rows = entryPaths.map(path => {
    const { fields } = entryAt(path, ended.desk.get(path) ?? '')
    const records = ended.said.map(({ record }) => record).filter(record => record.page === fields.id)
    return { path, fields, ...dueOf(fields.review, records, rule(fields.id)) }
  })

  test('a few entries are overdue, a few soon, most are fine', () => {
    const overdue = rows.filter(({ due }) => due !== null && due < today)
    expect(overdue.map(({ path }) => slugOf(path)).sort()).toEqual([
      'short-breaks',
      'toy-library',
      'travel-to-school',
      'wave-deaf-club',
    ])
    const soon = rows.filter(({ due }) => due !== null && due >= today && due <= '2026-12-22')
    expect(soon.length).toBeGreaterThanOrEqual(3)
    expect(soon.length).toBeLessThan(10)
  })

  test('coverage has something to say: gaps closed, in part, and one open', () => {
    const tagged = rows.map(({ path, fields, due }) => ({
      id: fields.id,
      title: fields.title,
      tags: fields.checklist,
      state: standingOf(path, ended).state,
      headings: headingsOf(entryAt(path, ended.desk.get(path) ?? '').doc).map(({ slug }) => slug),
      live: ended.live.has(path),
      approved: true,
      overdue: due !== null && due < today,
    }))
    const site = { ...nothingMeasured, today }
    const { gaps, summary } = coverage(se7, { entries: tagged, site, evidence: [] })
    expect(Object.fromEntries(gaps.map(gap => [gap.id, gap.status]))).toEqual({
      'GAP-1': 'closed',
      'GAP-2': 'in-part',
      'GAP-3': 'in-part',
      'GAP-4': 'closed',
      'GAP-5': 'in-part',
      'GAP-6': 'open',
      'GAP-7': 'closed',
      'GAP-8': 'closed',
    })
    const share = summary.yes / (summary.yes + summary.limited + summary.no)
    expect(share).toBeGreaterThan(0.6)
    expect(share).toBeLessThan(0.85)
    expect(summary.limited).toBeGreaterThan(2)
  })
})
