import { createPageSession } from '../../src/renderer/editor/session/page-session.ts'
import type { SessionPorts } from '../../src/renderer/editor/session/session-ports.ts'
import type { Turn, WritingTurn } from '../../src/renderer/editor/session/writing-turn.ts'
import { valueStore } from '../../src/renderer/state/value-store.ts'
import {
  contentHashSchema,
  type Doc,
  instantSchema,
  normaliseDoc,
  pageFieldsSchema,
  pageIdSchema,
  parseBody,
  serialiseBody,
  workspacePathSchema,
} from '../../src/shared/content/index.ts'
import type { OpenPage } from '../../src/shared/contract/index.ts'
import { refuse } from '../../src/shared/outcome.ts'
import type { PageState } from '../../src/shared/review/records.ts'
import { fakeClock } from './fake-clock.ts'

const id = pageIdSchema.parse('01K9ZQ4T8MJ5W3XB7C2D6E8F9G')
export const hash = (turn: number) => contentHashSchema.parse(turn.toString(16).padStart(64, '0'))

/** A page, a main process that keeps it and lets a colleague's change in at the next save, and a text on screen. */
export function scene(start: { body: string; recovered?: string; state?: PageState }) {
  const clock = fakeClock()
  const at = () => instantSchema.parse(new Date(clock.now()).toISOString())
  const disk = {
    turn: 1,
    body: start.body,
    title: 'Travel',
    owner: '',
    state: start.state ?? ('draft' as PageState),
    saves: [] as string[],
    drafts: [] as string[],
    bases: [] as string[],
  }
  const screen = { body: start.body, replaced: 0 }
  const world = {
    colleague: null as null | ((body: string) => string),
    refuses: false,
    hangs: false,
    netHas: false,
    asks: false,
    /** Answers about the page that are on their way, while they are held back. */
    held: null as null | (() => void)[],
  }

  const opened = (): OpenPage => ({
    kind: 'page-open',
    id,
    entry: { kind: 'page', fields: pageFieldsSchema.parse({ id, title: disk.title, owner: disk.owner }) },
    path: workspacePathSchema.parse('pages/education/travel.md'),
    section: 'education',
    slug: 'travel',
    doc: parseBody(disk.body).doc,
    hash: hash(disk.turn),
    state: disk.state,
    families: { kind: 'nothing' },
    lastChecked: null,
    recovered: start.recovered === undefined ? null : { at: at(), sentence: start.recovered },
    trouble: [],
  })
  // The only window: see second-window.test.ts for two.
  const turn: WritingTurn = {
    state: valueStore<Turn>('here'),
    known: Promise.resolve(),
    setWriter: () => undefined,
    ask: () => undefined,
    again: () => undefined,
    stop: () => undefined,
  }
  const ports: SessionPorts = {
    async draft(draft) {
      disk.bases.push(draft.base)
      disk.drafts.push(serialiseBody(draft.doc))
      return { kind: 'kept', at: at() }
    },
    async save(draft) {
      if (world.hangs) return new Promise(() => undefined)
      if (world.refuses) return refuse('read-only', 'Another Signpost has this workspace open.', 'Close it.')
      const mine = serialiseBody(draft.doc)
      disk.saves.push(mine)
      disk.body = world.colleague === null ? mine : world.colleague(mine)
      disk.title = draft.entry.fields.title
      world.colleague = null
      disk.turn += 1
      return { kind: 'saved', hash: hash(disk.turn), at: at(), state: disk.state }
    },
    async open() {
      const answer = opened()
      await new Promise<void>(resolve => (world.held === null ? resolve() : world.held.push(resolve)))
      return answer
    },
    asksAbout: async () => world.asks,
    sendCaught: async () => 'none',
    // As blunt as can be: whole documents, one side changed.
    merge: (base, mine, theirs) => {
      const text = (words: { doc: Doc }) => serialiseBody(words.doc)
      if (text(mine) === text(base)) return theirs
      if (text(theirs) === text(base)) return mine
      const added = text(theirs).startsWith(text(base)) ? text(theirs).slice(text(base).length) : null
      return added === null ? null : { entry: mine.entry, doc: parseBody(text(mine) + added).doc }
    },
    net: {
      put: async () => {
        world.netHas = true
      },
      clear: async () => {
        world.netHas = false
      },
    },
    clock,
    turn,
  }
  const session = createPageSession(opened(), ports)
  const detach = session.attach({
    read: () => parseBody(screen.body).doc,
    replace: doc => {
      screen.body = serialiseBody(normaliseDoc(doc))
      screen.replaced += 1
    },
  })
  const type = (text: string) => {
    screen.body = screen.body.trimEnd() + text
    session.typed()
  }
  return { clock, disk, screen, world, session, type, detach }
}
