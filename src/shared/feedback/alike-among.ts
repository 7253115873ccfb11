import { type Alike, type Compared, fewestWords, monthMs, nearly, type Words, wordsOf } from './alike.ts'

/** Which of thousands of comments is the same as which, without comparing each with each. */

/** The first that is the same comment, by its place among those that are known, or else among the rows. */
export interface AlikeFound {
  how: Alike
  among: 'known' | 'rows'
  at: number
}

/**
 * For each row what `findAlike` says of those that are known and, where none of them is the same, of the rows above it. Two
 * comments that share 85 in 100 of their words share one of the few that are rarest in each (prefix filtering: Bayardo, Ma
 * and Srikant, “Scaling up all pairs similarity search”, 2007). Most of those that do are told apart by how many words they
 * have, and by a mark of 128 bits in which each word sets one: with more bits apart than words may be, no two are alike.
 */
export function alikeAmong(known: readonly Compared[], rows: readonly (Compared | null)[]): (AlikeFound | null)[] {
  const numbered = numberedOf([...known, ...rows])
  const places: Places = { references: new Map(), texts: new Map(), textsAlone: new Map(), rareWords: new Map() }
  return numbered.flatMap((one, at): (AlikeFound | null)[] => {
    const isRow = at >= known.length
    if (one === null) return isRow ? [null] : []
    const found = isRow ? earliest(one, at, numbered, places) : null
    put(one, at, places)
    if (!isRow) return []
    if (found === null) return [null]
    const among = found.at < known.length ? 'known' : 'rows'
    return [{ how: found.how, among, at: among === 'known' ? found.at : found.at - known.length }]
  })
}

interface Numbered extends Words {
  /** Each word once, by numbers that grow with how often it is used: the rarest first. */
  numbers: Uint32Array
  bits: readonly [number, number, number, number]
  /** When it was compared last, by the place of what was asked for. */
  lookedAt: number
}

function numberedOf(all: readonly (Compared | null)[]): (Numbered | null)[] {
  const read = all.map(one => (one === null ? null : wordsOf(one)))
  const often = new Map<string, number>()
  for (const one of read) for (const word of one?.each ?? []) often.set(word, (often.get(word) ?? 0) + 1)
  const rarestFirst = [...often].sort((one, other) => one[1] - other[1])
  const numbers = new Map(rarestFirst.map(([word], number) => [word, number]))
  return read.map(one => {
    if (one === null) return null
    const own = Uint32Array.from(one.each, word => numbers.get(word) ?? 0).sort()
    const bits: [number, number, number, number] = [0, 0, 0, 0]
    for (const number of own) bits[((number >> 5) & 3) as 0 | 1 | 2 | 3] |= 1 << (number & 31)
    return { ...one, numbers: own, bits, lookedAt: -1 }
  })
}

/** The places of the comments before, the first ones first. */
interface Places {
  references: Map<string, number>
  texts: Map<string, number>
  /** Of those without a reference: two numbers of one survey are two answers, whatever they say. */
  textsAlone: Map<string, number>
  rareWords: Map<number, number[]>
}

const rareOf = ({ numbers }: Numbered) =>
  numbers.subarray(0, numbers.length - Math.ceil(nearly * numbers.length - 1e-9) + 1)

function put(one: Numbered, at: number, { references, texts, textsAlone, rareWords }: Places): void {
  if (one.reference !== '' && !references.has(one.reference)) references.set(one.reference, at)
  if (!texts.has(one.joined)) texts.set(one.joined, at)
  if (one.reference === '' && !textsAlone.has(one.joined)) textsAlone.set(one.joined, at)
  if (one.many < fewestWords) return
  for (const word of rareOf(one)) {
    const own = rareWords.get(word)
    if (own === undefined) rareWords.set(word, [at])
    else own.push(at)
  }
}

function earliest(
  one: Numbered,
  asked: number,
  all: readonly (Numbered | null)[],
  { references, texts, textsAlone, rareWords }: Places,
): { how: Alike; at: number } | null {
  const byReference = one.reference === '' ? undefined : references.get(one.reference)
  const byText = (one.reference === '' ? texts : textsAlone).get(one.joined)
  let best: { how: Alike; at: number } | null = null
  if (byText !== undefined) best = { how: 'same-words', at: byText }
  if (byReference !== undefined && (byText === undefined || byReference <= byText))
    best = { how: 'same-reference', at: byReference }
  if (one.many < fewestWords) return best
  for (const word of rareOf(one)) {
    for (const at of rareWords.get(word) ?? []) {
      if (best !== null && at >= best.at) break
      const other = all[at]
      if (!other || other.lookedAt === asked) continue
      other.lookedAt = asked
      if (areNearly(one, other)) best = { how: 'nearly', at }
    }
  }
  return best
}

function areNearly(one: Numbered, other: Numbered): boolean {
  const [mine, theirs] = [one.numbers.length, other.numbers.length]
  if (Math.min(mine, theirs) < nearly * Math.max(mine, theirs)) return false
  if (Math.abs(one.came - other.came) > monthMs || (one.reference !== '' && other.reference !== '')) return false
  const mayDiffer = ((mine + theirs) * (1 - nearly)) / (1 + nearly) + 1e-9
  const [a, b] = [one.bits, other.bits]
  const apart = ones(a[0] ^ b[0]) + ones(a[1] ^ b[1]) + ones(a[2] ^ b[2]) + ones(a[3] ^ b[3])
  if (apart > mayDiffer) return false
  const shared = sharedBy(one.numbers, other.numbers)
  return shared / (mine + theirs - shared) >= nearly
}

/** How many of both, which grow, are in both. */
function sharedBy(mine: Uint32Array, theirs: Uint32Array): number {
  let [shared, here, there] = [0, 0, 0]
  while (here < mine.length && there < theirs.length) {
    const apart = (mine[here] ?? 0) - (theirs[there] ?? 0)
    if (apart === 0) shared += 1
    if (apart <= 0) here += 1
    if (apart >= 0) there += 1
  }
  return shared
}

/** How many bits are set (Warren, “Hacker’s Delight”, figure 5-2). */
function ones(bits: number): number {
  const twos = bits - ((bits >>> 1) & 0x55555555)
  const fours = (twos & 0x33333333) + ((twos >>> 2) & 0x33333333)
  return Math.imul((fours + (fours >>> 4)) & 0x0f0f0f0f, 0x01010101) >>> 24
}
