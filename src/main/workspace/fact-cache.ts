import { z } from 'zod'
import { type ContentHash, isSame } from '../../shared/content/index.ts'
import type { Disk } from '../files/index.ts'
import { readJson, writeJson } from '../settings/index.ts'

/**
 * What was worked out of a text, kept on this computer by the text's hash: the same words give the same facts, so it can
 * never be out of date, and losing it costs time alone.
 */
export interface FactCache {
  recall<T>(hash: ContentHash, name: string, schema: z.ZodType<T>): T | undefined
  remember(hash: ContentHash, name: string, value: unknown): void
  /** Writes if there is anything new, without the facts of texts that are no more and of names that others have replaced. */
  save(present: ReadonlySet<ContentHash>): Promise<void>
}

const fileSchema = z.record(z.string(), z.record(z.string(), z.unknown()))

/** The first word of a name is what it says; the rest changes with how that is worked out. */
const subjectOf = (name: string) => name.split(' ', 1)[0] ?? name

export async function openFactCache(data: string, path: string, disk: Disk): Promise<FactCache> {
  const read = await readJson(path, fileSchema, disk)
  const facts = new Map(Object.entries(read.kind === 'read' ? read.value : {}))
  const asked = new Set<string>()
  let isNew = false

  return {
    recall(hash, name, schema) {
      asked.add(name)
      const found = facts.get(hash)?.[name]
      const read = schema.safeParse(found)
      // What the schema had to fill in was not what was remembered.
      return read.success && isSame(read.data, found) ? read.data : undefined
    },
    remember(hash, name, value) {
      asked.add(name)
      facts.set(hash, { ...facts.get(hash), [name]: value })
      isNew = true
    },
    async save(present) {
      if (!isNew) return
      isNew = false
      const names: ReadonlySet<string> = present
      const subjects = new Set([...asked].map(subjectOf))
      // What nobody asked about this time (a command knows nothing of the search) is still true.
      const holds = (name: string) => asked.has(name) || !subjects.has(subjectOf(name))
      const kept = [...facts]
        .filter(([hash]) => names.has(hash))
        .map(([hash, values]) => [hash, Object.fromEntries(Object.entries(values).filter(([name]) => holds(name)))])
      try {
        await writeJson(data, path, Object.fromEntries(kept), disk)
      } catch {
        // A full disk has been told already by whatever mattered; this file only saves time.
      }
    },
  }
}
