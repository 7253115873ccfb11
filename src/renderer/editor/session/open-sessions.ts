import { z } from 'zod'
import { contentHashSchema, type PageId, pageIdSchema, repairDoc } from '../../../shared/content/index.ts'
import { entryFieldsSchema } from '../../../shared/contract/index.ts'
import { isRefusal, type Refusal } from '../../../shared/outcome.ts'
import { api, connection } from '../../connection/api.ts'
import { settled } from '../../connection/use-request.ts'
import { sayUntilClosed } from '../../ui/toasts.tsx'
import { browserClock } from './browser-clock.ts'
import type { Draft } from './draft-journal.ts'
import { mergeWords } from './merge-words.ts'
import { createPageSession, type PageSession, type SessionPorts } from './page-session.ts'
import { indexedDbNet } from './second-net.ts'
import { createWritingTurn, type WritingTurn } from './writing-turn.ts'

/** The pages that this window writes in. They outlive the places that show them, until their last version is made. */

/** Tells the main process one window from another; a window that is loaded anew is another. */
const thisWindow = crypto.randomUUID()

const open = new Set<PageSession>()
const leaving = new Map<PageId, Promise<void>>()

/** Opens a page; typing that an earlier window could not send is on the disk before it is read. */
export async function openSession(id: PageId, workspace: string): Promise<PageSession | Refusal> {
  guardTyping()
  await leaving.get(id)
  const net = indexedDbNet(workspace)
  const turn = createWritingTurn((take, signal) => api.pages.writing({ id, window: thisWindow, take }, { signal }))
  let mayHaveMissed = false
  const found = await settled(async () => {
    await turn.known
    // What another window could not send yet is that window's to send.
    const caught = turn.state.get() === 'here' && (await sendCaught(id, net))
    if (caught) sayUntilClosed(caughtSentence, 'good')
    mayHaveMissed = turn.state.get() !== 'here'
    return await api.pages.open({ id })
  })
  if (isRefusal(found)) {
    turn.stop()
    return found
  }
  const session = createPageSession(found, portsWith(net, turn))
  open.add(session)
  // The other window let go of the page while it was read here.
  if (mayHaveMissed && turn.state.get() === 'here') await session.changedElsewhere()
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

function portsWith(net: ReturnType<typeof indexedDbNet>, turn: WritingTurn): SessionPorts {
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
    turn,
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

const caughtSentence =
  'What you typed here while Signpost had stopped was kept by this window, and is in the page again.'

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
    for (const session of open) {
      session.journal.retry()
      session.turn.again()
    }
  })
}
