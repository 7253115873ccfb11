import { type PageId, pageIdSchema, parseRecord, workspacePathSchema, writeRecord } from '../../shared/content/index.ts'
import { isRefusal, type Refusal, refuse } from '../../shared/outcome.ts'
import { type ReviewRecord, reviewRecordSchema } from '../../shared/review/records.ts'
import type { Unreadable } from './read-entries.ts'
import { namesIn, type Room } from './room.ts'

/** `reviews/<page id>/<ulid>.yml`: files that are only ever added, so one that was read is not read again. */
export interface Reviews {
  /** Of one page, or of all; the oldest first. */
  list(page?: PageId): Promise<ReviewRecord[]>
  add(record: ReviewRecord): Promise<{ kind: 'ok' } | Refusal>
  /** Files among them that say nothing Signpost understands, as far as they were read. */
  unreadable(): Unreadable[]
}

const largestRecord = 200_000
const atOnce = 32

export function openReviews(room: Room): Reviews {
  const records = new Map<string, ReviewRecord>()
  const trouble = new Map<string, Unreadable>()

  async function read(path: string): Promise<ReviewRecord | null> {
    const known = records.get(path)
    if (known) return known
    const record = await readRecord(room, path)
    trouble.delete(path)
    if (isRefusal(record)) {
      const { code, sentence, nextStep } = record
      trouble.set(path, { path, code, sentence, nextStep })
      return null
    }
    records.set(path, record)
    return record
  }

  async function pathsOf(page: PageId): Promise<string[]> {
    const names = await namesIn(room, `reviews/${page}`, 'file')
    return names.filter(name => name.endsWith('.yml')).map(name => `reviews/${page}/${name}`)
  }

  async function readPages(pages: readonly PageId[]): Promise<ReviewRecord[]> {
    const paths: string[] = []
    for (const page of pages) paths.push(...(await pathsOf(page)))
    const found: (ReviewRecord | null)[] = []
    for (let from = 0; from < paths.length; from += atOnce) {
      found.push(...(await Promise.all(paths.slice(from, from + atOnce).map(read))))
    }
    return found.filter(record => record !== null).sort(inOrderOfTime)
  }

  return {
    async list(page) {
      if (page !== undefined) return readPages([page])
      const folders = await namesIn(room, 'reviews', 'folder')
      return readPages(folders.flatMap(name => pageIdSchema.safeParse(name).data ?? []))
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
  }
}

const noPlace = 'This comment or decision could not be kept. Nothing else was changed.'

/** A record has to be of the page and have the name that its place says, or it could decide on another page. */
async function readRecord(room: Room, path: string): Promise<ReviewRecord | Refusal> {
  const bytes = await room.read(workspacePathSchema.parse(path), largestRecord)
  if (isRefusal(bytes)) return bytes
  const record = parseRecord(new TextDecoder().decode(bytes), reviewRecordSchema, `“${path}”`)
  if (isRefusal(record) || path === `reviews/${record.page}/${record.id}.yml`) return record
  return refuse(
    'misplaced-record',
    `“${path}” belongs to another page or has another name, so what it says does not count.`,
    'Put the file back where it was.',
  )
}

function inOrderOfTime(one: ReviewRecord, other: ReviewRecord): number {
  return Date.parse(one.at) - Date.parse(other.at) || (one.id < other.id ? -1 : 1)
}
