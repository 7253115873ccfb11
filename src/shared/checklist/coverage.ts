import type { Tag } from '../content/fields.ts'
import type { IsoDate, PageId } from '../content/ids.ts'
import { daysBetween } from '../review/dates.ts'
import type { PageState } from '../review/records.ts'
import { measuredFor, type SiteFacts } from './properties/index.ts'
import type { Checklist, Coverage, Requirement } from './schema.ts'

/** What coverage needs to know of one page or service. */
export interface TaggedEntry {
  id: PageId
  title: string
  tags: readonly Tag[]
  /** The slugs of its headings, where a tag names one. */
  headings: readonly string[]
  state: PageState
  /** Whether families see some version of it. */
  live: boolean
  /** Whether somebody approved the words that families see. */
  approved: boolean
  overdue: boolean
}

/** Something that was done for a requirement about doing. */
export interface DoneFor {
  checklist: string
  requirement: string
  what: string
  on: IsoDate
}

export interface CoverageFacts {
  entries: readonly TaggedEntry[]
  site: SiteFacts
  evidence: readonly DoneFor[]
}

type Covered = Coverage['requirements'][number]
type Status = Covered['status']

/**
 * What pages, the site and evidence show, requirement by requirement, each in its own way. It helps a review; it proves
 * nothing by itself.
 */
export function coverage(checklist: Checklist, facts: CoverageFacts): Coverage {
  const answers = answersByRequirement(facts.entries)
  const covered = new Map<string, Covered>()
  for (const requirement of checklist.sections.flatMap(section => section.requirements)) {
    covered.set(requirement.id, cover(checklist.id, requirement, answers, facts))
  }
  const requirements = [...covered.values()]
  return {
    checklist: checklist.id,
    title: checklist.title,
    requirements,
    strands: checklist.sections.map(section => {
      const own = section.requirements.flatMap(requirement => covered.get(requirement.id) ?? [])
      return {
        id: section.id,
        title: section.title,
        ...countStatuses(own),
        overdue: own.filter(each => each.pages.some(page => page.overdue)).length,
      }
    }),
    gaps: checklist.gaps.map(gap => gapOf(gap, checklist, covered)),
    summary: countStatuses(requirements),
  }
}

type Answer = Covered['pages'][number] & { live: boolean; approved: boolean; isThere: boolean }

function answersByRequirement(entries: readonly TaggedEntry[]): Map<string, Answer[]> {
  const answers = new Map<string, Answer[]>()
  for (const { id, title, tags, state, live, approved, overdue, headings } of entries) {
    for (const { requirement, heading } of tags) {
      const isThere = heading === null || headings.includes(heading)
      const answer = { id, title, heading, state, overdue, live, approved, isThere }
      answers.set(requirement, [...(answers.get(requirement) ?? []), answer])
    }
  }
  return answers
}

function cover(
  checklist: string,
  requirement: Requirement,
  answers: ReadonlyMap<string, Answer[]>,
  { site, evidence }: CoverageFacts,
): Covered {
  const { id, kind, same, former } = requirement
  const own = [id, ...former].flatMap(each => answers.get(each) ?? [])
  const pages = own.map(({ live: _, approved: __, isThere: ___, ...page }) => page)
  if (kind === 'whole-offer') {
    const measured = measuredFor([id], site)
    return measured === null
      ? { id, status: 'not-by-pages', why: 'Judged across the whole offer.', pages }
      : { id, ...measured, pages }
  }
  if (kind === 'process') return { id, ...byEvidence(evidence.filter(isFor(checklist, id)), site.today), pages }
  const elsewhere = same.flatMap(other => answers.get(other) ?? []).filter(isGood)
  return { id, ...byPages(own, elsewhere.length), pages }
}

const isFor = (checklist: string, requirement: string) => (done: DoneFor) =>
  done.checklist === checklist && done.requirement === requirement

const isGood = ({ live, approved, overdue, isThere }: Answer) => live && approved && !overdue && isThere

/** Met by a tagged page or heading that is live, approved and in date; a page tagged in another list is worth a look. */
function byPages(own: readonly Answer[], elsewhere: number): Pick<Covered, 'status' | 'why'> {
  const heads = own.filter(({ isThere }) => isThere)
  const live = heads.filter(answer => answer.live)
  if (own.some(isGood)) return { status: 'yes', why: 'Answered by a page that is live, approved and in date.' }
  if (live.some(({ approved }) => approved)) return limited('The live answer is past its review date.')
  if (live.length > 0) return limited('Families see an answer that nobody has approved yet.')
  if (heads.length > 0 && heads.every(({ state }) => state === 'withdrawn'))
    return limited('There is a page, and it was withdrawn from the site.')
  if (heads.length > 0) return limited('There is a page, but families can’t see it yet.')
  if (own.length > 0) return limited('The heading that was tagged is not on the page any more.')
  if (elsewhere > 0)
    return limited('A page answers what another list asks in its place; see whether it answers this too.')
  return { status: 'no', why: 'No page answers this.' }
}

const limited = (why: string): Pick<Covered, 'status' | 'why'> => ({ status: 'limited', why })

/** Reviews go round once a year, so what was done longer ago is due again. */
const daysThatCount = 366

/** Met by something done, with its day. */
function byEvidence(done: readonly DoneFor[], today: IsoDate): Pick<Covered, 'status' | 'why'> {
  const newest = done.toSorted((a, b) => (a.on < b.on ? 1 : -1))[0]
  if (newest === undefined) return { status: 'no', why: 'Met by doing it and keeping evidence; there is none yet.' }
  if (daysBetween(newest.on, today) <= daysThatCount) return { status: 'yes', why: `${newest.on}: ${newest.what}` }
  return limited(`The newest evidence is more than a year old. ${newest.on}: ${newest.what}`)
}

function countStatuses(covered: readonly Covered[]): Coverage['summary'] {
  const count = (status: Status) => covered.filter(each => each.status === status).length
  return { yes: count('yes'), limited: count('limited'), no: count('no'), notByPages: count('not-by-pages') }
}

/** A gap stays in sight until every requirement behind it is answered. */
function gapOf(
  gap: Checklist['gaps'][number],
  checklist: Checklist,
  covered: ReadonlyMap<string, Covered>,
): Coverage['gaps'][number] {
  const asked = checklist.sections
    .flatMap(section => section.requirements)
    .filter(requirement => requirement.gap === gap.id)
  const byPagesAlone = asked.every(({ kind }) => kind === 'content')
  const behind = asked.flatMap(requirement => covered.get(requirement.id) ?? [])
  const answered = behind.filter(each => each.status === 'yes').length
  const touched = behind.filter(each => each.pages.length > 0).length
  const pages = [...new Set(behind.flatMap(each => each.pages.map(page => page.id)))]
  const status = behind.length > 0 && answered === behind.length ? 'closed' : touched > 0 ? 'in-part' : 'open'
  return {
    id: gap.id,
    label: gap.label,
    status,
    why:
      behind.length === 0
        ? 'No requirement of this list belongs to it.'
        : `${answered} of ${behind.length} requirements answered${byPagesAlone ? ' by live pages' : ''}.`,
    pages,
    requirements: behind.map(each => each.id),
  }
}
