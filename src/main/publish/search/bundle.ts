import { constants, crc32, deflateRawSync, gunzipSync } from 'node:zlib'
import { gzipSync } from 'fflate'
import { z } from 'zod'
import { type PackedReader, packedWriter, unpacked } from './packed.ts'
import type { WordFile } from './word-files.ts'

/** The folder `pagefind/` of a site, as Pagefind's program in the browser reads it: what is in it, and how it is packed. */

/** A page of an index, by its number: the name of the file with its text, and how many words it has. */
export interface PageOfIndex {
  name: string
  words: number
}

/** The index of all pages in one language. */
export interface LanguageIndex {
  pages: readonly PageOfIndex[]
  files: readonly WordFile[]
  /** The names of details that pages have, such as their title. */
  details: readonly string[]
}

/** How words are taken in of a page (`pagefind.ts`) and laid out in files (`word-files.ts`); another one is made anew. */
const layout = 2

const entrySchema = z.object({
  version: z.string(),
  languages: z.record(z.string(), z.object({ hash: z.string(), wasm: z.string().nullable(), page_count: z.number() })),
  include_characters: z.array(z.string()),
  layout: z.number().optional(),
})
/** What Pagefind's program in the browser reads first. */
export type BundleEntry = z.infer<typeof entrySchema>

export const entryName = 'pagefind-entry.json'
export const metaName = (hash: string) => `pagefind.${hash}.pf_meta`
export const wordFileName = (name: string) => `index/${name}.pf_index`
export const pageFileName = (name: string) => `fragment/${name}.pf_fragment`
export const programName = (language: string) => `wasm.${language}.pagefind`

/** `null` where it is none. */
export function readEntry(bytes: Uint8Array): BundleEntry | null {
  try {
    return entrySchema.safeParse(JSON.parse(Buffer.from(bytes).toString())).data ?? null
  } catch {
    return null
  }
}

export const isOurLayout = (entry: BundleEntry) => entry.layout === layout

/** The languages in one order, whoever asks: Pagefind's own program writes them in any. */
export function writeEntry({ languages, ...entry }: BundleEntry): Uint8Array {
  const inOrder = Object.entries(languages).toSorted(([one], [other]) => (one < other ? -1 : 1))
  return Buffer.from(JSON.stringify({ ...entry, languages: Object.fromEntries(inOrder), layout }))
}

/** What every file of an index starts with, under its compression. */
const signature = Buffer.from('pagefind_dcd')

export function opened(bytes: Uint8Array): Uint8Array {
  return gunzipSync(bytes).subarray(signature.length)
}

/**
 * By a program of JavaScript: the one in Node.js makes other bytes on another kind of processor. Two thirds of the time that
 * its usual level takes, for one byte in a hundred.
 */
export function closed(bytes: Uint8Array): Uint8Array {
  return gzipSync(Buffer.concat([signature, bytes]), { mtime: 0, level: 4 })
}

/** As RFC 1952 has it, for a file of no time and no name. */
const gzipHead = Buffer.from([0x1f, 0x8b, 8, 0, 0, 0, 0, 0, 0, 3])

/**
 * For a list of names, in which nothing stands twice that would be worth looking for: in a tenth of the time and hardly longer.
 * Where nothing is looked for, the bytes are the same on every kind of processor.
 */
export function closedList(bytes: Uint8Array): Uint8Array {
  const whole = Buffer.concat([signature, bytes])
  const tail = Buffer.alloc(8)
  tail.writeUInt32LE(crc32(whole))
  tail.writeUInt32LE(whole.length, 4)
  return Buffer.concat([gzipHead, deflateRawSync(whole, { strategy: constants.Z_HUFFMAN_ONLY }), tail])
}

export function readMeta(bytes: Uint8Array): LanguageIndex | null {
  return unpacked(bytes, reader => {
    reader.list()
    reader.text()
    const pages = each(reader, () => ({ name: reader.text(), words: reader.number() }))
    const files = each(reader, () => ({ from: reader.text(), to: reader.text(), name: reader.text() }))
    // No page of the site can be filtered or sorted by anything.
    reader.list()
    reader.list()
    const details = Array.from({ length: reader.list() }, () => reader.text())
    return { pages, files, details }
  })
}

function each<T>(reader: PackedReader, read: () => T): T[] {
  return Array.from({ length: reader.list() }, () => {
    reader.list()
    return read()
  })
}

export function writeMeta(version: string, { pages, files, details }: LanguageIndex): Uint8Array {
  const out = packedWriter()
  out.list(6)
  out.text(version)
  out.list(pages.length)
  for (const { name, words } of pages) {
    out.list(2)
    out.text(name)
    out.whole(words)
  }
  out.list(files.length)
  for (const { from, to, name } of files) {
    out.list(3)
    for (const text of [from, to, name]) out.text(text)
  }
  out.list(0)
  out.list(0)
  out.list(details.length)
  for (const detail of details) out.text(detail)
  return out.written()
}

const pageSchema = z.object({ url: z.string() })

/** The address of a page, as the file with its text says it. */
export function addressIn(bytes: Uint8Array): string {
  return pageSchema.parse(JSON.parse(Buffer.from(opened(bytes)).toString())).url
}
