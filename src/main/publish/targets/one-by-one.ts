import { readFile } from 'node:fs/promises'
import { join } from 'node:path'
import { dirname } from 'node:path/posix'
import { type WorkspacePath, workspacePathSchema } from '../../../shared/content/index.ts'
import { type Refusal, refuse } from '../../../shared/outcome.ts'
import { versionPath } from '../../../shared/site/index.ts'
import { isSame, type Manifest, manifestName, manifestText, parseManifest } from '../manifest.ts'
import { stopped } from '../stopped.ts'
import { type FilePlace, lengthsIn, several } from './file-place.ts'
import type { BuiltSite, Delivered } from './target.ts'
import { Overtaken, openRoom, waitingRooms } from './waiting-room.ts'

/**
 * Brings a place to exactly the built site, file by file. A page is there before anything links to it, what is gone is
 * taken away last, and the version stamp changes at the very end: a reader never meets a dead link, and nobody reads
 * “live” off a site that is still on its way. `name` is the place's, for people.
 */
export async function deliverOneByOne(
  place: FilePlace,
  name: string,
  delivery: BuiltSite,
): Promise<Delivered | Refusal> {
  try {
    return await deliver(place, name, delivery)
  } catch (error) {
    if (error instanceof Overtaken) return overtakenAt(name)
    throw error
  }
}

async function deliver(place: FilePlace, name: string, delivery: BuiltSite): Promise<Delivered | Refusal> {
  const { manifest } = delivery
  const trouble = await notOurs(place, name, manifest.site)
  if (trouble !== null) return trouble
  const room = await openRoom(place, manifest.publish)
  // Read once nobody else can change it any more.
  const there = await manifestAt(place)
  const toWrite = await missingOrOther(place, there, delivery)
  const toRemove = Object.keys(there?.files ?? {}).filter(path => !Object.hasOwn(manifest.files, path))
  delivery.onBegun?.()
  await room.put(manifestName, textBytes(manifestText(onTheWay(manifest, there, toWrite))))
  const stamp = toWrite.filter(path => path === versionPath)
  const others = toWrite.filter(path => path !== versionPath)
  let done = 0
  let stop = false
  for (const turn of inTurns(others, there)) {
    await several(place, turn, async path => {
      if (stop || delivery.signal?.aborted) {
        stop = true
        return
      }
      await room.put(path, await readFile(join(delivery.folder, path)))
      done += 1
      delivery.onProgress?.({ sentence: 'Sending the site', done, total: others.length })
    })
    if (stop) return stopped()
  }
  for (const path of toRemove) await room.takeAway(path)
  for (const path of stamp) await room.put(path, await readFile(join(delivery.folder, path)))
  await room.put(manifestName, textBytes(manifestText(manifest)))
  await room.close()
  const unchanged = Object.keys(manifest.files).length - toWrite.length
  return { kind: 'delivered', written: toWrite.length, unchanged, removed: toRemove.length }
}

const textBytes = (text: string) => new TextEncoder().encode(text)

async function manifestAt(place: FilePlace): Promise<Manifest | null> {
  const bytes = await place.read(manifestName)
  return bytes === null ? null : parseManifest(new TextDecoder().decode(bytes))
}

/** Why nothing may be written there: it holds anything that is not this site's. */
async function notOurs(place: FilePlace, name: string, site: string): Promise<Refusal | null> {
  const manifest = await manifestAt(place)
  if (manifest !== null) return manifest.site === site ? null : somebodyElses(name)
  const found = await place.entries('')
  if (found === null) return isMissing(name)
  return found.every(entry => entry.isFolder && entry.name === waitingRooms) ? null : somebodyElses(name)
}

/** By the list and by each file's own length: a delivery that was cut off and somebody's edit are seen and put right. */
async function missingOrOther(
  place: FilePlace,
  there: Manifest | null,
  { manifest, everything = false }: BuiltSite,
): Promise<WorkspacePath[]> {
  const wanted = Object.entries(manifest.files).map(([name, record]) => ({
    path: workspacePathSchema.parse(name),
    record,
  }))
  if (there === null || everything) return wanted.map(({ path }) => path)
  const listed = wanted.filter(({ path, record }) => isSame(there.files[path], record))
  const folders = new Set(listed.map(({ path }) => dirname(path).replace(/^\.$/, '')))
  const lengths = await lengthsIn(place, folders)
  const sound = new Set(listed.flatMap(({ path, record }) => (lengths.get(path) === record.bytes ? [path] : [])))
  return wanted.flatMap(({ path }) => (sound.has(path) ? [] : [path]))
}

/** While files are being replaced the list names old and new ones, and says of none that it is there. */
function onTheWay(wanted: Manifest, there: Manifest | null, toWrite: readonly WorkspacePath[]): Manifest {
  const unsure = Object.fromEntries(toWrite.map(path => [path, { hash: '', bytes: 0 }]))
  return { ...wanted, files: { ...there?.files, ...wanted.files, ...unsure } }
}

/**
 * New files first, as nothing leads to them yet; then those that are replaced. Within each: what pages need, the pages,
 * then what leads to them: sections, the search, home. Files of one turn may go in any order.
 */
function inTurns(paths: readonly WorkspacePath[], there: Manifest | null): WorkspacePath[][] {
  const replaced = (path: string) => Number(there !== null && Object.hasOwn(there.files, path))
  const turns = Map.groupBy(paths.toSorted(), path => replaced(path) * turnsOfFiles + turnOf(path))
  return [...turns].toSorted(([one], [other]) => one - other).map(([, turn]) => turn)
}

const turnsOfFiles = 6

function turnOf(path: string): number {
  if (/^(assets|media)\//.test(path)) return 0
  if (path === 'index.html') return 5
  // The one file that names the index's others.
  if (path === 'pagefind/pagefind-entry.json') return 4
  if (!path.endsWith('.html')) return 3
  return path.split('/').length > 2 ? 1 : 2
}

function somebodyElses(name: string): Refusal {
  return refuse(
    'not-this-site',
    `${capital(name)} holds something else, so Signpost wrote nothing there.`,
    'Choose an empty folder in Settings, or the one that this site was put in before.',
  )
}

export function isMissing(name: string, detail?: string): Refusal {
  return refuse(
    'folder-missing',
    `${capital(name)} cannot be reached, so nothing was sent.`,
    'Connect to the network drive, plug the disk in, or check the folder in Settings; then publish again.',
    detail,
  )
}

function overtakenAt(name: string): Refusal {
  return refuse(
    'overtaken-on-the-way',
    `While the site was being sent to ${name}, another one began to be sent there, so this one was stopped.`,
    'Look at the plan again in a few minutes: a colleague may have published.',
  )
}

function capital(words: string): string {
  return `${words.charAt(0).toUpperCase()}${words.slice(1)}`
}
