import { createHash } from 'node:crypto'
import { join } from 'node:path'
import { replaceFile } from '../files/index.ts'
import { deskRef, type Repository, readRef } from './repository.ts'
import { type Blob, filesAt } from './trees.ts'

/**
 * `.git/index`, for other git programs only: Signpost never reads it. It is made anew from the newest version each time,
 * so a damaged one lasts no longer than until the next version or the next start. Format 2 of git's index-format.
 */
export async function writeNativeIndex(repository: Repository): Promise<void> {
  const head = await readRef(repository, deskRef)
  const files = head === null ? new Map<string, Blob>() : await filesAt(repository, head)
  const temp = join(repository.gitdir, 'signpost-tmp')
  // It can always be made again, so nobody waits until the disk has it for good.
  await replaceFile({ ...repository.disk, hasty: true }, temp, join(repository.gitdir, 'index'), indexBytes(files))
}

/**
 * Whether it is whole and was made since the newest version, so that a start need not read every folder of a large
 * workspace to make it again. It may hold more than that version where somebody is at work with another git program.
 */
export async function isNativeIndexOfNow({ disk, gitdir }: Repository): Promise<boolean> {
  try {
    const path = join(gitdir, 'index')
    const [own, newest] = await Promise.all([disk.stat(path), disk.stat(join(gitdir, deskRef))])
    if (own.mtimeMs <= newest.mtimeMs) return false
    const bytes = await disk.readFile(path)
    return createHash('sha1').update(bytes.subarray(0, -20)).digest().equals(bytes.subarray(-20))
  } catch {
    return false
  }
}

export function indexBytes(files: ReadonlyMap<string, Blob>): Buffer {
  const header = Buffer.alloc(12)
  header.write('DIRC', 'latin1')
  header.writeUInt32BE(2, 4)
  header.writeUInt32BE(files.size, 8)
  const entries = [...files]
    .map(([path, blob]) => ({ path: Buffer.from(path, 'utf8'), blob }))
    .sort((a, b) => Buffer.compare(a.path, b.path))
    .map(({ path, blob }) => entryBytes(path, blob))
  const body = Buffer.concat([header, ...entries])
  return Buffer.concat([body, createHash('sha1').update(body).digest()])
}

/** File times and sizes are left at zero, which makes git look at the content once and remember them itself. */
function entryBytes(path: Buffer, blob: Blob): Buffer {
  const length = 62 + path.length
  const entry = Buffer.alloc(length + 8 - (length % 8))
  entry.writeUInt32BE(Number.parseInt(blob.mode, 8), 24)
  entry.write(blob.oid, 40, 'hex')
  entry.writeUInt16BE(Math.min(path.length, 0xfff), 60)
  path.copy(entry, 62)
  return entry
}
