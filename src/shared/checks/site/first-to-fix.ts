import type { Entry } from '../../content/index.ts'

/** What decides how soon a page is worth somebody's time. */
export interface ToFix {
  entry: Entry
  errors: number
  warnings: number
  notices: number
  /** Problems between this page and others. */
  between: number
  isLive: boolean
  isOverdue: boolean
}

export interface FixFirst {
  entry: Entry
  /** Why it is on the list, the weightiest first; each a few words. */
  reasons: string[]
}

/** Where a family loses money, a place or a right by wrong words. SEND Code of Practice 2015, 4.31: rights and redress. */
const grave: readonly { about: string; words: RegExp }[] = [
  {
    about: 'rights and decisions',
    words: /\b(?:appeal|tribunal|disagree|complain|mediation|rights?|law|EHC|assessments?)\b/i,
  },
  { about: 'money', words: /\b(?:money|benefits?|costs?|pay(?:ments?)?|grants?|allowance|DLA|PIP|budgets?)\b/i },
  {
    about: 'safety',
    words: /\b(?:worried about|crisis|danger|urgent|emergency|safeguarding|abuse|self-harm|suicid\w+)\b/i,
  },
]

/**
 * The pages that it pays to mend first. Each reason adds to a page's weight by what it costs a family: what stops
 * publishing most, then what makes a page harder to use; twice as much where families read it now, and half as much again
 * where it is about rights, money or safety. How many people read a page is not known here, so it does not count.
 */
export function firstToFix(pages: readonly ToFix[], most = 10): FixFirst[] {
  return pages
    .map(page => ({ page, weight: weightOf(page) }))
    .filter(({ weight }) => weight > 0)
    .sort((a, b) => b.weight - a.weight || byTitle(a.page, b.page))
    .slice(0, most)
    .map(({ page }) => ({ entry: page.entry, reasons: reasonsFor(page) }))
}

function weightOf(page: ToFix): number {
  const { errors, warnings, notices, between, isLive, isOverdue } = page
  const found = 10 * Math.min(errors, 5) + 3 * Math.min(warnings + between, 10) + Math.min(notices, 5) / 5
  return found * (isLive ? 2 : 1) * (graveIn(page) === null ? 1 : 1.5) * (isOverdue ? 1.25 : 1)
}

function reasonsFor(page: ToFix): string[] {
  const { errors, warnings, notices, between, isLive, isOverdue } = page
  const about = graveIn(page)
  const small = errors + warnings + between === 0
  return [
    ...(errors > 0 ? [`${many(errors, 'problem')} that ${errors === 1 ? 'stops' : 'stop'} publishing`] : []),
    ...(warnings > 0
      ? [`${many(warnings, 'problem')} that ${warnings === 1 ? 'makes' : 'make'} it harder to use`]
      : []),
    ...(between > 0 ? [`${many(between, 'problem')} with other pages`] : []),
    ...(small ? [`${many(notices, 'thing')} worth knowing`] : []),
    ...(isLive ? ['families read it now'] : []),
    ...(about === null ? [] : [`it is about ${about}`]),
    ...(isOverdue ? ['its check is overdue'] : []),
  ]
}

function graveIn({ entry: { fields } }: ToFix): string | null {
  return grave.find(({ words }) => words.test(`${fields.title} ${fields.summary}`))?.about ?? null
}

function many(number: number, what: string): string {
  return `${number} ${what}${number === 1 ? '' : 's'}`
}

function byTitle({ entry: one }: ToFix, { entry: other }: ToFix): number {
  return one.fields.title < other.fields.title ? -1 : 1
}
