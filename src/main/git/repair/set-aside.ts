import { basename, join } from 'node:path'
import { codeOf, makeFolder, patiently } from '../../files/index.ts'
import type { Repository } from '../repository.ts'

/** Where damaged pieces are kept, so that nothing is thrown away that somebody could still want to look at. */
export const damagedFolder = ({ gitdir }: Repository) => join(gitdir, 'signpost', 'damaged')

/** Takes a damaged file out of the way; nothing where there is none. */
export async function setAside(repository: Repository, path: string): Promise<void> {
  const { disk } = repository
  const folder = damagedFolder(repository)
  await makeFolder(disk, folder)
  const parent = basename(join(path, '..'))
  try {
    await patiently(disk, () => disk.rename(path, join(folder, `${parent}-${basename(path)}`)))
  } catch (error) {
    if (!['ENOENT', 'ENOTDIR'].includes(codeOf(error) ?? '')) throw error
  }
}
