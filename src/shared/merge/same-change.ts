import { enough, type Items, type Pairing } from './match.ts'

/** One person's text, with what each former item became in it. */
export interface Version<T> {
  items: readonly T[]
  keys: readonly string[]
  pairing: Pairing
}

/**
 * The same change can look different in two texts, because of what else was changed beside it: an edit here is one item
 * removed and another added there. This reads each text in the light of the other, so that nobody is asked about a change
 * that both have, and nothing is there twice. Changes the two pairings.
 */
export function recogniseSameChanges<T>(
  was: readonly string[],
  base: readonly T[],
  mine: Version<T>,
  theirs: Version<T>,
  items: Items<T>,
  isKnown: boolean,
): void {
  const sides = [
    [mine, theirs],
    [theirs, mine],
  ] as const
  const apart = sides.flatMap(([reader, writer]) =>
    [...reader.pairing.replaced]
      .filter(i => !isRewritten(was, base, reader, writer, i, items))
      .map(i => [reader, i] as const),
  )
  for (const [{ pairing }, i] of apart) release(pairing, i)
  for (const [reader, writer] of isKnown ? [] : sides) releaseShort(was, reader, writer, items)
  agreeOnSource(was, base, mine, theirs, items)
  chooseParts(was, base, mine, theirs, items)
  for (const [reader, writer] of sides) readAlike(was, base, reader, writer, items)
}

/**
 * An item written anew is an item removed and another added, wherever that asks nobody: a third text, which has both
 * people's changes, shows no more of it. Where the other has changed that item, too, the new words are an answer to theirs;
 * but not where it was moved there, as nothing would tell what it was, nor where it became several, of which one would be
 * gone without a question.
 */
function isRewritten<T>(
  was: readonly string[],
  base: readonly T[],
  reader: Version<T>,
  writer: Version<T>,
  i: number,
  items: Items<T>,
): boolean {
  const [here, there] = [textOf(reader, i), textOf(writer, i)]
  if (there === null || there === was[i] || here === null || writer.keys.includes(here)) return false
  const place = writer.pairing.found.get(i) ?? -1
  if (!isBeside(writer.pairing, i, place, former => reader.pairing.found.has(former))) return false
  return !isSplit(base[i], writer, items)
}

/** Whether something that is new here is a part of a former item, which became several. */
function isSplit<T>(before: T | undefined, { items, pairing }: Version<T>, { share }: Items<T>): boolean {
  return [...pairing.come].some(place => {
    const item = items[place]
    return before !== undefined && item !== undefined && share?.(item, before) === 1
  })
}

function textOf<T>({ keys, pairing }: Version<T>, i: number): string | null {
  const place = pairing.found.get(i)
  return place === undefined ? null : (keys[place] ?? null)
}

function release({ found, gone, come, replaced }: Pairing, i: number): void {
  const place = found.get(i)
  if (place === undefined) return
  found.delete(i)
  replaced.delete(i)
  gone.add(i)
  come.add(place)
}

function take({ found, gone, come }: Pairing, i: number, place: number): void {
  found.set(i, place)
  gone.delete(i)
  come.delete(place)
}

/** Too short to be the same thing only because it says the same, wherever it stands. */
const few = 6

/**
 * What is nearly a short item that the other removed, and stands elsewhere, is not that item: it is new. Elsewhere is seen
 * by what both still have, since nothing else will be left to tell it by.
 */
function releaseShort<T>(was: readonly string[], reader: Version<T>, writer: Version<T>, items: Items<T>): void {
  for (const [i, place] of [...reader.pairing.found]) {
    const item = reader.items[place]
    if (item === undefined || reader.keys[place] === was[i] || writer.pairing.found.has(i)) continue
    if (items.weight(item) > few) continue
    release(reader.pairing, i)
    if (isBeside(reader.pairing, i, place, former => writer.pairing.found.has(former))) take(reader.pairing, i, place)
  }
}

/**
 * Both have the same new form, as that of another former item each: two that were joined, of which it takes the place of
 * one here and of the other there. It is the form of that which it is more like.
 */
function agreeOnSource<T>(
  was: readonly string[],
  base: readonly T[],
  mine: Version<T>,
  theirs: Version<T>,
  { alike }: Items<T>,
): void {
  if (alike === null) return
  const there = new Map([...theirs.pairing.found].map(([i, place]) => [theirs.keys[place], { i, place }]))
  for (const [i, place] of [...mine.pairing.found]) {
    const [text, form, other] = [mine.keys[place], mine.items[place], there.get(mine.keys[place])]
    if (form === undefined || !other || other.i === i || text === was[i] || text === was[other.i]) continue
    const likeness = (former: number) => {
      const item = base[former]
      return item === undefined ? 0 : alike(item, form)
    }
    const isFirst = likeness(i) === likeness(other.i) ? i < other.i : likeness(i) > likeness(other.i)
    const [canFollow, canLead] = [mine.pairing.gone.has(other.i), theirs.pairing.gone.has(i)]
    if (canLead && (isFirst || !canFollow)) {
      release(theirs.pairing, other.i)
      take(theirs.pairing, i, other.place)
    } else if (canFollow) {
      release(mine.pairing, i)
      take(mine.pairing, other.i, place)
    }
  }
}

/** Here an item was edited into what there seems to be new: it was edited alike there. */
function readAlike<T>(
  was: readonly string[],
  base: readonly T[],
  reader: Version<T>,
  writer: Version<T>,
  items: Items<T>,
): void {
  if (writer.pairing.come.size === 0) return
  const fresh = new Map([...writer.pairing.come].reverse().map(place => [writer.keys[place] ?? '', place]))
  for (const [i, j] of [...reader.pairing.found]) {
    const [text, edited] = [reader.keys[j] ?? '', reader.items[j]]
    const [place, there] = [fresh.get(text), textOf(writer, i)]
    if (place === undefined || edited === undefined || text === was[i] || text === there) continue
    if (!writer.pairing.come.has(place)) continue
    const isOther = there !== null && there !== was[i]
    if (isOther && items.weight(edited) <= few && !isBeside(writer.pairing, i, place)) continue
    // What the other has beside the item as it was is a copy, and here the copy is all that is left.
    if (there === was[i]) release(reader.pairing, i)
    else if (there === null || !reader.keys.includes(there) || isCloser(base[i], edited, writer, i, items)) {
      release(writer.pairing, i)
      take(writer.pairing, i, place)
    }
  }
}

/** Whether a new item stands where a former one stood, or next to it, as far as the former items that count tell. */
function isBeside({ found }: Pairing, i: number, place: number, counts = (_: number) => true): boolean {
  const former = new Map([...found].flatMap(([before, now]) => (counts(before) ? [[now, before]] : [])))
  const [first, last] = [Math.min(...former.keys()), Math.max(...former.keys())]
  let [above, below] = [place - 1, place + 1]
  while (above >= first && !former.has(above)) above--
  while (below <= last && !former.has(below)) below++
  return (former.get(above) ?? -1) <= i && i <= (former.get(below) ?? Number.POSITIVE_INFINITY)
}

/** Of two forms that both texts have, the one with more of the former words is the edited one. */
function isCloser<T>(before: T | undefined, edited: T, writer: Version<T>, i: number, items: Items<T>): boolean {
  const other = writer.items[writer.pairing.found.get(i) ?? -1]
  if (before === undefined || other === undefined || items.alike === null) return false
  const [one, two] = [items.alike(before, edited), items.alike(before, other)]
  return one > two || (one === two && items.key(edited) < items.key(other))
}

/**
 * Where both edited an item, and it became several in at least one text, each of the several may be what became of it. It
 * is the two that came closer to each other than they were to it, so that what is left over on both sides is the same.
 */
function chooseParts<T>(
  was: readonly string[],
  base: readonly T[],
  mine: Version<T>,
  theirs: Version<T>,
  { alike }: Items<T>,
): void {
  if (alike === null || (mine.pairing.come.size === 0 && theirs.pairing.come.size === 0)) return
  for (const [i, before] of base.entries()) {
    const [here, there] = [textOf(mine, i), textOf(theirs, i)]
    if (here === null || there === null || here === there || here === was[i] || there === was[i]) continue
    const [own, their] = [mine, theirs].map(side => formsOf(side, i, before, alike))
    if (!own || !their || own.length + their.length < 3) continue
    const common = (one: Form<T>, other: Form<T>) =>
      own.filter(form => form !== one && their.some(each => each !== other && each.key === form.key)).length
    const pairs = own.flatMap(one =>
      their.map(other => ({
        one,
        other,
        score: alike(one.item, other.item) - (one.score + other.score) / 2 + common(one, other),
      })),
    )
    const [best] = pairs.toSorted((a, b) => b.score - a.score || (nameOf(a) < nameOf(b) ? -1 : 1))
    if (!best || best.score < (pairs[0]?.score ?? 0) + surplus) continue
    for (const [{ pairing }, { place }] of [
      [mine, best.one],
      [theirs, best.other],
    ] as const) {
      release(pairing, i)
      take(pairing, i, place)
    }
  }
}

/** One of the items that may be what became of a former one. */
interface Form<T> {
  item: T
  key: string
  place: number
  /** How like the former item it is. */
  score: number
}

/** The same for the same two, whoever has which. */
const nameOf = <T>({ one, other }: { one: Form<T>; other: Form<T> }) => [one.key, other.key].sort().join()

/** By how much other forms have to be closer than those that were found for each text alone. */
const surplus = 0.02

function formsOf<T>(
  { items, keys, pairing }: Version<T>,
  i: number,
  before: T,
  alike: (a: T, b: T) => number,
): Form<T>[] {
  const now = pairing.found.get(i) ?? -1
  return [now, ...pairing.come].flatMap((place): Form<T>[] => {
    const item = items[place]
    const score = item === undefined ? 0 : alike(before, item)
    return item !== undefined && (place === now || score >= enough)
      ? [{ item, key: keys[place] ?? '', place, score }]
      : []
  })
}
