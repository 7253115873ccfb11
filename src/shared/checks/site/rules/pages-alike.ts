import { nodeAt, type Page, readingText } from '../../../content/index.ts'
import { plainWords, runHashesOf } from '../seen-of-entry.ts'
import { type SiteFinding, siteRule, type WholeSite } from '../site-rule.ts'

const travel = `Your child may get help with travel to school when the school is far away, or when they cannot walk there because of a disability. Under the age of eight, far away means more than two miles by the shortest safe way. From eight to sixteen it means more than three miles. Apply online before the end of May. We answer within twenty working days, and tell you why when we say no. You can ask us to look again.`

const nursery = `Visit more than one nursery before you choose. Ask what they do when a child finds noise hard, who would be the key person, and how they share news with you at the end of the day. Every nursery has somebody who plans special help. From two years some families get fifteen hours a week without paying, and from three years everybody does.`

const ending = `If you are not happy with what we did, tell us. You can ring, write or come to see us. We answer within ten working days.`

function school(name: string, has: string, pupils: string): string {
  return `${name} is a special school in Southend. It has ${has}. It teaches ${pupils}. Ask the school when you can visit, and bring your child along. A place there has to be named in the plan of your child. Your caseworker can tell you how to ask for that, and what happens when the school is full. Transport is free for most pupils.`
}

/** Two pages that say mostly the same: families find one of them, and the team keeps one of them up to date. */
export const pagesAlike = siteRule({
  id: 'pages-alike',
  severity: 'warning',
  wcag: [],
  source: 'GOV.UK content design: one page for one need',
  why: 'Of two pages with one answer, sooner or later one is out of date, and nobody knows which.',
  look(site) {
    const pages = site.entries.flatMap(entry => (entry.kind === 'page' ? [entry] : []))
    return pairsOf(pages, site).flatMap(([one, other]) => {
      const share = sharedBy(one, other)
      if (share < alike || belongTogether(one, other, site)) return []
      const say = (about: Page, twin: Page): SiteFinding => ({
        about,
        place: { path: [] },
        others: [twin],
        message: `Most of what is said here is on “${twin.fields.title}” too. Can they be one page?`,
      })
      return [say(one, other), say(other, one)]
    })
  },
  examples: {
    fail: [
      {
        files: {
          'pages/education/a.md': `title: Travel to school\n---\n${travel}`,
          'pages/social-care/b.md': `title: Help with school transport\n---\n${travel}\n\nWe changed this in May.`,
        },
      },
    ],
    pass: [
      // The same team and the same way to complain stand under many pages.
      {
        files: {
          'pages/education/a.md': `title: Travel to school\n---\n${travel}\n\n${ending}`,
          'pages/education/b.md': `title: Choosing a nursery\n---\n${nursery}\n\n${ending}`,
        },
      },
      // Easy read says the same on purpose.
      {
        files: {
          'pages/education/a.md': `title: Travel to school\neasyRead: page:B\n---\n${travel}`,
          'pages/education/b.md': `title: Travel to school, easy read\n---\n${travel}`,
        },
      },
      // Too little to tell.
      {
        files: {
          'pages/education/a.md': 'title: Year 9\n---\nAsk the school for a meeting.',
          'pages/education/b.md': 'title: Year 10\n---\nAsk the school for a meeting.',
        },
      },
      // One template, other facts.
      {
        files: {
          'pages/education/a.md': `title: Hill School\n---\n${school('Hill School', 'a hydrotherapy pool and two quiet rooms', 'children from two to eleven who find it hard to speak')}`,
          'pages/education/b.md': `title: Sea School\n---\n${school('Sea School', 'workshops for wood and metal, and a café that pupils run', 'young people from fourteen to nineteen who want to learn a trade')}`,
        },
      },
    ],
  },
})

/** The share of the shorter page's runs of words that stand on the other too. */
const alike = 0.7
/** Shorter pages share what is said everywhere. */
const enoughWords = 60

/** A page has a twin only where both begin alike in one of these many places: so not every page is held against every other. */
function pairsOf(pages: readonly Page[], { seen }: WholeSite): [Page, Page][] {
  const known = pages.map(page => ({ page, ...seen(page) })).filter(({ words }) => words >= enoughWords)
  const buckets = new Map<string, number[]>()
  /** Both numbers in one: there are very many, and a name for each would take longer than all the rest. */
  const pairs = new Set<number>()
  for (const [which, { runs }] of known.entries()) {
    for (let at = 0; at + 1 < runs.length; at += 2) {
      const key = `${at} ${runs[at]} ${runs[at + 1]}`
      const bucket = buckets.get(key)
      if (bucket === undefined) buckets.set(key, [which])
      else if (bucket.length < mostAlike) {
        for (const other of bucket) pairs.add(other * known.length + which)
        bucket.push(which)
      }
    }
  }
  return [...pairs].flatMap((pair): [Page, Page][] => {
    const [one, other] = [known[Math.floor(pair / known.length)], known[pair % known.length]]
    if (one === undefined || other === undefined || likely(one.runs, other.runs) < maybeAlike) return []
    return [[one.page, other.page]]
  })
}

/** A hundred pages from one template are one problem, not five thousand. */
const mostAlike = 20
const maybeAlike = 0.35

function likely(one: readonly number[], other: readonly number[]): number {
  let same = 0
  for (let at = 0; at < one.length; at++) if (one[at] === other[at]) same += 1
  return same / Math.max(1, one.length)
}

function sharedBy(one: Page, other: Page): number {
  const [first, second] = [runsIn(one), runsIn(other)]
  let [shared, i, j] = [0, 0, 0]
  while (i < first.length && j < second.length) {
    const [a = 0, b = 0] = [first[i], second[j]]
    if (a === b) shared += 1
    if (a <= b) i += 1
    if (b <= a) j += 1
  }
  return shared / Math.max(1, Math.min(first.length, second.length))
}

/** A page of a template is held against twenty others, and is another object once its words are others. */
const runsOfPages = new WeakMap<Page, Uint32Array>()

function runsIn(page: Page): Uint32Array {
  const runs = runsOfPages.get(page) ?? runHashesOf(plainWords(readingText(page.doc)))
  runsOfPages.set(page, runs)
  return runs
}

/** One is the easy read version of the other, or what is said in its film. */
function belongTogether(one: Page, other: Page, { seen }: WholeSite): boolean {
  const leads = (from: Page, to: Page) =>
    from.fields.easyRead.startsWith(`page:${to.fields.id}`) ||
    seen(from).links.some(({ id, path }) => id === to.fields.id && nodeAt(from.doc, path)?.type === 'video')
  return leads(one, other) || leads(other, one)
}
