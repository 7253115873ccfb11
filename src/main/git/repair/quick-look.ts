import { commitLinks, isDamage, readStored } from '../objects.ts'
import { deskRef, liveRef, type Repository } from '../repository.ts'
import { blobAt } from '../trees.ts'
import { isFrameSound } from './frame.ts'
import { mendPack, packTroubles } from './packs.ts'
import { isPackedSound, readNames } from './refs.ts'

/**
 * What every start can afford to look at: names, what the newest versions stand on, and the ends of the packs, where a
 * power cut or a full disk leaves its traces. It costs the same for ten pages and for ten thousand.
 */
export async function looksSound(repository: Repository): Promise<boolean> {
  if (!(await isFrameSound(repository)) || !(await isPackedSound(repository))) return false
  if ((await packTroubles(repository, false)).some(({ unlisted }) => !unlisted)) return false
  const names = await readNames(repository, ['refs/heads', 'refs/signpost/seen', 'refs/remotes/origin'])
  if (names.broken.length > 0) return false
  const newest = names.sound.get(deskRef)
  if (newest === undefined) return false
  for (const oid of new Set([newest, names.sound.get(liveRef) ?? newest])) {
    const stored = await readStored(repository, oid)
    const version = stored === null ? null : commitLinks(stored)
    if (version === null || (await readStored(repository, version.tree))?.type !== 'tree') return false
    const settings = await blobAt(repository, version.tree, 'signpost.yml').catch(nullIfDamaged)
    if (oid === newest && (settings === null || (await readStored(repository, settings.oid)) === null)) return false
  }
  return true
}

function nullIfDamaged(error: unknown): null {
  if (isDamage(error)) return null
  throw error
}

/** Makes the lists that a kill kept from being written, so that what came is of use. */
export async function listPacks(repository: Repository): Promise<void> {
  for (const trouble of await packTroubles(repository, false)) if (trouble.unlisted) await mendPack(repository, trouble)
}
