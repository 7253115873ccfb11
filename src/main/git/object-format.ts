import { createHash } from 'node:crypto'
import { inflateSync } from 'node:zlib'
import { codeOf } from '../files/index.ts'

/** An object's name: 40 hexadecimal digits. */
export type Oid = string

/** One thing that git keeps, as it is before it is compressed. */
export interface Stored {
  type: string
  body: Buffer
}

export function oidOf({ type, body }: Stored): Oid {
  return createHash('sha1').update(`${type} ${body.byteLength}\0`).update(body).digest('hex')
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

/**
 * What two trees hold apart from what they hold alike before and behind it: of two versions of a folder with hundreds of
 * pages, one line each. Only those are made into values.
 */
export function itemsApart(one: Buffer, other: Buffer): [TreeItem[], TreeItem[]] {
  const same = sameBytes(one, other)
  const start = itemAround(one, same)
  const [end, otherEnd] = [itemEnd(one, start), itemEnd(other, start)]
  // Most often one item changed, came or went: what is behind it is alike, and need not be looked at piece by piece.
  for (const [behind, otherBehind] of [
    [end, otherEnd],
    [start, otherEnd],
    [end, start],
  ] as const) {
    if (one.length - behind !== other.length - otherBehind) continue
    if (one.compare(other, otherBehind, other.length, behind) !== 0) continue
    return [treeItems(one.subarray(start, behind)), treeItems(other.subarray(start, otherBehind))]
  }
  return itemsBetween(one, other, same, start)
}

function itemsBetween(one: Buffer, other: Buffer, same: number, start: number): [TreeItem[], TreeItem[]] {
  const shorter = Math.min(one.length, other.length)
  let alike = 0
  while (alike < shorter - same && one[one.length - 1 - alike] === other[other.length - 1 - alike]) alike++
  const [ends, otherEnds] = [endsIn(one), endsIn(other)]
  const known = new Set(otherEnds.map(end => other.length - end))
  const rest = ends.find(end => end >= start && one.length - end <= alike && known.has(one.length - end))
  const behind = rest === undefined || other.length - (one.length - rest) < start ? 0 : one.length - rest
  return [treeItems(one.subarray(start, one.length - behind)), treeItems(other.subarray(start, other.length - behind))]
}

const block = 512

/** How many bytes both begin with. */
function sameBytes(one: Buffer, other: Buffer): number {
  const shorter = Math.min(one.length, other.length)
  let same = 0
  while (same + block <= shorter && one.compare(other, same, same + block, same, same + block) === 0) same += block
  while (same < shorter && one[same] === other[same]) same++
  return same
}

/** Where the item begins that holds the byte at `at`. */
function itemAround(body: Buffer, at: number): number {
  let start = 0
  for (let end = itemEnd(body, start); end <= at && end > start; end = itemEnd(body, start)) start = end
  return start
}

/** Where the item that begins at `start` ends; where the tree does, for one that is cut off. */
function itemEnd(body: Buffer, start: number): number {
  const name = body.indexOf(0, start)
  return name < 0 || name + 21 > body.length ? body.length : name + 21
}

/** Where each item of a tree ends, and where the first begins. */
function endsIn(body: Buffer): number[] {
  const ends = [0]
  for (let at = body.indexOf(0); at >= 0 && at + 21 <= body.length; at = body.indexOf(0, at + 21)) ends.push(at + 21)
  return ends
}

/** Git sorts a folder's name as if a slash followed it. */
export function treeBody(items: readonly TreeItem[]): Buffer {
  const key = ({ mode, name }: TreeItem) => Buffer.from(/^0?40000$/.test(mode) ? `${name}/` : name)
  const keyed = items.map(item => ({ item, key: key(item) })).sort((a, b) => Buffer.compare(a.key, b.key))
  const parts = keyed.flatMap(({ item: { mode, name, oid } }) => [
    Buffer.from(`${mode.replace(/^0/, '')} ${name}\0`),
    Buffer.from(oid, 'hex'),
  ])
  return Buffer.concat(parts)
}

export interface CommitLinks {
  tree: Oid
  parents: Oid[]
  /** Seconds since 1970. */
  seconds: number
}

const line = {
  tree: /^tree ([0-9a-f]{40})$/,
  parent: /^parent ([0-9a-f]{40})$/,
  person: /^(?:author|committer) (.*) <(.*)> (\d+) [+-]\d{4}$/,
}

/** Which others a version's own bytes name; null for what is no version. Git reads these lines by their position alone. */
export function commitLinks({ type, body }: Stored): CommitLinks | null {
  const [first = '', ...rest] = headOf(body)
  const tree = line.tree.exec(first)?.[1]
  if (type !== 'commit' || tree === undefined) return null
  const parents: Oid[] = []
  for (const each of rest) {
    const parent = line.parent.exec(each)?.[1]
    if (parent === undefined) break
    parents.push(parent)
  }
  const committer = rest.find(each => each.startsWith('committer '))
  return { tree, parents, seconds: Number(line.person.exec(committer ?? '')?.[3] ?? 0) }
}

const headOf = (body: Buffer) =>
  body
    .subarray(0, Math.max(0, body.indexOf('\n\n')))
    .toString('utf8')
    .split('\n')

/** Who made a version and when, and what they said. */
export function commitWords({ body }: Stored): { name: string; email: string; seconds: number; message: string } {
  const author = headOf(body).find(each => each.startsWith('author '))
  const [, name = '', email = '', seconds = '0'] = line.person.exec(author ?? '') ?? []
  const message = body.subarray(body.indexOf('\n\n') + 2).toString('utf8')
  return {
    name,
    email,
    seconds: Number(seconds),
    message: `${message.replaceAll('\r', '').replace(/^\n+|\n+$/g, '')}\n`,
  }
}

export function commitBody(commit: { tree: Oid; parents: readonly Oid[]; signature: string; message: string }): Buffer {
  const parents = commit.parents.map(parent => `parent ${parent}\n`).join('')
  const { tree, signature, message } = commit
  return Buffer.from(`tree ${tree}\n${parents}author ${signature}\ncommitter ${signature}\n\n${message}`)
}
