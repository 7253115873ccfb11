import { type PageId, type WorkspacePath, whyUnreadable, workspacePathSchema } from '../../shared/content/index.ts'
import { isRefusal, type Refusal, refuse } from '../../shared/outcome.ts'
import { keepVersion } from './arrange-pages.ts'
import { firstName } from './page-history.ts'
import { meOrRefusal, type Session } from './session.ts'

/** Files that stand where pages do and cannot be shown as pages. Each is told, and none is changed unless somebody says so. */

export interface LeftOut {
  path: string
  sentence: string
  nextStep: string
  /** Whether the history has an earlier version that is a page. */
  canPutBack: boolean
}

export async function leftOut(session: Session): Promise<LeftOut[]> {
  const files: LeftOut[] = []
  for (const { path, sentence, nextStep } of session.workspace.unreadable()) {
    files.push({ path, sentence, nextStep, canPutBack: (await newestPage(session, path)) !== null })
  }
  return files
}

export interface PageBack {
  kind: 'page-back'
  id: PageId | null
  /** Where the file that took its place is kept: in the workspace's folder, and no part of what is shared. */
  kept: WorkspacePath
}

/** The newest version that is a page takes its place again; the file that stood there is moved aside, whole. */
export async function putPageBack(session: Session, path: string): Promise<PageBack | Refusal> {
  const { workspace, history } = session
  const me = meOrRefusal(session)
  if (isRefusal(me)) return me
  const found = workspace.unreadable().some(file => file.path === path) ? await newestPage(session, path) : null
  if (found === null) {
    return refuse(
      'no-such-version',
      'There is no earlier version of this page to put back. The file was left as it is.',
      'Take the file out of the folder, or write the page again under New page.',
    )
  }
  const kept = await history.exclusively(() => workspace.setAside(found.path))
  if (isRefusal(kept)) return kept
  const written = await history.exclusively(() => workspace.replace(found.path, found.text))
  if (isRefusal(written)) return written
  const title = workspace.byId(written.id)?.fields.title ?? path
  return keepVersion(session, [found.path], `${firstName(me.name)} put an earlier version of “${title}” back`, {
    kind: 'page-back',
    id: written.id,
    kept,
  })
}

/** Null where no version of the file was ever a page. */
async function newestPage({ history }: Session, path: string): Promise<{ path: WorkspacePath; text: string } | null> {
  const place = workspacePathSchema.safeParse(path)
  if (!place.success || !/^(?:pages\/[^/]+|services)\/[^/]+\.md$/.test(path)) return null
  for (const { version, path: then } of await history.versions(path)) {
    const text = asText(await history.readAt(version, then))
    if (text !== null && whyUnreadable(text) === null) return { path: place.data, text }
  }
  return null
}

function asText(bytes: Uint8Array | null): string | null {
  try {
    return bytes === null ? null : new TextDecoder('utf-8', { fatal: true, ignoreBOM: true }).decode(bytes)
  } catch {
    // The decoder's only way to say that these bytes are no text.
    return null
  }
}
