import { hashOf } from '../manifest.ts'
import type { BundleBefore, BundleLists } from './before.ts'
import {
  closed,
  entryName,
  type LanguageIndex,
  metaName,
  pageFileName,
  programName,
  wordFileName,
  writeEntry,
  writeMeta,
} from './bundle.ts'
import { type IndexTaken, indexTaken, type Taken } from './index-taken.ts'
import type { SearchTree } from './search-tree.ts'
import type { Numbering } from './word-entries.ts'
import { type WordFile, type WordsBefore, type WordsOfPages, wordFiles } from './word-files.ts'

/**
 * Makes the index of a site of the one before and of what Pagefind made of the pages that came in or went out. It is the same
 * to the byte whatever the one before was, and also where there was none.
 */

/** Null where it could not: what it needs of the index before may not be there any more. */
export function joinBundle(
  tree: SearchTree,
  before: BundleBefore | null,
  pages: readonly { name: string }[],
  taken: readonly Taken[],
): BundleLists | null {
  const indexes = taken.map(indexTaken)
  const [first] = indexes
  if (first === undefined) throw new Error('Pagefind made no index')
  const { entry } = first
  if (before !== null && before.entry.version !== entry.version) return null
  const known = knownPages(before, indexes)
  const languages: BundleBefore['entry']['languages'] = {}
  const lists = new Map<string, LanguageIndex>()
  for (const language of new Set([...known.values()].map(page => page.language))) {
    const mine = pages.flatMap(({ name }) => {
      const page = known.get(name)
      return page?.language === language ? [{ name, words: page.words }] : []
    })
    if (mine.length === 0) continue
    const files = filesOfLanguage(tree, language, mine, before, indexes)
    if (files === null) return null
    const index = { pages: mine, files, details }
    lists.set(language, index)
    const meta = writeMeta(entry.version, index)
    const hash = nameOf(language, meta)
    tree.put({ path: `pagefind/${metaName(hash)}`, bytes: closed(meta) })
    const wasm = programOf(tree, language, before, indexes)
    if (wasm === undefined) return null
    languages[language] = { hash, wasm, page_count: mine.length }
  }
  if (!putPages(tree, pages, known)) return null
  for (const { path, bytes } of first.program) tree.put({ path: `pagefind/${path}`, bytes })
  const made = { ...entry, languages }
  tree.put({ path: `pagefind/${entryName}`, bytes: writeEntry(made) })
  return { entry: made, languages: lists }
}

/** What a page can have besides its words; every index has all of them, whether any of its pages has it or not. */
const details = ['image', 'image_alt', 'title']

interface KnownPage {
  language: string
  words: number
  /** The file with its text; null where it is that of before. */
  bytes: Uint8Array | null
}

function knownPages(before: BundleBefore | null, indexes: readonly IndexTaken[]): Map<string, KnownPage> {
  const known = new Map<string, KnownPage>()
  for (const [language, { pages }] of before?.languages ?? []) {
    for (const { name, words } of pages) known.set(name, { language, words, bytes: null })
  }
  for (const { languages } of indexes) {
    for (const [language, { pages }] of languages) {
      for (const { page, words, bytes } of pages) if (!page.isGone) known.set(page.name, { language, words, bytes })
    }
  }
  return known
}

/** The files with the words of one language. */
function filesOfLanguage(
  tree: SearchTree,
  language: string,
  pages: LanguageIndex['pages'],
  before: BundleBefore | null,
  indexes: readonly IndexTaken[],
): WordFile[] | null {
  const numbers = numbersOf(pages)
  const numbersBefore = numbersOf(before?.languages.get(language)?.pages ?? [])
  const changes: WordsOfPages[] = indexes.flatMap(({ languages }) => {
    const index = languages.get(language)
    if (index === undefined) return []
    const names = index.pages.map(({ page }) => page.name)
    return [{ files: index.words, numbering: numberingOf(names, index.details, numbers, numbersBefore) }]
  })
  const words = wordsBefore(before, language, numbers)
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
    const name = nameOf(language, bytes)
    const path = `pagefind/${wordFileName(name)}`
    if (!tree.keep(path)) tree.put({ path, bytes: closed(bytes) })
    files.push({ from, to, name })
  }
  return files
}

type Numbers = ReadonlyMap<string, number>

const numbersOf = (pages: LanguageIndex['pages']): Numbers => new Map(pages.map(({ name }, number) => [name, number]))

/** Null where pages that stay are in another order: a list of places has them in one order alone. */
function wordsBefore(before: BundleBefore | null, language: string, numbers: Numbers): WordsBefore | null {
  const index = before?.languages.get(language)
  const names = index?.pages.map(({ name }) => name) ?? []
  const numbering = numberingOf(names, index?.details ?? details, numbers)
  const kept = numbering.numbers.filter(number => number >= 0)
  if (kept.some((number, at) => number < (kept[at - 1] ?? 0))) return null
  return {
    files: index?.files ?? [],
    numbering,
    isRenumbered: numbering.numbers.some((number, at) => number >= 0 && number !== at),
    read: file => before?.readWords(file) ?? null,
  }
}

function numberingOf(
  names: readonly string[],
  said: readonly string[],
  numbers: Numbers,
  before: Numbers = new Map(),
): Numbering {
  const meant = said.map(name => details.indexOf(name))
  if (meant.includes(-1)) throw new Error(`Pagefind found unknown details of pages: ${said.join(', ')}`)
  return {
    numbers: Int32Array.from(names, name => numbers.get(name) ?? -1),
    before: Int32Array.from(names, name => before.get(name) ?? -1),
    details: meant.every((number, at) => number === at) ? null : meant,
  }
}

/** By what is in it, so that a browser that kept an old one never takes it for this. */
function nameOf(language: string, bytes: Uint8Array): string {
  return `${language}_${hashOf(bytes).slice(0, 16)}`
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
  pages: readonly { name: string }[],
  known: ReadonlyMap<string, KnownPage>,
): boolean {
  return pages.every(({ name }) => {
    const page = known.get(name)
    if (page === undefined || (page.bytes === null && tree.staysByItself())) return true
    const path = `pagefind/${pageFileName(name)}`
    if (page.bytes === null) return tree.keep(path)
    tree.put({ path, bytes: page.bytes })
    return true
  })
}
