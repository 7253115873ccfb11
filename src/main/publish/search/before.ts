import { fileOf } from '../../../shared/site/index.ts'
import { hashOf } from '../manifest.ts'
import {
  addressIn,
  type BundleEntry,
  entryName,
  isOurLayout,
  type LanguageIndex,
  metaName,
  opened,
  type PageOfIndex,
  pageFileName,
  programName,
  readEntry,
  readMeta,
  wordFileName,
} from './bundle.ts'
import type { SearchTree } from './search-tree.ts'
import { nameInIndex, searchedIn } from './searched.ts'
import type { WordFile } from './word-files.ts'

/** What an index says that it has. */
export interface BundleLists {
  entry: BundleEntry
  languages: ReadonlyMap<string, LanguageIndex>
}

/** A page of an index, and in which of its languages it stands. */
export interface KnownPage {
  language: string
  page: PageOfIndex
}

/** The search index of the site before, from which the next one is made: nothing else has to be remembered for it. */
export interface BundleBefore extends BundleLists {
  /** All of them, by their names. */
  pages: Map<string, KnownPage>
  /** What the search took in of a page; null where that cannot be said any more. */
  htmlOf(name: string): string | null
  readWords(file: WordFile): Uint8Array | null
}

/** Null where there is none that can be read. */
export function readBundleBefore(tree: SearchTree): BundleBefore | null {
  const lists = readLists(tree)
  return lists && bundleBefore(tree, lists)
}

function readLists(tree: SearchTree): BundleLists | null {
  const read = (path: string) => tree.before(`pagefind/${path}`)
  const bytes = read(entryName)
  const entry = bytes && readEntry(bytes)
  if (entry === null || !isOurLayout(entry)) return null
  const languages = new Map<string, LanguageIndex>()
  for (const [language, { hash }] of Object.entries(entry.languages)) {
    const packed = read(metaName(hash))
    const index = packed && readMeta(opened(packed))
    if (index === null) return null
    languages.set(language, index)
  }
  return { entry, languages }
}

/** All files of an index but the text of pages, and of that the text of these. */
export function filesOf({ entry, languages }: BundleLists, pages: readonly string[]): string[] {
  const ofLanguages = Object.values(entry.languages).flatMap(({ hash, wasm }) => [
    metaName(hash),
    ...(wasm === null ? [] : [programName(wasm)]),
  ])
  const ofWords = [...languages.values()].flatMap(({ files }) => files.map(({ name }) => wordFileName(name)))
  return [...ofLanguages, ...ofWords, ...pages.map(pageFileName)].map(name => `pagefind/${name}`)
}

export function pagesIn({ languages }: BundleLists): Map<string, KnownPage> {
  const known = new Map<string, KnownPage>()
  for (const [language, { pages }] of languages) for (const page of pages) known.set(page.name, { language, page })
  return known
}

/** `lists` are those of the index in the tree. */
export function bundleBefore(tree: SearchTree, lists: BundleLists, pages = pagesIn(lists)): BundleBefore {
  const { entry, languages } = lists
  const read = (path: string) => tree.before(`pagefind/${path}`)
  return {
    entry,
    languages,
    pages,
    htmlOf(name) {
      const page = read(pageFileName(name))
      const address = page && addressIn(page)
      const file = address && tree.before(fileOf(address))
      if (!file || address === null) return null
      const html = searchedIn(Buffer.from(file).toString())
      return nameInIndex({ address, hash: hashOf(html) }) === name ? html : null
    },
    readWords(file) {
      const packed = read(wordFileName(file.name))
      return packed && opened(packed)
    },
  }
}
