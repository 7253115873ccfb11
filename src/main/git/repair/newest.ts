import type { Oid } from '../repository.ts'
import { type Blob, filesOf } from '../trees.ts'
import { isFolderMissing, type Look, missingUnder, versionAt } from './reach.ts'

/** Whether a version can be worked on: its folders are all there, and it is a Local Offer. */
export async function isSoundVersion(look: Look, oid: Oid): Promise<boolean> {
  const version = await versionAt(look, oid)
  if (version === null) return false
  if ((await missingUnder(look, version.tree)).length > 0 && (await isFolderMissing(look, version.tree))) return false
  return (await filesOf(look.repository, version.tree)).has('signpost.yml')
}

/**
 * The version that the folder's files came from, where the name that said so is lost: of the newest sound one on each line
 * that there is, the one that fits the folder best. A file that was changed since, or a page that came, makes little
 * difference to that; what families see and versions that were replaced long ago make a large one.
 */
export async function newestFitting(
  look: Look,
  versions: Iterable<Oid>,
  folder: ReadonlyMap<string, Blob>,
): Promise<Oid | null> {
  const all = new Set(versions)
  const inner = new Set<Oid>()
  for (const oid of all) for (const parent of (await versionAt(look, oid))?.parents ?? []) inner.add(parent)
  const candidates = new Set<Oid>()
  for (const oid of all) {
    const newest = inner.has(oid) ? null : await newestSound(look, oid)
    if (newest !== null) candidates.add(newest)
  }
  return bestOf(look, candidates, folder)
}

async function newestSound(look: Look, tip: Oid): Promise<Oid | null> {
  for (let oid: Oid | undefined = tip; oid !== undefined; ) {
    if (await isSoundVersion(look, oid)) return oid
    oid = (await versionAt(look, oid))?.parents[0]
  }
  return null
}

/** The one whose files differ in the fewest places from the folder's; the younger of two that fit alike. */
export async function bestOf(
  look: Look,
  candidates: Iterable<Oid>,
  folder: ReadonlyMap<string, Blob>,
): Promise<Oid | null> {
  let best: { oid: Oid; different: number; seconds: number } | null = null
  for (const oid of candidates) {
    const version = await versionAt(look, oid)
    if (version === null) continue
    const different = differences(await filesOf(look.repository, version.tree), folder)
    const isBetter =
      best === null || different < best.different || (different === best.different && version.seconds >= best.seconds)
    if (isBetter) best = { oid, different, seconds: version.seconds }
  }
  return best?.oid ?? null
}

function differences(files: ReadonlyMap<string, Blob>, folder: ReadonlyMap<string, Blob>): number {
  let different = 0
  for (const [path, { oid }] of files) if (folder.get(path)?.oid !== oid) different++
  for (const path of folder.keys()) if (!files.has(path)) different++
  return different
}
