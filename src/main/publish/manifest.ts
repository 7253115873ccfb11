import { hash } from 'node:crypto'
import { lstatSync } from 'node:fs'
import { readFile } from 'node:fs/promises'
import { join } from 'node:path'
import { crc32 } from 'node:zlib'
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

export function manifestText({ files, ...details }: Manifest): string {
  const drawers = Map.groupBy(Object.entries(files), ([path]) => drawerOf(path))
  return manifestOf(
    details,
    Array.from({ length: manyDrawers }, (_, at) => drawerText(drawers.get(at) ?? [])),
  )
}

/** The list is written drawer by drawer, so that whoever changed a few files writes those of their drawers alone anew. */
export const manyDrawers = 1024

export const drawerOf = (path: string): number => crc32(path) % manyDrawers

export function drawerText(files: readonly (readonly [path: string, record: SiteFileRecord])[]): string {
  const inOrder = files.toSorted(([one], [other]) => (one < other ? -1 : 1))
  return inOrder
    .map(([path, { hash, bytes }]) => `${JSON.stringify(path)}:${JSON.stringify({ hash, bytes })}`)
    .join(',\n')
}

/** `drawers` are the texts of all of them, in their order. */
export function manifestOf(
  { signpost, site, publish, search }: Omit<Manifest, 'files'>,
  drawers: readonly string[],
): string {
  const files = drawers.filter(text => text !== '').join(',\n')
  return `${JSON.stringify({ signpost, site, publish, search }).slice(0, -1)},"files":{\n${files}\n}}\n`
}

/** What tells a list on this disk from any other one, without reading it: each is written once, under a new name; null where there is none. */
export function manifestMark(folder: string): string | null {
  const found = lstatSync(join(folder, manifestName), { throwIfNoEntry: false, bigint: true })
  return found?.isFile() ? `${found.dev} ${found.ino} ${found.mtimeNs} ${found.size}` : null
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
