import type { Tag } from '../content/fields.ts'
import type { PageId } from '../content/ids.ts'
import type { PageState } from '../review/records.ts'
import type { Checklist, Coverage, Requirement } from './schema.ts'

/** What coverage needs to know of one page or service. */
export interface TaggedEntry {
  id: PageId
  title: string
  tags: readonly Tag[]
  state: PageState
  /** Whether families see some version of it. */
  live: boolean
  overdue: boolean
}

type Covered = Coverage['requirements'][number]
type Status = Covered['status']

/**
 * What the tags show, requirement by requirement. A content requirement is met (`yes`) by a tagged page that is live and
 * in date, in part (`limited`) by one that is not, and `no` without any. The others are not met by pages at all. This
 * helps a review; it proves nothing by itself.
 */
export function coverage(checklist: Checklist, entries: readonly TaggedEntry[]): Coverage {
  const answers = answersByRequirement(entries)
  const covered = new Map<string, Covered>()
  for (const requirement of checklist.sections.flatMap(section => section.requirements)) {
    covered.set(requirement.id, cover(requirement, answers.get(requirement.id) ?? []))
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

type Answer = Covered['pages'][number] & { live: boolean }

function answersByRequirement(entries: readonly TaggedEntry[]): Map<string, Answer[]> {
  const answers = new Map<string, Answer[]>()
  for (const { id, title, tags, state, live, overdue } of entries) {
    for (const { requirement, heading } of tags) {
      const answer = { id, title, heading, state, overdue, live }
      answers.set(requirement, [...(answers.get(requirement) ?? []), answer])
    }
  }
  return answers
}

function cover(requirement: Requirement, answers: Answer[]): Covered {
  const pages = answers.map(({ live: _, ...page }) => page)
  if (requirement.kind === 'whole-offer') {
    return { id: requirement.id, status: 'not-by-pages', why: 'Judged across the whole offer.', pages }
  }
  if (requirement.kind === 'process') {
    return { id: requirement.id, status: 'not-by-pages', why: 'Met by doing it and keeping evidence.', pages }
  }
  if (answers.some(answer => answer.live && !answer.overdue)) {
    return { id: requirement.id, status: 'yes', why: 'Answered by a page that is live and in date.', pages }
  }
  if (answers.some(answer => answer.live)) {
    return { id: requirement.id, status: 'limited', why: 'The live answer is past its review date.', pages }
  }
  if (answers.length > 0) {
    return { id: requirement.id, status: 'limited', why: 'There is a page, but families can’t see it yet.', pages }
  }
  return { id: requirement.id, status: 'no', why: 'No page answers this.', pages }
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
  const behind = checklist.sections
    .flatMap(section => section.requirements)
    .filter(requirement => requirement.gap === gap.id && requirement.kind === 'content')
    .flatMap(requirement => covered.get(requirement.id) ?? [])
  const answered = behind.filter(each => each.status === 'yes').length
  const touched = behind.filter(each => each.status !== 'no').length
  const pages = [...new Set(behind.flatMap(each => each.pages.map(page => page.id)))]
  const status = behind.length > 0 && answered === behind.length ? 'closed' : touched > 0 ? 'in-part' : 'open'
  return {
    id: gap.id,
    label: gap.label,
    status,
    why:
      behind.length === 0
        ? 'No requirement of this list belongs to it.'
        : `${answered} of ${behind.length} requirements answered by live pages.`,
    pages,
    requirements: behind.map(each => each.id),
  }
}
