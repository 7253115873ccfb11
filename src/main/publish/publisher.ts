import { isAbsolute, relative } from 'node:path'
import type { SiteConfig, WorkspacePath } from '../../shared/content/index.ts'
import type { LiveState, Plan } from '../../shared/contract/index.ts'
import { isRefusal, type Refusal, refuse } from '../../shared/outcome.ts'
import { orDiskTrouble } from '../files/index.ts'
import type { BranchVersion, Oid } from '../git/index.ts'
import { barriersName } from './barriers.ts'
import { type Built, buildSite } from './build.ts'
import { differingTitles } from './differing-titles.ts'
import { checkFiles, isCheck } from './last-checks.ts'
import { lateFile } from './late-list.ts'
import { type LiveStore, openLiveStore, seenByFamilies, stillLive, whenOf } from './live-state.ts'
import { lookAtWeb } from './look.ts'
import { madeByPlan } from './made-by-plan.ts'
import { partsMemory, rememberingParts } from './made-parts.ts'
import { makePlan, type Planning } from './make-plan.ts'
import { newsName } from './news.ts'
import { pictureFolder } from './pictures/kept-sizes.ts'
import type { OnProgress } from './progress.ts'
import { type PublishRecord, publishes, publishIdOf, publishSentence } from './publish-log.ts'
import type { PublisherDeps, PublishWorld } from './publish-world.ts'
import { readCache, readEntries, readSite } from './read-site.ts'
import { type Going, publishFiles, resumePending } from './run.ts'
import { notAllowed, publishSettings } from './send.ts'
import { filesOf, nameIn, type SiteFiles } from './site-files.ts'
import { standingSite } from './standing-site.ts'
import { stopped } from './stopped.ts'
import { noKeyTrusted, noWayIn } from './targets/index.ts'

/** Publishing, for the rest of the program. One thing at a time; every answer is also told through `onState`. */
export interface Publisher {
  /** What is known without asking the web. */
  state(): Promise<LiveState>
  plan(): Promise<Plan | Refusal>
  /** Publishes exactly the plan that was seen; `plan` is its name. Refuses with `plan-changed` when it is another by now. */
  publish(plan: string, options?: Going): Promise<LiveState | Refusal>
  /** Looks at the web once; `quiet` where nobody asked, and then what cannot be reached changes nothing. */
  verify(options?: Going & { quiet?: boolean }): Promise<LiveState>
  /** The version that families have, by all that is known here; null where that is not known. */
  seen(): Promise<BranchVersion | null>
  /** Earlier publishes, newest first. */
  before(): Promise<PublishRecord[]>
  /** Puts an earlier publish back by the same road; it becomes the newest one, and the log says why. */
  undo(publish: string, reason: string, options?: Going): Promise<LiveState | Refusal>
  /** Goes on with a publish that was cut off or is waiting for the network; does nothing when there is none. */
  resume(options?: Going): Promise<LiveState>
  /** Builds the site into a folder and tells nobody. */
  build(out: string, from: 'live' | 'desk', options?: Going & { onProgress?: OnProgress }): Promise<Built | Refusal>
}

export async function openPublisher(deps: PublisherDeps): Promise<Publisher> {
  const store = await openLiveStore(deps.dataFolder, deps.onState)
  const world: PublishWorld = {
    ...deps,
    cache: readCache(deps.known),
    site: await siteId(deps, store),
    standing: standingSite(),
    memory: partsMemory(),
  }
  let busy = false

  const planning = () =>
    makePlan({
      history: deps.history,
      cache: world.cache,
      facts: deps.facts,
      records: deps.records,
      late: deps.late,
      today: todayOf(deps),
      stop: config => whyNot(config.publish, deps),
      unsent: unsentOf(store),
    })

  async function alone<T>(work: () => Promise<T>): Promise<T | Refusal> {
    if (busy) return alreadyPublishing
    busy = true
    try {
      const done = await orDiskTrouble(work)
      // Where something did not come to its end, nothing is taken for known.
      if (isRefusal(done)) world.standing.forget()
      if (isRefusal(done) && store.known().state.kind === 'building') tellStopped(store, done)
      return done
    } finally {
      busy = false
    }
  }

  return {
    state: () => currentState(world, store),
    plan: async () => {
      const made = await planning()
      return isRefusal(made) ? made : made.plan
    },
    publish: (plan, options = {}) => alone(() => publishPlan(world, store, planning, plan, options)),
    verify: async ({ signal, quiet = false } = {}) => {
      // What was seen is known from here on, also where the disk takes no note of it.
      await orDiskTrouble(() => lookAtWeb(world, store, { until: deps.clock.now(), signal, quiet }))
      return store.known().state
    },
    seen: () => seenVersion(world, store),
    before: () => publishes(deps.history, store.known()),
    undo: (publish, reason, options = {}) => alone(() => putBack(world, store, { publish, reason }, options)),
    resume: async (options = {}) => {
      const outcome = await alone(() => resumePending(world, store, options))
      return isRefusal(outcome) ? store.known().state : outcome
    },
    build: (out, from, options = {}) => buildInto(world, out, from, options),
  }
}

/** What was begun is not going on any more, and the disk may take no note of that either. */
function tellStopped(store: LiveStore, { sentence, nextStep }: Refusal): void {
  store.tell({ kind: 'failed', sentence, nextStep, stillLive: stillLive(store.known()) })
}

/** Where the first version is known it is not looked for again: the way back to it grows with every version. */
async function siteId({ history }: PublisherDeps, store: LiveStore): Promise<string> {
  const known = store.known().site
  if (known !== null) return known
  const site = (await history.logOf('main')).at(-1)?.version ?? ''
  // Only so that it is not looked for again: publishing goes on where the disk takes no note of it.
  await orDiskTrouble(() => store.set({ site }))
  return site
}

async function seenVersion({ history }: PublishWorld, store: LiveStore): Promise<BranchVersion | null> {
  const log = await history.logOf('live')
  const [newest] = log
  const seen = seenByFamilies(store.known(), newest === undefined ? null : publishIdOf(newest))
  return log.find(version => publishIdOf(version) === seen) ?? null
}

async function publishPlan(
  world: PublishWorld,
  store: LiveStore,
  planning: () => Promise<Planning | Refusal>,
  wanted: string,
  going: Going,
): Promise<LiveState | Refusal> {
  return await publishFiles(world, store, going, async () => {
    const made = await planning()
    if (isRefusal(made)) return made
    if (made.plan.plan !== wanted) return planChanged
    if (made.plan.stop !== null) return refuse('stop', made.plan.stop.sentence, made.plan.stop.nextStep)
    if (made.decided.ready.length === 0 && (await isSentAgain(world, store))) return 'resume'
    const titles = made.decided.ready.map(({ entry }) => entry.fields.title)
    const sentence = publishSentence(made.decided.ready, made.checked)
    return { files: made.files, titles, why: made.reasons(), reason: '', sentence }
  })
}

function unsentOf(store: LiveStore): string | null {
  const { pending, altered } = store.known()
  if (pending !== null) return 'The last publish has still to be sent to the web.'
  return altered === null ? null : 'The whole site is sent again, because somebody changed it on the web.'
}

/** Whether the newest publish has only to be sent, as it was never sent or somebody has changed it since. */
async function isSentAgain({ history }: PublishWorld, store: LiveStore): Promise<boolean> {
  const { pending, altered } = store.known()
  if (pending !== null) return true
  const [newest] = await history.logOf('live', 1)
  if (newest === undefined || altered !== publishIdOf(newest)) return false
  const { at, sentence } = newest
  await store.set({ pending: { publish: altered, at, sentence, stage: 'deliver', everything: true, begun: false } })
  return true
}

interface Wanted {
  publish: string
  reason: string
}

async function putBack(world: PublishWorld, store: LiveStore, wanted: Wanted, going: Going) {
  return await publishFiles(world, store, going, async () => {
    const log = await world.history.logOf('live')
    const version = log.find(one => publishIdOf(one) === wanted.publish)
    if (version === undefined) return noSuchPublish
    if (version === log[0]) return alreadyNewest
    const settings = await publishSettings(world)
    const stop = isRefusal(settings) ? null : await whyNot(settings, world)
    if (stop !== null) return refuse('stop', stop.sentence, stop.nextStep)
    const files = await withoutThoseOff(world, await filesOf(world.history, version.version))
    const live = await readEntries(await filesOf(world.history, 'live'), world.cache)
    const titles = differingTitles(live, await readEntries(files, world.cache))
    const sentence = `Put back the site of ${whenOf(version.at)}`
    return { files, titles, why: [], reason: wanted.reason, sentence }
  })
}

/** Whoever puts an earlier site back did not mean the page that was taken off it for a reason since. */
async function withoutThoseOff(world: PublishWorld, files: SiteFiles): Promise<SiteFiles> {
  const off = await world.off(todayOf(world))
  if (off.size === 0) return files
  const entries = await readEntries(files, world.cache)
  const paths = new Set(entries.flatMap(({ entry }) => (off.has(entry.fields.id) ? [entry.path] : [])))
  return { ...files, names: new Map([...files.names].filter(([path]) => !paths.has(path as WorkspacePath))) }
}

/** A colleague's publish that came in with the sharing is the newest one; whether it is on the web is not known here, and where the team has no place for the site it cannot be. */
async function currentState(world: PublishWorld, store: LiveStore): Promise<LiveState> {
  const { state, seen, pending } = store.known()
  if (state.kind === 'building' || pending !== null) return state
  const [newest] = await world.history.logOf('live', 1)
  if (newest === undefined || seen?.publish === publishIdOf(newest)) return state
  const known = state.kind === 'sent' && state.publish === publishIdOf(newest)
  if (known || state.kind === 'failed') return state
  const settings = await publishSettings(world)
  if (!isRefusal(settings) && settings.targets.length === 0) return state
  const sentence = `${newest.by.name} published this. Signpost has not looked at the web since.`
  return { kind: 'sent', publish: publishIdOf(newest), at: newest.at, sentence }
}

async function buildInto(
  world: PublishWorld,
  out: string,
  from: 'live' | 'desk',
  { signal, onProgress }: Going & { onProgress?: OnProgress },
): Promise<Built | Refusal> {
  const there = await filesOf(world.history, from)
  if (there.names.size === 0) return nothingLive
  const [newest] = await world.history.logOf(from === 'live' ? 'live' : 'main', 1)
  const stamp = { publish: newest === undefined ? '' : publishIdOf(newest), at: newest?.at ?? '' }
  const files = from === 'live' ? there : await withWhatIsSaid(world, there, stamp.at.slice(0, 10))
  return await rememberingParts(world, async parts => {
    const input = await readSite(files, stamp, world.cache)
    if (isRefusal(input)) return input
    if (signal?.aborted) return stopped()
    return await buildSite(input, out, {
      readMedia: name => files.read(`media/${name}`),
      theme: world.theme,
      parts,
      pictures: pictureFolder(world),
      nameOf: path => files.names.get(path),
      site: world.site,
      isOurs: isInside(world.dataFolder, out),
      standing: world.standing,
      ...(onProgress === undefined ? {} : { onProgress }),
      ...(signal === undefined ? {} : { signal }),
    })
  })
}

function isInside(folder: string, path: string): boolean {
  const way = relative(folder, path)
  return !isAbsolute(way) && way.split(/[/\\]/, 1)[0] !== '..'
}

/** The desk has every record of every page; the site needs one a page at most, who is late, and what is new, and reads no other. */
async function withWhatIsSaid(world: PublishWorld, desk: SiteFiles, today: string): Promise<SiteFiles> {
  const after = await readEntries(desk, world.cache)
  const onDesk = new Map(after.map(({ entry, hash }) => [entry.fields.id, hash]))
  const checks = checkFiles({ after, onDesk, records: await world.records(), desk, live: desk, today })
  const live = await filesOf(world.history, 'live')
  const ofLive = [newsName, barriersName].filter(name => live.names.has(name))
  const said = new Map([
    ...checks,
    ...lateFile(after, await world.late(today)),
    ...ofLive.map(name => [name, live] as const),
  ])
  const names = new Map<string, Oid>()
  for (const [path, oid] of desk.names) if (!isCheck(path) && !madeByPlan.includes(path)) names.set(path, oid)
  for (const [path, side] of said) for (const [name, oid] of nameIn(side, path)) names.set(name, oid)
  return {
    names,
    read: path => (said.get(path) ?? desk).read(path),
  }
}

/** By this computer's own calendar. */
function todayOf({ clock }: Pick<PublisherDeps, 'clock'>): string {
  return new Date(clock.now()).toLocaleDateString('sv-SE')
}

async function whyNot(
  { targets }: SiteConfig['publish'],
  { mayWrite, wayIn }: Pick<PublishWorld, 'mayWrite' | 'wayIn'>,
): Promise<Plan['stop']> {
  if (targets.length === 0) {
    return {
      sentence: 'Nobody has said yet where the site goes.',
      nextStep: 'Choose in Settings where the site is put: a folder, a web host, or a place in the shared copy.',
    }
  }
  for (const target of targets) {
    if (target.kind === 'folder' && !mayWrite(target.path)) return { ...notAllowed(target.path), folder: target.path }
    if (target.kind !== 'sftp') continue
    if (target.hostKey === '') return noKeyTrusted(target)
    if ((await wayIn(target))?.hostKey !== target.hostKey) return noWayIn(target)
  }
  return null
}

const alreadyPublishing = refuse(
  'already-publishing',
  'Signpost is publishing at this moment.',
  'Wait until it has finished.',
)
const planChanged = refuse(
  'plan-changed',
  'Something changed since you looked at the plan, so nothing was published.',
  'Look at the plan as it is now, then publish.',
)
const noSuchPublish = refuse(
  'no-such-publish',
  'That publish is not in the log any more. Nothing was changed.',
  'Choose another one.',
)
const alreadyNewest = refuse('already-newest', 'That is the newest publish already.', 'Choose an earlier one.')
const nothingLive = refuse(
  'nothing-live',
  'Nothing has been published yet, so there is no live site to build.',
  'Publish first, or build the pages as they are on the desk.',
)
