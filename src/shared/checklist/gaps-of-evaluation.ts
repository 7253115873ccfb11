import type { Judgement } from './evaluation/words.ts'
import type { Checklist } from './schema.ts'

/** A gap by the ids of the requirements that stand behind it. */
export interface FoundGap {
  id: string
  label: string
  requirements: readonly string[]
}

/**
 * What an evaluation found: a gap for each strand of the list in which something was judged limited or no. It is called by
 * its strand, or by the one requirement that it is about, and keeps the id of the strand, so that what somebody means to do
 * about it stands beside the next evaluation too. A list whose file names gaps has those.
 */
export function withGapsFound(
  list: Checklist,
  judged: ReadonlyMap<string, { judgement: Judgement | null }>,
): Checklist {
  if (list.gaps.length > 0) return list
  const isLess = (id: string) => ['limited', 'no'].includes(judged.get(id)?.judgement ?? '')
  const found = list.sections.flatMap(({ id, title, requirements }): FoundGap[] => {
    const less = requirements.filter(each => isLess(each.id))
    const [first] = less
    if (first === undefined) return []
    return [{ id, label: less.length === 1 ? first.text : title, requirements: less.map(each => each.id) }]
  })
  return behindGaps(list, found)
}

/** The list with these gaps, and each requirement with the gap that it stands behind. */
export function behindGaps(list: Checklist, gaps: readonly FoundGap[]): Checklist {
  const gapOf = new Map(gaps.flatMap(({ id, requirements }) => requirements.map(each => [each, id] as const)))
  return {
    ...list,
    gaps: gaps.map(({ id, label }) => ({ id, label })),
    sections: list.sections.map(section => ({
      ...section,
      requirements: section.requirements.map(each => ({ ...each, gap: gapOf.get(each.id) ?? null })),
    })),
  }
}
