import { join } from 'node:path'
import { ulid } from 'ulid'
import type { Entry } from '../../shared/content/index.ts'
import { type ReviewRecord, type Standing, standing } from '../../shared/review/index.ts'
import { countedCriteria } from '../../shared/site/index.ts'
import { breather } from '../files/index.ts'
import {
  type Although,
  type Clock,
  contentKey,
  openPublisher,
  type PlanAsked,
  type PlanFacts,
  type Publisher,
  type Versioned,
} from '../publish/index.ts'
import { programName, rememberedOf, workspaceDataFolder, workspaceKey } from '../settings/index.ts'
import { stopsOf } from './although.ts'
import { tokenOf } from './connection.ts'
import { contentOf } from './content-of.ts'
import { latePages, offTheSite } from './late-pages.ts'
import type { LiveSite } from './parts.ts'
import { meIn, type Session } from './session.ts'
import { wayInto } from './web-hosts.ts'
import { workedOut } from './worked-out.ts'

export function createLiveSite(session: () => Session): LiveSite {
  const publisher = workedOut(() => open(session()))
  const then =
    <A extends unknown[], R>(call: (publisher: Publisher) => (...words: A) => Promise<R>) =>
    async (...words: A): Promise<R> =>
      call(await publisher.get())(...words)
  return {
    plan: then(each => each.plan),
    state: then(each => each.state),
    publish: then(each => each.publish),
    verify: then(each => each.verify),
    seen: then(each => each.seen),
    before: then(each => each.before),
    undo: then(each => each.undo),
    resume: then(each => each.resume),
    build: then(each => each.build),
  }
}

function open(session: Session): Promise<Publisher> {
  const { world, workspace, history } = session
  const key = workspaceKey(workspace.root)
  return openPublisher({
    history,
    dataFolder: workspaceDataFolder(world.data, workspace.root),
    program: programName(world.version),
    theme: join(world.resources, 'site'),
    known: () => readOnDesk(session),
    facts: asked => factsFor(session, asked),
    records: async () => recordsIn(await session.knowing.all()),
    late: today => latePages(session, today),
    off: today => offTheSite(session, today),
    me: () => meIn(session),
    network: async () => {
      const token = await tokenOf(session)
      return { auth: token === null ? null : { token } }
    },
    mayWrite: folder => rememberedOf(world.settings.data(), key).publishFolders.includes(folder),
    wayIn: host => wayInto(session, host),
    fetch: world.fetch,
    clock: clockOf(world.now),
    newId: () => ulid(world.now().getTime()),
    onState: state => world.emit({ kind: 'live', state }),
  })
}

type AllKnown = Awaited<ReturnType<Session['knowing']['all']>>

/** Worked out once for what is known of all pages, which is another thing as soon as anything of it is. */
const recordsOf = new WeakMap<AllKnown, ReadonlyMap<string, readonly ReviewRecord[]>>()

function recordsIn(known: AllKnown): ReadonlyMap<string, readonly ReviewRecord[]> {
  const records =
    recordsOf.get(known) ??
    new Map<string, readonly ReviewRecord[]>([...known].map(([id, facts]) => [id, facts.records]))
  recordsOf.set(known, records)
  return records
}

/** What a copy was given by the workspace (an id of its own) is not in its file, so only what is without trouble counts. */
function readOnDesk({ workspace }: Session): ReadonlyMap<string, Versioned> {
  const sound = workspace.entries().filter(entry => entry.trouble.length === 0)
  return new Map(
    sound.flatMap((entry): [string, Versioned][] => {
      const [oid, hash] = [contentOf(workspace, entry), workspace.hash(entry.fields.id)]
      return oid === null || hash === null ? [] : [[contentKey(entry.path, oid), { entry, hash }]]
    }),
  )
}

/** A plan is made of versions, so a page's standing is worked out for the words of its version. */
async function factsFor(session: Session, asked: PlanAsked): Promise<PlanFacts> {
  const known = await session.knowing.all()
  const checkFacts = await session.checking.facts()
  const standings = new Map<string, Standing>()
  const problems = new Map<string, readonly string[]>()
  const although = new Map<string, Although>()
  const breathe = breather()
  for (const { entry, hash } of asked.desk) {
    const { id } = entry.fields
    const live = asked.live.get(id) ?? null
    const facts = known.get(id)
    const records = facts?.records ?? []
    const isOfThese = facts?.hash === hash && (facts.live?.hash ?? null) === live
    standings.set(id, isOfThese ? facts.standing : standing(hash, live, records, facts?.changed?.by ?? null))
    // What families see already was checked when it was published.
    if (hash === live) continue
    await breathe()
    const stops = stopsOf(session.checking.judge(entry, checkFacts, records).problems, entry, hash, records)
    const [newest] = stops.let.map(({ by }) => by).toSorted((a, b) => b.at.localeCompare(a.at))
    if (stops.open.length > 0) problems.set(id, stops.open.map(sentence))
    else if (newest !== undefined)
      although.set(id, { ...newest, problems: stops.let.map(({ problem }) => sentence(problem)) })
  }
  // An undo that asks holds nothing back: what stands now is what everybody has.
  const waiting = (await session.choices.list()).filter(({ undoing }) => undoing === undefined)
  const choices = new Set<string>(waiting.flatMap(choice => choice.page ?? []))
  const barriers = (entry: Entry) => {
    const found = session.checking.judge(entry, checkFacts, known.get(entry.fields.id)?.records ?? []).problems
    return countedCriteria(found.flatMap(({ severity, wcag }) => (severity === 'notice' ? [] : wcag)))
  }
  return { standings, problems, although, choices, barriers }
}

const sentence = ({ message }: { message: string }) => message

function clockOf(now: () => Date): Clock {
  return {
    now: () => now().getTime(),
    wait: (ms, signal) =>
      new Promise(resolve => {
        const done = () => {
          clearTimeout(timer)
          signal?.removeEventListener('abort', done)
          resolve()
        }
        const timer = setTimeout(done, ms)
        if (signal?.aborted) done()
        else signal?.addEventListener('abort', done, { once: true })
      }),
  }
}
