import type { BundleBefore, BundleLists, KnownPage } from './before.ts'
import {
  closed,
  closedList,
  entryName,
  type LanguageIndex,
  metaName,
  type PageOfIndex,
  pageFileName,
  programName,
  wordFileName,
  writeEntry,
  writeMeta,
} from './bundle.ts'
import type { SecondHalf } from './index-hand.ts'
import { type IndexTaken, indexTaken, type Taken } from './index-taken.ts'
import { type PlacesOfPages, placesOf } from './places.ts'
import type { SearchTree } from './search-tree.ts'
import { nameInBundle, newWordFile } from './word-file-bytes.ts'
import {
  halfOfWordFiles,
  middleOf,
  type WordFile,
  type WordsBefore,
  type WordsOfPages,
  wordFiles,
} from './word-files.ts'

/**
 * Makes the index of a site of the one before and of what Pagefind made of the pages that came in or went out. It is the same
 * to the byte whatever the one before was, and also where there was none.
 */

/** An index that was put together, and those of its pages that came in. */
export interface Joined {
  lists: BundleLists
  come: ReadonlyMap<string, PageThatCame>
}

export interface PageThatCame extends KnownPage {
  /** The file with its text. */
  bytes: Uint8Array
}

/**
 * Null where it could not: what it needs of the index before may not be there any more. Where there is somebody for half of the
 * work, both halves are made at once.
 */
export async function joinBundle(
  tree: SearchTree,
  before: BundleBefore | null,
  pages: readonly { name: string }[],
  taken: readonly Taken[],
  secondHalf: SecondHalf | null = null,
): Promise<Joined | null> {
  const indexes = taken.map(indexTaken)
  const [first] = indexes
  if (first === undefined) throw new Error('Pagefind made no index')
  const { entry } = first
  if (before !== null && before.entry.version !== entry.version) return null
  const come = pagesThatCame(indexes)
  const languages: BundleBefore['entry']['languages'] = {}
  const lists = new Map<string, LanguageIndex>()
  for (const [language, mine] of byLanguage(before, pages, come)) {
    const files = await filesOfLanguage(tree, language, mine, { before, indexes, secondHalf })
    if (files === null) return null
    const index = { pages: mine, files, details }
    lists.set(language, index)
    const meta = writeMeta(entry.version, index)
    const hash = nameInBundle(language, meta)
    tree.put({ path: `pagefind/${metaName(hash)}`, bytes: closedList(meta) })
    const wasm = programOf(tree, language, before, indexes)
    if (wasm === undefined) return null
    languages[language] = { hash, wasm, page_count: mine.length }
  }
  if (!putPages(tree, before, pages, come)) return null
  for (const { path, bytes } of first.program) tree.put({ path: `pagefind/${path}`, bytes })
  const made = { ...entry, languages }
  tree.put({ path: `pagefind/${entryName}`, bytes: writeEntry(made) })
  return { lists: { entry: made, languages: lists }, come }
}

/** What a page can have besides its words; every index has all of them, whether any of its pages has it or not. */
const details = ['image', 'image_alt', 'title']

function pagesThatCame(indexes: readonly IndexTaken[]): Map<string, PageThatCame> {
  const come = new Map<string, PageThatCame>()
  for (const { languages } of indexes) {
    for (const [language, { pages }] of languages) {
      for (const { page, words, bytes } of pages) {
        if (!page.isGone) come.set(page.name, { language, page: { name: page.name, words }, bytes })
      }
    }
  }
  return come
}

/** The pages in their order, those of each language for itself. One without any words is in none. */
function byLanguage(
  before: BundleBefore | null,
  pages: readonly { name: string }[],
  come: ReadonlyMap<string, KnownPage>,
): Map<string, PageOfIndex[]> {
  const found = new Map<string, PageOfIndex[]>()
  for (const { name } of pages) {
    const known = come.get(name) ?? before?.pages.get(name)
    if (known === undefined) continue
    const mine = found.get(known.language)
    if (mine === undefined) found.set(known.language, [known.page])
    else mine.push(known.page)
  }
  return found
}

interface Joining {
  before: BundleBefore | null
  indexes: readonly IndexTaken[]
  secondHalf: SecondHalf | null
}

/** The files with the words of one language. */
async function filesOfLanguage(
  tree: SearchTree,
  language: string,
  pages: LanguageIndex['pages'],
  { before, indexes, secondHalf }: Joining,
): Promise<WordFile[] | null> {
  const index = before?.languages.get(language)
  const places = placesOf(index?.pages ?? [], pages)
  const changes: WordsOfPages[] = indexes.flatMap(({ languages }) => {
    const taken = languages.get(language)
    if (taken === undefined) return []
    const numbersIn = (numbers: ReadonlyMap<string, number>) =>
      Int32Array.from(taken.pages, ({ page }) => numbers.get(page.name) ?? -1)
    const numbering = {
      numbers: numbersIn(places.come),
      before: numbersIn(places.gone),
      details: meantBy(taken.details),
    }
    return [{ files: taken.words, numbering }]
  })
  if (index === undefined && secondHalf !== null) {
    const files = await filesByTwo(tree, language, changes, secondHalf)
    if (files !== null) return files
  }
  const words = wordsBefore(before, index, places)
  const made = words && wordFiles(words, changes)
  if (made === null) return null
  const files: WordFile[] = []
  for (const file of made) {
    if ('kept' in file) {
      if (!tree.keep(`pagefind/${wordFileName(file.kept.name)}`)) return null
      files.push(file.kept)
      continue
    }
    const { from, to, bytes } = file
    const name = nameInBundle(language, bytes)
    const path = `pagefind/${wordFileName(name)}`
    if (!tree.keep(path)) tree.put({ path, bytes: closed(bytes) })
    files.push({ from, to, name })
  }
  return files
}

/** Null where the words are too few to be halved, or the other half was not made. */
async function filesByTwo(
  tree: SearchTree,
  language: string,
  changes: readonly WordsOfPages[],
  secondHalf: SecondHalf,
): Promise<WordFile[] | null> {
  const middle = changes[0] ? middleOf(changes[0]) : null
  if (middle === null) return null
  const second = secondHalf(language, changes, middle)
  const first = halfOfWordFiles(changes, middle, 'first').map(file => newWordFile(language, file))
  const others = await second
  if (others === null) return null
  const all = [...first, ...others]
  for (const { file, bytes } of all) tree.put({ path: `pagefind/${wordFileName(file.name)}`, bytes })
  return all.map(({ file }) => file)
}

/** Null where pages that stay are in another order: a list of places has them in one order alone. */
function wordsBefore(
  before: BundleBefore | null,
  index: LanguageIndex | undefined,
  { numbers }: PlacesOfPages,
): WordsBefore | null {
  let [last, isRenumbered] = [-1, false]
  for (let at = 0; at < numbers.length; at++) {
    const number = numbers[at] ?? -1
    if (number < 0) continue
    if (number < last) return null
    last = number
    if (number !== at) isRenumbered = true
  }
  return {
    files: index?.files ?? [],
    numbering: { numbers, before: noNumbers, details: meantBy(index?.details ?? details) },
    isRenumbered,
    read: file => before?.readWords(file) ?? null,
  }
}

const noNumbers = new Int32Array()

/** Null where the details that a page has have the same numbers as in every index of ours. */
function meantBy(said: readonly string[]): readonly number[] | null {
  const meant = said.map(name => details.indexOf(name))
  if (meant.includes(-1)) throw new Error(`Pagefind found unknown details of pages: ${said.join(', ')}`)
  return meant.every((number, at) => number === at) ? null : meant
}

/** What the browser runs for a language; null where the one for all of them does, undefined where it is lost. */
function programOf(
  tree: SearchTree,
  language: string,
  before: BundleBefore | null,
  indexes: readonly IndexTaken[],
): string | null | undefined {
  const index = indexes.find(({ languages }) => languages.has(language))
  if (index === undefined) {
    const wasm = before?.entry.languages[language]?.wasm ?? null
    return wasm === null || tree.keep(`pagefind/${programName(wasm)}`) ? wasm : undefined
  }
  const wasm = index.entry.languages[language]?.wasm ?? null
  const bytes = wasm === null ? undefined : index.files.get(programName(wasm))
  if (wasm !== null && bytes !== undefined) tree.put({ path: `pagefind/${programName(wasm)}`, bytes })
  return wasm
}

function putPages(
  tree: SearchTree,
  before: BundleBefore | null,
  pages: readonly { name: string }[],
  come: ReadonlyMap<string, PageThatCame>,
): boolean {
  for (const [name, { bytes }] of come) tree.put({ path: `pagefind/${pageFileName(name)}`, bytes })
  if (tree.staysByItself()) return true
  return pages.every(
    ({ name }) => come.has(name) || before?.pages.has(name) !== true || tree.keep(`pagefind/${pageFileName(name)}`),
  )
}
