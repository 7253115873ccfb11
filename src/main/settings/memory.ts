import { createHash } from 'node:crypto'
import { join } from 'node:path'
import { isRefusal } from '../../shared/outcome.ts'
import { type Disk, nodeDisk, orDiskTrouble, readBounded, replaceFile } from '../files/index.ts'

/**
 * What this program worked out of words that never change, kept on this computer so that it need not be worked out again.
 * Losing it costs time alone. A key has to name everything that its value follows from.
 */
export interface Memory<T> {
  recall(key: string): T | undefined
  /** `value` is what JSON can say; a key is one line. */
  remember(key: string, value: T): void
  /** Keeps what was recalled or remembered since the memory was opened, and nothing else. */
  save(): Promise<void>
}

export interface MemoryDeps {
  /** This computer's own data folder, or a part of it: the file is written there first. */
  data: string
  /** See `programName`. */
  program: string
  disk?: Disk
}

const largest = 200_000_000

/**
 * Opens the memory in a file. One that another program wrote, or that is not to the letter what was written (its first
 * line holds a hash of the others), is as good as none: so what is recalled needs no further proof.
 */
export async function openMemory<T>(path: string, { data, program, disk = nodeDisk }: MemoryDeps): Promise<Memory<T>> {
  const known = await readKnown(path, program, disk)
  const used = new Map<string, string>()
  let isNew = false

  return {
    recall(key) {
      const text = used.get(key) ?? known.get(key)
      if (text === undefined) return undefined
      used.set(key, text)
      return JSON.parse(text)
    },
    remember(key, value) {
      used.set(key, JSON.stringify(value))
      isNew = true
    },
    async save() {
      if (!isNew) return
      isNew = false
      const lines = Buffer.from([...used].map(([key, text]) => `${key}\t${text}\n`).join(''))
      const bytes = Buffer.concat([Buffer.from(heading(program, lines)), lines])
      // A full disk is told by whatever matters; this file only saves time.
      await orDiskTrouble(() => replaceFile(disk, join(data, 'tmp'), path, bytes))
    },
  }
}

async function readKnown(path: string, program: string, disk: Disk): Promise<ReadonlyMap<string, string>> {
  const bytes = await readBounded(path, largest, disk)
  if (isRefusal(bytes)) return new Map()
  const whole = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength)
  const start = whole.indexOf('\n') + 1
  const lines = whole.subarray(start)
  if (whole.toString('utf8', 0, start) !== heading(program, lines)) return new Map()
  const known = lines.toString().split('\n').slice(0, -1)
  return new Map(known.map(line => [line.slice(0, line.indexOf('\t')), line.slice(line.indexOf('\t') + 1)]))
}

function heading(program: string, lines: Uint8Array): string {
  return `${createHash('sha256').update(`${program}\n`).update(lines).digest('hex')}\n`
}
