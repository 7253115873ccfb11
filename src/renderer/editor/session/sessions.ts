import { z } from 'zod'
import { contentHashSchema, type PageId, pageIdSchema, repairDoc } from '../../../shared/content/index.ts'
import { entryFieldsSchema, type OpenPage } from '../../../shared/contract/index.ts'
import { isRefusal, type Refusal, refuse } from '../../../shared/outcome.ts'
import type { Api } from '../../connection/api.ts'
import { settled } from '../../connection/use-request.ts'
import type { Clock, Draft } from './draft-journal.ts'
import { mergeWords } from './merge-words.ts'
import { createPageSession, type PageSession } from './page-session.ts'
import type { SecondNetWithMemory } from './second-net.ts'
import type { SessionPorts } from './session-ports.ts'
import { createWritingTurn, type WritingTurn } from './writing-turn.ts'

/** The pages that one window writes in. They outlive the places that show them, until their last version is made. */
export interface Sessions {
  /** Opens a page; typing that an earlier window could not send is on the disk before it is read. */
  open(id: PageId, net: SecondNetWithMemory): Promise<PageSession | Refusal>
  /** The place that showed the page is gone: the session goes when its words are a version, or at least on the disk. */
  leave(session: PageSession): void
  /** The window is hidden, closed or left for another: everything typed is sent at once. */
  flush(): void
  /** There is another road to the main process. */
  again(): void
}

export interface SessionsWorld {
  pages: Pick<Api['pages'], 'writing' | 'open' | 'draft' | 'save'>
  asksAbout: SessionPorts['asksAbout']
  clock: Clock
  /** Tells the main process one window from another; a window that is loaded anew is another. */
  window: string
  say(sentence: string): void
}

export function createSessions({ pages, asksAbout, clock, window, say }: SessionsWorld): Sessions {
  const open = new Set<PageSession>()
  const leaving = new Map<PageId, Promise<void>>()
  /** Pages that were left with words that no disk would take yet. */
  const unkept = new Map<PageId, PageSession>()
  /** The places in line of pages that are being read. */
  const opening = new Set<WritingTurn>()

  const read = (id: PageId) => settled(() => pages.open({ id }))

  /** What was read while another window wrote is not its last word, once that one has let go of the page. */
  async function readWith(
    turn: WritingTurn,
    id: PageId,
    sendCaught: () => Promise<Caught>,
  ): Promise<OpenPage | Refusal> {
    for (;;) {
      const isHere = turn.state.get() === 'here'
      // What another window could not send yet is that window's to send.
      const caught = isHere ? await sendCaught() : 'none'
      if (isRefusal(caught)) return notWithoutThem(caught)
      const found = await read(id)
      if (isHere || turn.state.get() !== 'here') return found
    }
  }

  function leave(session: PageSession): void {
    const { id } = session
    const gone = session
      .leave()
      .catch(() => undefined)
      .finally(() => {
        if (leaving.get(id) === gone) leaving.delete(id)
        if (session.journal.isBehind()) leaveOnceKept(session)
        else open.delete(session)
      })
    leaving.set(id, gone)
  }

  function leaveOnceKept(session: PageSession): void {
    const { id, journal } = session
    unkept.set(id, session)
    const stop = journal.subscribe(() => {
      if (unkept.get(id) === session && journal.isBehind()) return
      stop()
      if (unkept.get(id) !== session) return
      unkept.delete(id)
      leave(session)
    })
  }

  return {
    async open(id, net) {
      await leaving.get(id)
      const before = unkept.get(id)
      if (before !== undefined) {
        // Nowhere but here are its last words.
        unkept.delete(id)
        before.comeBack()
        return before
      }
      const turn = createWritingTurn((take, signal) => pages.writing({ id, window, take }, { signal }))
      const sendCaught = async () => {
        const caught = await settled(() => sendWhatIsIn(net, id, pages))
        if (caught === 'sent') say(caughtSentence)
        return caught
      }
      opening.add(turn)
      await turn.known
      const found = await readWith(turn, id, sendCaught)
      opening.delete(turn)
      if (isRefusal(found)) {
        turn.stop()
        return found
      }
      const session = createPageSession(found, {
        draft: draft => pages.draft(draft),
        save: draft => settled(() => pages.save(draft)),
        open: read,
        asksAbout,
        merge: mergeWords,
        sendCaught,
        net,
        clock,
        turn,
      })
      open.add(session)
      return session
    },
    leave,
    flush() {
      for (const session of open) void session.flush()
    },
    again() {
      for (const turn of opening) turn.again()
      for (const session of open) {
        session.journal.retry()
        session.turn.again()
      }
    },
  }
}

/** What the second net held: nothing, or something that is on the disk now, or that no disk would take. */
type Caught = Awaited<ReturnType<SessionPorts['sendCaught']>>

const caughtSchema = z.object({
  id: pageIdSchema,
  base: contentHashSchema,
  doc: z.unknown().transform(repairDoc),
  entry: entryFieldsSchema,
}) satisfies z.ZodType<Draft>

async function sendWhatIsIn(net: SecondNetWithMemory, id: PageId, pages: Pick<Api['pages'], 'draft'>): Promise<Caught> {
  const caught = caughtSchema.safeParse(await net.take(id).catch(() => undefined))
  if (!caught.success) return 'none'
  const sent = await pages.draft(caught.data)
  if (isRefusal(sent)) return sent
  await net.clear(id).catch(() => undefined)
  return 'sent'
}

const caughtSentence =
  'What you typed here while Signpost had stopped was kept by this window, and is in the page again.'

/** Typing on would take the place of what was caught. */
function notWithoutThem({ code, sentence, nextStep }: Refusal): Refusal {
  return refuse(
    code,
    `What you typed here before is kept by this window, but is not on the disk yet. ${sentence}`,
    nextStep,
  )
}
