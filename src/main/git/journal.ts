import { join } from 'node:path'
import { z } from 'zod'
import { type Choice, choiceSchema, type Notice, noticeSchema } from '../../shared/merge/index.ts'
import { codeOf, patiently, replaceFile } from '../files/index.ts'
import type { Oid, Repository } from './repository.ts'

/**
 * What is about to happen to the folder and the desk's name, written before it begins. A kill in between leaves it on
 * disk, and the next start puts things right by it (see advance.ts).
 */
export interface Journal {
  from: Oid
  to: Oid
  /** Kept with it, so that a question is asked exactly when the version that needs it stands. */
  choices: Choice[]
  /** And that somebody is told of it, likewise. */
  told: Notice[]
}

const journalSchema = z.object({
  from: z.string(),
  to: z.string(),
  choices: z.array(choiceSchema),
  told: z.array(noticeSchema).default([]),
})

const fileOf = (repository: Repository) => join(repository.gitdir, 'signpost', 'journal.json')

export async function writeJournal(repository: Repository, journal: Journal): Promise<void> {
  const temp = join(repository.gitdir, 'signpost-tmp')
  // What it names has to outlive a power cut that it outlives.
  await repository.fs.settle()
  await replaceFile(repository.disk, temp, fileOf(repository), JSON.stringify(journal))
}

export async function readJournal(repository: Repository): Promise<Journal | null> {
  let text: string
  try {
    text = await patiently(repository.disk, () => repository.disk.readFile(fileOf(repository), 'utf8'))
  } catch (error) {
    if (codeOf(error) === 'ENOENT') return null
    throw error
  }
  return parsed(text)
}

/** Damaged, it tells nothing any more: the files that were moved already are then changes like any other. */
function parsed(text: string): Journal | null {
  try {
    return journalSchema.parse(JSON.parse(text))
  } catch {
    return null
  }
}

export async function removeJournal(repository: Repository): Promise<void> {
  await patiently(repository.disk, () => repository.disk.rm(fileOf(repository), { force: true }))
}
