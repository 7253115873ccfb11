import { type ListFile, listFileSchema } from '../../shared/checklist/index.ts'
import { parseRecord, workspacePathSchema } from '../../shared/content/index.ts'
import { isRefusal, type Refusal, refuse } from '../../shared/outcome.ts'
import { isDiskTrouble, thrown } from '../files/index.ts'
import type { Unreadable } from './read-entries.ts'
import { namesIn, type Room } from './room.ts'

/** `checklists/<id>.yml`: what the team made of its lists. There are a few of them, so they are read whenever somebody asks. */
export interface ChecklistFiles {
  list(): Promise<ListFile[]>
  /** Files among them that are no list, as far as they were read. */
  unreadable(): Unreadable[]
}

const largest = 2_000_000

export function openChecklistFiles(room: Room): ChecklistFiles {
  let trouble: Unreadable[] = []
  return {
    async list() {
      const names = (await namesIn(room, 'checklists', 'file')).filter(name => name.endsWith('.yml'))
      const read = await Promise.all(names.map(name => readList(room, `checklists/${name}`)))
      trouble = read.flatMap(({ path, list }) =>
        isRefusal(list) ? [{ path, code: list.code, sentence: list.sentence, nextStep: list.nextStep }] : [],
      )
      return read.flatMap(({ list }) => (isRefusal(list) ? [] : [list]))
    },
    unreadable: () => trouble,
  }
}

async function readList(room: Room, name: string): Promise<{ path: string; list: ListFile | Refusal }> {
  const path = workspacePathSchema.parse(name)
  const bytes = await room.read(path, largest)
  if (isRefusal(bytes)) {
    if (isDiskTrouble(bytes)) throw thrown(bytes)
    return { path, list: bytes }
  }
  const list = parseRecord(new TextDecoder().decode(bytes), listFileSchema, `“${path}”`)
  if (isRefusal(list) || path === `checklists/${list.id}.yml`) return { path, list }
  return { path, list: twoOfOneId(path, list.id) }
}

/** Two files of one list could say different things, and nobody would know which of them counts. */
const twoOfOneId = (path: string, id: string) =>
  refuse(
    'misplaced-checklist',
    `“${path}” says that it is the checklist “${id}”, whose place is “checklists/${id}.yml”, so it does not count.`,
    `Give it an id of its own, the same as its file name, or delete it.`,
  )
