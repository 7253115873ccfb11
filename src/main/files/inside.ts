import type { Stats } from 'node:fs'
import { isAbsolute, join, relative } from 'node:path'
import { type WorkspacePath, workspacePathSchema } from '../../shared/content/ids.ts'
import { type Refusal, refuse } from '../../shared/outcome.ts'
import { type Disk, nodeDisk } from './disk.ts'
import { codeOf } from './trouble.ts'

/** Where a path of the workspace is on this computer. */
export interface Place {
  kind: 'place'
  absolute: string
  /** What stands there itself, as it was looked at; null where nothing does. */
  stats: Stats | null
}

const leadsOut = (path: string) =>
  refuse(
    'leads-out',
    `“${path}” is a link to somewhere outside the workspace, so Signpost did not follow it.`,
    'Replace the link with the file or folder itself, then try again.',
  )

/**
 * The one door from a path of the workspace to the disk. Every part that exists is looked at without following it, and a
 * symbolic link (or a Windows junction) anywhere is refused: a workspace is untrusted input. Missing parts are fine. In one
 * sweep over many files, `looked` holds the folders that were looked at, so that none is looked at for each of its files.
 */
export async function inside(
  root: string,
  path: WorkspacePath,
  disk: Disk = nodeDisk,
  looked: Set<string> = new Set(),
): Promise<Place | Refusal> {
  // The brand is a promise of the types only; a path from a workspace is checked again where it meets the disk.
  if (!workspacePathSchema.safeParse(path).success) return leadsOut(path)
  const absolute = join(root, ...path.split('/'))
  let here = root
  let stats: Stats | null = null
  for (const part of path.split('/')) {
    here = join(here, part)
    if (looked.has(here) && here !== absolute) continue
    stats = await lstatOrNull(disk, here)
    if (stats === null) break
    if (stats.isSymbolicLink()) return leadsOut(path)
    if (stats.isDirectory()) looked.add(here)
  }
  const back = relative(root, absolute)
  return back === '' || back.startsWith('..') || isAbsolute(back) ? leadsOut(path) : { kind: 'place', absolute, stats }
}

export async function lstatOrNull(disk: Disk, path: string) {
  try {
    return await disk.lstat(path)
  } catch (error) {
    if (['ENOENT', 'ENOTDIR'].includes(codeOf(error) ?? '')) return null
    throw error
  }
}
