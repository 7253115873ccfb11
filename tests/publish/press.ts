import { execFileSync } from 'node:child_process'
import { mkdtempSync } from 'node:fs'
import { join } from 'node:path'
import { openPublisher, type PublisherDeps } from '../../src/main/publish/index.ts'
import { hashOf } from '../../src/main/workspace/index.ts'
import { pageIdSchema, writeRecord } from '../../src/shared/content/index.ts'
import type { LiveState, Plan } from '../../src/shared/contract/index.ts'
import { isRefusal } from '../../src/shared/outcome.ts'
import { type ReviewRecord, standing } from '../../src/shared/review/index.ts'
import { alone, type Laptop, orThrow, team, temporaryFolder } from '../git/team.ts'
import { config, ids, page } from '../site/site-of.ts'
import { serves, webHost } from './web-host.ts'

/** Everything that publishing touches, for real: a workspace with its history, a folder, a git server, a web host. */

export const files = {
  'pages/education/moving.md': page(ids.moving, 'Moving into Southend', `See [travel](page:${ids.travel}).`),
  'pages/education/travel.md': page(ids.travel, 'Travel to school', 'The bus.'),
}

export interface Press {
  laptop: Laptop
  /** The folder that the web host reads. */
  folder: string
  url: string
  states: LiveState[]
  /** What the checks find in every page that goes out. */
  barriers: readonly string[]
  publisher: Awaited<ReturnType<typeof openPublisher>>
  /** Makes exactly these words, as they are on the desk, good to publish. */
  approve(...paths: string[]): void
  publishAll(): Promise<LiveState>
  plan(): Promise<Plan>
  /** As if Signpost had been closed and started again. */
  restart(): Promise<void>
}

export interface Place {
  folder: string
  url: string
}

export async function webPlace(): Promise<Place> {
  const folder = temporaryFolder()
  return { folder, url: await webHost(serves(() => folder)) }
}

export function settings(place: Place, more: readonly unknown[] = [], url = place.url): string {
  return writeRecord(config({ publish: { url, targets: [{ kind: 'folder', path: place.folder }, ...more] } }))
}

export async function press(laptop: Laptop, place: Place, given: Partial<PublisherDeps> = {}): Promise<Press> {
  const approved = new Set<string>()
  const states: LiveState[] = []
  const dataFolder = mkdtempSync(join(temporaryFolder(), 'data-'))
  let made = 0
  const deps: PublisherDeps = {
    history: laptop.history,
    dataFolder,
    program: 'this one',
    theme: 'resources/site',
    facts: async ({ desk, live }) => ({
      standings: new Map(
        desk.map(({ entry: { fields }, hash }) => [
          fields.id,
          standing(hash, live.get(fields.id) ?? null, approved.has(hash) ? [decision(fields.id, hash)] : []),
        ]),
      ),
      problems: new Map(),
      although: new Map(),
      choices: new Set(),
      barriers: () => it.barriers,
    }),
    records: async () => new Map(),
    late: async () => new Map(),
    off: async () => new Set(),
    me: () => laptop.person,
    network: async () => ({ auth: { token: laptop.token } }),
    mayWrite: path => path === place.folder,
    wayIn: async () => null,
    fetch,
    clock: { now: Date.now, wait: async () => {} },
    newId: () => `publish-${laptop.person.name}-${++made}`,
    onState: state => states.push(state),
    lookFor: 0,
    ...given,
  }
  const it: Press = {
    laptop,
    ...place,
    states,
    barriers: [],
    publisher: await openPublisher(deps),
    approve: (...paths) => {
      for (const path of paths) approved.add(hashOf(laptop.read(path)))
    },
    plan: async () => orThrow(await it.publisher.plan()),
    publishAll: async () => orThrow(await it.publisher.publish((await it.plan()).plan)),
    restart: async () => {
      it.publisher = await openPublisher(deps)
    },
  }
  return it
}

function decision(id: string, hash: string): ReviewRecord {
  const by = { name: 'Danny', email: 'danny@example.org' }
  const about = { id: '01JDAXQ4S2Q0M5K7E3V8R90000', page: pageIdSchema.parse(id), by, at: '2026-11-20T12:00:00.000Z' }
  return { ...about, hash, kind: 'decision', decision: 'good', note: '' } as ReviewRecord
}

/** One person without colleagues, whose folder a web host reads. */
export async function alonePress(given: Partial<PublisherDeps> = {}): Promise<Press> {
  const place = await webPlace()
  const laptop = await alone({ ...files, 'signpost.yml': settings(place) })
  return press(laptop, place, given)
}

/** A team with a git server; the site goes to a folder and to a branch of the shared copy. */
export async function teamPress(...names: string[]) {
  const place = await webPlace()
  const text = settings(place, [{ kind: 'branch', branch: 'site' }])
  const { server, laptops } = await team({ ...files, 'signpost.yml': text }, ...names)
  const presses: Press[] = []
  for (const laptop of laptops) presses.push(await press(laptop, place))
  return { server, presses, place }
}

/** What git itself says a branch of the server holds. */
export function onServer(folder: string, branch: string): string[] {
  return execFileSync('git', ['-C', folder, 'ls-tree', '-r', '--name-only', branch], { encoding: 'utf8' })
    .trim()
    .split('\n')
}

export function sentenceOf(state: LiveState): string {
  return 'sentence' in state ? state.sentence : ''
}

export function refusalCode(answer: unknown): string | null {
  return isRefusal(answer) ? answer.code : null
}
