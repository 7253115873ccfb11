import { type Checklist, readChecklist } from '../../src/shared/checklist/index.ts'
import { isRefusal } from '../../src/shared/outcome.ts'
import { textOfResource } from './sample.ts'

function builtIn(name: string): Checklist {
  const list = readChecklist(JSON.parse(textOfResource(`checklists/${name}.json`)), name)
  if (isRefusal(list)) throw new Error(list.detail)
  return list
}

export const se7 = builtIn('se7-framework')
export const statutory = builtIn('statutory-requirements')

export function requirementIds(): Set<string> {
  const requirements = [se7, statutory].flatMap(list => list.sections.flatMap(section => section.requirements))
  return new Set(requirements.map(requirement => requirement.id))
}
