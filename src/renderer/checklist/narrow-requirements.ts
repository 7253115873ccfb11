import type { ChecklistView, Coverage, RequirementView } from '../../shared/contract/index.ts'
import { folded } from '../desk/narrow-rows.ts'

export type Covered = Coverage['requirements'][number]

export interface RequirementFilter {
  find?: string
  section?: string
  status?: Covered['status']
  gap?: string
}

export interface RequirementGroup {
  id: string
  title: string
  note: string
  requirements: { asked: RequirementView; covered: Covered | null }[]
}

/** The requirements that are asked for, under their strands; strands without one are left out. */
export function narrowRequirements(
  checklist: ChecklistView,
  coverage: Coverage,
  { find = '', section, status, gap }: RequirementFilter,
): RequirementGroup[] {
  const covered = new Map(coverage.requirements.map(each => [each.id, each]))
  const inGap = gap === undefined ? null : new Set(coverage.gaps.find(each => each.id === gap)?.requirements ?? [])
  const words = folded(find).split(/\s+/).filter(Boolean)
  return checklist.sections
    .filter(each => section === undefined || each.id === section)
    .map(({ id, title, note, requirements }) => ({
      id,
      title,
      note,
      requirements: requirements
        .filter(({ id: requirement, text, area }) => {
          const all = folded(`${requirement} ${text} ${area}`)
          return (
            words.every(word => all.includes(word)) &&
            (inGap === null || inGap.has(requirement)) &&
            (status === undefined || covered.get(requirement)?.status === status)
          )
        })
        .map(asked => ({ asked, covered: covered.get(asked.id) ?? null })),
    }))
    .filter(group => group.requirements.length > 0)
}
