import { mkdirSync } from 'node:fs'
import { access } from 'node:fs/promises'
import { join } from 'node:path'
import { afterEach, describe, expect, test } from 'vitest'
import * as desk from '../../src/main/desk/index.ts'
import { isoDateSchema } from '../../src/shared/content/index.ts'
import { closeLaptops, danny, type Laptop, laptop, must, priya } from './laptop.ts'
import { codeOf, decided, newPage, stateOf, undo, write } from './undoing.ts'

afterEach(closeLaptops)

const reason = 'The fund has closed.'

/** A laptop whose site goes into a folder, with one page on it. */
async function onSite() {
  const at = await laptop()
  const root = join(at.folder, 'www')
  mkdirSync(root)
  const config = at.session.workspace.config()
  const targets = [{ kind: 'folder' as const, path: root }]
  must(await desk.setConfig(at.session, { ...config, publish: { url: '', targets } }))
  must(await desk.allowFolder(at.session, root))
  const id = await newPage(at)
  await decided(at, id)
  await publish(at)
  const there = () =>
    access(join(root, 'education/travel-to-school/index.html')).then(
      () => true,
      () => false,
    )
  expect(await there()).toBe(true)
  return { at, id, there }
}

async function publish(at: Laptop): Promise<void> {
  at.tick(60_000)
  must(await at.session.live.publish(must(await at.session.live.plan()).plan))
  at.session.knowing.forget()
}

const planned = async (at: Laptop) => must(await at.session.live.plan())

describe('withdrawing a page from the site', () => {
  test('takes it off with the next publish, which says who and why, and no edit or approval ends it', async () => {
    const { at, id, there } = await onSite()
    must(await desk.withdraw(at.as(danny), id, reason))
    expect(await stateOf(at, id)).toBe('withdrawn')
    expect((await planned(at)).ready).toMatchObject([
      { id, change: 'removed', sentence: expect.stringContaining(`Withdrawn by ${danny.name}, today: “${reason}”`) },
    ])
    expect(await desk.withdrawnOf(at.session, id)).toMatchObject({ by: danny.name, reason, stillLive: true })
    at.as(priya)
    await write(at, id, 'Other words.')
    await decided(at, id)
    await publish(at)
    expect(await stateOf(at, id)).toBe('withdrawn')
    expect(await there()).toBe(false)
    expect(codeOf(await desk.withdraw(at.session, id, reason))).toBe('withdrawn-already')
  })

  test('putting it back needs an approval like any other page', async () => {
    const { at, id, there } = await onSite()
    must(await desk.withdraw(at.session, id, reason))
    await publish(at)
    must(await desk.bringBack(at.session, id))
    expect(await stateOf(at, id)).toBe('draft')
    expect(codeOf(await desk.bringBack(at.session, id))).toBe('not-withdrawn')
    expect(await planned(at)).toMatchObject({ ready: [], heldBack: [{ id, why: 'not-reviewed' }] })
    await decided(at, id)
    await publish(at)
    expect(await there()).toBe(true)
    const { acts } = await at.session.acts.list({ by: null, page: id, after: null })
    expect(acts.map(({ sentence }) => sentence)).toEqual(
      expect.arrayContaining([
        `Priya withdrew “Travel to school” from the site: ${reason}`,
        'Priya put “Travel to school” back, to be on the site again once it is approved',
      ]),
    )
  })

  test('asks nobody to check it until it is put back', async () => {
    const { at, id } = await onSite()
    const { hash: base, doc, entry } = must(await desk.openPage(at.session, id))
    const review = { ...entry.fields.review, due: isoDateSchema.parse('2026-11-02') }
    if (entry.kind !== 'page') throw new Error('it is a page')
    const late = { ...entry, fields: { ...entry.fields, review } }
    must(await desk.savePage(at.session, { id, base, doc, entry: late }))
    const asked = async () => {
      const { overdue } = await desk.dueWithin(at.session, 30)
      const { lines } = await desk.week(at.session)
      const { pages } = await desk.reviewCalendar(at.session, { mine: false })
      return [overdue.length, lines.filter(({ kind }) => kind === 'overdue').length, pages]
    }
    expect(await asked()).toEqual([1, 1, 1])
    must(await desk.withdraw(at.session, id, reason))
    expect(await asked()).toEqual([0, 0, 0])
    must(await desk.bringBack(at.session, id))
    expect(await asked()).toEqual([1, 1, 1])
  })

  test('is undone as if it had never been by whoever did it, and by a colleague with a review', async () => {
    const { at, id } = await onSite()
    must(await desk.withdraw(at.session, id, reason))
    must(await undo(at, 'withdrew'))
    expect(await stateOf(at, id)).toBe('live')
    must(await undo(at, 'undid this: Priya withdrew'))
    expect(await stateOf(at, id)).toBe('withdrawn')
    await publish(at)
    at.as(danny)
    must(await undo(at, 'did this again: Priya withdrew'))
    expect(await stateOf(at, id)).toBe('draft')
    must(await undo(at, 'Danny undid this'))
    expect(await stateOf(at, id)).toBe('withdrawn')
  })

  test('holds when an earlier site is put back', async () => {
    const { at, id, there } = await onSite()
    const [first] = await at.session.live.before()
    must(await desk.withdraw(at.session, id, reason))
    await publish(at)
    expect(await there()).toBe(false)
    await newPage(at, 'Sleep')
    at.tick(60_000)
    must(await at.session.live.undo(first?.publish ?? '', 'It was wrong.'))
    expect(await there()).toBe(false)
  })
})

describe('an urgent publish', () => {
  test('stays on the list while families see its words, whatever is written meanwhile', async () => {
    const { at, id } = await onSite()
    await write(at, id, 'Ring the new number.')
    must(await desk.publishUrgently(at.session, id, 'The old number is dead.'))
    await publish(at)
    const waits = async () => (await desk.waitingForReview(at.session)).map(each => [each.id, each.urgent])
    expect(await waits()).toEqual([[id, true]])
    await write(at, id, 'Ring the new number. It is free.')
    expect(await waits()).toEqual([[id, true]])
    await decided(at, id)
    expect(await waits()).toEqual([[id, true]])
    await publish(at)
    expect(await waits()).toEqual([])
  })
})

test('a decision is later than the one that was read, whatever the clock of this laptop says', async () => {
  const at = await laptop()
  const id = await newPage(at)
  await decided(at, id)
  at.tick(-86_400_000)
  const { hash } = must(await desk.openReview(at.session, id))
  must(await desk.decide(at.as(danny), id, { hash, decision: 'needs-changes', note: 'Say who to ring.' }))
  expect(await stateOf(at, id)).toBe('changes-asked')
})
