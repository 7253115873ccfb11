import { type Entry, linksOf, type SiteConfig } from '../../shared/content/index.ts'
import { dayInWords, type Late, type Standing, type Withdrawal } from '../../shared/review/index.ts'
import type { Although, Leave, PlanInput, Versioned, Why } from './planned.ts'

/** The sentences of a plan. Each says what a person would have to know before pressing the button. */

/** “2 problems: A link says “click here”, and …” */
export function problemsSentence(problems: readonly string[]): string {
  const [first = '', second] = problems
  if (problems.length === 1) return first
  const rest = problems.length - 2
  return `${problems.length} problems: ${first} ${second ?? ''}${rest > 0 ? ` And ${rest} more.` : ''}`
}

/** “Goes live although a check stops it. “click here” does not say where it goes. Priya Nair, today: “They ask for it.”” */
export function althoughSentence({ by, at, reason, problems }: Although, today: string): string {
  const stops = problems.length === 1 ? 'a check stops it' : 'checks stop it'
  return `Goes live although ${stops}. ${problemsSentence(problems)} ${by.name}, ${dayOf(at, today)}: “${reason}”`
}

export function readySentence(standing: Standing | undefined, leave: Leave, today: string): string {
  if (leave === 'live-already') return 'The words are the ones that families see now.'
  if (leave === 'urgent') {
    return `Not reviewed yet. ${standing?.urgent?.by.name ?? 'Somebody'} lets it through urgently: ${standing?.urgent?.reason ?? ''}`
  }
  const decision = standing?.decision
  return decision ? `Approved by ${decision.by.name}, ${dayOf(decision.at, today)}.` : 'Approved.'
}

export function heldBackSentence(standing: Standing | undefined, today: string): [Why, string] {
  const { decision, lastApproval, request, state, broughtBack } = standing ?? {}
  if (state === 'changes-asked' && decision)
    return ['changes-asked', `${decision.by.name} asked for changes, ${dayOf(decision.at, today)}.`]
  if (request) return ['waits', waitsSentence(dayOf(request.at, today), lastApproval?.by.name)]
  if (lastApproval) return ['changed-since-approval', `Changed since ${lastApproval.by.name} approved it.`]
  if (broughtBack) return ['not-reviewed', broughtBackSentence(broughtBack.by.name, dayOf(broughtBack.at, today))]
  return ['not-reviewed', 'Nobody has been asked to review it yet.']
}

const waitsSentence = (day: string, approver: string | undefined) =>
  `${approver === undefined ? '' : `Changed since ${approver} approved it. `}Waiting for a review since ${day}.`

const broughtBackSentence = (who: string, day: string) =>
  `${who} put it back, ${day}. It was withdrawn, so it needs a review before families see it again.`

export function movedSentence(before: Entry, now: Entry, config: SiteConfig, approval: string): string {
  const [from, to] = [placeOf(before, config), placeOf(now, config)]
  const way = from === to ? 'It has a new address.' : `From ${from} to ${to}.`
  return `${way} The old address will lead there. ${approval}`
}

function placeOf(entry: Entry, config: SiteConfig): string {
  if (entry.kind === 'service') return 'Groups and services'
  return config.sections.find(section => section.slug === entry.section)?.title ?? entry.section
}

/** Links to it in pages that stay become plain words, and a person should know that before. */
export function removedSentence({ desk }: PlanInput, gone: Entry): string {
  const linking = linkingIn(desk).get(gone.fields.id) ?? []
  const [first, ...others] = linking
  if (first === undefined) return 'Families will not find it any more.'
  return `Families will not find it any more. ${others.length === 0 ? `“${first.fields.title}” links to it.` : `${linking.length} pages link to it.`}`
}

/** The pages that link to each; the pages of a desk are read through once, however many leave the site. */
const known = new WeakMap<PlanInput['desk'], ReadonlyMap<string, readonly Entry[]>>()

function linkingIn(desk: PlanInput['desk']): ReadonlyMap<string, readonly Entry[]> {
  const before = known.get(desk)
  if (before !== undefined) return before
  const linking = new Map<string, Entry[]>()
  for (const { entry } of desk) {
    for (const id of new Set(linksOf(entry.doc).map(({ href }) => pageIn(href)))) {
      if (id !== null) linking.set(id, [...(linking.get(id) ?? []), entry])
    }
  }
  known.set(desk, linking)
  return linking
}

/** “Withdrawn by Danny, Friday: “The clinic has closed.” Families will not find it any more.” */
export function withdrawnSentence(input: PlanInput, entry: Entry, { by, at, reason }: Withdrawal): string {
  const why = reason === '' ? '.' : `: “${reason}”`
  return `Withdrawn by ${by.name}, ${dayOf(at, input.today)}${why} ${removedSentence(input, entry)}`
}

/** “It was to be checked by 5 January 2026, and the team takes what is 12 weeks late off the site. …” */
export function stepsDownSentence(input: PlanInput, entry: Entry, late: Late): string {
  return `${lateSentence(input, late, 'takes')} Whoever says “Still accurate” keeps it there. ${removedSentence(input, entry)}`
}

export function notCheckedSentence(input: PlanInput, late: Late): string {
  return `${lateSentence(input, late, 'keeps')} It goes live once somebody says “Still accurate”.`
}

function lateSentence({ site }: PlanInput, { due }: Late, does: 'takes' | 'keeps'): string {
  const { weeks } = site.config.review.late
  return `It was to be checked by ${dayInWords(due)}, and the team ${does} what is ${weeks} ${weeks === 1 ? 'week' : 'weeks'} late off the site.`
}

/** “2 pages tell families that nobody has checked them for long.” */
export function warnedSentences(warned: readonly Versioned[], cleared: readonly Versioned[]): string[] {
  return [...toldOf(warned, 'from now on'), ...toldOf(cleared, 'no longer')]
}

function toldOf(pages: readonly Versioned[], how: 'from now on' | 'no longer'): string[] {
  const [first] = pages
  if (first === undefined) return []
  const [who, tell, whom] =
    pages.length === 1 ? [`“${first.entry.fields.title}”`, 'tells', 'it'] : [`${pages.length} pages`, 'tell', 'them']
  const rest = `families that nobody has checked ${whom} for long.`
  return [how === 'no longer' ? `${who} no longer ${tell} ${rest}` : `${who} ${tell} ${rest}`]
}

/** Why pages of which no word changed are sent all the same. */
export function checkedSentence(checked: readonly Versioned[]): string[] {
  const [first] = checked
  if (first === undefined) return []
  const why = 'No word changes: a colleague said since that it is still accurate, or took that back.'
  if (checked.length === 1) return [`“${first.entry.fields.title}” says another day under “Last reviewed”. ${why}`]
  return [`${checked.length} pages say another day under “Last reviewed”. ${why.replace('it is', 'they are')}`]
}

function pageIn(href: string): string | null {
  return /^(?:page|service):([^#]+)/.exec(href)?.[1] ?? null
}

const oneDay = 86_400_000

/** What is read on other days than it is written: none of these is “today” or “Friday”, and each says its year. */
export const anyDay = ''

/** “today”, “Friday” within the last week, otherwise “3 Oct”, by this computer's own calendar. */
export function dayOf(instant: string, today: string): string {
  const at = new Date(instant)
  if (today === anyDay) return at.toLocaleDateString('en-GB', { day: 'numeric', month: 'short', year: 'numeric' })
  // Swedish is the locale that writes a day as ISO 8601 does.
  const day = at.toLocaleDateString('sv-SE')
  const ago = Math.round((Date.parse(today) - Date.parse(day)) / oneDay)
  if (ago === 0) return 'today'
  if (ago > 0 && ago < 7) return at.toLocaleDateString('en-GB', { weekday: 'long' })
  return at.toLocaleDateString('en-GB', { day: 'numeric', month: 'short' })
}

/** The same where a sentence says when something was done: “today”, “on Friday”, “on 3 Oct”. */
export function onDay(instant: string, today: string): string {
  const day = dayOf(instant, today)
  return day === 'today' ? day : `on ${day}`
}
