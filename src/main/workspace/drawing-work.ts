/** One element of a drawing, as far as it can make work for a browser. */
export interface Drawn {
  id: string | null
  /** The ids of what it draws again, or is painted with: `<use href="#…">`, `fill="url(#…)"`. */
  again: readonly string[]
  inside: Drawn[]
}

/** Far more than any map or plan has; a browser draws this much without a pause that anybody notices. */
const mostWork = 1_000_000
const deepest = 500

/**
 * Whether a drawing would keep a browser busy without end: a few lines can draw a thing ten times, and that ten times
 * again, and so on. `everywhere` is what a style sheet in the drawing may paint any element with.
 */
export function isEndless(root: Drawn, everywhere: readonly string[]): boolean {
  const known = new Map<string, Drawn>()
  const list = [root]
  for (const drawn of list) {
    if (drawn.id !== null) known.set(drawn.id, drawn)
    list.push(...drawn.inside)
  }
  const counted = new Map<Drawn, number>()
  const open = new Set<Drawn>()

  function workOf(drawn: Drawn): number {
    const before = counted.get(drawn)
    if (before !== undefined) return before
    // What leads back to itself is not drawn again: browsers see that.
    if (open.has(drawn)) return 0
    if (open.size >= deepest) return Number.POSITIVE_INFINITY
    open.add(drawn)
    const again = [...drawn.again, ...everywhere].flatMap(id => known.get(id) ?? [])
    const work = [...drawn.inside, ...again].reduce((sum, one) => sum + workOf(one), 1)
    open.delete(drawn)
    counted.set(drawn, work)
    return work
  }
  return workOf(root) > mostWork
}
