import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { createDraftJournal, type Draft, RoadGone } from '../../src/renderer/editor/session/draft-journal.ts'
import { contentHashSchema, instantSchema, pageFieldsSchema, pageIdSchema } from '../../src/shared/content/index.ts'
import { fakeClock } from './fake-clock.ts'

const id = pageIdSchema.parse('01K9ZQ4T8MJ5W3XB7C2D6E8F9G')
const base = contentHashSchema.parse('a'.repeat(64))
const newer = contentHashSchema.parse('b'.repeat(64))
const fields = pageFieldsSchema.parse({ id, title: 'Travel' })

type Road = 'works' | 'drops' | 'hangs' | 'refuses'

/** A page whose words are one string, a main process that behaves as told, and a second net. */
function scene() {
  const clock = fakeClock()
  const world = {
    words: '',
    road: 'works' as Road,
    disk: [] as { words: string; at: number; base: string }[],
    net: null as string | null,
    netWorks: true,
  }
  const wordsOf = (draft: Draft) => JSON.stringify(draft.doc.content[0])
  const journal = createDraftJournal({
    id,
    base,
    clock,
    read: () => ({
      doc: { type: 'doc', content: [{ type: 'paragraph', content: [{ type: 'text', text: world.words }] }] },
      entry: { kind: 'page', fields },
    }),
    async send(draft) {
      if (world.road === 'drops') throw new Error('the connection is closed')
      if (world.road === 'hangs') return new Promise(() => undefined)
      if (world.road === 'refuses') {
        return { kind: 'refused', sentence: 'The disk is full.', nextStep: 'Make room on it.' }
      }
      world.disk.push({ words: wordsOf(draft), at: clock.now(), base: draft.base })
      return { kind: 'kept', at: instantSchema.parse(new Date(clock.now()).toISOString()) }
    },
    net: {
      async put(draft) {
        if (!world.netWorks) throw new Error('no room')
        world.net = wordsOf(draft)
      },
      async clear() {
        world.net = null
      },
    },
  })
  const type = (text: string) => {
    world.words += text
    journal.changed()
  }
  const onDisk = (words: string) => world.disk.at(-1)?.words.includes(`"${words}"`) ?? false
  const inNet = (words: string) => world.net?.includes(`"${words}"`) ?? false
  return { clock, world, journal, type, onDisk, inNet }
}

describe('draft journal', () => {
  it('has every word on disk within a second, and sends no more often than it has to', async () => {
    const { clock, world, journal, type, onDisk } = scene()
    for (let key = 0; key < 20; key += 1) {
      type('a')
      await clock.pass(100)
    }
    expect(world.disk.length).toBeGreaterThanOrEqual(2)
    expect(world.disk.length).toBeLessThanOrEqual(3)
    await clock.pass(1_000)
    expect(onDisk('a'.repeat(20))).toBe(true)
    expect(journal.state()).toMatchObject({ kind: 'kept' })
    expect(journal.isBehind()).toBe(false)
  })

  it('says nothing was typed until something was', () => {
    expect(scene().journal.state()).toEqual({ kind: 'kept', at: null })
  })

  it('leaves nothing in the second net that is older than the disk: it would take its place at the next start', async () => {
    const { clock, world, type, onDisk, inNet } = scene()
    world.road = 'refuses'
    type('first')
    await clock.pass(1_000)
    expect(inNet('first')).toBe(true)
    world.road = 'works'
    // Somebody types without a pause, so that there is always something newer than what has just landed.
    for (let key = 0; key < 40; key += 1) {
      type('a')
      await clock.pass(50)
    }
    expect(onDisk('first')).toBe(false)
    expect(world.net).toBeNull()
  })

  it('takes a copy in time of what is typed while a version waits for the draft before it', async () => {
    const { clock, world, journal, type, inNet } = scene()
    world.road = 'hangs'
    type('one')
    await clock.pass(1_000)
    type(' two')
    void journal.exclusively(async () => ({ kept: true })).catch(() => undefined)
    await clock.pass(1_000)
    expect(inNet('one two')).toBe(true)
  })

  it('does not wait for the throttle when the window is left', async () => {
    const { journal, type, onDisk } = scene()
    type('words')
    await journal.flush()
    expect(onDisk('words')).toBe(true)
  })

  it('catches the words in the second net within a second when the connection drops, and delivers them later', async () => {
    const { clock, world, journal, type, onDisk, inNet } = scene()
    world.road = 'drops'
    type('first')
    await clock.pass(1_000)
    expect(inNet('first')).toBe(true)
    expect(journal.state()).toMatchObject({ kind: 'not-kept', inNet: true })
    type(' second')
    await clock.pass(1_000)
    expect(inNet('first second')).toBe(true)
    world.road = 'works'
    await clock.pass(20_000)
    expect(onDisk('first second')).toBe(true)
    expect(world.net).toBeNull()
    expect(journal.state()).toMatchObject({ kind: 'kept' })
  })

  it('catches the words when nobody answers at all, says so, and goes on when the connection is back', async () => {
    const { clock, world, journal, type, onDisk, inNet } = scene()
    world.road = 'hangs'
    type('words')
    await clock.pass(1_000)
    expect(inNet('words')).toBe(true)
    await clock.pass(5_000)
    expect(journal.state()).toMatchObject({ kind: 'not-kept', inNet: true })
    world.road = 'works'
    journal.retry()
    await clock.pass(0)
    expect(onDisk('words')).toBe(true)
    expect(journal.state()).toMatchObject({ kind: 'kept' })
  })

  it('shows the sentence of a refusal and keeps trying', async () => {
    const { clock, world, journal, type, onDisk } = scene()
    world.road = 'refuses'
    type('words')
    await clock.pass(1_000)
    expect(journal.state()).toMatchObject({ kind: 'not-kept', sentence: 'The disk is full. Make room on it.' })
    world.road = 'works'
    await clock.pass(10_000)
    expect(onDisk('words')).toBe(true)
  })

  it('does not claim a copy in the second net when there is none', async () => {
    const { clock, world, journal, type } = scene()
    world.road = 'drops'
    world.netWorks = false
    type('words')
    await clock.pass(1_000)
    expect(journal.state()).toMatchObject({ kind: 'not-kept', inNet: false })
  })

  it('never lets a draft cross the making of a version', async () => {
    const { clock, world, journal, type, onDisk } = scene()
    type('one')
    let finish = () => {}
    const version = journal.exclusively(
      draft =>
        new Promise<{ kept: boolean; words: string }>(resolve => {
          finish = () => resolve({ kept: true, words: JSON.stringify(draft.doc) })
        }),
    )
    await clock.pass(0)
    type(' two')
    await clock.pass(1_000)
    expect(world.disk).toEqual([])
    expect(world.net).toContain('one two')
    finish()
    expect((await version).words).toContain('"one"')
    journal.rebase(newer)
    await clock.pass(1_000)
    expect(onDisk('one two')).toBe(true)
    expect(world.disk.at(-1)?.base).toBe(newer)
  })

  it('counts the words as kept once they are a version', async () => {
    const { journal, type } = scene()
    type('one')
    await journal.exclusively(async () => ({ kept: true }))
    expect(journal.isBehind()).toBe(false)
    expect(journal.state()).toMatchObject({ kind: 'kept' })
  })

  it('goes on keeping drafts after a version could not be made', async () => {
    const { clock, journal, type, onDisk } = scene()
    type('one')
    await expect(
      journal.exclusively(async () => {
        throw new Error('the connection is closed')
      }),
    ).rejects.toThrow()
    await clock.pass(1_000)
    expect(onDisk('one')).toBe(true)
  })

  it('keeps a draft within the second that began with the key, though a version was refused in between', async () => {
    const { clock, journal, type, onDisk } = scene()
    type('one')
    await clock.pass(400)
    await journal.exclusively(async () => ({ kept: false }))
    await clock.pass(0)
    expect(onDisk('one')).toBe(true)
  })

  it('does not wait for a version over a road that is gone', async () => {
    const { clock, journal, type, onDisk } = scene()
    type('one')
    const hangs = journal.exclusively(() => new Promise<{ kept: boolean }>(() => undefined))
    const second = journal.exclusively(async () => ({ kept: true }))
    await clock.pass(0)
    journal.retry()
    await expect(hangs).rejects.toThrow(RoadGone)
    expect(await second).toEqual({ kept: true })
    type(' two')
    await clock.pass(1_000)
    expect(onDisk('one two')).toBe(true)
  })

  it('loses nothing, whatever the road does: a second after any key the words are on disk or in the second net', async () => {
    const road = fc.constantFrom<Road>('works', 'drops', 'hangs', 'refuses')
    const step = fc.oneof(
      fc.record({ do: fc.constant('type' as const), wait: fc.integer({ min: 0, max: 900 }) }),
      fc.record({ do: fc.constant('road' as const), road, wait: fc.integer({ min: 0, max: 3_000 }) }),
      fc.record({ do: fc.constant('retry' as const), wait: fc.integer({ min: 0, max: 300 }) }),
    )
    await fc.assert(
      fc.asyncProperty(fc.array(step, { maxLength: 30 }), async steps => {
        const { clock, world, journal, type, onDisk, inNet } = scene()
        const typedAt: { words: string; at: number }[] = []
        const check = () => {
          const due = typedAt.filter(({ at }) => clock.now() - at >= 1_000).at(-1)
          if (due === undefined) return
          const kept = [world.disk.at(-1)?.words ?? '', world.net ?? '']
          expect(kept.some(words => words.includes(due.words))).toBe(true)
        }
        for (const taken of steps) {
          if (taken.do === 'type') {
            type('k')
            typedAt.push({ words: world.words, at: clock.now() })
          } else if (taken.do === 'road') world.road = taken.road
          else journal.retry()
          await clock.pass(taken.wait)
          check()
        }
        world.road = 'works'
        journal.retry()
        await clock.pass(15_000)
        if (typedAt.length > 0) expect(onDisk(world.words)).toBe(true)
        expect(inNet(world.words)).toBe(false)
        expect(journal.state().kind).toBe('kept')
      }),
      { numRuns: 150 },
    )
  })
})
