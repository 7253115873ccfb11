import { join } from 'node:path'
import {
  type PageId,
  parseEntry,
  slugify,
  type WorkspacePath,
  workspacePathSchema,
  writeEntry,
} from '../../shared/content/index.ts'
import type { templates } from '../../shared/contract/index.ts'
import { isRefusal, type Refusal, refuse } from '../../shared/outcome.ts'
import { type Disk, readBounded } from '../files/index.ts'
import { newPageId } from './names.ts'

/** Scaffolds in plain English; what is to be filled in stands in square brackets, where the checks find it. */
export type Template = (typeof templates)[number]

export interface NewEntry {
  kind: 'new-entry'
  id: PageId
  path: WorkspacePath
  text: string
}

export interface NewEntryRequest {
  template: Template
  title: string
  /** The section's folder; a service stands in none. */
  section: string
}

export interface TemplateDeps {
  resourcesDir: string
  disk: Disk
  now: () => Date
  /** Whether something stands at a path already. */
  isTaken: (path: string) => boolean
}

/** A new page or service as the template has it, with an id and a free address of its own. Nothing is written. */
export async function newEntry(request: NewEntryRequest, deps: TemplateDeps): Promise<NewEntry | Refusal> {
  const title = request.title.trim()
  const path = freePath(request.template === 'service' ? 'services' : `pages/${request.section}`, title, deps.isTaken)
  if (path === null) return noSuchSection
  const bytes = await readBounded(join(deps.resourcesDir, 'templates', `${request.template}.md`), 100_000, deps.disk)
  if (isRefusal(bytes)) return bytes
  const scaffold = new TextDecoder().decode(bytes)
  const { entry } = parseEntry(path, scaffold)
  const id = newPageId(deps.now())
  const text =
    entry.kind === 'page'
      ? writeEntry(scaffold, { kind: 'page', doc: entry.doc, fields: { ...entry.fields, id, title } })
      : writeEntry(scaffold, { kind: 'service', doc: entry.doc, fields: { ...entry.fields, id, title } })
  return { kind: 'new-entry', id, path, text }
}

const noSuchSection = refuse(
  'no-such-section',
  'This section does not exist any more. Nothing was made.',
  'Choose another section.',
)

/** `<folder>/<title as an address>.md`, with a number where that is taken; null where the folder can be no folder. */
export function freePath(folder: string, title: string, isTaken: (path: string) => boolean): WorkspacePath | null {
  const slug = slugify(title) || 'page'
  for (let number = 1; ; number += 1) {
    const path = workspacePathSchema.safeParse(`${folder}/${slug}${number === 1 ? '' : `-${number}`}.md`)
    if (!path.success) return null
    if (!isTaken(path.data)) return path.data
  }
}
