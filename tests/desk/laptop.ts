import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { expect } from 'vitest'
import * as desk from '../../src/main/desk/index.ts'
import { openSettings, sessionSecrets } from '../../src/main/settings/index.ts'
import type { AppEvent } from '../../src/shared/contract/index.ts'
import { isRefusal, type Refusal } from '../../src/shared/outcome.ts'
import type { Person } from '../../src/shared/review/index.ts'

export const priya: Person = { name: 'Priya Nair', email: 'priya@example.org' }
export const danny: Person = { name: 'Danny Frost', email: 'danny@example.org' }

/** A laptop without a window: the desk on real files and a real history, with a clock of its own. */
export interface Laptop {
  world: desk.World
  /** Another one after a restart. */
  readonly session: desk.Session
  told: AppEvent[]
  folder: string
  /** The same laptop with somebody else at it. */
  as(person: Person): desk.Session
  tick(ms: number): void
  /** Signpost is closed and started again on the same folder. */
  restart(): Promise<void>
}

const resources = new URL('../../resources', import.meta.url).pathname
const opened: { close(): Promise<void>; folder: string }[] = []

export async function laptop(me: Person = priya, start = '2026-11-22T10:00:00.000Z'): Promise<Laptop> {
  return begin(me, start, (world, folder) =>
    desk.beginNew(world, {
      name: 'Southend Local Offer',
      council: 'Anytown Council',
      me,
      folder: join(folder, 'offer'),
    }),
  )
}

/** A colleague's laptop, which joins the team's workspace with an access token of its own. */
export async function joining(me: Person, address: string, token: string): Promise<Laptop> {
  return begin(me, '2026-11-22T10:00:00.000Z', (world, folder) =>
    desk.beginJoin(
      world,
      { address, token, ...me, folder: join(folder, 'offer') },
      { onProgress: () => undefined, signal: new AbortController().signal },
    ),
  )
}

export async function sampleLaptop(): Promise<Laptop> {
  return begin(priya, new Date().toISOString(), (world, folder) => desk.beginSampleIn(world, join(folder, 'sample')))
}

type Begin = (world: desk.World, folder: string) => Promise<{ root: string } | Refusal>

async function begin(me: Person, start: string, how: Begin): Promise<Laptop> {
  const folder = await mkdtemp(join(tmpdir(), 'signpost-desk-'))
  const told: AppEvent[] = []
  let now = Date.parse(start)
  const settings = await openSettings({ data: join(folder, 'data'), now: () => new Date(now) })
  const world: desk.World = {
    now: () => new Date(now),
    resources,
    data: join(folder, 'data'),
    version: '0.0.0',
    settings,
    secrets: sessionSecrets(),
    fetch: globalThis.fetch,
    me,
    token: null,
    emit: event => told.push(event),
  }
  const begun = must(await how(world, folder))
  const open = async () => must(await desk.openSession(begun.root, world, await desk.builtInChecklists(resources)))
  let session = await open()
  opened.push({ close: () => session.close(), folder })
  return {
    world,
    get session() {
      return session.session
    },
    told,
    folder,
    as(person) {
      world.me = person
      return session.session
    },
    tick(ms) {
      now += ms
    },
    async restart() {
      await session.close()
      session = await open()
    },
  }
}

export async function closeLaptops(): Promise<void> {
  for (const { close, folder } of opened.splice(0)) {
    await close()
    // What goes on behind a sharing, such as a publish that waited, may still be putting its last file away.
    await rm(folder, { recursive: true, force: true, maxRetries: 10 })
  }
}

/** The team works for the council of which a published evaluation found gaps. */
export async function knowGaps({ session }: Laptop): Promise<void> {
  must(await desk.setConfig(session, { ...session.workspace.config(), council: 'Southend-on-Sea City Council' }))
}

/** Answers a question as the window does: the reply is kept, then finished, then shared. */
export async function answerAtOnce({ session }: Laptop, id: string, answer: 'mine' | 'theirs' | 'both'): Promise<void> {
  must(await desk.keepReply(session, id, { answer, written: null }))
  expect(must(await desk.finishChoices(session, [id])).used).toBe(1)
  await session.sharing.now()
}

/** The value, where a test needs it; a refusal's own words where it was refused. */
export function must<T>(value: T | Refusal): Exclude<T, Refusal> {
  if (isRefusal(value)) throw new Error(`${value.code}: ${value.sentence} ${value.detail ?? ''}`)
  return value as Exclude<T, Refusal>
}
