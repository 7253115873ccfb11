/**
 * One person's text as it is told by what was there before: former things by their numbers, and what is new. A new heading
 * belongs to what follows it, and everything else that is new to what it follows.
 */
export type Told = readonly (number | 'new' | 'heading')[]

/**
 * Whether three people or more changed the order of one page, list or table in a way after which no text says enough any
 * more: the two cases of decision 9. Everything is there all the same, and may stand in another order.
 */
export function isTangled(texts: readonly Told[]): boolean {
  return texts.length > 2 && (hasLostItsPlace(texts) || isTurned(texts))
}

/**
 * One removed what another has put something beside, and a third moved something. The text of the first says no more where
 * the new thing was, and that of the third not yet.
 */
function hasLostItsPlace(texts: readonly Told[]): boolean {
  return texts.some(writer =>
    besideRemoved(writer, texts).some(thing =>
      texts.some(
        remover =>
          !remover.includes(thing) &&
          texts.some(mover => mover !== writer && mover !== remover && formerIn(mover).some(isMoved)),
      ),
    ),
  )
}

/** The former things that stand, in this text, between something new and the nearest thing that everybody has. */
function besideRemoved(text: Told, texts: readonly Told[]): number[] {
  return [...text.entries()].flatMap(([place, item]) => {
    if (typeof item === 'number') return []
    const above = text.slice(0, place).reverse()
    const nearest = above.slice(0, above.findIndex(each => typeof each === 'number') + 1 || above.length)
    const before = [item, ...nearest].includes('heading') ? text.slice(place + 1) : above
    const former = before.filter(each => typeof each === 'number')
    const kept = former.findIndex(each => texts.every(other => other.includes(each)))
    return kept < 0 ? former : former.slice(0, kept)
  })
}

/**
 * Two moved one thing in opposite directions, so that it cannot be where both want it, and a third moved or removed
 * something: whoever has not seen both moves may take another of the things for the one that moved.
 */
function isTurned(texts: readonly Told[]): boolean {
  return texts.some(one =>
    texts.some(other => {
      if (one === other || !texts.some(third => third !== one && third !== other && changesOrder(third, texts)))
        return false
      const things = formerIn(one).toSorted((a, b) => a - b)
      return things.some(thing =>
        things.some(
          above =>
            above < thing &&
            isPast(one, above, thing) &&
            things.some(
              below =>
                below > thing && isPast(other, thing, below) && ![one, other].some(each => isPast(each, above, below)),
            ),
        ),
      )
    }),
  )
}

function changesOrder(text: Told, texts: readonly Told[]): boolean {
  return formerIn(text).some(isMoved) || texts.some(other => formerIn(other).some(thing => !text.includes(thing)))
}

const formerIn = (text: Told): number[] => text.filter(each => typeof each === 'number')

const isMoved = (thing: number, place: number, order: readonly number[]) => thing < (order[place - 1] ?? -1)

/** Whether of two things the later one stands before the earlier one now. */
function isPast(text: Told, earlier: number, later: number): boolean {
  return text.includes(earlier) && text.includes(later) && text.indexOf(later) < text.indexOf(earlier)
}
