import { join } from 'node:path'
import { z } from 'zod'
import { codeOf, patiently, replaceFile } from '../../files/index.ts'
import type { Repository } from '../repository.ts'

/** Noted while earlier versions are missing on this laptop that the shared copy can give back. */
const incompleteSchema = z.object({
  /** True where no version could be read, and a new first one was made of the files as they stood. */
  startedAgain: z.boolean(),
})
export type Incomplete = z.infer<typeof incompleteSchema>

const fileOf = ({ gitdir }: Repository) => join(gitdir, 'signpost', 'incomplete.json')

export async function readIncomplete(repository: Repository): Promise<Incomplete | null> {
  let text: string
  try {
    text = await repository.disk.readFile(fileOf(repository), 'utf8')
  } catch (error) {
    if (codeOf(error) === 'ENOENT') return null
    throw error
  }
  try {
    return incompleteSchema.parse(JSON.parse(text))
  } catch {
    // Damaged itself: that something is missing is what it says by being there.
    return { startedAgain: false }
  }
}

export async function noteIncomplete(repository: Repository, incomplete: Incomplete): Promise<void> {
  const before = await readIncomplete(repository)
  const startedAgain = incomplete.startedAgain || before?.startedAgain === true
  const temp = join(repository.gitdir, 'signpost-tmp')
  await replaceFile(repository.disk, temp, fileOf(repository), JSON.stringify({ startedAgain }))
}

export async function noteComplete(repository: Repository): Promise<void> {
  await patiently(repository.disk, () => repository.disk.rm(fileOf(repository), { force: true }))
}
