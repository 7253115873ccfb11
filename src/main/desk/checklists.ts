import { readFile } from 'node:fs/promises'
import { join } from 'node:path'
import { z } from 'zod'
import {
  behindGaps,
  type Checklist,
  linkChecklists,
  listFileSchema,
  readChecklist,
} from '../../shared/checklist/index.ts'
import { isRefusal } from '../../shared/outcome.ts'

/** The lists that are built in, in the order in which screens show them. */
const builtIn = ['se7-framework', 'statutory-requirements']

/** `resources/checklists/known-gaps.json`: what a published evaluation of one council's Local Offer found, by list. */
const knownGapsSchema = z.object({
  council: z.string(),
  lists: z.record(z.string(), listFileSchema.shape.gaps),
})

/** Reads the built-in checklists, with the gaps known of one council, from the program's own resources; one that is damaged there is a broken installation. */
export async function builtInChecklists(resources: string): Promise<Checklist[]> {
  const known = knownGapsSchema.parse(
    JSON.parse(await readFile(join(resources, 'checklists', 'known-gaps.json'), 'utf8')),
  )
  const lists = await Promise.all(
    builtIn.map(async name => {
      const text = await readFile(join(resources, 'checklists', `${name}.json`), 'utf8')
      const list = readChecklist(JSON.parse(text), name)
      if (isRefusal(list)) throw new Error(`${list.sentence} ${list.detail ?? ''}`)
      const gaps = Object.entries(known.lists[name] ?? {}).map(([id, gap]) => ({ id, ...gap }))
      return { ...behindGaps(list, gaps), gapsOf: known.council }
    }),
  )
  return linkChecklists(lists)
}
