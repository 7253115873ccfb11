import { describe, expect, it } from 'vitest'
import { createWritingTurns } from '../../src/main/desk/writing-turns.ts'
import { createPageSession } from '../../src/renderer/editor/session/page-session.ts'
import type { SessionPorts } from '../../src/renderer/editor/session/session-ports.ts'
import { createWritingTurn } from '../../src/renderer/editor/session/writing-turn.ts'
import {
  contentHashSchema,
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
import { fakeClock } from './fake-clock.ts'

const id = pageIdSchema.parse('01K9ZQ4T8MJ5W3XB7C2D6E8F9G')
const at = instantSchema.parse('2026-11-22T10:42:00.000Z')

/** One Signpost with one page on its disk, and as many windows as somebody opens. */
function signpost(body: string) {
  const clock = fakeClock()
  const turns = createWritingTurns()
  const disk = { saved: body, draft: null as string | null, turn: 1, full: false, hidden: false }
  const full = refuse('disk-full', 'This disk is full.', 'Free some space.')
  const unreadable = refuse('disk-fault', 'This disk could not be read.', 'Try again.')
  const hash = () => contentHashSchema.parse(disk.turn.toString(16).padStart(64, '0'))
  const opened = (): OpenPage => ({
    kind: 'page-open',
    id,
    entry: { kind: 'page', fields: pageFieldsSchema.parse({ id, title: 'Travel' }) },
    path: workspacePathSchema.parse('pages/education/travel.md'),
    section: 'education',
    slug: 'travel',
    doc: parseBody(disk.draft ?? disk.saved).doc,
    hash: hash(),
    state: 'draft',
    families: { kind: 'nothing' },
    lastChecked: null,
    recovered: disk.draft === null ? null : { at, sentence: 'Recovered.' },
    trouble: [],
  })

  async function open(window: string) {
    const turn = createWritingTurn(async (take, signal) => turns.follow({ id, window, take }, signal))
    await turn.known
    const ports: SessionPorts = {
      async draft({ doc }) {
        if (disk.full) return full
        disk.draft = serialiseBody(doc)
        return { kind: 'kept', at }
      },
      async save({ doc }) {
        if (disk.full) return full
        disk.saved = serialiseBody(doc)
        disk.draft = null
        disk.turn += 1
        return { kind: 'saved', hash: hash(), at, state: 'draft' }
      },
      open: async () => (disk.hidden ? unreadable : opened()),
      asksAbout: async () => false,
      sendCaught: async () => 'none',
      merge: () => null,
      net: { put: async () => undefined, clear: async () => undefined },
      clock,
      turn,
    }
    const found = opened()
    const screen = { body: serialiseBody(found.doc) }
    const session = createPageSession(found, ports)
    session.attach({
      read: () => parseBody(screen.body).doc,
      replace: doc => {
        screen.body = serialiseBody(normaliseDoc(doc))
      },
    })
    return {
      session,
      turn,
      screen,
      who: () => turn.state.get(),
      type(text: string) {
        screen.body = screen.body.trimEnd() + text
        session.typed()
      },
    }
  }
  return { clock, disk, open }
}

describe('a page that is open in two windows', () => {
  it('is written in one of them, and only shown in the other', async () => {
    const { open } = signpost('One.')
    const [first, second] = [await open('first'), await open('second')]
    expect([first.who(), second.who()]).toEqual(['here', 'elsewhere'])
  })

  it('is handed over with every word, also those that were typed a moment ago', async () => {
    const { clock, disk, open } = signpost('One.')
    const [first, second] = [await open('first'), await open('second')]
    first.type(' Two, just now.')
    second.turn.ask()
    await clock.pass(0)
    expect([first.who(), second.who()]).toEqual(['elsewhere', 'here'])
    expect(second.screen.body).toBe('One. Two, just now.\n')

    second.type(' Three.')
    await second.session.save()
    expect(disk.saved).toBe('One. Two, just now. Three.\n')
  })

  it('can go there and back again, and neither window ever writes over the other', async () => {
    const { clock, disk, open } = signpost('One.')
    const [first, second] = [await open('first'), await open('second')]
    for (const word of ['two', 'three', 'four', 'five']) {
      const [writing, reading] = first.who() === 'here' ? [first, second] : [second, first]
      writing.type(` And ${word}.`)
      reading.turn.ask()
      await clock.pass(0)
      expect(reading.who()).toBe('here')
      expect(reading.screen.body).toContain(`And ${word}.`)
    }
    await first.session.leave()
    await second.session.leave()
    expect(disk.saved).toBe('One. And two. And three. And four. And five.\n')
  })

  it('says nothing of its own when the window that only shows it is left', async () => {
    const { clock, disk, open } = signpost('One.')
    const first = await open('first')
    first.type(' Two.')
    await clock.pass(1_000)
    const second = await open('second')
    expect(second.screen.body).toBe('One. Two.\n')
    first.type(' Three.')
    await clock.pass(1_000)
    await second.session.leave()
    expect(disk).toMatchObject({ saved: 'One.', draft: 'One. Two. Three.\n' })
    expect(first.who()).toBe('here')
  })

  it('goes on in the other window when the one that wrote it is closed', async () => {
    const { clock, open } = signpost('One.')
    const [first, second] = [await open('first'), await open('second')]
    first.type(' Two.')
    await clock.pass(1_000)
    // A window that is closed does not say goodbye: its road ends.
    first.turn.stop()
    await clock.pass(0)
    expect(second.who()).toBe('here')
    expect(second.screen.body).toBe('One. Two.\n')
    await second.session.leave()
  })

  it('stays where it is written while the last words cannot be put on the disk, and both windows know', async () => {
    const { clock, disk, open } = signpost('One.')
    const [first, second] = [await open('first'), await open('second')]
    disk.full = true
    first.type(' Two.')
    second.turn.ask()
    await clock.pass(0)
    expect([first.who(), second.who()]).toEqual(['here', 'not-yet'])
    expect(first.session.view.get().trouble?.code).toBe('disk-full')

    disk.full = false
    second.turn.ask()
    await clock.pass(0)
    expect([first.who(), second.who()]).toEqual(['elsewhere', 'here'])
    expect(second.screen.body).toBe('One. Two.\n')
  })

  it('is not written where the last words of the other window cannot be read, and is once they can', async () => {
    const { clock, disk, open } = signpost('One.')
    const [first, second] = [await open('first'), await open('second')]
    first.type(' Two.')
    await clock.pass(1_000)
    disk.hidden = true
    first.turn.stop()
    await clock.pass(0)
    expect(second.who()).toBe('elsewhere')

    disk.hidden = false
    second.turn.ask()
    await clock.pass(0)
    expect(second.who()).toBe('here')
    expect(second.screen.body).toBe('One. Two.\n')
  })
})
