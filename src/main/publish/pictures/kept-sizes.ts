import { hash } from 'node:crypto'
import { readdir, rm } from 'node:fs/promises'
import { join } from 'node:path'
import { z } from 'zod'
import { isRefusal } from '../../../shared/outcome.ts'
import { nodeDisk, orDiskTrouble, readBounded, replaceFile } from '../../files/index.ts'
import type { Shrunk } from './shrink.ts'

/**
 * Sizes of pictures that were made before, on this computer: one file for each picture, of a line that says what is in it and
 * then the bytes. Losing it costs time alone, so a file that is not to the letter what was written is as good as none.
 */
export interface KeptSizes {
  read(key: string): Promise<Shrunk[] | null>
  keep(key: string, sizes: readonly Shrunk[]): Promise<void>
  /** Clears away what this build did not use, once that is more than it did. */
  tidy(): Promise<void>
}

/** In this workspace's own folder on this computer. */
export function pictureFolder({ dataFolder }: { dataFolder: string }): string {
  return join(dataFolder, 'pictures')
}

const headSchema = z.object({
  hash: z.string(),
  sizes: z.array(z.object({ width: z.number(), length: z.int().nonnegative() })),
})

const largest = 50_000_000

export function keptSizes(folder: string): KeptSizes {
  const used = new Set<string>()
  const pathOf = (key: string) => join(folder, key)
  return {
    async read(key) {
      const bytes = await readBounded(pathOf(key), largest, nodeDisk)
      const sizes = isRefusal(bytes) ? null : sizesIn(Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength))
      if (sizes !== null) used.add(key)
      return sizes
    },
    async keep(key, sizes) {
      used.add(key)
      const body = Buffer.concat(sizes.map(({ bytes }) => bytes))
      const head = {
        hash: hash('sha256', body),
        sizes: sizes.map(({ width, bytes }) => ({ width, length: bytes.length })),
      }
      const whole = Buffer.concat([Buffer.from(`${JSON.stringify(head)}\n`), body])
      // A full disk is told by whatever matters; this file only saves time.
      await orDiskTrouble(() => replaceFile(nodeDisk, join(folder, 'tmp'), pathOf(key), whole))
    },
    async tidy() {
      const names = await readdir(folder).catch((): string[] => [])
      const others = names.filter(name => name !== 'tmp' && !used.has(name))
      if (others.length <= used.size + 100) return
      for (const name of others) await rm(pathOf(name), { force: true }).catch(() => undefined)
    },
  }
}

/** For whoever has no folder: as long as the program runs. */
export function heldSizes(): KeptSizes {
  const held = new Map<string, Shrunk[]>()
  return {
    read: async key => held.get(key) ?? null,
    keep: async (key, sizes) => void held.set(key, [...sizes]),
    tidy: async () => undefined,
  }
}

function sizesIn(bytes: Buffer): Shrunk[] | null {
  const end = bytes.indexOf('\n')
  const head = headSchema.safeParse(jsonIn(bytes.toString('utf8', 0, Math.max(end, 0))))
  const body = bytes.subarray(end + 1)
  if (!head.success || hash('sha256', body) !== head.data.hash) return null
  const sizes: Shrunk[] = []
  let at = 0
  for (const { width, length } of head.data.sizes) {
    sizes.push({ width, bytes: body.subarray(at, at + length) })
    at += length
  }
  return sizes
}

function jsonIn(text: string): unknown {
  try {
    return JSON.parse(text)
  } catch {
    return null
  }
}
