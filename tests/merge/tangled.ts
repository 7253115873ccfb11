import type { Deed } from './random-desk.ts'
import type { Edit } from './random-edits.ts'

/**
 * Whether one person took away a block beside which two others put something, or several moved blocks of one page. Once the
 * first two have synced, the page no longer says on which side of the block that is gone the words of one were meant to
 * be; so the third may find another order than they would have found. Every word is there in each.
 */
export function isTangled({ people }: { people: readonly (readonly Deed[])[] }): boolean {
  const edits = people.map(deeds => deeds.flatMap(deed => (deed.kind === 'edit' ? [deed] : [])))
  const pages = new Set(edits.flat().map(({ page }) => page))
  return [...pages].some(page =>
    isTangledPage(edits.map(all => all.filter(each => each.page === page).map(e => e.edit))),
  )
}

function isTangledPage(people: readonly (readonly Edit[])[]): boolean {
  if (people.filter(edits => edits.length > 0).length < 3) return false
  const gone = new Set(people.flat().flatMap(goneBy))
  if (gone.has(everything)) return true
  const gaps = people.map(edits => edits.flatMap(gapsOf))
  return gaps.some((one, who) => gaps.some((other, next) => next > who && areBeside(one, other, gone)))
}

const everything = -1

function goneBy({ kind, block }: Edit): number[] {
  if (kind.startsWith('move') || kind.startsWith('part-') || kind.startsWith('column-')) return [everything]
  if (kind === 'join') return [block, block + 1]
  return kind === 'remove' || kind === 'replace' ? [block] : []
}

/** Between which blocks an edit may put something: gap 3 is the one before block 3. */
function gapsOf({ kind, block }: Edit): number[] {
  if (kind === 'add' || kind === 'add-two') return [block + 1]
  return ['replace', 'split', 'join'].includes(kind) ? [block, block + 1] : []
}

function areBeside(one: readonly number[], other: readonly number[], gone: ReadonlySet<number>): boolean {
  return one.some(a => other.some(b => blocksBetween(a, b).some(block => gone.has(block))))
}

const blocksBetween = (a: number, b: number) =>
  Array.from({ length: Math.abs(a - b) }, (_, offset) => Math.min(a, b) + offset)
