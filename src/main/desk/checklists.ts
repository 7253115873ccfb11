import { readFile } from 'node:fs/promises'
import { join } from 'node:path'
import { type Checklist, linkChecklists, readChecklist } from '../../shared/checklist/index.ts'
import { isRefusal } from '../../shared/outcome.ts'

/** The lists that are built in, in the order in which screens show them. */
const builtIn = ['se7-framework', 'statutory-requirements']

/** Reads the built-in checklists from the program's own resources; one that is damaged there is a broken installation. */
export async function builtInChecklists(resources: string): Promise<Checklist[]> {
  const lists = await Promise.all(
    builtIn.map(async name => {
      const text = await readFile(join(resources, 'checklists', `${name}.json`), 'utf8')
      const list = readChecklist(JSON.parse(text), name)
      if (isRefusal(list)) throw new Error(`${list.sentence} ${list.detail ?? ''}`)
      return list
    }),
  )
  return linkChecklists(lists)
}
