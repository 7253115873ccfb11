import { hash } from 'node:crypto'
import { readFile } from 'node:fs/promises'
import { join } from 'node:path'
import { z } from 'zod'
import { workspacePathSchema } from '../../shared/content/index.ts'
import { codeOf } from '../files/index.ts'

/**
 * `.signpost-site.json`, in every folder that a site was written to: marks the folder as that site's, and lists the files
 * that are Signpost's, so that nothing of anybody else's is ever removed or written over.
 */

export const manifestName = '.signpost-site.json'

const fileSchema = z.object({
  /** SHA-256 in hexadecimal; empty while the file is being replaced. */
  hash: z.string(),
  bytes: z.number(),
})
export type SiteFileRecord = z.infer<typeof fileSchema>

export const manifestSchema = z.object({
  signpost: z.literal(1),
  /** Which site: the id that the workspace was made with. */
  site: z.string(),
  publish: z.string(),
  /** Of everything that the search index was made from, to know whether it has to be made again. */
  search: z.string().default(''),
  files: z.record(workspacePathSchema, fileSchema),
})
export type Manifest = z.infer<typeof manifestSchema>

export function manifestText(manifest: Manifest): string {
  const files = Object.fromEntries(Object.entries(manifest.files).toSorted(([one], [other]) => (one < other ? -1 : 1)))
  return `${JSON.stringify({ ...manifest, files }, null, 1)}\n`
}

/** Null where there is none, or none that can be read. */
export async function readManifest(folder: string): Promise<Manifest | null> {
  try {
    return parseManifest(await readFile(join(folder, manifestName), 'utf8'))
  } catch (error) {
    if (codeOf(error) === 'ENOENT') return null
    throw error
  }
}

export function parseManifest(text: string): Manifest | null {
  try {
    return manifestSchema.safeParse(JSON.parse(text)).data ?? null
  } catch {
    return null
  }
}

/** A text is its UTF-8. */
export function recordOf(bytes: Uint8Array | string): SiteFileRecord {
  return { hash: hashOf(bytes), bytes: Buffer.byteLength(bytes) }
}

export function hashOf(data: Uint8Array | string): string {
  return hash('sha256', data)
}

export function isSame(one: SiteFileRecord | undefined, other: SiteFileRecord): boolean {
  return one !== undefined && one.hash === other.hash && one.bytes === other.bytes
}
