import { join } from 'node:path'
import { builtInChecklists } from '../../src/main/desk/index.ts'
import type { Checklist } from '../../src/shared/checklist/index.ts'

/** As the sample's team works with them. */
export const [se7, statutory] = (await builtInChecklists(join(import.meta.dirname, '../../resources'))) as [
  Checklist,
  Checklist,
]

export function requirementIds(): Set<string> {
  const requirements = [se7, statutory].flatMap(list => list.sections.flatMap(section => section.requirements))
  return new Set(requirements.map(requirement => requirement.id))
}
