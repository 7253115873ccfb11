import { type Instant, instantSchema } from '../../shared/content/index.ts'
import type { LiveState } from '../../shared/contract/index.ts'
import { isRefusal } from '../../shared/outcome.ts'
import { siteUrl } from '../../shared/site/index.ts'
import { isOnItsWay, type LiveStore, notKnown, type Seen, whenOf } from './live-state.ts'
import { publishIdOf } from './publish-log.ts'
import type { PublishWorld } from './publish-world.ts'
import type { Sample } from './sample.ts'
import { sentenceOf, whatIsOther } from './seen-words.ts'
import { builtTexts, publishSettings } from './send.ts'
import { type PagesToRead, type Verified, verify } from './verify.ts'

export interface Looking {
  /** Nobody asked: what cannot be reached now says nothing, and what was known stays. */
  quiet?: boolean
  /** On the world's clock, in milliseconds; looks once at least. */
  until: number
  signal?: AbortSignal | undefined
}

/** Looks whether the newest publish, whoever made it, is what the web gives. The only place that ever says “live”. */
export async function lookAtWeb(
  world: PublishWorld,
  store: LiveStore,
  { until, signal, quiet = false }: Looking,
): Promise<LiveState> {
  const [newest] = await world.history.logOf('live', 1)
  const settings = await publishSettings(world)
  const url = isRefusal(settings) ? null : siteUrl(settings.url)
  const { pending } = store.known()
  if (newest === undefined || url === null || isRefusal(settings)) return store.known().state
  // One whose sending was cut off may have arrived all the same; of one that was never sent there is nothing to see.
  if (pending !== null && !isOnItsWay(pending)) return store.known().state
  if (quiet && store.known().state.kind === 'building') return store.known().state
  const publish = publishIdOf(newest)
  const seen = await verify({
    url,
    publish,
    ...(await pagesToRead(world, store.known().sample, publish)),
    fetch: world.fetch,
    clock: world.clock,
    deadline: until,
    ...(signal === undefined ? {} : { signal }),
  })
  const checkedAt = instantSchema.parse(new Date(world.clock.now()).toISOString())
  if (seen.kind === 'live') {
    const facts = { publish, at: newest.at, checkedAt, url }
    // Other places may still lack it.
    const stillWaits = pending !== null && settings.targets.length > 1
    await store.set({
      state: { kind: 'live', ...facts },
      seen: facts,
      altered: null,
      ...(!stillWaits && { pending: null }),
    })
  } else if (pending !== null) {
    const { state } = store.known()
    if (state.kind === 'failed' && !quiet) await store.set({ state: { ...state, lookedAt: checkedAt } })
  } else if (!quiet || !saysNothing.has(seen.kind)) {
    const wasSeen = store.known().seen
    const altered = wasSeen?.publish === publish && !saysNothing.has(seen.kind)
    const found = altered ? alteredState(seen, wasSeen, url) : notLive(store, seen, { publish, at: newest.at }, url)
    const state = { ...found, lookedAt: checkedAt }
    await store.set(altered ? { state, altered: publish } : { state })
  }
  return store.known().state
}

/** Of what the web gives, nothing was learned. */
const saysNothing: ReadonlySet<Verified['kind']> = new Set(['server-trouble', 'unreachable', 'stopped'])

/** Families had this very publish, and now they have not: nobody did that from here. */
function alteredState(seen: Exclude<Verified, { kind: 'live' }>, { at }: Seen, url: string): LiveState {
  return {
    kind: 'failed',
    sentence: `The site at ${url} is not as it was published any more: ${whatIsOther(seen, url)}`,
    nextStep:
      'Ask whoever runs the web host what they changed. To put it right from here, publish again: the whole site is sent.',
    stillLive: `The site of ${whenOf(at)} was live, and somebody has changed it on the web since.`,
  }
}

/** What is read back besides the stamp; nothing where this computer has not built this publish. */
async function pagesToRead(
  world: PublishWorld,
  sample: Sample | null,
  publish: string,
): Promise<{ pages?: PagesToRead }> {
  if (sample?.publish !== publish) return {}
  const texts = await builtTexts(world, publish, ['404.html', ...sample.pages])
  const sent = new Map(
    sample.pages.flatMap((path): [string, string][] => {
      const text = texts.get(path)
      return text === undefined ? [] : [[addressOfFile(path), text]]
    }),
  )
  return { pages: { sent, gone: sample.gone.map(addressOfFile), notFound: texts.get('404.html') ?? '' } }
}

const addressOfFile = (path: string) => path.replace(/index\.html$/, '')

/** What may still come right by itself is sent and waiting; what a person has to put right has failed. */
function notLive(
  store: LiveStore,
  seen: Exclude<Verified, { kind: 'live' }>,
  sent: { publish: string; at: Instant },
  url: string,
): LiveState {
  const { sentence, nextStep } = sentenceOf(seen, url)
  switch (seen.kind) {
    case 'not-our-site':
    case 'not-secure':
      return { kind: 'failed', sentence, nextStep, stillLive: notKnown(store.known()) }
    case 'other-publish':
    case 'other-page':
    case 'still-there':
    case 'missing':
    case 'server-trouble':
    case 'unreachable':
    case 'stopped':
      return { kind: 'sent', ...sent, sentence: `${sentence} ${nextStep}` }
  }
}
