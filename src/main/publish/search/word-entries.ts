import { type PackedReader, type PackedWriter, packedReader, packedWriter } from './packed.ts'

/**
 * A word of an index as Pagefind packs it: the word, where it stands on each page, and the same for its spellings with other
 * accents. A page is its distance from the page before, its places, and its places in the page's details (its title).
 */

/** Where a word stands in the files of one index, and what this index's numbers mean in the one that is being made. */
export interface WordSource {
  bytes: Uint8Array
  /** Where the word's list of pages starts. */
  at: number
  numbering: Numbering
}

export interface Numbering {
  /** The number of a page in the new index by its number in this one; below zero where it is not in it. */
  numbers: Int32Array
  /** Of a page that is gone, the number that it had in the index before. */
  before: Int32Array
  /** Likewise of the details that a page has; null where they have the same numbers. */
  details: readonly number[] | null
}

/** The words of a file, each with the place of its list of pages, and where it begins and ends. */
export function* wordsIn(reader: PackedReader): Generator<{ word: string; start: number; at: number; end: number }> {
  reader.list()
  for (let left = reader.list(); left > 0; left--) {
    const start = reader.at()
    reader.list()
    const word = reader.text()
    const at = reader.at()
    skipPages(reader)
    for (let spellings = reader.list(); spellings > 0; spellings--) {
      reader.list()
      reader.text()
      skipPages(reader)
    }
    yield { word, start, at, end: reader.at() }
  }
}

function skipPages(reader: PackedReader): void {
  for (let left = reader.list(); left > 0; left--) {
    reader.list()
    reader.number()
    reader.skipNumbers()
    reader.skipNumbers()
  }
}

/** Whether the word stands where it stood, on pages that changed at some other place; accents are not looked into. */
export function standsAsBefore(sources: readonly WordSource[]): boolean {
  const [come, gone] = [new Map<number, Uint8Array>(), new Map<number, Uint8Array>()]
  for (const { bytes, at, numbering } of sources) {
    if (numbering.details !== sources[0]?.numbering.details) return false
    const reader = packedReader(bytes, at)
    let number = 0
    for (let left = reader.list(); left > 0; left--) {
      reader.list()
      number += reader.number()
      const from = reader.at()
      reader.skipNumbers()
      reader.skipNumbers()
      const [now = -1, before = -1] = [numbering.numbers[number], numbering.before[number]]
      if (now >= 0) come.set(now, bytes.subarray(from, reader.at()))
      else gone.set(before, bytes.subarray(from, reader.at()))
    }
    if (reader.list() > 0) return false
  }
  return come.size === gone.size && come.entries().every(([page, places]) => isSame(places, gone.get(page)))
}

function isSame(one: Uint8Array, other: Uint8Array | undefined): boolean {
  return other !== undefined && Buffer.compare(one, other) === 0
}

const pagesOut = packedWriter()
const spellingOut = packedWriter()

/** Writes a word that stands in all of these; nothing where no page has it any more. Answers how many bytes it took. */
export function writeWord(out: PackedWriter, word: string, sources: readonly WordSource[]): number {
  const before = out.length()
  const readers = sources.map(({ bytes, at, numbering }) => ({ reader: packedReader(bytes, at), numbering }))
  pagesOut.clear()
  const pages = mergePages(readers.map(pagesOf), pagesOut)
  const spellings = new Map<string, WordSource[]>()
  for (const { reader, numbering } of readers) {
    for (let left = reader.list(); left > 0; left--) {
      reader.list()
      const form = reader.text()
      const source = { bytes: reader.bytes, at: reader.at(), numbering }
      spellings.set(form, [...(spellings.get(form) ?? []), source])
      skipPages(reader)
    }
  }
  const written = [...spellings].toSorted(([one], [other]) => compareWords(one, other)).map(spelling)
  const others = written.filter(each => each !== null)
  if (pages === 0 && others.length === 0) return 0
  out.list(3)
  out.text(word)
  out.list(pages)
  out.packed(pagesOut.written())
  out.list(others.length)
  for (const other of others) out.packed(other)
  return out.length() - before
}

function spelling([form, sources]: [string, readonly WordSource[]]): Uint8Array | null {
  spellingOut.clear()
  const readers = sources.map(({ bytes, at, numbering }) => ({ reader: packedReader(bytes, at), numbering }))
  const count = mergePages(readers.map(pagesOf), spellingOut)
  if (count === 0) return null
  const out = packedWriter()
  out.list(2)
  out.text(form)
  out.list(count)
  out.packed(spellingOut.written())
  return out.written()
}

/** One page after the other of a list of pages; the reader stands behind the list once the last one was passed. */
function pagesOf({ reader, numbering }: { reader: PackedReader; numbering: Numbering }) {
  let left = reader.list()
  let before = 0
  let [page, from, places, to] = [-1, 0, 0, 0]

  function next(): boolean {
    while (left > 0) {
      left -= 1
      reader.list()
      before += reader.number()
      from = reader.at()
      reader.skipNumbers()
      places = reader.at()
      reader.skipNumbers()
      to = reader.at()
      page = numbering.numbers[before] ?? -1
      if (page >= 0) return true
    }
    return false
  }

  return {
    next,
    page: () => page,
    write(out: PackedWriter): void {
      const { bytes } = reader
      const hasNone = to - places === 1
      if (hasNone || numbering.details === null) out.packed(bytes, from, to)
      else {
        out.packed(bytes, from, places)
        writeDetails(out, packedReader(bytes, places), numbering.details)
      }
    },
  }
}

/** A number below zero says which detail the places after it are in. */
function writeDetails(out: PackedWriter, reader: PackedReader, details: readonly number[]): void {
  const parts: number[][] = []
  for (let left = reader.list(); left > 0; left--) {
    const value = reader.whole()
    if (value < 0) parts.push([-(details[-value - 1] ?? -value - 1) - 1])
    else parts.at(-1)?.push(value)
  }
  const inOrder = parts.toSorted(([one = 0], [other = 0]) => other - one).flat()
  out.list(inOrder.length)
  for (const value of inOrder) out.whole(value)
}

/** Puts lists of pages together by the new numbers, and answers how many pages there are. */
function mergePages(lists: readonly ReturnType<typeof pagesOf>[], out: PackedWriter): number {
  let open = lists.filter(list => list.next())
  let [count, before] = [0, 0]
  while (open.length > 0) {
    const first = open.reduce((one, other) => (other.page() < one.page() ? other : one))
    if (first.page() < before) throw new Error('pages of an index are not in their order')
    out.list(3)
    out.whole(first.page() - before)
    first.write(out)
    before = first.page()
    count += 1
    if (!first.next()) open = open.filter(list => list !== first)
  }
  return count
}

/** By their characters, as Pagefind's program in the browser compares them; JavaScript compares halves of some. */
export function compareWords(one: string, other: string): number {
  const shorter = Math.min(one.length, other.length)
  for (let at = 0; at < shorter; at++) {
    const [left, right] = [one.charCodeAt(at), other.charCodeAt(at)]
    if (left !== right) return placeOf(left) - placeOf(right)
  }
  return one.length - other.length
}

/** Halves of characters stand for those behind all that have no halves. */
function placeOf(code: number): number {
  return code < 0xd800 ? code : code < 0xe000 ? code + 0x2000 : code - 0x800
}
