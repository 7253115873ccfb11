import { mkdir, mkdtemp, readFile, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { dirname, join } from 'node:path'
import { onTestFinished } from 'vitest'
import { type Manifest, recordOf } from '../../src/main/publish/manifest.ts'
import { filesUnder } from '../../src/main/publish/tree.ts'
import { workspacePathSchema } from '../../src/shared/content/index.ts'

/** A folder of this test's own, gone when the test ends. */
export async function someFolder(): Promise<string> {
  const folder = await mkdtemp(join(tmpdir(), 'signpost-publish-'))
  onTestFinished(() => rm(folder, { recursive: true, force: true }))
  return folder
}

export async function putFiles(folder: string, files: Readonly<Record<string, string | Uint8Array>>): Promise<void> {
  for (const [path, content] of Object.entries(files)) {
    await mkdir(dirname(join(folder, path)), { recursive: true })
    await writeFile(join(folder, path), content)
  }
}

/** Everything in a folder, as text. */
export async function contentsOf(folder: string): Promise<Record<string, string>> {
  const paths = await filesUnder(folder)
  const entries = await Promise.all(
    paths.map(async path => [path, await readFile(join(folder, path), 'latin1')] as const),
  )
  return Object.fromEntries(entries)
}

/** A built site of these files in a folder of its own, as a build leaves it for the targets. */
export async function builtSite(publish: string, files: Readonly<Record<string, string>>, site = 'southend') {
  return await builtIn(await someFolder(), publish, files, site)
}

export async function builtIn(
  folder: string,
  publish: string,
  files: Readonly<Record<string, string>>,
  site = 'southend',
) {
  const all: Record<string, string> = {
    ...files,
    'version.json': `{"publish":"${publish}","at":"2026-11-22T14:02:00.000Z"}`,
  }
  await putFiles(folder, all)
  const records = Object.entries(all).map(([path, text]) => [
    workspacePathSchema.parse(path),
    recordOf(Buffer.from(text)),
  ])
  const manifest: Manifest = { signpost: 1, site, publish, search: '', files: Object.fromEntries(records) }
  return { folder, manifest, sentence: 'Publish 1 change', files: all }
}
