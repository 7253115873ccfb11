import { join } from 'node:path'
import type { z } from 'zod'
import { isRefusal, type Refusal } from '../../shared/outcome.ts'
import { codeOf, type Disk, diskTrouble, nodeDisk, readBounded, replaceFile } from '../files/index.ts'

/** JSON files of this computer's own, each whole at any instant and read through one schema. */

const maxBytes = 20_000_000

/** Writes flushed and renamed; throws what the disk says. `data` is the data folder, whose private corner is used. */
export async function writeJson(data: string, path: string, value: unknown, disk: Disk = nodeDisk): Promise<void> {
  await replaceFile(disk, join(data, 'tmp'), path, `${JSON.stringify(value)}\n`)
}

export type JsonRead<T> =
  | { kind: 'read'; value: T }
  | { kind: 'none' }
  /** There is a file, and it does not hold what it should; `raw` is what it does hold, where that is JSON at all. */
  | { kind: 'broken'; raw: unknown }
  | Refusal

export async function readJson<T>(path: string, schema: z.ZodType<T>, disk: Disk = nodeDisk): Promise<JsonRead<T>> {
  const bytes = await readBounded(path, maxBytes, disk)
  if (isRefusal(bytes)) {
    if (bytes.code === 'missing') return { kind: 'none' }
    return bytes.code === 'too-big' || bytes.code === 'not-a-file' ? { kind: 'broken', raw: undefined } : bytes
  }
  const raw = parseJson(new TextDecoder().decode(bytes))
  const read = schema.safeParse(raw)
  return read.success ? { kind: 'read', value: read.data } : { kind: 'broken', raw }
}

/** Keeps a broken file beside its successor, for whoever wants to look; answers its new name, or null if it would not. */
export async function setAside(path: string, at: Date, disk: Disk = nodeDisk): Promise<string | null> {
  const aside = `${path}.broken-${at.toISOString().replaceAll(/[:.]/g, '-')}`
  try {
    await disk.rename(path, aside)
    return aside
  } catch (error) {
    if (diskTrouble(error) === null && codeOf(error) === null) throw error
    return null
  }
}

function parseJson(text: string): unknown {
  try {
    return JSON.parse(text)
  } catch {
    return undefined
  }
}
