import type { LiveState } from '../../shared/contract/index.ts'
import { isRefusal, type Refusal, refuse } from '../../shared/outcome.ts'
import { isOnItsWay, type LiveStore, notKnown, type Pending, stillLive } from './live-state.ts'
import { lookAtWeb } from './look.ts'
import type { OnProgress } from './progress.ts'
import type { PublishWorld } from './publish-world.ts'
import { sampleOf } from './sample.ts'
import { build, builtManifest, deliverAll, keep, type Publication, type Run, share } from './send.ts'
import { stopped } from './stopped.ts'
import type { NotReached } from './targets/index.ts'

/** The road of every publish and of every undo, from what is to be live to having seen it on the web. */

export interface Going {
  signal?: AbortSignal
}

/** Answers what is to be published; `resume` when only an earlier publish has still to be sent. */
export type Choose = () => Promise<
  Pick<Publication, 'files' | 'titles' | 'why' | 'reason' | 'sentence'> | 'resume' | Refusal
>

const defaultLook = 120_000

export async function publishFiles(
  world: PublishWorld,
  store: LiveStore,
  going: Going,
  choose: Choose,
): Promise<LiveState | Refusal> {
  const before = store.known().state
  const isShared = (await world.history.remote()) !== null
  await store.set({ state: building(isShared ? 'Looking at the shared copy' : 'Getting ready') })
  /** Nothing has changed anywhere yet: the state is what it was, and the sentence says why. */
  const back = async (why: Refusal) => {
    await store.set({ state: before })
    return why
  }
  const run = await startRun(world, store, going)
  if (isRefusal(run)) return await back(run)
  const behind = await catchUp(world, run)
  if (behind !== null) return await fail(store, behind)
  const chosen = await choose()
  if (chosen === 'resume') return await goOn(world, store, run)
  if (isRefusal(chosen)) return await back(chosen)
  const now = new Date(world.clock.now()).toISOString()
  const publication = { ...chosen, publish: world.newId(), at: now }
  const builtBefore = await builtManifest(world)
  const built = await build(world, publication, run)
  if (isRefusal(built)) return built.code === 'stopped' ? await back(built) : await fail(store, built)
  if (going.signal?.aborted) return await back(stopped())
  const kept = await keep(world, publication, run.by)
  if (isRefusal(kept)) return await fail(store, kept)
  const everything = store.known().altered !== null
  const begun = isOnItsWay(store.known().pending)
  await store.set({ pending: { ...kept, everything, begun }, sample: sampleOf(builtBefore, built) })
  return await goOn(world, store, run)
}

/** Sends what is waiting, if anything is. */
export async function resumePending(world: PublishWorld, store: LiveStore, going: Going): Promise<LiveState | Refusal> {
  if (store.known().pending === null) return store.known().state
  const run = await startRun(world, store, going)
  return isRefusal(run) ? run : await goOn(world, store, run)
}

/** From a live version that families do not have yet to one that was seen on the web. */
async function goOn(world: PublishWorld, store: LiveStore, run: Run): Promise<LiveState | Refusal> {
  const { pending } = store.known()
  if (pending === null) return store.known().state
  const isShared = (await world.history.remote()) !== null
  await store.set({ state: building(isShared ? 'Sharing with colleagues' : 'Getting ready to send') })
  // Also where it was shared long ago: a colleague may have published since, and theirs is not to be written over.
  const shared = await share(world, pending, run)
  if (shared.kind === 'refused' && shared.code === 'overtaken') await store.set({ pending: null })
  if (shared.kind !== 'shared') return await fail(store, shared)
  // Noted as begun before it is: where Signpost ends meanwhile, nobody knows how far it came.
  const delivering: Pending = { ...pending, stage: 'deliver', begun: true }
  await store.set({ pending: delivering })
  let { begun } = pending
  const onBegun = () => {
    begun = true
  }
  const delivered = await deliverAll(world, delivering, { ...run, onBegun })
  if (delivered.kind !== 'delivered') {
    await store.set({ pending: { ...delivering, begun } })
    return await fail(store, delivered)
  }
  await store.set({ pending: null, state: sent(pending, delivered.url) })
  if (delivered.url === null) return store.known().state
  const until = world.clock.now() + (world.lookFor ?? defaultLook)
  return await lookAtWeb(world, store, { until, signal: run.signal })
}

async function startRun(world: PublishWorld, store: LiveStore, { signal }: Going): Promise<Run | Refusal> {
  const by = world.me()
  if (by === null) {
    return refuse('nobody', 'Signpost does not know who you are yet.', 'Say your name in Settings, then publish again.')
  }
  const onProgress: OnProgress = progress => store.tell({ kind: 'building', ...progress })
  const withSignal = signal === undefined ? {} : { signal }
  return { by, network: { ...(await world.network()), ...withSignal }, onProgress, ...withSignal }
}

/**
 * Starts from what colleagues published last, where the shared copy can be reached. Where it cannot, the publish goes on
 * up to the point at which it has to be shared, and waits there.
 */
async function catchUp({ history }: PublishWorld, run: Run): Promise<Refusal | null> {
  if ((await history.remote()) === null) return null
  const fetched = await history.fetch(['live'], run.network)
  return isRefusal(fetched) ? fetched : null
}

function building(sentence: string): LiveState {
  return { kind: 'building', done: 0, total: null, sentence }
}

function sent({ publish, at }: Pending, url: string | null): LiveState {
  const sentence =
    url === null
      ? 'The site was sent. Signpost cannot look whether families have it until Settings says at which address they read it.'
      : `The site was sent. Signpost is looking at ${url}.`
  return { kind: 'sent', publish, at, sentence }
}

async function fail(store: LiveStore, why: Refusal | NotReached): Promise<LiveState> {
  const words = why.kind === 'waiting' ? waitingWords(why) : why
  const { sentence, nextStep } = words
  // A colleague's is on its way instead.
  const isOvertaken = why.kind === 'refused' && why.code === 'overtaken'
  const families = isOvertaken ? notKnown(store.known()) : stillLive(store.known())
  await store.set({ state: { kind: 'failed', sentence, nextStep, stillLive: families } })
  return store.known().state
}

function waitingWords({ reason, place = 'the shared copy' }: NotReached): { sentence: string; nextStep: string } {
  const why = reason === 'offline' ? `this laptop cannot reach ${place}` : `${place} is busy`
  return {
    sentence: `The site is ready on this laptop and waits to be sent, because ${why}.`,
    nextStep: 'Signpost sends it by itself as soon as it can.',
  }
}
