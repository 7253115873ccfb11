import type { FileBytes } from '../theme.ts'
import {
  addressIn,
  type BundleEntry,
  entryName,
  type LanguageIndex,
  metaName,
  opened,
  pageFileName,
  readEntry,
  readMeta,
  wordFileName,
} from './bundle.ts'

/** What Pagefind made of some pages, taken apart. */

/** A page that Pagefind took in: one of the site, or one that the index before has and the site has not any more. */
export interface TakenIn {
  name: string
  isGone: boolean
  address: string
}

/** Some of these pages, and the files of an index of them alone. */
export interface Taken {
  pages: readonly TakenIn[]
  files: readonly FileBytes[]
}

export interface IndexTaken {
  entry: BundleEntry
  files: ReadonlyMap<string, Uint8Array>
  languages: ReadonlyMap<string, LanguageTaken>
  /** What every browser runs, whatever the language of the pages is. */
  program: readonly FileBytes[]
}

export interface LanguageTaken {
  /** By their numbers in this index. A page without any words is in none. */
  pages: readonly { page: TakenIn; words: number; bytes: Uint8Array }[]
  /** The files that say where each word stands, unpacked. */
  words: readonly Uint8Array[]
  details: readonly string[]
}

export function indexTaken({ pages, files: made }: Taken): IndexTaken {
  const files = new Map(made.map(({ path, bytes }) => [path, bytes]))
  const entry = readEntry(files.get(entryName) ?? new Uint8Array()) ?? unknownForm()
  const indexes = Object.entries(entry.languages).map(([language, { hash }]) => {
    const index = readMeta(opened(fileIn(files, metaName(hash))))
    return [language, index ?? unknownForm()] as const
  })
  const byAddress = new Map(pages.map(page => [page.address, page]))
  // Nearly always they stand in the order in which they were given, and no file has to be opened to know which is which.
  const isInOrder = indexes.length === 1 && indexes.every(([, index]) => index.pages.length === pages.length)
  const pageOf = (at: number, bytes: Uint8Array) =>
    (isInOrder ? pages[at] : byAddress.get(addressIn(bytes))) ?? unknownForm()
  return {
    entry,
    files,
    languages: new Map(indexes.map(([language, index]) => [language, languageTaken(index, files, pageOf)])),
    program: made.filter(({ path }) => /^(?:pagefind\.js|pagefind-worker\.js|wasm\.unknown\.pagefind)$/.test(path)),
  }
}

function languageTaken(
  { pages, files: words, details }: LanguageIndex,
  files: ReadonlyMap<string, Uint8Array>,
  pageOf: (at: number, bytes: Uint8Array) => TakenIn,
): LanguageTaken {
  return {
    pages: pages.map(({ name, words }, at) => {
      const bytes = fileIn(files, pageFileName(name))
      return { page: pageOf(at, bytes), words, bytes }
    }),
    words: words.map(({ name }) => shared(opened(fileIn(files, wordFileName(name))))),
    details,
  }
}

/** In memory that all threads have in common: of ten thousand pages, another copy would be tens of megabytes. */
function shared(bytes: Uint8Array): Uint8Array {
  const common = new Uint8Array(new SharedArrayBuffer(bytes.length))
  common.set(bytes)
  return common
}

function fileIn(files: ReadonlyMap<string, Uint8Array>, path: string): Uint8Array {
  return files.get(path) ?? unknownForm()
}

function unknownForm(): never {
  throw new Error('Pagefind’s index has another form than that of its version 1.5')
}
