import { createHash } from 'node:crypto'
import { createDeflate, deflateSync } from 'node:zlib'
import { commitLinks, readStored, type Stored, storedAt, treeItems } from './objects.ts'
import type { Oid, Repository } from './repository.ts'

const numbers: Readonly<Record<string, number>> = { commit: 1, tree: 2, blob: 3, tag: 4 }

/**
 * Everything that a server needs for `tip` and does not have by these versions of its own, in git's pack-format. It is made
 * while it is taken: names alone and one thing at a time are in memory. `onEntry` hears of each that was taken, with its
 * bytes.
 */
export async function* packFor(
  repository: Repository,
  tip: Oid,
  theirs: ReadonlySet<Oid>,
  onEntry: (done: number, of: number, bytes: number) => void,
): AsyncGenerator<Buffer> {
  const oids = await newSince(repository, tip, theirs)
  const header = Buffer.alloc(12)
  header.write('PACK', 'latin1')
  header.writeUInt32BE(2, 4)
  header.writeUInt32BE(oids.size, 8)
  const hash = createHash('sha1').update(header)
  yield header
  let [done, bytes] = [0, header.length]
  for (const oid of oids) {
    for await (const part of entryOf(await storedAt(repository, oid))) {
      hash.update(part)
      bytes += part.length
      yield part
    }
    done += 1
    onEntry(done, oids.size, bytes)
  }
  yield hash.digest()
}

/** Above it, a thing is made smaller in pieces and beside everything else: a large picture would hold the rest up. */
const atOnce = 65_536

/** How a pack holds something that is told by itself. */
export async function* entryOf({ type, body }: Stored): AsyncGenerator<Buffer> {
  const head: number[] = []
  let size = Math.floor(body.length / 16)
  let byte = ((numbers[type] ?? 0) << 4) | (body.length % 16)
  for (; size > 0; size = Math.floor(size / 128)) {
    head.push(byte | 128)
    byte = size % 128
  }
  yield Buffer.from([...head, byte])
  if (body.length <= atOnce) return yield deflateSync(body)
  yield* createDeflate().end(body)
}

async function newSince(repository: Repository, tip: Oid, theirs: ReadonlySet<Oid>): Promise<Set<Oid>> {
  const versions = await versionsSince(repository, tip, theirs)
  const found = new Set<Oid>()
  const isFirst = versions.some(({ parents }) => parents.length === 0)
  // A line that begins anew may stand on words that the server knows from another one.
  if (isFirst) for (const oid of theirs) await addTree(repository, found, (await treeOf(repository, oid)) ?? null, null)
  const known = new Set(found)
  for (const { oid, tree, parents } of versions.reverse()) {
    found.add(oid)
    const [parent] = parents
    await addTree(repository, found, tree, parent === undefined ? null : await treeOf(repository, parent))
  }
  return new Set([...found].filter(oid => !known.has(oid)))
}

interface Version {
  oid: Oid
  tree: Oid
  parents: Oid[]
}

/** Newest first. Signpost's own line has one parent each; where another program joined lines, all of theirs is known. */
async function versionsSince(repository: Repository, tip: Oid, theirs: ReadonlySet<Oid>): Promise<Version[]> {
  const versions: Version[] = []
  const seen = new Set(theirs)
  let joined = false
  for (const waiting = [tip]; waiting.length > 0; ) {
    const oid = waiting.pop() ?? ''
    if (seen.has(oid)) continue
    seen.add(oid)
    const links = commitLinks(await storedAt(repository, oid))
    if (links === null) continue
    if (links.parents.length > 1 && !joined) {
      joined = true
      for (const known of await allBehind(repository, theirs)) seen.add(known)
    }
    versions.push({ oid, tree: links.tree, parents: links.parents })
    waiting.push(...links.parents)
  }
  return versions
}

async function allBehind(repository: Repository, tips: ReadonlySet<Oid>): Promise<Set<Oid>> {
  const found = new Set<Oid>()
  for (const waiting = [...tips]; waiting.length > 0; ) {
    const oid = waiting.pop() ?? ''
    if (found.has(oid)) continue
    found.add(oid)
    const stored = await readStored(repository, oid)
    waiting.push(...((stored && commitLinks(stored)?.parents) ?? []))
  }
  return found
}

async function treeOf(repository: Repository, commit: Oid): Promise<Oid | null> {
  const stored = await readStored(repository, commit)
  return (stored && commitLinks(stored)?.tree) ?? null
}

/** Adds a folder and what is in it, but for what stands at the same place in `before`. */
async function addTree(repository: Repository, found: Set<Oid>, tree: Oid | null, before: Oid | null): Promise<void> {
  if (tree === null || tree === before || found.has(tree)) return
  const former = new Map((await itemsOf(repository, before)).map(item => [item.name, item.oid]))
  const items = await itemsOf(repository, tree)
  found.add(tree)
  for (const { mode, name, oid } of items) {
    if (former.get(name) === oid || mode === '160000') continue
    if (/^0?40000$/.test(mode)) await addTree(repository, found, oid, former.get(name) ?? null)
    else found.add(oid)
  }
}

async function itemsOf(repository: Repository, tree: Oid | null) {
  const stored = tree === null ? null : await readStored(repository, tree)
  return stored?.type === 'tree' ? treeItems(stored.body) : []
}
