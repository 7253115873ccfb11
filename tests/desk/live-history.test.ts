import { mkdirSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import fc from 'fast-check'
import { ulid } from 'ulid'
import { afterEach, expect, test } from 'vitest'
import * as desk from '../../src/main/desk/index.ts'
import type { PageId } from '../../src/shared/content/index.ts'
import { isRefusal } from '../../src/shared/outcome.ts'
import { reviewRecordSchema } from '../../src/shared/review/index.ts'
import { whyNotLive } from '../publish/may-be-live.ts'
import { closeLaptops, danny, type Laptop, laptop, must, priya } from './laptop.ts'
import { all, newPage, write } from './undoing.ts'

/**
 * Random histories on a real workspace with a real history: what stands on the live branch after each publish, and after
 * each putting back of an earlier site, is held against the files and versions alone. The same law on the plan by itself,
 * with merges and clocks that disagree and many more histories, is tests/publish/live-laws.test.ts.
 */

afterEach(closeLaptops)

const path = 'pages/education/travel-to-school.md'
const bodies = ['One.', 'Two.', 'Three.']
const people = [priya, danny]

async function begin(): Promise<{ at: Laptop; id: PageId }> {
  const at = await laptop()
  const root = join(at.folder, 'www')
  mkdirSync(root)
  const config = at.session.workspace.config()
  const targets = [{ kind: 'folder' as const, path: root }]
  must(await desk.setConfig(at.session, { ...config, publish: { url: '', targets } }))
  must(await desk.allowFolder(at.session, root))
  return { at, id: await newPage(at, 'Travel to school', 'One.') }
}

async function onLive({ session }: Laptop): Promise<string | null> {
  const bytes = await session.history.readAt('live', path).catch(() => null)
  return bytes && new TextDecoder().decode(bytes)
}

/** One step; a refusal is an answer like any other. Whether the live site may have changed by it, and by which road. */
async function step(at: Laptop, id: PageId, act: number, which: number): Promise<'published' | 'put back' | null> {
  at.tick(1000)
  const { session } = at
  const known = await session.knowing.one(id)
  if (known === null) return null
  if (act <= 1) await write(at, id, bodies[which % bodies.length] ?? '')
  else if (act === 2) await desk.askForReview(session, id, '')
  else if (act <= 4) await desk.decide(session, id, { hash: known.hash, decision: 'good', note: '' })
  else if (act === 5) await desk.decide(session, id, { hash: known.hash, decision: 'needs-changes', note: 'Why?' })
  else if (act === 6) await desk.publishUrgently(session, id, 'The line is closed.')
  else if (act === 7) await desk.withdraw(session, id, 'The fund has closed.')
  else if (act === 8) await desk.bringBack(session, id)
  else if (act === 9) {
    const { acts } = await session.acts.list(all)
    const chosen = acts.filter(each => each.kind === 'page' || each.kind === 'review')[which % 5]
    if (chosen !== undefined) await desk.undoAct(session, chosen.act)
  } else if (act === 10) {
    const before = await session.live.before()
    const chosen = before[which % Math.max(1, before.length)]
    if (chosen === undefined) return null
    const undone = await session.live.undo(chosen.publish, 'It was wrong.')
    session.knowing.forget()
    // A refusal leaves before families what stood there, also what was withdrawn since and is to go with the next publish.
    return isRefusal(undone) ? null : 'put back'
  } else {
    const plan = must(await session.live.plan())
    await session.live.publish(plan.plan)
    session.knowing.forget()
    return 'published'
  }
  return null
}

async function check(at: Laptop, id: PageId, before: string | null, road: 'published' | 'put back'): Promise<void> {
  const text = await onLive(at)
  if (text === null) return
  const records = await at.session.workspace.reviews(id)
  const seen = records.map((record, index) => ({ record, knew: new Set(records.slice(0, index).map(each => each.id)) }))
  const [newest] = await at.session.history.versions(path)
  // What is put back was live before, by a leave of its time; it must only not be withdrawn.
  const trouble = whyNotLive({ seen, writtenBy: newest?.by ?? priya }, text, road === 'put back' ? text : before)
  expect(trouble).toBeNull()
}

const stepOf = fc.tuple(fc.nat(14), fc.nat(1), fc.nat(20))

test('whatever people do, families see only what somebody else approved, or a reason let out', {
  timeout: 180_000,
}, async () => {
  await fc.assert(
    fc.asyncProperty(fc.array(stepOf, { minLength: 12, maxLength: 16 }), async steps => {
      const { at, id } = await begin()
      for (const [act, who, which] of steps) {
        at.as(people[who] ?? priya)
        const before = await onLive(at)
        const road = await step(at, id, act, which)
        if (road !== null) await check(at, id, before, road)
      }
      await closeLaptops()
    }),
    { numRuns: 2, endOnFailure: true },
  )
})

test('whoever wrote the words of a version cannot let it out, also while other words stand in its file', async () => {
  const { at, id } = await begin()
  const { session } = at
  const written = must(await desk.openPage(session, id)).hash
  const own = { id: ulid(at.world.now().getTime()), page: id, by: priya, at: at.world.now().toISOString() }
  must(
    await session.workspace.addReview(
      reviewRecordSchema.parse({ ...own, kind: 'decision', hash: written, decision: 'good' }),
    ),
  )
  writeFileSync(join(session.workspace.root, path), `${session.workspace.text(id)}\nAnd more.\n`)
  await session.workspace.refresh()
  session.knowing.forget()
  expect(must(await session.live.plan())).toMatchObject({ ready: [], heldBack: [{ title: 'Travel to school' }] })
})
