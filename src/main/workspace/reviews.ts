import {
  type ContentHash,
  type PageId,
  pageIdSchema,
  parseRecord,
  workspacePathSchema,
  writeRecord,
} from '../../shared/content/index.ts'
import { isRefusal, type Refusal, refuse } from '../../shared/outcome.ts'
import { type ReviewRecord, reviewRecordSchema } from '../../shared/review/records.ts'
import { isDiskTrouble, thrown } from '../files/index.ts'
import type { FactCache } from './fact-cache.ts'
import { hashOf } from './hash.ts'
import type { Unreadable } from './read-entries.ts'
import { namesIn, namesInMany, type Room } from './room.ts'

/** `reviews/<page id>/<ulid>.yml`: files that are only ever added, so one that was read is not read again. */
export interface Reviews {
  /** Of one page, or of all; the oldest first. Throws what the disk says where it does not let one of them be read. */
  list(page?: PageId): Promise<ReviewRecord[]>
  add(record: ReviewRecord): Promise<{ kind: 'ok' } | Refusal>
  /** Files among them that say nothing Signpost understands, as far as they were read. */
  unreadable(): Unreadable[]
  /** Keeps on this computer what the files said, for the next start. */
  save(): Promise<void>
}

const largestRecord = 200_000
const recordFact = 'record 1'

export function openReviews(room: Room, cache: FactCache): Reviews {
  const records = new Map<string, ReviewRecord>()
  const hashes = new Map<string, ContentHash>()
  const trouble = new Map<string, Unreadable>()
  /** Only then is it known which of what the cache holds is no more. */
  let knowsAll = false

  function take(path: string, bytes: Uint8Array | Refusal): void {
    const record = readRecord(path, bytes)
    trouble.delete(path)
    // Without one of them a page could count as approved that is not: nothing is said until all can be read.
    if (isRefusal(record) && isDiskTrouble(record)) throw thrown(record)
    if (isRefusal(record)) {
      const { code, sentence, nextStep } = record
      trouble.set(path, { path, code, sentence, nextStep })
    } else records.set(path, record)
  }

  /** A record has to be of the page and have the name that its place says, or it could decide on another page. */
  function readRecord(path: string, bytes: Uint8Array | Refusal): ReviewRecord | Refusal {
    if (isRefusal(bytes)) return bytes
    const text = new TextDecoder().decode(bytes)
    const hash = hashOf(text)
    hashes.set(path, hash)
    const recalled = cache.recall(hash, recordFact, reviewRecordSchema)
    const record = recalled ?? parseRecord(text, reviewRecordSchema, `“${path}”`)
    if (isRefusal(record)) return record
    if (recalled === undefined) cache.remember(hash, recordFact, record)
    return path === `reviews/${record.page}/${record.id}.yml` ? record : misplaced(path)
  }

  async function readPages(pages: readonly PageId[]): Promise<ReviewRecord[]> {
    const folders = pages.map(page => `reviews/${page}`)
    const names = await namesInMany(room, folders, 'file')
    const paths = folders.flatMap((folder, at) =>
      (names[at] ?? []).filter(name => name.endsWith('.yml')).map(name => `${folder}/${name}`),
    )
    const unknown = paths.filter(path => !records.has(path)).map(path => workspacePathSchema.parse(path))
    await room.readMany(unknown, largestRecord, (bytes, path) => take(path, bytes))
    return paths.flatMap(path => records.get(path) ?? []).sort(inOrderOfTime)
  }

  return {
    async list(page) {
      if (page !== undefined) return readPages([page])
      const folders = await namesIn(room, 'reviews', 'folder')
      const all = await readPages(folders.flatMap(name => pageIdSchema.safeParse(name).data ?? []))
      knowsAll = true
      return all
    },
    async add(record) {
      const path = workspacePathSchema.safeParse(`reviews/${record.page}/${record.id}.yml`)
      if (!path.success || !/^[0-9A-Za-z-]{1,64}$/.test(record.id))
        return refuse('bad-record', noPlace, 'Try again.', record.id)
      const written = await room.write(path.data, writeRecord(record))
      if (isRefusal(written)) return written
      records.set(path.data, record)
      return { kind: 'ok' }
    },
    unreadable: () => [...trouble.values()],
    async save() {
      if (knowsAll) await cache.save(new Set(hashes.values()))
    },
  }
}

const noPlace = 'This comment or decision could not be kept. Nothing else was changed.'

const misplaced = (path: string) =>
  refuse(
    'misplaced-record',
    `“${path}” belongs to another page or has another name, so what it says does not count.`,
    'Put the file back where it was.',
  )

function inOrderOfTime(one: ReviewRecord, other: ReviewRecord): number {
  return Date.parse(one.at) - Date.parse(other.at) || (one.id < other.id ? -1 : 1)
}
