import { createWritingTurns } from '../../src/main/desk/writing-turns.ts'
import type { Draft } from '../../src/renderer/editor/session/draft-journal.ts'
import { mergeWords } from '../../src/renderer/editor/session/merge-words.ts'
import type { PageSession } from '../../src/renderer/editor/session/page-session.ts'
import { createSessions, type SessionsWorld } from '../../src/renderer/editor/session/sessions.ts'
import { sameWords, type Words } from '../../src/renderer/editor/session/words.ts'
import {
  type ContentHash,
  contentHashSchema,
  instantSchema,
  normaliseDoc,
  type PageId,
  pageFieldsSchema,
  pageIdSchema,
  parseBody,
  serialiseBody,
  workspacePathSchema,
} from '../../src/shared/content/index.ts'
import type { OpenPage } from '../../src/shared/contract/index.ts'
import { isRefusal, type Refusal, refuse } from '../../src/shared/outcome.ts'
import { fakeClock } from './fake-clock.ts'

/**
 * One Signpost with one page, whose every question takes as long on its way there, at work, and on its way back as a
 * story says; and as many windows as somebody opens. What it does with words is what the desk does.
 */

export const pageId = pageIdSchema.parse('01K9ZQ4T8MJ5W3XB7C2D6E8F9G')

const hashOf = (version: number): ContentHash => contentHashSchema.parse(version.toString(16).padStart(64, '0'))
const bodyOf = ({ doc }: Pick<Words, 'doc'>) => serialiseBody(doc)

export function slowDesk(body: string) {
  const clock = fakeClock()
  const turns = createWritingTurns()
  const at = () => instantSchema.parse(new Date(clock.now()).toISOString())
  const entry = { kind: 'page' as const, fields: pageFieldsSchema.parse({ id: pageId, title: 'Travel' }) }
  const versions: Words[] = [{ doc: parseBody(body).doc, entry }]
  let draft: (Draft & { came: number }) | null = null
  let mark = 0
  let net: Draft | null = null
  const asked: string[] = []
  const world = { full: false, quick: false, netWorks: true }
  const full = refuse('disk-full', 'This disk is full.', 'Free some space.')
  const onTheirWay: (() => void)[] = []
  const windows: { look(): void }[] = []

  const way = () => (world.quick ? Promise.resolve() : new Promise<void>(resolve => onTheirWay.push(resolve)))
  const newest = () => versions.at(-1) ?? { doc: parseBody(body).doc, entry }

  function opened(): OpenPage {
    const saved = newest()
    if (draft !== null && sameWords(draft, saved)) draft = null
    return {
      kind: 'page-open',
      id: pageId,
      entry: draft?.entry ?? saved.entry,
      path: workspacePathSchema.parse('pages/education/travel.md'),
      section: 'education',
      slug: 'travel',
      doc: draft?.doc ?? saved.doc,
      hash: draft?.base ?? hashOf(versions.length),
      state: 'draft',
      families: { kind: 'nothing' },
      lastChecked: null,
      recovered: draft === null ? null : { at: at(), sentence: 'Recovered.' },
      trouble: [],
    }
  }

  function tellWindows(): void {
    for (const window of windows) window.look()
  }

  function write({ doc, entry: said, base }: Draft): void {
    const mine = { doc, entry: said }
    const before = versions.find((_, index) => hashOf(index + 1) === base)
    if (hashOf(versions.length) === base || before === undefined) versions.push(mine)
    else {
      const both = mergeWords(before, mine, newest())
      if (both === null) asked.push(bodyOf(mine))
      else versions.push(both)
    }
  }

  async function keep(typed: Draft) {
    if (world.full) return full
    mark += 1
    draft = { ...typed, came: mark }
    return { kind: 'kept' as const, at: at() }
  }

  /** A window that is gone asks nothing any more and hears nothing; what it sent is there before its end is noticed. */
  function open(name: string) {
    const gone = new AbortController()
    const hurry = new Set<() => void>()
    const never = () => new Promise<never>(() => undefined)
    const here = async <T>(answer: T) => (gone.signal.aborted ? never() : answer)
    const ownWay = () => Promise.race([way(), new Promise<void>(resolve => hurry.add(resolve))])
    const pages = {
      writing: async (
        { id, window, take }: { id: PageId; window: string; take: boolean },
        of: { signal: AbortSignal },
      ) => turns.follow({ id, window, take }, AbortSignal.any([of.signal, gone.signal])),
      async draft(typed: Draft) {
        if (gone.signal.aborted) return never()
        await ownWay()
        const kept = await keep(typed)
        await way()
        return here(kept)
      },
      async save(typed: Draft) {
        if (gone.signal.aborted) return never()
        await ownWay()
        const upTo = mark
        await way()
        if (world.full) return here(full)
        write(typed)
        await way()
        if (draft !== null && draft.came <= upTo) draft = null
        const hash = hashOf(versions.length)
        tellWindows()
        await way()
        return here({ kind: 'saved' as const, hash, at: at(), state: 'draft' as const })
      },
      async open() {
        if (gone.signal.aborted) return never()
        await way()
        const answer = opened()
        await way()
        return here(answer)
      },
    }
    const sessions = createSessions({
      pages: pages as unknown as SessionsWorld['pages'],
      asksAbout: async () => asked.length > 0,
      clock,
      window: name,
      say: () => undefined,
    })
    const secondNet = {
      put: async (typed: Draft) => {
        if (!world.netWorks) throw new Error('no room')
        if (!gone.signal.aborted) net = typed
      },
      clear: async () => {
        if (!gone.signal.aborted) net = null
      },
      take: async () => net,
    }
    let session: PageSession | null = null
    let isShown = false
    let refusal: Refusal | null = null
    let detach = () => {}
    const screen = { body: '' }
    const window = {
      screen,
      refusal: () => refusal,
      isGone: () => gone.signal.aborted,
      isWriting: () => session !== null && !gone.signal.aborted && session.turn.state.get() === 'here',
      async show() {
        if (isShown || gone.signal.aborted) return
        isShown = true
        const found = await sessions.open(pageId, secondNet)
        if (isRefusal(found)) {
          refusal = found
          isShown = false
          return
        }
        refusal = null
        session = found
        screen.body = bodyOf(found.opened)
        detach = found.attach({
          read: () => parseBody(screen.body).doc,
          replace: doc => {
            screen.body = serialiseBody(normaliseDoc(doc))
          },
        })
      },
      type(word: string) {
        screen.body = `${screen.body.trimEnd()} ${word}`
        session?.typed()
      },
      save: () => void session?.save(),
      ask: () => session?.turn.ask(),
      look: () => void session?.changedElsewhere(),
      leave() {
        if (session === null || gone.signal.aborted) return
        detach()
        sessions.leave(session)
        session = null
        isShown = false
      },
      crash() {
        for (const arrive of hurry) arrive()
        setImmediate(() => gone.abort())
      },
    }
    windows.push(window)
    return window
  }

  return {
    clock,
    world,
    open,
    /** Lets one of the things that are on their way get there. */
    answer: (which: number) => onTheirWay.splice(which % Math.max(1, onTheirWay.length), 1)[0]?.(),
    answerAll() {
      world.quick = true
      for (const arrive of onTheirWay.splice(0)) arrive()
    },
    colleague(word: string) {
      versions.push({ doc: parseBody(`${bodyOf(newest())}\n${word}\n`).doc, entry })
      tellWindows()
    },
    saved: () => bodyOf(newest()),
    /** Everything that a person could find again if the power went now. */
    kept: () => [...versions.slice(-1), draft, net].map(words => (words === null ? '' : bodyOf(words))).concat(asked),
  }
}
