import { type Instant, instantSchema } from '../../shared/content/index.ts'
import type { LiveState } from '../../shared/contract/index.ts'
import { isRefusal } from '../../shared/outcome.ts'
import { siteUrl } from '../../shared/site/index.ts'
import { type LiveStore, stillLive } from './live-state.ts'
import { publishIdOf } from './publish-log.ts'
import type { PublishWorld } from './publish-world.ts'
import { publishSettings } from './send.ts'
import { sentenceOf, type Verified, verify } from './verify.ts'

export interface Looking {
  /** On the world's clock, in milliseconds; looks once at least. */
  until: number
  signal?: AbortSignal | undefined
}

/** Looks whether the newest publish, whoever made it, is what the web gives. The only place that ever says “live”. */
export async function lookAtWeb(world: PublishWorld, store: LiveStore, { until, signal }: Looking): Promise<LiveState> {
  const [newest] = await world.history.logOf('live', 1)
  const settings = await publishSettings(world)
  const url = isRefusal(settings) ? null : siteUrl(settings.url)
  if (newest === undefined || url === null || store.known().pending !== null) return store.known().state
  const publish = publishIdOf(newest)
  const seen = await verify({
    url,
    publish,
    fetch: world.fetch,
    clock: world.clock,
    deadline: until,
    ...(signal === undefined ? {} : { signal }),
  })
  const checkedAt = instantSchema.parse(new Date(world.clock.now()).toISOString())
  if (seen.kind === 'live') {
    const facts = { publish, at: newest.at, checkedAt, url }
    await store.set({ state: { kind: 'live', ...facts }, seen: facts })
  } else {
    await store.set({ state: notLive(store, seen, { publish, at: newest.at }, url) })
  }
  return store.known().state
}

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
      return { kind: 'failed', sentence, nextStep, stillLive: stillLive(store.known()) }
    case 'other-publish':
    case 'missing':
    case 'server-trouble':
    case 'unreachable':
    case 'stopped':
      return { kind: 'sent', ...sent, sentence: `${sentence} ${nextStep}` }
  }
}
