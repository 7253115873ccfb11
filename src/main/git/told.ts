import { join } from 'node:path'
import { type Notice, noticeSchema, type Told, toldSchema } from '../../shared/merge/index.ts'
import { codeOf, patiently, replaceFile } from '../files/index.ts'
import { nameOfQuestion } from './questions.ts'
import type { Oid, Repository } from './repository.ts'

/**
 * What a merge has to tell somebody and does not ask: that a colleague's value stands, and what they themselves had
 * written. On this laptop alone, and on its disk until they have put it away: a sentence that goes by itself, or with the
 * program, would take their words out of sight.
 */

/** With what puts their own words back, which nobody else has to know. */
const keptSchema = toldSchema.extend({ back: noticeSchema.shape.back.default(null) })
type Kept = Told & Pick<Notice, 'back'>

const folderOf = ({ gitdir }: Repository) => join(gitdir, 'signpost', 'told')
const fileOf = (repository: Repository, id: string) =>
  join(folderOf(repository), `${toldSchema.shape.id.parse(id)}.json`)

/** `version` is what they are about: kept twice for the same one, as after a kill, they are there once. */
export async function keepTold(repository: Repository, version: Oid, notices: readonly Notice[]): Promise<void> {
  const temp = join(repository.gitdir, 'signpost-tmp')
  for (const notice of notices) {
    const kept: Kept = { ...notice, id: nameOfQuestion([version, notice.sentence]) }
    await replaceFile(repository.disk, temp, fileOf(repository, kept.id), JSON.stringify(kept))
  }
}

/** What nobody has put away yet. A file that holds no such thing is passed over. */
export async function toldIn(repository: Repository): Promise<Told[]> {
  const found: Told[] = []
  for (const name of await namesIn(repository)) {
    const told = await readTold(repository, name)
    if (told !== null) found.push(toldSchema.parse(told))
  }
  return found.sort((a, b) => a.sentence.localeCompare(b.sentence))
}

/** One of them, with the record in which their own values stand; null for one that was put away. */
export async function keptTold(repository: Repository, id: string): Promise<Kept | null> {
  const name = `${id}.json`
  return (await namesIn(repository)).includes(name) ? readTold(repository, name) : null
}

/** Putting away what is not there is no fault. */
export async function putToldAway(repository: Repository, id: string): Promise<void> {
  await patiently(repository.disk, () => repository.disk.rm(fileOf(repository, id), { force: true }))
}

async function namesIn(repository: Repository): Promise<string[]> {
  try {
    const names = await patiently(repository.disk, () => repository.disk.readdir(folderOf(repository)))
    return names.filter(name => name.endsWith('.json'))
  } catch (error) {
    if (codeOf(error) === 'ENOENT') return []
    throw error
  }
}

async function readTold(repository: Repository, name: string): Promise<Kept | null> {
  const path = join(folderOf(repository), name)
  const text = await patiently(repository.disk, () => repository.disk.readFile(path, 'utf8'))
  try {
    return keptSchema.parse(JSON.parse(text))
  } catch {
    return null
  }
}
