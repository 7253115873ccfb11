import {
  type Instant,
  type PageId,
  parseEntry,
  type WorkspacePath,
  workspacePathSchema,
} from '../../shared/content/index.ts'
import { isRefusal, type Refusal, refuse } from '../../shared/outcome.ts'
import { keepVersion } from './arrange-pages.ts'
import { firstName } from './page-history.ts'
import { meOrRefusal, type Session } from './session.ts'

export interface DeletedFile {
  path: WorkspacePath
  title: string
  at: Instant
  by: string
  version: string
}

const isShown = (path: string) => /^(?:pages|services)\/.+\.md$/.test(path) || /^media\/[^/]+$/.test(path)

/** Pages, services and media that were deleted and are not back, newest first. What moved away was not deleted. */
export async function recentlyDeleted(session: Session): Promise<DeletedFile[]> {
  const { workspace, history } = session
  // What stands somewhere now, or was listed already: of a page that was deleted twice, the last words count.
  const had = new Set<string>(workspace.entries().map(entry => entry.fields.id))
  const files: DeletedFile[] = []
  for (const { path, by, at, version, blob } of await history.deleted()) {
    const safe = workspacePathSchema.safeParse(path)
    if (!safe.success || !isShown(path) || path.endsWith('.yml')) continue
    const named = await nameOf(session, safe.data, blob)
    if (named === null || had.has(named.identity)) continue
    had.add(named.identity)
    files.push({ path: safe.data, title: named.title, at, by: by.name, version })
  }
  return files
}

/** Pages and services are known by their id; pictures and documents by their name and what is in them. Null for damage. */
async function nameOf({ history }: Session, path: WorkspacePath, blob: string) {
  if (path.startsWith('media/')) return { identity: `${path} ${blob}`, title: path.slice('media/'.length) }
  const bytes = await history.content(blob)
  if (bytes === null) return null
  const { fields } = parseEntry(path, new TextDecoder().decode(bytes)).entry
  return { identity: fields.id, title: fields.title || path }
}

/** Puts a deleted file back where it was, with what belongs to it. */
export async function restoreDeleted(
  session: Session,
  path: WorkspacePath,
  version: string,
): Promise<{ kind: 'restored'; id: PageId | null } | Refusal> {
  const { workspace, history } = session
  const me = meOrRefusal(session)
  if (isRefusal(me)) return me
  const bytes = isShown(path) ? await history.readAt(version, path) : null
  if (bytes === null) {
    return refuse('no-such-version', 'This is not among the deleted files any more.', 'Look at the list again.')
  }
  if (workspace.isTaken(path)) {
    return refuse(
      'address-taken',
      'Another page stands at its address now, so it could not be put back. It is still kept here.',
      'Move the other page to another address, then put this one back.',
    )
  }
  // A file of the same name may be another picture, which pages show.
  const names = (await workspace.media.list()).map(({ path: one }) => one.toLowerCase())
  if (names.includes(path.toLowerCase())) {
    return refuse(
      'address-taken',
      'Another file has its name now, so it could not be put back. It is still kept here.',
      'If nobody needs the other one, delete it first. It then waits here too.',
    )
  }
  const note = path.startsWith('media/') ? await history.readAt(version, `${path}.yml`) : null
  const files: [WorkspacePath, Uint8Array][] = [[path, bytes]]
  // First: whatever happens in between, no picture stands without its alternative, and it can be put back again.
  if (note !== null) files.unshift([workspacePathSchema.parse(`${path}.yml`), note])
  for (const [file, content] of files) {
    const written = await workspace.writeFile(file, content)
    if (isRefusal(written)) return written
  }
  const entry = workspace.entries().find(each => each.path === path)
  const title = entry?.fields.title ?? path.slice(path.indexOf('/') + 1)
  return keepVersion(
    session,
    files.map(([file]) => file),
    `${firstName(me.name)} put “${title}” back`,
    { kind: 'restored', id: entry?.fields.id ?? null },
  )
}
