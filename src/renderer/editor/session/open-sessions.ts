import { z } from 'zod'
import { contentHashSchema, type PageId, pageIdSchema, repairDoc } from '../../../shared/content/index.ts'
import { entryFieldsSchema, type OpenPage } from '../../../shared/contract/index.ts'
import { isRefusal, type Refusal } from '../../../shared/outcome.ts'
import { api, connection } from '../../connection/api.ts'
import { settled } from '../../connection/use-request.ts'
import { browserClock } from './browser-clock.ts'
import type { Draft } from './draft-journal.ts'
import { mergeWords } from './merge-words.ts'
import { createPageSession, type PageSession, type SessionPorts } from './page-session.ts'
import { indexedDbNet } from './second-net.ts'

/** The pages that this window writes in. They outlive the places that show them, until their last version is made. */

const open = new Set<PageSession>()
const leaving = new Map<PageId, Promise<void>>()

/** Opens a page; typing that an earlier window could not send is on the disk before it is read. */
export async function openSession(id: PageId, workspace: string): Promise<PageSession | Refusal> {
  guardTyping()
  await leaving.get(id)
  const net = indexedDbNet(workspace)
  const found = await settled(async () => {
    const caught = await sendCaught(id, net)
    const opened = await api.pages.open({ id })
    return isRefusal(opened) ? opened : withCaught(opened, caught)
  })
  if (isRefusal(found)) return found
  const session = createPageSession(found, portsWith(net))
  open.add(session)
  return session
}

/** The place that showed the page is gone: the session goes when its words are a version. */
export function leaveSession(session: PageSession): void {
  const gone = session
    .leave()
    .catch(() => undefined)
    .finally(() => {
      open.delete(session)
      if (leaving.get(session.id) === gone) leaving.delete(session.id)
    })
  leaving.set(session.id, gone)
}

function portsWith(net: ReturnType<typeof indexedDbNet>): SessionPorts {
  return {
    draft: draft => api.pages.draft(draft),
    save: draft => settled(() => api.pages.save(draft)),
    open: id => settled(() => api.pages.open({ id })),
    asksAbout: id =>
      api.sync.choices().then(
        choices => choices.some(({ page }) => page === id),
        () => false,
      ),
    merge: mergeWords,
    net,
    clock: browserClock,
  }
}

const caughtSchema = z.object({
  id: pageIdSchema,
  base: contentHashSchema,
  doc: z.unknown().transform(repairDoc),
  entry: entryFieldsSchema,
}) satisfies z.ZodType<Draft>

/** Sends what the second net caught; true when the main process has it now. */
async function sendCaught(id: PageId, net: ReturnType<typeof indexedDbNet>): Promise<boolean> {
  const caught = caughtSchema.safeParse(await net.take(id).catch(() => undefined))
  if (!caught.success) return false
  const sent = await api.pages.draft(caught.data)
  if (isRefusal(sent)) return false
  await net.clear(id).catch(() => undefined)
  return true
}

function withCaught(opened: OpenPage, caught: boolean): OpenPage {
  if (!caught || opened.recovered === null) return opened
  const sentence = 'What you typed here while Signpost had stopped was kept by this window, and is in the page again.'
  return { ...opened, recovered: { ...opened.recovered, sentence } }
}

let guarded = false

/** The window is hidden, closed or left for another: everything typed is sent at once. */
function guardTyping(): void {
  if (guarded) return
  guarded = true
  const flushAll = () => {
    for (const session of open) void session.flush()
  }
  window.addEventListener('blur', flushAll)
  window.addEventListener('pagehide', flushAll)
  document.addEventListener('visibilitychange', () => {
    if (document.visibilityState === 'hidden') flushAll()
  })
  let times = 0
  connection.state.subscribe(() => {
    const state = connection.state.get()
    if (state.kind !== 'open' || state.times === times) return
    times = state.times
    for (const session of open) session.journal.retry()
  })
}
