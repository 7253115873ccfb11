import type { Deed } from './random-desk.ts'
import type { Edit } from './random-edits.ts'

/** For each person, what they did. */
type People = readonly (readonly Deed[])[]

/**
 * Whether three people changed one page, one of whom moved something past what another took away or moved. Once two of
 * them have synced, the page no longer says which of two blocks was moved past the other, so the third may find another
 * order than they would have found: decision 9 has the proof. Every block is there in each.
 */
export function isTangled({ people }: { people: People }): boolean {
  return onSomePage(people, isTangledPage)
}

/**
 * Whether two people moved blocks of one page past each other. Where both moved the same one, the text that has both moves
 * can be read as other moves, so the same once more may put a block elsewhere: about one story in 20,000.
 */
export function isCrossed([mine = [], theirs = []]: People): boolean {
  return onSomePage([mine, theirs], people => people.every(edits => edits.some(moves)))
}

function onSomePage(people: People, holds: (people: readonly (readonly Edit[])[]) => boolean): boolean {
  const edits = people.map(deeds => deeds.flatMap(deed => (deed.kind === 'edit' ? [deed] : [])))
  const pages = new Set(edits.flat().map(({ page }) => page))
  return [...pages].some(page => holds(edits.map(all => all.filter(each => each.page === page).map(each => each.edit))))
}

function isTangledPage(people: readonly (readonly Edit[])[]): boolean {
  if (people.filter(edits => edits.length > 0).length < 3) return false
  return people.some(
    (one, who) => one.some(moves) && people.some((other, next) => next !== who && other.some(takesAway)),
  )
}

const moves = ({ kind }: Edit) => kind === 'move' || kind === 'move-section' || kind === 'part-move'

const takesAway = (edit: Edit) => moves(edit) || ['remove', 'replace', 'join', 'part-remove'].includes(edit.kind)
