import { join } from 'node:path'
import { type Disk, nodeDisk } from './disk.ts'
import { flushFolder, replaceFile } from './replace-file.ts'
import { severalAtOnce } from './several-at-once.ts'
import { codeOf, patiently } from './trouble.ts'

/**
 * The file system that isomorphic-git is given. It writes its files in place, which a kill can truncate; here each goes to
 * one private folder, is flushed, and is renamed, so every file under `.git` is always either the former or the new one.
 */
export function durableFs(gitdir: string, disk: Disk = nodeDisk) {
  const temp = join(gitdir, 'signpost-tmp')
  const objects = join(gitdir, 'objects')
  /** Folders with new content that no name leads to yet. */
  const unsettled = new Set<string>()
  const settle = async () => {
    const folders = [...unsettled]
    unsettled.clear()
    const left = new Set(folders)
    try {
      await severalAtOnce(folders, async folder => {
        await flushFolder(disk, folder)
        left.delete(folder)
      })
    } finally {
      // What the disk did not take now is what the next name has to wait for.
      for (const folder of left) unsettled.add(folder)
    }
  }
  /** What is kept is flushed at once, its folders in one go before the first name that could lead to it. */
  const writeFile = async (path: string, data: Uint8Array | string) => {
    if (join(path).startsWith(objects)) return replaceFile(disk, temp, path, data, unsettled)
    await settle()
    return replaceFile(disk, temp, path, data)
  }
  const patient =
    <A extends unknown[], R>(work: (...args: A) => Promise<R>) =>
    (...args: A): Promise<R> =>
      patiently(disk, () => work(...args))
  return {
    promises: {
      // Looking at what another program holds fails as changing it does; a folder is listed and read just so.
      readFile: patient(disk.readFile) as Disk['readFile'],
      readdir: patient(disk.readdir) as Disk['readdir'],
      stat: patient(disk.stat) as Disk['stat'],
      lstat: patient(disk.lstat) as Disk['lstat'],
      readlink: patient(disk.readlink) as Disk['readlink'],
      symlink: patient(disk.symlink),
      chmod: patient(disk.chmod),
      rm: patient(disk.rm),
      rmdir: patient(disk.rmdir),
      mkdir: patient(disk.mkdir) as Disk['mkdir'],
      unlink: patient(disk.unlink),
      writeFile,
    },
    /** Until this answers, a power cut may take back what was kept last and has no name. */
    settle,
  }
}
export type DurableFs = ReturnType<typeof durableFs>

/** Clears what a killed program left half written. Only for the one program that holds the workspace. */
export async function clearPrivateFolder(folder: string, disk: Disk = nodeDisk): Promise<void> {
  let names: string[]
  try {
    names = await patiently(disk, () => disk.readdir(folder))
  } catch (error) {
    if (codeOf(error) === 'ENOENT') return
    throw error
  }
  for (const name of names) await patiently(disk, () => disk.rm(join(folder, name), { force: true, recursive: true }))
  if (names.length > 0) await flushFolder(disk, folder)
}
