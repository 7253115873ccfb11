import { join } from 'node:path'
import {
  type ContentHash,
  largestEntryFile,
  mostEntryLength,
  type WorkspacePath,
  whyUnreadable,
  workspacePathSchema,
} from '../../shared/content/index.ts'
import { isRefusal, type Refusal } from '../../shared/outcome.ts'
import { codeOf, sweep } from '../files/index.ts'
import { asKept, hashOf } from './hash.ts'
import type { Room } from './room.ts'

/** A page's or service's file as it stands: its text with LF line endings, and their hash. */
export interface EntryFile {
  path: WorkspacePath
  text: string
  hash: ContentHash
}

/** A file that cannot be shown as a page. It is left as it is, and the person is told. */
export interface Unreadable {
  path: string
  code: string
  sentence: string
  nextStep: string
}

export type EntryRead = { kind: 'file'; file: EntryFile } | { kind: 'unreadable'; unreadable: Unreadable }

/**
 * Reads every page and service. A file whose size and times are those of the last reading in this session is taken as
 * read, unless it was written so shortly before that reading that a second change could look the same. Throws what the
 * disk says when a folder cannot be listed, so that nobody takes that for an empty one.
 */
export function entryReader(room: Room) {
  const before = new Map<string, { stamp: string; read: EntryRead }>()

  return async function readAll(): Promise<EntryRead[]> {
    const { paths, strays } = await entryPaths(room)
    const present = new Set(paths)
    for (const path of before.keys()) if (!present.has(path)) before.delete(path)
    const startedMs = Date.now()
    const looks = await sweep(paths, path => room.disk.lstatNow(join(room.root, path)))
    const reads = new Map<string, EntryRead>()
    const stamps = new Map<string, { stamp: string; settled: boolean }>()
    for (const [at, path] of paths.entries()) {
      const stats = looks[at]
      if (!stats) continue
      const stamp = `${stats.size}:${stats.mtimeMs}:${stats.ctimeMs}:${stats.ino}`
      const known = before.get(path)
      if (known?.stamp === stamp) reads.set(path, known.read)
      else stamps.set(path, { stamp, settled: startedMs - Math.max(stats.mtimeMs, stats.ctimeMs) > 2000 })
    }
    const unread: WorkspacePath[] = []
    for (const path of stamps.keys()) {
      const safe = workspacePathSchema.safeParse(path)
      if (safe.success) unread.push(safe.data)
      else reads.set(path, badName(path))
    }
    await room.readMany(unread, largestEntryFile, (bytes, path) => void reads.set(path, readOf(path, bytes)))
    for (const [path, { stamp, settled }] of stamps) {
      const read = reads.get(path)
      if (settled && read) before.set(path, { stamp, read })
      else before.delete(path)
    }
    return [...paths.flatMap(path => reads.get(path) ?? []), ...strays]
  }
}

/** One file, from the disk. */
export async function readEntry(room: Room, path: string): Promise<EntryRead> {
  const safe = workspacePathSchema.safeParse(path).data
  return safe === undefined ? badName(path) : readOf(safe, await room.read(safe, largestEntryFile))
}

function readOf(path: WorkspacePath, bytes: Uint8Array | Refusal): EntryRead {
  if (isRefusal(bytes)) {
    return bytes.code === 'too-big'
      ? tooLong(path)
      : unreadable(path, bytes.code, `“${path}” cannot be shown. ${bytes.sentence}`, bytes.nextStep)
  }
  const text = decode(bytes)
  if (text !== null && text.length > mostEntryLength) return tooLong(path)
  if (text === null || whyUnreadable(text) !== null) return notText(path)
  return { kind: 'file', file: { path, text: asKept(text), hash: hashOf(text) } }
}

/** The text, with its byte order mark if it has one, so that its hash is that of its bytes; null where it is no UTF-8. */
function decode(bytes: Uint8Array): string | null {
  try {
    return new TextDecoder('utf-8', { fatal: true, ignoreBOM: true }).decode(bytes)
  } catch {
    return null
  }
}

function unreadable(path: string, code: string, sentence: string, nextStep: string): EntryRead {
  return { kind: 'unreadable', unreadable: { path, code, sentence, nextStep } }
}

const badName = (path: string) =>
  unreadable(
    path,
    'bad-name',
    `The name of “${path}” cannot be a part of an address.`,
    'Give the file a shorter, plainer name.',
  )

const tooLong = (path: string) =>
  unreadable(
    path,
    'too-big',
    `“${path}” is too long for one page (more than 50,000 words), so Signpost did not open it. The file is kept as it is.`,
    'Make several pages of it in the program that it was written with, or put an earlier version back.',
  )

const notText = (path: string) =>
  unreadable(
    path,
    'not-a-page',
    `“${path}” is not a page: what is in the file is not text, so Signpost did not open it. The file is kept as it is.`,
    'Put an earlier version of the page back, or take the file out of the folder.',
  )

/** `pages/<section>/<slug>.md` and `services/<slug>.md`, and what stands elsewhere and is told about. */
async function entryPaths(room: Room): Promise<{ paths: string[]; strays: EntryRead[] }> {
  const strays: EntryRead[] = []
  const list = async (folder: string) => {
    const entries = await entriesIn(room, folder)
    return entries.filter(entry => !entry.name.startsWith('.')).sort((a, b) => (a.name < b.name ? -1 : 1))
  }
  const markdownIn = async (folder: string) => {
    const entries = await list(folder)
    for (const entry of entries.filter(one => one.isDirectory())) strays.push(nested(`${folder}/${entry.name}`))
    return entries.filter(one => !one.isDirectory() && one.name.endsWith('.md')).map(one => `${folder}/${one.name}`)
  }
  const paths: string[] = []
  for (const entry of await list('pages')) {
    const path = `pages/${entry.name}`
    if (entry.isDirectory()) paths.push(...(await markdownIn(path)))
    else if (entry.isSymbolicLink()) strays.push(linked(path))
    else if (entry.name.endsWith('.md')) strays.push(sectionless(path))
  }
  return { paths: [...paths, ...(await markdownIn('services'))], strays }
}

/** Throws what the disk says, but for a folder that is not there. */
async function entriesIn(room: Room, folder: string) {
  try {
    return await room.disk.readdir(join(room.root, folder), { withFileTypes: true })
  } catch (error) {
    if (['ENOENT', 'ENOTDIR'].includes(codeOf(error) ?? '')) return []
    throw error
  }
}

const nested = (path: string) =>
  unreadable(
    path,
    'nested',
    `“${path}” is a folder inside a section, and Signpost reads no pages there.`,
    'Move its pages into the section’s own folder.',
  )

const linked = (path: string) =>
  unreadable(
    path,
    'leads-out',
    `“${path}” is a link to another place, so Signpost did not follow it.`,
    'Replace it with the folder itself.',
  )

const sectionless = (path: string) =>
  unreadable(
    path,
    'in-no-section',
    `“${path}” is in no section, so families cannot find it.`,
    'Move it into the folder of a section.',
  )
