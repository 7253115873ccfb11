import {
  mediaOf,
  parseSiteConfig,
  type WorkspacePath,
  whyUnreadable,
  workspacePathSchema,
} from '../../shared/content/index.ts'
import { idOfText, nameOfFile, titleOfText } from '../../shared/merge/index.ts'
import { isRefusal, type Refusal } from '../../shared/outcome.ts'
import { addressOf } from '../../shared/site/index.ts'
import type { FileChanges, StoryEntry } from '../git/index.ts'
import { entryAt } from '../workspace/index.ts'
import { oldAddressesPath, withOldAddresses } from './old-addresses.ts'
import type { Session } from './session.ts'
import type { Present } from './undo-reversal.ts'
import * as words from './undo-words.ts'

type Changes = Map<string, { text: string } | { content: string } | null>

/** The workspace as it is now, for working out what undoing comes to. Outside changes are versions already. */
export async function presentOf({ workspace, history }: Session): Promise<Present> {
  const files = await history.filesAt('desk')
  const entryAtPath = (path: string) => workspace.entries().find(entry => entry.path === path)
  return {
    files,
    read: blob => history.content(blob),
    pathOf: id => workspace.entries().find(entry => entry.fields.id === id)?.path ?? null,
    async titleOf(path, blob) {
      const title = entryAtPath(path)?.fields.title
      if (title) return title
      if (path.startsWith('media/')) return path.slice('media/'.length).replace(/\.yml$/, '')
      const named = blob ?? files.get(path)
      return path.endsWith('.md') && named !== undefined
        ? titleOfText(path, decoded(await history.content(named)))
        : nameOfFile(path)
    },
    usersOf: path =>
      workspace.entries().flatMap(entry => (mediaOf(entry.doc).some(src => src === path) ? [entry.fields.title] : [])),
  }
}

/** Why what undoing comes to cannot stand: a page that is none, or a section that pages have come into since. */
export async function whyNotAsItWas(session: Session, present: Present, changes: Changes): Promise<Refusal | null> {
  for (const [path, change] of changes) {
    if (change === null || !/\.md$|^signpost\.yml$/.test(path)) continue
    const text = await textOf(present, change)
    if (path.endsWith('.md')) {
      if (whyUnreadable(text) !== null) return words.unreadableThen(await present.titleOf(path, null))
      continue
    }
    const config = parseSiteConfig(text)
    if (isRefusal(config)) return words.unreadableThen(await present.titleOf(path, null))
    const kept = new Set(config.sections.map(section => section.slug))
    const gone = session.workspace.config().sections.filter(section => !kept.has(section.slug))
    const used = gone.find(section => hasPages(session, section.slug, changes))
    if (used !== undefined) return words.sectionInUse(used.title)
  }
  return null
}

function hasPages({ workspace }: Session, section: string, changes: Changes): boolean {
  const stays = (path: WorkspacePath) => changes.get(path) !== null
  return workspace.entries().some(entry => entry.kind === 'page' && entry.section === section && stays(entry.path))
}

/**
 * A page goes back to its former address; where families have read it at the other one meanwhile, that one leads to it.
 * Answers the changes with that in them.
 */
export async function withWayFromLive(
  session: Session,
  present: Present,
  act: StoryEntry,
  changes: Changes,
): Promise<FileChanges> {
  const live = await session.knowing.live()
  const moved = act.changes.filter(({ from, path }) => from !== undefined && changes.get(path) === null)
  const added: { from: string; to: string }[] = []
  for (const { path, after } of moved) {
    const text = after === null ? '' : decoded(await present.read(after))
    const id = idOfText(text)
    const onSite = [...live].find(([each]) => each === id)?.[1]
    const safe = workspacePathSchema.safeParse(path).data
    if (id !== null && safe !== undefined && onSite?.path === path)
      added.push({ from: addressOf(entryAt(safe, text)), to: `page:${id}` })
  }
  if (added.length === 0) return changes
  const text = withOldAddresses(await oldAddressesAfter(present, changes), added)
  return isRefusal(text) ? changes : new Map(changes).set(oldAddressesPath, { text })
}

async function oldAddressesAfter(present: Present, changes: Changes): Promise<string> {
  const now = present.files.get(oldAddressesPath)
  const unchanged = changes.has(oldAddressesPath) || now === undefined ? null : { content: now }
  const after = changes.get(oldAddressesPath) ?? unchanged
  return after === null ? '' : textOf(present, after)
}

async function textOf(present: Present, change: { text: string } | { content: string }): Promise<string> {
  return 'text' in change ? change.text : decoded(await present.read(change.content))
}

const decoded = (bytes: Uint8Array | null) => new TextDecoder().decode(bytes ?? new Uint8Array())
