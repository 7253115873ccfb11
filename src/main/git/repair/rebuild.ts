import { readStored, type Stored, treeBody, treeItems, writeStored } from '../objects.ts'
import type { Oid } from '../repository.ts'
import { type Look, missingUnder, versionAt } from './reach.ts'

/**
 * A line of versions made again without what is lost for good: every version keeps its author, moment and sentence, and
 * holds everything but the missing pieces. Answers the new tip. Only for versions that nobody else has.
 */
export async function rebuildLine(look: Look, tip: Oid): Promise<Oid> {
  const line: Oid[] = []
  for (let oid: Oid | undefined = tip; oid !== undefined; ) {
    const version = await versionAt(look, oid)
    if (version === null) break
    line.push(oid)
    oid = version.parents[0]
  }
  let parent: Oid | null = null
  for (const oid of line.reverse()) parent = await versionAgain(look, oid, parent)
  return parent ?? tip
}

async function versionAgain(look: Look, oid: Oid, parent: Oid | null): Promise<Oid> {
  const [stored, version] = [await readStored(look.repository, oid), await versionAt(look, oid)]
  if (stored === null || version === null) return oid
  const tree = (await treeAgain(look, version.tree)) ?? (await keep(look, { type: 'tree', body: Buffer.alloc(0) }))
  const [first = null, ...others] = version.parents
  if (tree === version.tree && first === parent && others.every(other => look.there.has(other))) return oid
  const text = stored.body.toString('latin1')
  const end = text.indexOf('\n\n')
  const rest = text
    .slice(0, end)
    .split('\n')
    .filter(line => /^(author|committer|encoding) /.test(line))
  const head = [`tree ${tree}`, ...(parent === null ? [] : [`parent ${parent}`]), ...rest]
  return keep(look, { type: 'commit', body: Buffer.from(head.join('\n') + text.slice(end), 'latin1') })
}

/** The folder without what is missing in it; null where nothing is left of it. */
async function treeAgain(look: Look, oid: Oid): Promise<Oid | null> {
  if ((await missingUnder(look, oid)).length === 0) return oid
  const stored = await readStored(look.repository, oid)
  const kept: { mode: string; name: string; oid: Oid }[] = []
  for (const item of stored === null ? [] : treeItems(stored.body)) {
    const isFolder = /^0?40000$/.test(item.mode)
    const inner = isFolder ? await treeAgain(look, item.oid) : look.there.has(item.oid) ? item.oid : null
    if (inner !== null) kept.push({ ...item, oid: inner })
  }
  return kept.length === 0 ? null : keep(look, { type: 'tree', body: treeBody(kept) })
}

async function keep(look: Look, stored: Stored): Promise<Oid> {
  const oid = await writeStored(look.repository, stored)
  look.there.add(oid)
  return oid
}
