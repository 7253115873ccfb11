import { crc32 } from 'node:zlib'
import { packedReader, packedWriter } from './packed.ts'
import { compareWords, type Numbering, standsAsBefore, type WordSource, wordsIn, writeWord } from './word-entries.ts'

/**
 * The files of an index that say where each word stands. Where one ends follows from its own words alone, and not from what
 * stands in the files before it: so a page that changed changes the files of its own words and seldom the next ones, and the
 * same pages have the same files whichever of them came first.
 */

/** The first and the last word of a file, and its name. */
export interface WordFile {
  from: string
  to: string
  name: string
}

/** A file of before that stands as it is, or the bytes of a new one. */
export type MadeFile = { kept: WordFile } | NewFile

export interface NewFile {
  from: string
  to: string
  bytes: Uint8Array
}

/** An index as it was before. */
export interface WordsBefore {
  files: readonly WordFile[]
  numbering: Numbering
  /** Some page that stays has another number now. */
  isRenumbered: boolean
  /** Unpacked; null where it is not there as it was. */
  read(file: WordFile): Uint8Array | null
}

/** Pages that come in or go out, as an index of these alone. */
export interface WordsOfPages {
  files: readonly Uint8Array[]
  numbering: Numbering
}

/**
 * The files of an index of these pages alone, in two halves that two threads can make: the words up to and with `middle`, or
 * those behind it. A file ends behind the middle in any case, so that both halves together are the whole.
 */
export function halfOfWordFiles(changes: readonly WordsOfPages[], middle: string, half: 'first' | 'second'): NewFile[] {
  const changed = changedWords(changes)
  const made = growingFiles()
  const isMine = (word: string) => compareWords(word, middle) <= 0 === (half === 'first')
  for (const word of [...changed.keys()].filter(isMine).toSorted(compareWords)) made.add(word, changed.get(word) ?? [])
  return made.finish().flatMap(file => ('kept' in file ? [] : [file]))
}

/** A word behind which a file ends, with about as much before it as behind it, going by some of the pages; null where there is none. */
export function middleOf({ files }: WordsOfPages): string | null {
  const words = files.flatMap(bytes => [...wordsIn(packedReader(bytes))])
  const half = words.reduce((all, { start, end }) => all + end - start, 0) / 2
  let [before, middle] = [0, null as string | null]
  for (const { word, start, end } of words.toSorted((one, other) => compareWords(one.word, other.word))) {
    before += end - start
    if (endsFile(word)) middle = word
    if (before >= half && middle !== null) break
  }
  return middle
}

/** The files of the new index in the order of their words; null where one of before would have to be read and cannot be. */
export function wordFiles(before: WordsBefore, changes: readonly WordsOfPages[]): MadeFile[] | null {
  const changed = changedWords(changes)
  const isOther = ([, sources]: [string, WordSource[]]) => before.isRenumbered || !standsAsBefore(sources)
  const others = before.files.length === 0 ? [...changed] : [...changed].filter(isOther)
  const words = others.map(([word]) => word).toSorted(compareWords)
  const made = growingFiles()
  let next = 0
  for (const [at, file] of before.files.entries()) {
    const isLast = at === before.files.length - 1
    const mine: string[] = []
    for (; next < words.length; next++) {
      const word = words[next] ?? ''
      if (!isLast && compareWords(word, file.to) > 0) break
      mine.push(word)
    }
    if (mine.length === 0 && !before.isRenumbered && made.isWhole()) {
      made.keep(file)
      continue
    }
    const bytes = before.read(file)
    if (bytes === null) return null
    addWords(made, bytes, before, mine, changed)
  }
  for (const word of words.slice(next)) made.add(word, changed.get(word) ?? [])
  return made.finish()
}

function changedWords(changes: readonly WordsOfPages[]): Map<string, WordSource[]> {
  const changed = new Map<string, WordSource[]>()
  for (const { files, numbering } of changes) {
    for (const bytes of files) {
      for (const { word, at } of wordsIn(packedReader(bytes))) {
        const source = { bytes, at, numbering }
        const known = changed.get(word)
        if (known === undefined) changed.set(word, [source])
        else known.push(source)
      }
    }
  }
  return changed
}

/** The words of a file of before, and those of `mine` among them. */
function addWords(
  made: ReturnType<typeof growingFiles>,
  bytes: Uint8Array,
  { numbering, isRenumbered }: WordsBefore,
  mine: readonly string[],
  changed: ReadonlyMap<string, readonly WordSource[]>,
): void {
  let next = 0
  for (const { word, start, at, end } of wordsIn(packedReader(bytes))) {
    for (; next < mine.length; next++) {
      const other = mine[next] ?? ''
      if (compareWords(other, word) >= 0) break
      made.add(other, changed.get(other) ?? [])
    }
    const isChanged = mine[next] === word
    if (isChanged) next += 1
    if (isChanged || isRenumbered) made.add(word, [{ bytes, at, numbering }, ...(changed.get(word) ?? [])])
    else made.addAsItWas(word, bytes, start, end)
  }
  for (const word of mine.slice(next)) made.add(word, changed.get(word) ?? [])
}

/** A file ends when it is this long, as a telephone loads the whole of it for each word that somebody looks for… */
const longEnough = 48_000
/** …and behind one word in so many, by its letters: from there on the files are as they were, whatever changed before. */
const oneIn = 128

const endsFile = (word: string) => crc32(word) % oneIn === 0

function growingFiles() {
  const made: MadeFile[] = []
  const out = packedWriter()
  let words = 0
  let [from, to] = ['', '']

  function took(word: string, bytes: number): void {
    if (bytes === 0) return
    if (words === 0) from = word
    to = word
    words += 1
    if (out.length() >= longEnough || endsFile(word)) end()
  }

  function end(): void {
    const file = packedWriter()
    file.list(1)
    file.list(words)
    file.packed(out.written())
    made.push({ from, to, bytes: file.written() })
    out.clear()
    words = 0
  }

  return {
    /** Whether the next word begins a new file. */
    isWhole: () => words === 0,
    keep: (file: WordFile) => void made.push({ kept: file }),
    add: (word: string, sources: readonly WordSource[]) => took(word, writeWord(out, word, sources)),
    addAsItWas(word: string, bytes: Uint8Array, start: number, past: number): void {
      out.packed(bytes, start, past)
      took(word, past - start)
    },
    finish(): MadeFile[] {
      if (words > 0) end()
      return made
    },
  }
}
