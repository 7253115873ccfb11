import { constants, copyFileSync, linkSync, lstatSync, mkdirSync, readdirSync, rmSync, writeFileSync } from 'node:fs'
import { cp, mkdir, rename, rm, stat } from 'node:fs/promises'
import { dirname, join } from 'node:path'
import { breather, codeOf } from '../files/index.ts'

/**
 * A folder that is replaced as a whole. The new tree grows beside the old one; files that did not change are the same
 * file in both (a hard link, or a copy where the disk has none), and no file is ever written in place.
 */

const nextName = (out: string) => `${out}.signpost-next`
const beforeName = (out: string) => `${out}.signpost-before`

/** Puts right what a build that was killed left behind: the old tree is back in its place, half a new one is gone. */
export async function finishSwitch(out: string): Promise<void> {
  await removeTree(nextName(out))
  if (!(await exists(beforeName(out)))) return
  if (await exists(out)) await removeTree(beforeName(out))
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
  if (hadOne) await removeTree(beforeName(out))
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

/**
 * The new tree as it grows beside the old one. A call that waits costs several times what writing a small file does, so each
 * is written at once: whoever writes very many lets everything else go on in between.
 */
export function growingTree(out: string, tree: string) {
  const folders = new Set<string>()

  function place(path: string): string {
    const target = join(tree, path)
    const folder = dirname(target)
    if (!folders.has(folder)) mkdirSync(folder, { recursive: true })
    folders.add(folder)
    return target
  }

  return {
    write: (path: string, bytes: Uint8Array | string) => writeFileSync(place(path), bytes, { flag: 'wx' }),
    takeOver: (path: string) => linkOrCopy(join(out, path), place(path)),
  }
}

export function isThere(folder: string, path: string, bytes: number): boolean {
  const found = lstatSync(join(folder, path), { throwIfNoEntry: false })
  return found?.isFile() === true && found.size === bytes
}

/** Takes over what is somebody else's, whatever it is; a link stays a link. */
export async function copyStranger(out: string, tree: string, path: string): Promise<void> {
  await mkdir(dirname(join(tree, path)), { recursive: true })
  await cp(join(out, path), join(tree, path), { verbatimSymlinks: true, preserveTimestamps: true })
}

function linkOrCopy(source: string, target: string): void {
  try {
    linkSync(source, target)
  } catch (error) {
    if (codeOf(error) === 'EEXIST' || codeOf(error) === 'ENOENT') throw error
    copyFileSync(source, target, constants.COPYFILE_EXCL)
  }
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
