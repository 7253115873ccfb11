import { constants } from 'node:fs'
import { copyFile, cp, link, mkdir, readdir, rename, rm, stat, writeFile } from 'node:fs/promises'
import { dirname, join } from 'node:path'
import { codeOf } from '../files/index.ts'

/**
 * A folder that is replaced as a whole. The new tree grows beside the old one; files that did not change are the same
 * file in both (a hard link, or a copy where the disk has none), and no file is ever written in place.
 */

const nextName = (out: string) => `${out}.signpost-next`
const beforeName = (out: string) => `${out}.signpost-before`

/** Puts right what a build that was killed left behind: the old tree is back in its place, half a new one is gone. */
export async function finishSwitch(out: string): Promise<void> {
  await rm(nextName(out), { recursive: true, force: true })
  if (!(await exists(beforeName(out)))) return
  if (await exists(out)) await rm(beforeName(out), { recursive: true, force: true })
  else await rename(beforeName(out), out)
}

export async function newTree(out: string): Promise<string> {
  const tree = nextName(out)
  await mkdir(tree, { recursive: true })
  return tree
}

/** Between the two renames there is no folder at all; `finishSwitch` ends what was cut off there. */
export async function switchTo(tree: string, out: string): Promise<void> {
  const hadOne = await exists(out)
  if (hadOne) await rename(out, beforeName(out))
  await rename(tree, out)
  if (hadOne) await rm(beforeName(out), { recursive: true, force: true })
}

export async function writeInto(tree: string, path: string, bytes: Uint8Array | string): Promise<void> {
  const target = join(tree, path)
  await inFolder(dirname(target), () => writeFile(target, bytes, { flag: 'wx' }))
}

/** Takes a file over from the old tree; false when it is not there or not `bytes` long any more. */
export async function takeOver(out: string, tree: string, path: string, bytes: number): Promise<boolean> {
  const source = join(out, path)
  const target = join(tree, path)
  try {
    const found = await stat(source)
    if (!found.isFile() || found.size !== bytes) return false
    await inFolder(dirname(target), () => linkOrCopy(source, target))
    return true
  } catch (error) {
    if (codeOf(error) === 'ENOENT') return false
    throw error
  }
}

/** Takes over what is somebody else's, whatever it is; a link stays a link. */
export async function copyStranger(out: string, tree: string, path: string): Promise<void> {
  await mkdir(dirname(join(tree, path)), { recursive: true })
  await cp(join(out, path), join(tree, path), { verbatimSymlinks: true, preserveTimestamps: true })
}

export async function forget(tree: string, folder: string): Promise<void> {
  await rm(join(tree, folder), { recursive: true, force: true })
}

/** Makes the folder only when the work shows that it is missing: most have one already. */
async function inFolder(folder: string, work: () => Promise<void>): Promise<void> {
  try {
    await work()
  } catch (error) {
    if (codeOf(error) !== 'ENOENT') throw error
    await mkdir(folder, { recursive: true })
    await work()
  }
}

async function linkOrCopy(source: string, target: string): Promise<void> {
  try {
    await link(source, target)
  } catch (error) {
    if (codeOf(error) === 'EEXIST' || codeOf(error) === 'ENOENT') throw error
    await copyFile(source, target, constants.COPYFILE_EXCL)
  }
}

/** Every file under a folder as relative paths with forward slashes, sorted; empty where there is no folder. */
export async function filesUnder(folder: string): Promise<string[]> {
  try {
    const found = await readdir(folder, { recursive: true, withFileTypes: true })
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
