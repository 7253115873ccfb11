import { copyFile, mkdir, rename, rm, rmdir, stat, writeFile } from 'node:fs/promises'
import { dirname, join } from 'node:path'
import { type PublishTarget, type WorkspacePath, workspacePathSchema } from '../../../shared/content/index.ts'
import { isRefusal, type Refusal, refuse } from '../../../shared/outcome.ts'
import { versionPath } from '../../../shared/site/index.ts'
import { codeOf, nodeDisk, orDiskTrouble, patiently } from '../../files/index.ts'
import { isSame, type Manifest, manifestName, manifestText, readManifest } from '../manifest.ts'
import { stopped } from '../stopped.ts'
import { filesUnder } from '../tree.ts'
import type { BuiltSite, Delivered, Target } from './target.ts'

type FolderTarget = Extract<PublishTarget, { kind: 'folder' }>

/** Half-written files wait here, inside the target, so that putting them in place is one rename on one disk. */
const waitingRoom = '.signpost-tmp'

/**
 * A folder that a web server reads, on this computer or on a network share. A page is there before anything links to it,
 * what is gone is taken away last, and the version stamp changes at the very end: a reader never meets a dead link, and
 * nobody reads “live” off a site that is still on its way.
 */
export const folderTarget: Target<FolderTarget, BuiltSite> = {
  kind: 'folder',
  nameOf: target => `the folder ${target.path}`,
  deliver: async (target, delivery) => {
    const outcome = await orDiskTrouble(() => deliver(target.path, delivery))
    return isRefusal(outcome) ? inWordsOf(target.path, outcome) : outcome
  },
}

async function deliver(folder: string, delivery: BuiltSite): Promise<Delivered | Refusal> {
  const { manifest } = delivery
  const there = await whatIsThere(folder, manifest.site)
  if (isRefusal(there)) return there
  const toWrite = await missingOrOther(folder, there, manifest)
  const toRemove = Object.keys(there?.files ?? {}).filter(path => !Object.hasOwn(manifest.files, path))
  await putText(folder, manifestName, manifestText(onTheWay(manifest, there, toWrite)))
  const stamp = toWrite.filter(path => path === versionPath)
  const others = toWrite.filter(path => path !== versionPath).toSorted(inOrder(there))
  for (const [done, path] of others.entries()) {
    if (delivery.signal?.aborted) return stopped()
    await copyOver(delivery.folder, folder, path)
    delivery.onProgress?.({ sentence: 'Sending the site', done: done + 1, total: others.length })
  }
  for (const path of toRemove) await takeAway(folder, path)
  for (const path of stamp) await copyOver(delivery.folder, folder, path)
  await putText(folder, manifestName, manifestText(manifest))
  await rm(join(folder, waitingRoom), { recursive: true, force: true })
  const unchanged = Object.keys(manifest.files).length - toWrite.length
  return { kind: 'delivered', written: toWrite.length, unchanged, removed: toRemove.length }
}

/** What an earlier delivery left, null for an empty folder; anybody else's folder is refused. */
async function whatIsThere(folder: string, site: string): Promise<Manifest | null | Refusal> {
  const found = await stat(folder)
  if (!found.isDirectory()) return cannotReach(folder)
  const manifest = await readManifest(folder)
  if (manifest !== null) return manifest.site === site ? manifest : somebodyElses(folder)
  const others = (await filesUnder(folder)).filter(path => !path.startsWith(`${waitingRoom}/`))
  return others.length === 0 ? null : somebodyElses(folder)
}

/** By the list and by each file's own length: a delivery that was cut off and somebody's edit are seen and put right. */
async function missingOrOther(folder: string, there: Manifest | null, wanted: Manifest): Promise<WorkspacePath[]> {
  const found: WorkspacePath[] = []
  for (const [name, record] of Object.entries(wanted.files)) {
    const path = workspacePathSchema.parse(name)
    const listed = there !== null && isSame(there.files[path], record)
    if (!listed || (await lengthOf(join(folder, path))) !== record.bytes) found.push(path)
  }
  return found
}

async function lengthOf(file: string): Promise<number | null> {
  try {
    const found = await stat(file)
    return found.isFile() ? found.size : null
  } catch (error) {
    if (codeOf(error) === 'ENOENT') return null
    throw error
  }
}

/** While files are being replaced the list names old and new ones, and says of none that it is there. */
function onTheWay(wanted: Manifest, there: Manifest | null, toWrite: readonly WorkspacePath[]): Manifest {
  const unsure = Object.fromEntries(toWrite.map(path => [path, { hash: '', bytes: 0 }]))
  return { ...wanted, files: { ...there?.files, ...wanted.files, ...unsure } }
}

/**
 * New files first, as nothing leads to them yet; then those that are replaced. Within each: what pages need, the pages,
 * then what leads to them: sections, the search, home.
 */
function inOrder(there: Manifest | null): (one: string, other: string) => number {
  const replaced = (path: string) => Number(there !== null && Object.hasOwn(there.files, path))
  return (one, other) => replaced(one) - replaced(other) || turnOf(one) - turnOf(other) || (one < other ? -1 : 1)
}

function turnOf(path: string): number {
  if (/^(assets|media)\//.test(path)) return 0
  if (path === 'index.html') return 5
  // The one file that names the index's others.
  if (path === 'pagefind/pagefind-entry.json') return 4
  if (!path.endsWith('.html')) return 3
  return path.split('/').length > 2 ? 1 : 2
}

async function copyOver(from: string, to: string, path: string): Promise<void> {
  const waiting = await roomFor(to, path)
  await copyFile(join(from, path), waiting)
  await patiently(nodeDisk, () => rename(waiting, join(to, path)))
}

async function putText(folder: string, path: string, text: string): Promise<void> {
  const waiting = await roomFor(folder, path)
  await writeFile(waiting, text)
  await patiently(nodeDisk, () => rename(waiting, join(folder, path)))
}

async function roomFor(folder: string, path: string): Promise<string> {
  await mkdir(join(folder, waitingRoom), { recursive: true })
  await mkdir(dirname(join(folder, path)), { recursive: true })
  return join(folder, waitingRoom, 'file')
}

/** Removes one of our files, and the folders that this leaves empty. */
async function takeAway(folder: string, path: string): Promise<void> {
  await patiently(nodeDisk, () => rm(join(folder, path), { force: true }))
  for (let parent = dirname(path); parent !== '.'; parent = dirname(parent)) {
    if (!(await removeIfEmpty(join(folder, parent)))) return
  }
}

async function removeIfEmpty(folder: string): Promise<boolean> {
  try {
    await rmdir(folder)
    return true
  } catch (error) {
    // Not empty, or already gone with an earlier try: both are as it should be. A fault of the disk shows at the next write.
    return codeOf(error) === 'ENOENT'
  }
}

function somebodyElses(folder: string): Refusal {
  return refuse(
    'not-this-site',
    `The folder ${folder} holds something else, so Signpost wrote nothing there.`,
    'Choose an empty folder in Settings, or the one that this site was put in before.',
  )
}

function cannotReach(folder: string, detail?: string): Refusal {
  return refuse(
    'folder-missing',
    `The folder ${folder} cannot be reached, so nothing was sent.`,
    'Connect to the network drive or plug the disk in, then publish again.',
    detail,
  )
}

/** The disk's own faults speak of the workspace; here it is another folder, and what is there has to be said. */
function inWordsOf(folder: string, fault: Refusal): Refusal {
  switch (fault.code) {
    case 'folder-gone':
      return cannotReach(folder, fault.detail)
    case 'no-permission-on-disk':
    case 'disk-read-only':
      return refuse(
        'folder-not-writable',
        `This computer may not write in the folder ${folder}, so the site could not be sent there.`,
        'Ask whoever looks after the folder to let you write in it, then publish again.',
        fault.detail,
      )
    case 'disk-full':
      return refuse(
        'folder-full',
        `The disk of the folder ${folder} is full, so only a part of the site could be sent.`,
        'Free some space there, then publish again: Signpost sends only what is missing.',
        fault.detail,
      )
    default:
      return fault
  }
}
