import { mediaOf, type PageId, type WorkspacePath, workspacePathSchema } from '../../shared/content/index.ts'
import { isRefusal, type Refusal, refuse } from '../../shared/outcome.ts'
import type { MediaFile, MediaNote } from '../workspace/index.ts'
import { keepVersion } from './arrange-pages.ts'
import { keepOutsideAt } from './outside-changes.ts'
import { firstName } from './page-history.ts'
import { meOrRefusal, type Session } from './session.ts'

/** Pictures and documents, each with the pages that use it. */
export async function listMedia(session: Session) {
  const users = usersOf(session)
  return (await session.workspace.media.list()).map(item => shown(item, users))
}

export async function addMedia(session: Session, name: string, data: string, note: MediaNote) {
  const added = await session.workspace.media.add(name, Buffer.from(data, 'base64'), note)
  if (isRefusal(added)) return added
  const item = shown(added.item, usersOf(session))
  const kept = await withVersion(
    session,
    added.item.name,
    who => `${who} added ${kindOf(added.item)} “${added.item.name}”`,
  )
  return isRefusal(kept) ? kept : { kind: 'added' as const, item }
}

export async function describeMedia(
  session: Session,
  name: string,
  note: MediaNote,
): Promise<{ kind: 'ok' } | Refusal> {
  const described = await session.workspace.media.describe(name, note)
  return isRefusal(described) ? described : withVersion(session, name, who => `${who} described “${name}”`)
}

export async function removeMedia(session: Session, name: string): Promise<{ kind: 'ok' } | Refusal> {
  if (session.workspace.config().site.logo === `media/${name}`) {
    const stands = `“${name}” is the logo of the site, at the top of every page.`
    return refuse('in-use', stands, 'Choose another logo under Settings first.')
  }
  const unkept = await keepOutsideAt(session, filesOf(name))
  if (unkept !== null) return unkept
  const removed = await session.workspace.media.remove(name)
  return isRefusal(removed) ? removed : withVersion(session, name, who => `${who} deleted “${name}”`)
}

async function withVersion(
  session: Session,
  name: string,
  sentence: (who: string) => string,
): Promise<{ kind: 'ok' } | Refusal> {
  const me = meOrRefusal(session)
  if (isRefusal(me)) return me
  return keepVersion(session, filesOf(name), sentence(firstName(me.name)), { kind: 'ok' })
}

/** A name that is none of a file has none. */
function filesOf(name: string): WorkspacePath[] {
  return [`media/${name}`, `media/${name}.yml`].flatMap(path => workspacePathSchema.safeParse(path).data ?? [])
}

function kindOf(item: MediaFile): string {
  return item.picture ? 'the picture' : 'the document'
}

function usersOf(session: Session): ReadonlyMap<string, PageId[]> {
  const users = new Map<string, PageId[]>()
  for (const entry of session.workspace.entries()) {
    for (const src of mediaOf(entry.doc)) {
      users.set(src, [...(users.get(src) ?? []), entry.fields.id])
    }
  }
  return users
}

function shown(item: MediaFile, users: ReadonlyMap<string, PageId[]>) {
  const path = workspacePathSchema.parse(`media/${item.name}`)
  const { name, bytes, picture, alt, decorative, credit } = item
  return { name, path, bytes, picture, alt, decorative, credit, usedBy: users.get(path) ?? [] }
}
