import {
  type PageId,
  slugify,
  type WorkspacePath,
  workspacePathSchema,
  writeEntry,
} from '../../shared/content/index.ts'
import { isRefusal, type Refusal, refuse } from '../../shared/outcome.ts'
import { addressOf } from '../../shared/site/index.ts'
import { addressTaken, freePath, type NewEntryRequest, newPageId } from '../workspace/index.ts'
import { keepOutsideAt } from './outside-changes.ts'
import { firstName, named } from './page-history.ts'
import { changedFiles, meOrRefusal, noSuchPage, type Session } from './session.ts'

/** New pages, other addresses, copies, and deleting: all leave a version, and nothing is gone for good. */

export async function createPage(
  session: Session,
  request: NewEntryRequest,
): Promise<{ kind: 'created'; id: PageId } | Refusal> {
  if (request.title.trim() === '') {
    return refuse('no-title', 'A new page needs a title. Nothing was made.', 'Say in a few words what it is about.')
  }
  const fresh = await session.workspace.newEntry(request)
  if (isRefusal(fresh)) return fresh
  return addFile(session, fresh, name => `${name} started “${request.title.trim()}”`)
}

export async function duplicatePage(session: Session, id: PageId): Promise<{ kind: 'created'; id: PageId } | Refusal> {
  const { workspace, world } = session
  const [entry, text] = [workspace.byId(id), workspace.text(id)]
  if (entry === null || text === null) return noSuchPage()
  const title = `Copy of ${entry.fields.title}`
  const path = freePath(entry.path.slice(0, entry.path.lastIndexOf('/')), title, workspace.isTaken)
  if (path === null) return noSuchPage()
  const fresh = { id: newPageId(world.now()), title }
  const copy =
    entry.kind === 'page'
      ? writeEntry(text, { ...entry, fields: { ...entry.fields, ...fresh, checklist: [] } })
      : writeEntry(text, { ...entry, fields: { ...entry.fields, ...fresh, checklist: [] } })
  return addFile(session, { id: fresh.id, path, text: copy }, name => `${name} copied ${named(entry)}`)
}

async function addFile(
  session: Session,
  { id, path, text }: { id: PageId; path: WorkspacePath; text: string },
  sentence: (name: string) => string,
): Promise<{ kind: 'created'; id: PageId } | Refusal> {
  const me = meOrRefusal(session)
  if (isRefusal(me)) return me
  const made = await session.workspace.create(path, text)
  if (isRefusal(made)) return made
  return keepVersion(session, [path], sentence(firstName(me.name)), { kind: 'created', id })
}

/** Changes a page's address; the old one leads to the new one from the next publish on. */
export async function movePage(
  session: Session,
  id: PageId,
  to: { section: string; slug: string },
): Promise<{ kind: 'moved'; path: WorkspacePath } | Refusal> {
  const { workspace } = session
  const entry = workspace.byId(id)
  if (entry === null) return noSuchPage()
  const me = meOrRefusal(session)
  if (isRefusal(me)) return me
  const slug = slugify(to.slug)
  const folder = entry.kind === 'service' ? 'services' : `pages/${to.section}`
  const path = workspacePathSchema.safeParse(`${folder}/${slug}.md`)
  const known = entry.kind === 'service' || workspace.config().sections.some(section => section.slug === to.section)
  if (!path.success || slug === '' || !known) {
    return refuse(
      'no-such-address',
      'A page cannot have this address. Nothing was moved.',
      'Choose a section and a short name of letters and digits.',
    )
  }
  if (path.data === entry.path) return { kind: 'moved', path: path.data }
  const isItself = path.data.toLowerCase() === entry.path.toLowerCase()
  if (!isItself && workspace.isTaken(path.data)) return addressTaken
  // First, so that no fault in between leaves a page whose old address leads nowhere; while the page stands there, the line
  // counts for nothing (shared/site/redirects.ts).
  const redirected = await workspace.addRedirect(addressOf(entry), `page:${id}`)
  if (isRefusal(redirected)) return redirected
  const moved = await workspace.rename(entry.path, path.data)
  if (isRefusal(moved)) return moved
  const paths = [entry.path, path.data, workspacePathSchema.parse('redirects.yml')]
  return keepVersion(session, paths, `${firstName(me.name)} moved ${named(entry)}`, { kind: 'moved', path: path.data })
}

export async function removePage(session: Session, id: PageId): Promise<{ kind: 'ok' } | Refusal> {
  const { workspace } = session
  const entry = workspace.byId(id)
  if (entry === null) return noSuchPage()
  const me = meOrRefusal(session)
  if (isRefusal(me)) return me
  const unkept = await keepOutsideAt(session, [entry.path])
  if (unkept !== null) return unkept
  const removed = await workspace.remove(entry.path)
  if (isRefusal(removed)) return removed
  return keepVersion(session, [entry.path], `${firstName(me.name)} deleted ${named(entry)}`, { kind: 'ok' })
}

/** Writes the version of a change, and lets everybody know. */
export async function keepVersion<T>(
  session: Session,
  paths: readonly WorkspacePath[],
  sentence: string,
  answer: T,
): Promise<T | Refusal> {
  const me = meOrRefusal(session)
  if (isRefusal(me)) return me
  const version = await session.history.commitPaths(paths, { by: me, sentence })
  if (isRefusal(version)) return version
  changedFiles(session, null)
  return answer
}
