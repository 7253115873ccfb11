import { describe, expect, it } from 'vitest'
import { withTags } from '../../src/renderer/editor/session/entry-fields.ts'
import { createPageSession, versionPause } from '../../src/renderer/editor/session/page-session.ts'
import { familiesSee, stateOnScreen } from '../../src/renderer/editor/session/saving-words.ts'
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
const hash = (turn: number) => contentHashSchema.parse(turn.toString(16).padStart(64, '0'))

/** A page, a main process that keeps it and lets a colleague's change in at the next save, and a text on screen. */
function scene(start: { body: string; recovered?: string; state?: PageState }) {
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
    liveSince: null,
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

describe('what is said of the words on screen', () => {
  const july = '2026-07-01T09:00:00.000Z'
  const said = ({ session, clock }: ReturnType<typeof scene>) =>
    familiesSee(stateOnScreen(session.view.get()), july, new Date(clock.now()), 'UTC')

  it('is never that families see them, from the first new letter on', async () => {
    const it = scene({ body: 'One.', state: 'live' })
    expect(said(it)).toBe('Families see these words.')
    it.type(' Two.')
    expect(said(it)).toBe('Families see the version of 1 July.')
    it.disk.state = 'changed-since-approval'
    await it.session.save()
    expect(stateOnScreen(it.session.view.get())).toBe('changed-since-approval')
    expect(said(it)).toBe('Families see the version of 1 July.')
  })

  it('is that they are a draft where no version could be made, also when a colleague’s change came in meanwhile', async () => {
    const it = scene({ body: 'One.', state: 'live' })
    it.world.refuses = true
    it.type(' Two.')
    await it.session.save()
    await it.session.changedElsewhere()
    expect(stateOnScreen(it.session.view.get())).toBe('draft')
    expect(said(it)).toBe('Families see the version of 1 July.')
  })

  it('is that they are a draft where they were recovered, and live again once the version of them is', async () => {
    const it = scene({ body: 'One.', state: 'live', recovered: 'Signpost recovered what you typed.' })
    expect(stateOnScreen(it.session.view.get())).toBe('draft')
    await it.session.save()
    expect(said(it)).toBe('Families see these words.')
  })
})

describe('a page that is being written', () => {
  it('becomes a version when nothing was typed for half a minute', async () => {
    const { clock, disk, session, type } = scene({ body: 'One.' })
    type(' Two.')
    await clock.pass(versionPause - 1_000)
    expect(disk.saves).toEqual([])
    await clock.pass(1_000)
    expect(disk.saves).toEqual(['One. Two.\n'])
    expect(session.view.get().versionAt).not.toBeNull()
    await clock.pass(10 * versionPause)
    expect(disk.saves).toHaveLength(1)
  })

  it('becomes a version when it is left, and when it is asked for; not when nothing was typed', async () => {
    const { disk, session, type } = scene({ body: 'One.' })
    await session.save()
    expect(disk.saves).toEqual([])
    type(' Two.')
    await session.save()
    type(' Three.')
    await session.leave()
    expect(disk.saves).toEqual(['One. Two.\n', 'One. Two. Three.\n'])
  })

  it('keeps its last words when the text has already gone from the screen', async () => {
    const { disk, session, type, detach } = scene({ body: 'One.' })
    type(' Two.')
    detach()
    await session.leave()
    expect(disk.saves).toEqual(['One. Two.\n'])
  })

  it('keeps changes of fields as it keeps words', async () => {
    const { clock, disk, session } = scene({ body: 'One.' })
    session.setEntry(entry =>
      entry.kind === 'page' ? { ...entry, fields: { ...entry.fields, title: 'Buses' } } : entry,
    )
    await clock.pass(1_000)
    expect(session.journal.state().kind).toBe('kept')
    await session.leave()
    expect(disk.title).toBe('Buses')
  })

  it('takes the tags on a heading along when its words change', async () => {
    const { clock, session, type } = scene({ body: '## How' })
    session.setEntry(entry => withTags(entry, [{ requirement: 'SE7-TR-01', heading: 'how' }]))
    type(' to apply')
    await clock.pass(1_000)
    expect(session.view.get().entry.fields.checklist).toEqual([{ requirement: 'SE7-TR-01', heading: 'how-to-apply' }])
  })

  it('makes a version of recovered typing when it is left', async () => {
    const { disk, session } = scene({ body: 'Recovered.', recovered: 'Typing from Tuesday was recovered.' })
    await session.leave()
    expect(disk.saves).toEqual(['Recovered.\n'])
  })

  it('shows why a version could not be made, and keeps the typing as a draft', async () => {
    const { clock, world, session, type } = scene({ body: 'One.' })
    world.refuses = true
    type(' Two.')
    expect(await session.save()).toMatchObject({ code: 'read-only' })
    expect(session.view.get().trouble?.code).toBe('read-only')
    await clock.pass(1_000)
    expect(session.journal.state().kind).toBe('kept')
    world.refuses = false
    expect(await session.save()).toBeNull()
    expect(session.view.get().trouble).toBeNull()
  })
})

describe('a page whose road to the disk is replaced while a version is made', () => {
  it('says so, and makes the version later', async () => {
    const { clock, disk, world, session, type } = scene({ body: 'One.' })
    type(' Two.')
    world.hangs = true
    const saving = session.save()
    await clock.pass(0)
    world.hangs = false
    session.journal.retry()
    expect(await saving).toMatchObject({ code: 'no-answer' })
    await clock.pass(versionPause)
    expect(disk.saves).toEqual(['One. Two.\n'])
    expect(session.view.get().trouble).toBeNull()
  })
})

describe('a colleague’s change to the same page', () => {
  it('comes in place when nothing is unsaved here', async () => {
    const { disk, screen, session } = scene({ body: 'One.' })
    disk.body = 'One.\n\nTheirs.\n'
    disk.turn += 1
    await session.changedElsewhere()
    expect(screen.body).toBe('One.\n\nTheirs.\n')
    expect(session.view.get().news).toBe('came-in')
    expect(disk.saves).toEqual([])
  })

  it('is told when it took the place of the same words here, which wait for a choice', async () => {
    const { screen, world, session, type } = scene({ body: 'One.' })
    type(' Mine.')
    world.colleague = () => {
      world.asks = true
      return 'Theirs.\n'
    }
    await session.save()
    expect(screen.body).toBe('Theirs.\n')
    expect(session.view.get().news).toBe('choose')
  })

  it('is no news when this person put an earlier version back', async () => {
    const { disk, screen, session } = scene({ body: 'One.' })
    await session.quietly(async () => {
      disk.body = 'Earlier.\n'
      disk.turn += 1
      await session.changedElsewhere()
    })
    expect(screen.body).toBe('Earlier.\n')
    expect(session.view.get().news).toBeNull()
  })

  it('does not touch the words here while they are unsaved, and comes in with the next version', async () => {
    const { clock, disk, screen, world, session, type } = scene({ body: 'One.' })
    type(' Mine.')
    await session.changedElsewhere()
    expect(screen).toMatchObject({ body: 'One. Mine.', replaced: 0 })
    world.colleague = mine => `${mine}\nTheirs.\n`
    await session.save()
    expect(screen.body).toBe('One. Mine.\n\nTheirs.\n')
    type(' And more.')
    await clock.pass(1_000)
    expect(disk.bases.at(-1)).toBe(hash(disk.turn))
  })

  it('takes no word away that was typed while one look at the page waited for another', async () => {
    const { clock, disk, screen, world, session, type } = scene({ body: 'One.' })
    type(' Two.')
    await session.save()
    world.held = []
    const looks = [session.changedElsewhere(), session.changedElsewhere()]
    await clock.pass(0)
    type(' Three.')
    while (world.held.length > 0) {
      world.held.shift()?.()
      await clock.pass(0)
    }
    await Promise.all(looks)
    expect(screen.body).toBe('One. Two. Three.')
    expect(session.view.get().news).toBeNull()
    await clock.pass(1_000)
    expect(disk.drafts.at(-1)).toBe('One. Two. Three.\n')
  })

  it('takes no word away that was typed while a look waited for a version to be made', async () => {
    const { clock, disk, screen, world, session, type } = scene({ body: 'One.' })
    world.held = []
    type(' Two.')
    const saving = session.save()
    await clock.pass(0)
    // The version is made, and what the page says now is on its way back.
    const look = session.changedElsewhere()
    type(' Three.')
    while (world.held.length > 0) {
      world.held.shift()?.()
      await clock.pass(0)
    }
    expect(await saving).toBeNull()
    await look
    expect(screen.body).toBe('One. Two. Three.')
    await clock.pass(1_000)
    expect(disk.drafts.at(-1)).toBe('One. Two. Three.\n')
  })

  it('stands beside what was typed while the version was made', async () => {
    const { disk, screen, world, session, type } = scene({ body: 'One.' })
    type(' Mine.')
    world.colleague = mine => {
      type(' More.')
      return `${mine}\nTheirs.\n`
    }
    await session.save()
    expect(screen.body).toBe('One. Mine. More.\n\nTheirs.\n')
    await session.leave()
    expect(disk.saves.at(-1)).toBe('One. Mine. More.\n\nTheirs.\n')
  })

  it('never loses what was typed here, even where both changed the same words', async () => {
    const { clock, disk, screen, world, session, type } = scene({ body: 'One.' })
    type(' Mine.')
    const started = hash(disk.turn)
    world.colleague = () => {
      type(' More.')
      return 'Something else.\n'
    }
    await session.save()
    expect(screen.body).toBe('One. Mine. More.')
    await clock.pass(1_000)
    // The draft goes on from the version that it began with, so that the main process can ask.
    expect(disk.bases.at(-1)).toBe(started)
  })
})
