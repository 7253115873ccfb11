import { type Checklist, listFileSchema, readChecklist, withTeamFiles } from '../../src/shared/checklist/index.ts'
import { parseRecord } from '../../src/shared/content/index.ts'
import { isRefusal } from '../../src/shared/outcome.ts'
import { textOfFile, textOfResource } from './sample.ts'

function builtIn(name: string): Checklist {
  const list = readChecklist(JSON.parse(textOfResource(`checklists/${name}.json`)), name)
  if (isRefusal(list)) throw new Error(list.detail)
  return list
}

const read = parseRecord(textOfFile('workspace/checklists/se7-framework.yml'), listFileSchema, 'the gaps of the sample')
if (isRefusal(read)) throw new Error(read.detail)

/** As the sample's team works with them. */
export const [se7, statutory] = withTeamFiles([builtIn('se7-framework'), builtIn('statutory-requirements')], [read])
  .lists as [Checklist, Checklist]

export function requirementIds(): Set<string> {
  const requirements = [se7, statutory].flatMap(list => list.sections.flatMap(section => section.requirements))
  return new Set(requirements.map(requirement => requirement.id))
}
