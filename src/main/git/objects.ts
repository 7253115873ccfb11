import { createHash } from 'node:crypto'
import { join } from 'node:path'
import { deflateSync, inflateSync } from 'node:zlib'
import git from 'isomorphic-git'
import { codeOf, patiently } from '../files/index.ts'
import type { Oid, Repository } from './repository.ts'

/** One thing that git keeps, as it is before it is compressed. */
export interface Stored {
  type: string
  body: Buffer
}

export function oidOf({ type, body }: Stored): Oid {
  return createHash('sha1').update(`${type} ${body.byteLength}\0`).update(body).digest('hex')
}

export function looseFile({ gitdir }: Pick<Repository, 'gitdir'>, oid: Oid): string {
  return join(gitdir, 'objects', oid.slice(0, 2), oid.slice(2))
}

/** What a file of its own holds under this name; null where the file does not hold exactly that. */
export function readLoose(bytes: Uint8Array, oid: Oid): Stored | null {
  let whole: Buffer
  try {
    whole = inflateSync(bytes)
  } catch {
    return null
  }
  const header = /^([a-z]+) \d+$/.exec(whole.subarray(0, Math.max(0, whole.indexOf(0))).toString('latin1'))
  const type = header?.[1]
  if (type === undefined || createHash('sha1').update(whole).digest('hex') !== oid) return null
  return { type, body: whole.subarray(whole.indexOf(0) + 1) }
}

/** Null for what is not there, or is there and damaged. */
export async function readStored(repository: Repository, oid: Oid): Promise<Stored | null> {
  const { disk } = repository
  try {
    const bytes = await patiently(disk, () => disk.readFile(looseFile(repository, oid)))
    return readLoose(bytes, oid)
  } catch (error) {
    if (!['ENOENT', 'ENOTDIR', 'EISDIR'].includes(codeOf(error) ?? '')) throw error
  }
  try {
    const { type, object } = await git.readObject({ ...repository, oid, format: 'content' })
    return type !== undefined && object instanceof Uint8Array ? { type, body: Buffer.from(object) } : null
  } catch (error) {
    if (isDamage(error)) return null
    throw error
  }
}

/** Keeps something under its own name, on the disk for good. */
export async function writeStored(repository: Repository, stored: Stored): Promise<Oid> {
  const oid = oidOf(stored)
  const header = Buffer.from(`${stored.type} ${stored.body.byteLength}\0`)
  await repository.fs.promises.writeFile(
    looseFile(repository, oid),
    deflateSync(Buffer.concat([header, stored.body]), { level: 1 }),
  )
  return oid
}

/** What isomorphic-git says where something is missing or is not what its name says. */
export function isDamage(error: unknown): boolean {
  const code = codeOf(error) ?? ''
  const isGits = ['InternalError', 'NotFoundError', 'DecompressionError', 'ObjectTypeError'].includes(code)
  return isGits || code.startsWith('Z_')
}

export interface TreeItem {
  mode: string
  name: string
  oid: Oid
}

/** A tree's own bytes, read leniently: what is cut off is left out. */
export function treeItems(body: Buffer): TreeItem[] {
  const items: TreeItem[] = []
  for (let at = 0; at < body.length; ) {
    const space = body.indexOf(32, at)
    const end = body.indexOf(0, space)
    if (space < 0 || end < 0 || end + 21 > body.length) break
    const mode = body.subarray(at, space).toString('latin1')
    const name = body.subarray(space + 1, end).toString('utf8')
    items.push({ mode, name, oid: body.subarray(end + 1, end + 21).toString('hex') })
    at = end + 21
  }
  return items
}

export interface CommitLinks {
  tree: Oid
  parents: Oid[]
  /** Seconds since 1970. */
  seconds: number
}

/** Which others a version's own bytes name; null for what is no version. */
export function commitLinks({ type, body }: Stored): CommitLinks | null {
  const head = body.toString('utf8').split('\n\n', 1)[0] ?? ''
  const tree = /^tree ([0-9a-f]{40})$/m.exec(head)?.[1]
  if (type !== 'commit' || tree === undefined) return null
  const parents = [...head.matchAll(/^parent ([0-9a-f]{40})$/gm)].flatMap(([, oid]) => (oid ? [oid] : []))
  const seconds = Number(/^committer .* (\d+) [+-]\d{4}$/m.exec(head)?.[1] ?? 0)
  return { tree, parents, seconds }
}
