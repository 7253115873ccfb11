import {
  type ContentHash,
  type EntryToWrite,
  mostEntryLength,
  type PageId,
  type WorkspacePath,
  workspacePathSchema,
  writeEntry,
} from '../../shared/content/index.ts'
import { isRefusal, type Refusal, refuse } from '../../shared/outcome.ts'
import { isDiskTrouble } from '../files/index.ts'
import { oneAtATime } from '../settings/index.ts'
import type { EntryIndex, Indexed } from './entry-index.ts'
import { hashOf } from './hash.ts'
import { addressTaken, type Room } from './room.ts'

export interface EntryWritten {
  kind: 'written'
  id: PageId
  path: WorkspacePath
  hash: ContentHash
  /** False where the file said all of this already. */
  changed: boolean
}

/** Writing pages and services. One change at a time; each is made to the file as it stands on the disk at that moment. */
export interface EntryWriting {
  /** With `base`, refuses (`changed-meanwhile`) where the file is not those words any more. */
  write(which: PageId | WorkspacePath, next: EntryToWrite, base?: ContentHash): Promise<EntryWritten | Refusal>
  /** A new file; refuses (`address-taken`) where there is one. */
  create(path: WorkspacePath, text: string): Promise<EntryWritten | Refusal>
  /**
   * The file's whole text, to the byte: an earlier version put back, or two put together. With `base`, refuses
   * (`changed-meanwhile`) where the file is not those words any more.
   */
  replace(path: WorkspacePath, text: string, base?: ContentHash): Promise<EntryWritten | Refusal>
  /** The page keeps its id, also where it had none in its file. The caller leaves a redirect. */
  rename(path: WorkspacePath, to: WorkspacePath): Promise<EntryWritten | Refusal>
  remove(path: WorkspacePath): Promise<{ kind: 'ok' } | Refusal>
}

export function entryWriting(room: Room, index: EntryIndex): EntryWriting {
  const inTurn = oneAtATime()

  /** As it is on the disk now, whatever other program wrote it. */
  async function find(which: string): Promise<Indexed | Refusal> {
    const path = (index.byPath(which) ?? index.all().find(one => one.entry.fields.id === which))?.file.path ?? which
    if (workspacePathSchema.safeParse(path).success) await index.refresh([path])
    return asItIs(path)
  }

  /** Nothing is done to words that cannot be read at this moment, whatever was known of them before. */
  function asItIs(path: string): Indexed | Refusal {
    const trouble = index.unreadable().find(one => one.path === path)
    if (trouble && isDiskTrouble(trouble)) return refuse(trouble.code, trouble.sentence, trouble.nextStep)
    return index.byPath(path) ?? noSuchPage
  }

  async function put(path: WorkspacePath, text: string): Promise<EntryWritten | Refusal> {
    if (text.length > mostEntryLength) return tooLong
    const written = await room.write(path, text)
    if (isRefusal(written)) return written
    await index.refresh([path])
    const indexed = asItIs(path)
    if (isRefusal(indexed)) return indexed
    return { kind: 'written', id: indexed.entry.fields.id, path, hash: indexed.file.hash, changed: true }
  }

  async function writeNow(which: string, next: EntryToWrite, base?: ContentHash): Promise<EntryWritten | Refusal> {
    const found = await find(which)
    if (isRefusal(found)) return found
    const { file, entry } = found
    if (base !== undefined && base !== file.hash) return changedMeanwhile
    if (entry.kind !== next.kind) return noSuchPage
    const text = writeEntry(file.text, withId(next, entry.fields.id))
    const hash = hashOf(text)
    if (hash === file.hash) return { kind: 'written', id: entry.fields.id, path: file.path, hash, changed: false }
    return put(file.path, text)
  }

  async function replaceNow(path: WorkspacePath, text: string, base?: ContentHash): Promise<EntryWritten | Refusal> {
    if (base === undefined) return put(path, text)
    const found = await find(path)
    if (isRefusal(found)) return found
    return found.file.hash === base ? put(path, text) : changedMeanwhile
  }

  async function renameNow(path: WorkspacePath, to: WorkspacePath): Promise<EntryWritten | Refusal> {
    const found = await find(path)
    if (isRefusal(found)) return found
    if (!isEntryPath(to) || isServices(path) !== isServices(to)) return notAnAddress
    // Without an id in the file, the id comes from the address and would change with it.
    const withItsId = await writeNow(path, found.entry)
    if (isRefusal(withItsId)) return withItsId
    const moved = await room.move(path, to)
    if (isRefusal(moved)) return moved
    await index.refresh([path, to])
    return { ...withItsId, path: to, changed: true }
  }

  return {
    write: (which, next, base) => inTurn(() => writeNow(which, next, base)),
    create: (path, text) =>
      inTurn(async () => {
        if (!isEntryPath(path)) return notAnAddress
        const exists = await room.exists(path)
        if (isRefusal(exists)) return exists
        return exists || isTaken(index, path) ? addressTaken : put(path, text)
      }),
    replace: (path, text, base) => inTurn(() => replaceNow(path, text, base)),
    rename: (path, to) => inTurn(() => renameNow(path, to)),
    remove: path =>
      inTurn(async () => {
        const found = await find(path)
        if (isRefusal(found)) return found
        const removed = await room.remove(path)
        if (isRefusal(removed)) return removed
        await index.refresh([path])
        return { kind: 'ok' }
      }),
  }
}

/** Whether something stands at a path, in capitals or not: on some disks that is the same file. */
export function isTaken(index: EntryIndex, path: string): boolean {
  const is = (one: string) => one.toLowerCase() === path.toLowerCase()
  return index.all().some(one => is(one.file.path)) || index.unreadable().some(one => is(one.path))
}

function withId(next: EntryToWrite, id: PageId): EntryToWrite {
  return next.kind === 'page'
    ? { ...next, fields: { ...next.fields, id } }
    : { ...next, fields: { ...next.fields, id } }
}

/** `pages/<section>/<slug>.md` or `services/<slug>.md`. */
function isEntryPath(path: string): boolean {
  return workspacePathSchema.safeParse(path).success && /^(pages\/[^/]+|services)\/[^/]+\.md$/.test(path)
}

const isServices = (path: string) => path.startsWith('services/')

const noSuchPage = refuse(
  'no-such-page',
  'This page is not there any more. Somebody may have deleted or moved it. What you typed is still kept on this laptop.',
  'Look in “Recently deleted”.',
)

const changedMeanwhile = refuse(
  'changed-meanwhile',
  'This page was changed by somebody else since you opened it. What you typed is kept on this laptop.',
  'Open the page again to see both.',
)

const tooLong = refuse(
  'too-long',
  'This is too long for one page: more than 50,000 words. What you typed is kept on this laptop.',
  'Move a part of it to another page, then save again.',
)

const notAnAddress = refuse(
  'not-an-address',
  'A page cannot have this address. Nothing was changed.',
  'Use small letters, digits and hyphens.',
)
