import { join } from 'node:path'
import { type Choice, choiceSchema } from '../../shared/merge/index.ts'
import { codeOf, type Disk, nodeDisk, patiently, replaceFile } from '../files/index.ts'

/** Where questions wait until they are answered: on this laptop alone, for they are one person's. */
export interface ChoiceStore {
  list(): Promise<Choice[]>
  put(choice: Choice): Promise<void>
  remove(id: string): Promise<void>
}

/** One file a question in a folder of this computer's own state. A file that is no question is passed over. */
export function choicesIn(folder: string, disk: Disk = nodeDisk): ChoiceStore {
  const fileOf = (id: string) => join(folder, `${id}.json`)
  return {
    list: async () => {
      const found: Choice[] = []
      for (const name of await namesIn(disk, folder)) {
        const choice = await readChoice(disk, join(folder, name))
        if (choice) found.push(choice)
      }
      return found.sort((a, b) => a.path.localeCompare(b.path) || a.id.localeCompare(b.id))
    },
    put: async choice => {
      await replaceFile(
        disk,
        join(folder, 'tmp'),
        fileOf(choiceSchema.shape.id.parse(choice.id)),
        JSON.stringify(choice),
      )
    },
    remove: async id => {
      await patiently(disk, () => disk.rm(fileOf(choiceSchema.shape.id.parse(id)), { force: true }))
    },
  }
}

async function namesIn(disk: Disk, folder: string): Promise<string[]> {
  try {
    return (await patiently(disk, () => disk.readdir(folder))).filter(name => name.endsWith('.json'))
  } catch (error) {
    if (codeOf(error) === 'ENOENT') return []
    throw error
  }
}

async function readChoice(disk: Disk, file: string): Promise<Choice | null> {
  const text = await patiently(disk, () => disk.readFile(file, 'utf8'))
  try {
    return choiceSchema.parse(JSON.parse(text))
  } catch {
    return null
  }
}
