import { oidOf, type Stored } from '../objects.ts'
import { applied, entryAt, type PackEntry } from '../pack-entry.ts'

/**
 * Everything that can still be read out of a damaged pack, each whole. Without `offsets` it is read from its beginning up
 * to the damage; with them, behind the damage too. Format: git's pack-format.
 */
export function salvage(pack: Buffer, offsets: readonly number[] | null): Stored[] {
  const at = new Map<number, Stored>()
  const named = new Map<string, Stored>()
  const deltas: { offset: number; base: number | string; delta: Buffer }[] = []
  const keep = (offset: number, stored: Stored) => {
    at.set(offset, stored)
    named.set(oidOf(stored), stored)
  }
  for (const [offset, entry] of entriesOf(pack, offsets)) {
    if (entry.kind === 'whole') keep(offset, entry.stored)
    else deltas.push({ offset, ...entry })
  }
  // A delta can be to another delta: once around for each step of the longest chain.
  for (let before = -1; before !== at.size; ) {
    before = at.size
    for (const { offset, base, delta } of deltas) {
      const source = at.has(offset) ? undefined : typeof base === 'number' ? at.get(base) : named.get(base)
      const body = source === undefined ? null : applied(source.body, delta)
      if (source !== undefined && body !== null) keep(offset, { type: source.type, body })
    }
  }
  return [...at.values()]
}

function* entriesOf(pack: Buffer, offsets: readonly number[] | null): Generator<[number, PackEntry]> {
  if (offsets !== null) {
    for (const offset of offsets) {
      const entry = entryAt(pack, offset)
      if (entry !== null) yield [offset, entry]
    }
    return
  }
  for (let offset = 12; offset < pack.length; ) {
    const entry = entryAt(pack, offset)
    if (entry === null) return
    yield [offset, entry]
    offset = entry.end
  }
}
