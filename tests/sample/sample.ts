import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { type ParsedEntry, parseEntry, parseSiteConfig, workspacePathSchema } from '../../src/shared/content/index.ts'
import { isRefusal } from '../../src/shared/outcome.ts'
import { type Story, storySchema } from '../../src/shared/review/index.ts'

/** The sample as it lies in `resources/sample/`. */

const resources = join(import.meta.dirname, '../../resources')
const folder = join(resources, 'sample')

export function textOfResource(path: string): string {
  return readFileSync(join(resources, path), 'utf8')
}

export function pathsIn(part: 'workspace' | 'earlier'): string[] {
  return readdirSync(join(folder, part), { recursive: true, withFileTypes: true })
    .filter(entry => entry.isFile())
    .map(entry => join(entry.parentPath, entry.name).slice(join(folder, part).length + 1))
    .sort()
}

const read = new Map<string, string>()

export function textOfFile(path: string): string {
  const text = read.get(path) ?? readFileSync(join(folder, path), 'utf8')
  read.set(path, text)
  return text
}

export function bytesOfFile(path: string): Uint8Array {
  return readFileSync(join(folder, path))
}

/** What stands below `workspace/` or `earlier/<name>/` under this path of a workspace. */
export function readEntry(path: string, part = 'workspace'): ParsedEntry {
  return parseEntry(workspacePathSchema.parse(path), textOfFile(`${part}/${path}`))
}

export function isEntryPath(path: string): boolean {
  return /^(pages\/[^/]+|services)\/[^/]+\.md$/.test(path)
}

/** Every page and service, finished, with its path. */
export function readEntries(): { path: string; parsed: ParsedEntry }[] {
  return pathsIn('workspace')
    .filter(isEntryPath)
    .map(path => ({ path, parsed: readEntry(path) }))
}

export function readConfig() {
  const config = parseSiteConfig(textOfFile('workspace/signpost.yml'))
  if (isRefusal(config)) throw new Error(config.sentence)
  return config
}

export function readStory(): Story {
  return storySchema.parse(JSON.parse(textOfFile('story.json')))
}
