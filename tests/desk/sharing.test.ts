import { join } from 'node:path'
import { describe, expect, test, vi } from 'vitest'
import * as desk from '../../src/main/desk/index.ts'
import { type PageId, parseBody } from '../../src/shared/content/index.ts'
import type { SyncState } from '../../src/shared/contract/index.ts'
import { type Refusal, refuse } from '../../src/shared/outcome.ts'
import { startGitServer } from '../git-server/git-server.ts'
import { type Laptop, laptop, must, priya } from './laptop.ts'
import { teamServer } from './team-server.ts'

const ours = teamServer()

/** A laptop with one page that is shared, at the server's own time so that nothing is said about clocks. */
async function sharing(name: string, start = new Date()): Promise<{ at: Laptop; id: PageId }> {
  ours.server.create(name)
  const at = await laptop(priya, start.toISOString())
  const { id } = must(await desk.createPage(at.session, { section: 'education', title: 'Travel', template: 'topic' }))
  must(await desk.connect(at.session, ours.server.url(name), 'priyas-token'))
  expect(at.session.sharing.state().kind).toBe('shared')
  return { at, id }
}

async function write(at: Laptop, id: PageId, body: string): Promise<void> {
  const { hash, entry } = must(await desk.openPage(at.session, id))
  at.tick(60_000)
  must(await desk.savePage(at.session, { id, base: hash, doc: parseBody(body).doc, entry }))
}

/** Does it when the next sharing has gone both ways, before it is told how that went. */
function onceShared(at: Laptop, act: () => Promise<void>): void {
  const { history } = at.session
  const sync = history.sync.bind(history)
  vi.spyOn(history, 'sync').mockImplementationOnce(async options => {
    const result = await sync(options)
    await act()
    return result
  })
}

type Waiting = Extract<SyncState, { kind: 'waiting' }>

function waitingOf(at: Laptop): Waiting {
  const state = at.session.sharing.state()
  if (state.kind !== 'waiting') throw new Error(`${state.kind}, and not waiting`)
  return state
}

describe('what is only on this laptop', { timeout: 60_000 }, () => {
  test('is counted, with the time of the first, also after a restart', async () => {
    const { at, id } = await sharing('counted')
    ours.server.behave({ kind: 'down' })
    await write(at, id, 'One.')
    const since = at.world.now().toISOString().slice(0, 19)
    await write(at, id, 'Two.')
    await at.session.sharing.now()
    expect(waitingOf(at)).toMatchObject({ changes: 2, since: expect.stringContaining(since) })

    await at.restart()
    await at.session.sharing.start()
    const told = waitingOf(at)
    expect(told).toMatchObject({ changes: 2, since: expect.stringContaining(since) })
    ours.server.behave({ kind: 'well' })
    await at.session.sharing.now()
    expect(at.session.sharing.state().kind).toBe('shared')
  })

  test('is told beside the reason why the shared copy says no', async () => {
    const { at, id } = await sharing('said-no')
    await write(at, id, 'One.')
    ours.server.behave({ kind: 'read-only' })
    await at.session.sharing.now()
    expect(at.session.sharing.state()).toMatchObject({ kind: 'refused', code: 'no-permission', changes: 1 })
  })

  test('is told of what was saved while the rest went out', async () => {
    const { at, id } = await sharing('meanwhile')
    await write(at, id, 'One.')
    onceShared(at, () => write(at, id, 'Two.'))
    await at.session.sharing.now()
    expect(waitingOf(at)).toMatchObject({ changes: 1, reason: 'not-started' })
    await at.session.sharing.now()
    expect(at.session.sharing.state().kind).toBe('shared')
  })

  test('is nothing once whoever asked while a sharing ran has their answer', async () => {
    const { at, id } = await sharing('asked-meanwhile')
    const { sharing: shares, history } = at.session
    let asked: Promise<unknown> | undefined
    onceShared(at, async () => {
      await write(at, id, 'One.')
      asked = shares.now()
    })
    await shares.now()
    await asked
    expect(shares.state().kind).toBe('shared')
    expect(await history.unshared()).toEqual({ changes: 0, since: null })
  })

  test('stays here where a sharing is stopped that somebody else waits for too', async () => {
    const { at, id } = await sharing('stopped-for-both')
    const { sharing: shares, history } = at.session
    await write(at, id, 'One.')
    ours.server.behave({ kind: 'slow', ms: 5_000 })
    const both = [shares.now(), shares.now()]
    await vi.waitFor(() => expect(ours.server.log.at(-1)?.status).toBe(0))
    const again = vi.spyOn(history, 'sync')
    shares.cancel()
    expect(await Promise.all(both)).toMatchObject([{ code: 'stopped' }, { code: 'stopped' }])
    expect(again).not.toHaveBeenCalled()
  })

  test('has the words of what stands in the way, where more is known than that one is offline', async () => {
    const { at, id } = await sharing('cut')
    await write(at, id, 'One.')
    ours.server.behave({ kind: 'cut', afterBytes: 40 })
    await at.session.sharing.now()
    expect(waitingOf(at).why?.sentence).toContain('The connection was cut')
    ours.server.behave({ kind: 'down' })
    await at.session.sharing.now()
    expect(waitingOf(at).why).toBeUndefined()
  })
})

test('a fault of the disk while sharing is told in its own words, and not as a fault of Signpost', async () => {
  const { at, id } = await sharing('disk')
  await write(at, id, 'One.')
  vi.spyOn(at.session.history, 'sync').mockRejectedValueOnce(Object.assign(new Error('EIO'), { code: 'EIO' }))
  await at.session.sharing.now()
  expect(at.session.sharing.state()).toMatchObject({
    kind: 'refused',
    code: 'disk-failing',
    sentence: expect.stringContaining('This disk reported a fault'),
  })
  await at.session.sharing.now()
  expect(at.session.sharing.state().kind).toBe('shared')
}, 60_000)

test('a disk that does not let the start look at what is to be shared stops nothing: it is shared a moment later', async () => {
  const { at, id } = await sharing('start')
  await write(at, id, 'One.')
  await at.restart()
  vi.spyOn(at.session.choices, 'list').mockRejectedValueOnce(Object.assign(new Error('EMFILE'), { code: 'EMFILE' }))
  await at.session.sharing.start()
  await vi.waitFor(() => expect(at.session.sharing.state().kind).toBe('shared'), { timeout: 30_000 })
}, 60_000)

test('a new token is judged by a sharing of its own, and not by one that was under way with the former', async () => {
  const { at } = await sharing('new-token')
  const { history, sharing: shares } = at.session
  const former = Promise.withResolvers<Refusal>()
  vi.spyOn(history, 'sync').mockReturnValueOnce(former.promise)
  const underWay = shares.now()
  await vi.waitFor(() => expect(history.sync).toHaveBeenCalled())
  const asked = vi.spyOn(shares, 'now')
  const connected = desk.connect(at.session, ours.server.url('new-token'), 'priyas-token')
  await vi.waitFor(() => expect(asked).toHaveBeenCalled())
  former.resolve(refuse('signed-out', 'The shared copy did not accept your access token.', 'Make a new one.'))
  await underWay
  expect(await connected).toEqual({ kind: 'ok' })
  expect(shares.state().kind).toBe('shared')
}, 60_000)

describe('trying again', { timeout: 60_000 }, () => {
  test('takes longer each time, by a little chance, and almost no time once there is a network again', async () => {
    const { at, id } = await sharing('again')
    await at.session.sharing.start()
    await at.session.sharing.now()
    ours.server.behave({ kind: 'down' })
    await write(at, id, 'One.')
    const pauses: number[] = []
    for (let attempt = 0; attempt < 6; attempt += 1) {
      await at.session.sharing.now()
      pauses.push(Date.parse(waitingOf(at).retryAt ?? '') - at.world.now().getTime())
    }
    for (const [index, pause] of pauses.entries()) {
      expect(pause).toBeGreaterThanOrEqual(5_000 * 2 ** index * 0.75)
      expect(pause).toBeLessThanOrEqual(5_000 * 2 ** index * 1.25)
    }
    ours.server.behave({ kind: 'well' })
    at.session.sharing.online()
    // Left to itself, the next attempt would be two minutes away.
    await vi.waitFor(() => expect(at.session.sharing.state().kind).toBe('shared'), { timeout: 30_000, interval: 50 })
  })

  test('can be stopped while it runs, and says that everything is still here', async () => {
    const { at, id } = await sharing('stopped')
    await write(at, id, 'One.')
    ours.server.behave({ kind: 'slow', ms: 5_000 })
    const attempt = at.session.sharing.now()
    await vi.waitFor(() => expect(ours.server.log.at(-1)?.status).toBe(0))
    at.session.sharing.cancel()
    await attempt
    expect(at.session.sharing.state()).toMatchObject({ kind: 'refused', code: 'stopped', changes: 1 })
  })
})

describe('a clock that differs from the server’s', { timeout: 60_000 }, () => {
  const notices = (at: Laptop) => at.told.flatMap(event => (event.kind === 'notice' ? [event.sentence] : []))

  test('is told once, with both times, and sharing goes on', async () => {
    const { at, id } = await sharing('clock', new Date('2093-03-09T12:00:00Z'))
    await write(at, id, 'One.')
    await at.session.sharing.now()
    expect(at.session.sharing.state().kind).toBe('shared')
    expect(notices(at)).toHaveLength(1)
    expect(notices(at)[0]).toContain('9 March 2093')
  })

  test('is not told where they agree', async () => {
    const { at } = await sharing('right-time')
    expect(notices(at)).toEqual([])
  })
})

describe('testing the connection', { timeout: 60_000 }, () => {
  async function walk(at: Laptop, wish: { address: string | null; token: string }) {
    const found = new Map<string, string>()
    for await (const { step, result } of desk.testConnection(at.world, at.session, wish)) found.set(step, result)
    return Object.fromEntries(found)
  }

  test('uses what is kept, and gives it to no other host', async () => {
    const { at } = await sharing('tested')
    expect(await walk(at, { address: null, token: '' })).toMatchObject({ write: 'good', offer: 'good', clock: 'good' })
    expect(await walk(at, { address: null, token: 'guess' })).toMatchObject({ 'signed-in': 'bad' })

    const other = await startGitServer({ dir: join(ours.folder, 'other'), users: { priya: 'priyas-token' } })
    other.create('tested')
    expect(await walk(at, { address: other.url('tested'), token: '' })).toMatchObject({ 'signed-in': 'bad' })
    expect(other.log.every(({ user }) => user === null)).toBe(true)
    await other.stop()
  })
})
