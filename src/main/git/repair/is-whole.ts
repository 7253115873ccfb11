import type { Repository } from '../repository.ts'
import { readEveryLoose } from './loose.ts'
import { packTroubles } from './packs.ts'
import { looksSound } from './quick-look.ts'
import { lookThrough, missingFrom } from './reach.ts'
import { readNames } from './refs.ts'

/** Reads everything there is, which takes long and changes nothing: for when nobody waits. */
export async function isWhole(repository: Repository): Promise<boolean> {
  if (!(await looksSound(repository)) || (await packTroubles(repository, true)).length > 0) return false
  if ((await readEveryLoose(repository)).damaged.length > 0) return false
  const names = await readNames(repository)
  if (names.broken.length > 0) return false
  return (await missingFrom(await lookThrough(repository), names.sound.values())).size === 0
}
