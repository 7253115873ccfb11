import type { ReportFacts } from './facts.ts'
import type { Part } from './model.ts'

/** A part of a report: one file each, in the list of its kinds. */
export interface SectionKind {
  id: string
  title: string
  /** Nothing where there is nothing to say: the section then stands for the team's own words alone, or not at all. */
  parts(facts: ReportFacts): Part[]
}

/** A section for the team's own words alone. */
export function ownWords(id: string, title: string): SectionKind {
  return { id, title, parts: () => [] }
}
