import { constants, copyFileSync, linkSync, lstatSync, mkdirSync, rmdirSync, rmSync, writeFileSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { breather, codeOf } from '../files/index.ts'

/**
 * The new tree as it grows beside the old one. A call that waits costs several times what writing a small file does, so each
 * is written at once: whoever writes very many lets everything else go on in between. `left` are the files that stand in it
 * from an earlier time, by their paths.
 */
export function growingTree(out: string, tree: string, left: Set<string>) {
  const folders = new Set<string>()

  function place(path: string): string {
    const target = join(tree, path)
    const folder = dirname(target)
    if (!folders.has(folder)) mkdirSync(folder, { recursive: true })
    folders.add(folder)
    return target
  }

  /** `put` makes a file that is not there. What stands in its way by another name is something that was left there. */
  function inPlace(path: string, put: (target: string) => void): void {
    if (left.delete(path)) rmSync(join(tree, path), { recursive: true, force: true })
    try {
      put(place(path))
    } catch (error) {
      if (left.size === 0 || !inTheWay.has(codeOf(error) ?? '')) throw error
      clear()
      put(place(path))
    }
  }

  function clear(): void {
    for (const path of left) rmSync(join(tree, path), { force: true })
    removeEmpty(tree, new Set([...left].flatMap(foldersAbove)))
    left.clear()
    folders.clear()
  }

  return {
    write: (path: string, bytes: Uint8Array | string) =>
      inPlace(path, target => writeFileSync(target, bytes, { flag: 'wx' })),
    takeOver: (path: string) => inPlace(path, target => linkOrCopy(join(out, path), target)),
    /** Something of this name stands there from an earlier time. */
    isLeft: (path: string) => void left.add(path),
    /** What was left there of this name is a file of the site again. */
    leave: (path: string) => void left.delete(path),
    /** Takes away what was left there and nobody wanted. */
    async tidy(): Promise<void> {
      const breathe = breather()
      for (const path of left) {
        rmSync(join(tree, path), { force: true })
        await breathe()
      }
      clear()
    },
  }
}

const inTheWay: ReadonlySet<string> = new Set(['EEXIST', 'ENOTDIR', 'EISDIR'])

export function isThere(folder: string, path: string, bytes: number): boolean {
  const found = lstatSync(join(folder, path), { throwIfNoEntry: false })
  return found?.isFile() === true && found.size === bytes
}

function foldersAbove(path: string): string[] {
  const parts = path.split('/').slice(0, -1)
  return parts.map((_, at) => parts.slice(0, at + 1).join('/'))
}

function removeEmpty(tree: string, folders: ReadonlySet<string>): void {
  for (const folder of [...folders].toSorted((one, other) => other.length - one.length)) {
    try {
      rmdirSync(join(tree, folder))
    } catch {
      // Something is in it, or it is gone.
    }
  }
}

function linkOrCopy(source: string, target: string): void {
  try {
    linkSync(source, target)
  } catch (error) {
    if (codeOf(error) === 'EEXIST' || codeOf(error) === 'ENOENT') throw error
    copyFileSync(source, target, constants.COPYFILE_EXCL)
  }
}
