import { readdirSync, rmSync } from 'node:fs'
import { cp, mkdir, rename, rm, stat } from 'node:fs/promises'
import { dirname, join } from 'node:path'
import { breather, codeOf } from '../files/index.ts'
import { type Manifest, manifestMark, readManifest } from './manifest.ts'

/**
 * A folder that is replaced as a whole. The new tree grows beside the old one; files that did not change are the same
 * file in both (a hard link, or a copy where the disk has none), and no file is ever written in place. In a folder of
 * Signpost's own the tree that was replaced is kept, and the next one grows from it: ten thousand folders are neither made nor
 * taken away for one changed word (decision 41).
 */

const nextName = (out: string) => `${out}.signpost-next`
const beforeName = (out: string) => `${out}.signpost-before`
const keptName = (out: string) => `${out}.signpost-kept`

/** Puts right what a build that was killed left behind: the old tree is back in its place, half a new one is gone. */
export async function finishSwitch(out: string): Promise<void> {
  await removeTree(nextName(out))
  if (!(await exists(beforeName(out)))) return
  if (await exists(out)) await removeTree(beforeName(out))
  else await rename(beforeName(out), out)
}

/** Where the new tree grows, and the list of what stands in it from an earlier time; null where that is nothing. */
export interface NewTree {
  tree: string
  kept: Manifest | null
}

/** What tells the tree that is kept beside a folder from any other. */
export const keptMark = (out: string): string | null => manifestMark(keptName(out))

/** For whoever knows what stands in the tree that was kept. */
export async function takeUpKept(out: string): Promise<NewTree> {
  const tree = nextName(out)
  await rename(keptName(out), tree)
  return { tree, kept: null }
}

export async function newTree(out: string): Promise<NewTree> {
  const tree = nextName(out)
  // From here on a kill leaves half a tree, which the next build takes away.
  await rename(keptName(out), tree).catch(() => removeTree(keptName(out)))
  const kept = await readManifest(tree)
  if (kept === null) await removeTree(tree)
  await mkdir(tree, { recursive: true })
  return { tree, kept }
}

/** Between the two renames there is no folder at all; `finishSwitch` ends what was cut off there. */
export async function switchTo(tree: string, out: string, isKept: boolean): Promise<void> {
  const hadOne = await exists(out)
  if (hadOne) await rename(out, beforeName(out))
  await rename(tree, out)
  if (!hadOne) return
  // Where it cannot be kept, it goes.
  if (isKept) await rename(beforeName(out), keptName(out)).catch(() => undefined)
  await removeTree(beforeName(out))
}

/** At once, and piece by piece with a breath in between: the calls that wait take four times as long. */
async function removeTree(folder: string): Promise<void> {
  const breathe = breather()
  for (const part of foldersIn(folder).flatMap(each => [...foldersIn(each), each])) {
    rmSync(part, { recursive: true, force: true })
    await breathe()
  }
  await rm(folder, { recursive: true, force: true })
}

function foldersIn(folder: string): string[] {
  try {
    const found = readdirSync(folder, { withFileTypes: true })
    return found.filter(entry => entry.isDirectory()).map(({ name }) => join(folder, name))
  } catch (error) {
    if (codeOf(error) === 'ENOENT') return []
    throw error
  }
}

/** Takes over what is somebody else's, whatever it is; a link stays a link. */
export async function copyStranger(out: string, tree: string, path: string): Promise<void> {
  await mkdir(dirname(join(tree, path)), { recursive: true })
  await cp(join(out, path), join(tree, path), { verbatimSymlinks: true, preserveTimestamps: true })
}

/** Every file under a folder as relative paths with forward slashes, sorted; empty where there is no folder. */
export function filesUnder(folder: string): string[] {
  try {
    const found = readdirSync(folder, { recursive: true, withFileTypes: true })
    return found
      .filter(entry => !entry.isDirectory())
      .map(entry =>
        join(entry.parentPath, entry.name)
          .slice(folder.length + 1)
          .replaceAll('\\', '/'),
      )
      .toSorted()
  } catch (error) {
    if (codeOf(error) === 'ENOENT') return []
    throw error
  }
}

export async function exists(path: string): Promise<boolean> {
  try {
    await stat(path)
    return true
  } catch (error) {
    if (codeOf(error) === 'ENOENT') return false
    throw error
  }
}
