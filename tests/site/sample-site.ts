import { createHash } from 'node:crypto'
import { readFileSync } from 'node:fs'
import { readFile } from 'node:fs/promises'
import { join } from 'node:path'
import { readCache, readSite } from '../../src/main/publish/read-site.ts'
import type { SiteFiles } from '../../src/main/publish/site-files.ts'
import { filesUnder } from '../../src/main/publish/tree.ts'
import { isRefusal } from '../../src/shared/outcome.ts'
import type { SiteInput } from '../../src/shared/site/index.ts'

const folder = 'resources/sample/workspace'

export function sampleMedia(name: string): Promise<Uint8Array> {
  return readFile(join(folder, 'media', name))
}

/**
 * The whole sample workspace as its site, whatever is approved. `instead` has other files for some of its own, by their paths
 * from the workspace: of what the team is at work on, families see what was live before.
 */
export async function sampleSite(instead: Readonly<Record<string, string>> = {}): Promise<SiteInput> {
  const at = (path: string) => instead[path] ?? join(folder, path)
  const paths = await filesUnder(folder)
  const names = paths.map(
    path =>
      [
        path,
        createHash('sha1')
          .update(readFileSync(at(path)))
          .digest('hex'),
      ] as const,
  )
  const files: SiteFiles = { names: new Map(names), read: path => readFile(at(path)) }
  const input = await readSite(files, { publish: 'sample', at: '2026-11-22T14:02:00.000Z' }, readCache())
  if (isRefusal(input)) throw new Error(input.sentence)
  return input
}
