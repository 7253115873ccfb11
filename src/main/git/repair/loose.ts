import { join } from 'node:path'
import { codeOf, patiently, severalAtOnce } from '../../files/index.ts'
import { looseFile, readLoose } from '../objects.ts'
import type { Oid, Repository } from '../repository.ts'

/** The names of everything that has a file of its own. */
export async function looseNames(repository: Repository): Promise<Oid[]> {
  const folder = join(repository.gitdir, 'objects')
  const parts = (await namesIn(repository, folder)).filter(name => /^[0-9a-f]{2}$/.test(name))
  const found = await severalAtOnce(parts, async part => {
    const names = await namesIn(repository, join(folder, part))
    return names.flatMap(name => (/^[0-9a-f]{38}$/.test(name) ? [part + name] : []))
  })
  return found.flat()
}

async function namesIn({ disk }: Repository, folder: string): Promise<string[]> {
  try {
    return await disk.readdir(folder)
  } catch (error) {
    if (['ENOENT', 'ENOTDIR'].includes(codeOf(error) ?? '')) return []
    throw error
  }
}

/** Reads every one: which are not what their name says, and which are versions. */
export async function readEveryLoose(repository: Repository): Promise<{ damaged: Oid[]; versions: Oid[] }> {
  const { disk } = repository
  const damaged: Oid[] = []
  const versions: Oid[] = []
  await severalAtOnce(await looseNames(repository), async oid => {
    const stored = readLoose(await patiently(disk, () => disk.readFile(looseFile(repository, oid))), oid)
    if (stored === null) damaged.push(oid)
    else if (stored.type === 'commit') versions.push(oid)
  })
  return { damaged, versions }
}
