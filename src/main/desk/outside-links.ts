import { join } from 'node:path'
import type { Entry, IsoDate } from '../../shared/content/index.ts'
import type { OutsideLinks, OutsideState } from '../../shared/contract/index.ts'
import { isRefusal } from '../../shared/outcome.ts'
import { siteUrl } from '../../shared/site/index.ts'
import {
  afterLook,
  holdsFor,
  isBroken,
  type LinksKnown,
  linksKnownSchema,
  lookAtLinks,
  publicInternet,
  type RoundOptions,
} from '../outside/index.ts'
import { readJson, withLinksLookedAt, workspaceDataFolder, writeJson } from '../settings/index.ts'
import type { LinkWatch } from './parts.ts'
import { type Session, todayOf } from './session.ts'
import { wholeSite } from './whole-site.ts'

/** Nobody waits for it: sharing, counting and the first page go before. */
const beginAfterMs = 3 * 60_000
const lookAgainMs = 60 * 60_000
/** Looked at between two words of how far it is. */
const toldAfter = 20

interface Use {
  entry: Entry
  text: string
}

type World = Pick<RoundOptions, 'reach' | 'pause' | 'wait'>

const real: World = {
  reach: publicInternet,
  pause: 3_000,
  wait: ms =>
    new Promise(resolve => {
      setTimeout(resolve, ms).unref()
    }),
}

/**
 * Looks at where links out lead, in the background. Only while a window says that the network costs nothing by the byte,
 * and only where the person at this computer lets it. What is learned stays on this computer.
 */
export function createLinkWatch(session: () => Session, world: World = real): LinkWatch {
  let known: LinksKnown | null = null
  let round: { abort: AbortController; done: number; total: number; work: Promise<void> } | null = null
  let mayAsk = false
  let timer: NodeJS.Timeout | undefined

  const pathOf = () => join(workspaceDataFolder(session().world.data, session().workspace.root), 'links.json')
  const isOn = () => session().world.settings.data().looksAtLinks

  async function read(): Promise<LinksKnown> {
    if (known !== null) return known
    const found = await readJson(pathOf(), linksKnownSchema)
    known = !isRefusal(found) && found.kind === 'read' ? found.value : {}
    return known
  }

  /** A full disk is told by whatever matters; what is lost here is looked at again. */
  async function keep(): Promise<void> {
    const { data } = session().world
    await writeJson(data, pathOf(), known ?? {}).catch(() => undefined)
  }

  async function uses(): Promise<Map<string, Use[]>> {
    const site = await wholeSite(session())
    const found = new Map<string, Use[]>()
    for (const entry of site.entries) {
      for (const { href, text } of site.seen(entry).outside) {
        const address = withoutFragment(href)
        if (address !== null) found.set(address, [...(found.get(address) ?? []), { entry, text }])
      }
    }
    return found
  }

  async function runRound(which: 'due' | 'all', onStep?: (done: number, total: number) => void): Promise<void> {
    const [before, used] = [await read(), await uses()]
    const today = todayOf(session())
    const wanted = [...used.keys()].filter(href => which === 'all' || isDue(before[href], today))
    // What no page leads to any more is forgotten.
    known = Object.fromEntries(Object.entries(before).filter(([href]) => used.has(href)))
    if (wanted.length === 0) return
    const abort = new AbortController()
    const work = lookAtLinks(wanted, {
      ...world,
      agent: agentOf(session()),
      signal: abort.signal,
      onLook() {
        if (round === null) return
        round.done += 1
        onStep?.(round.done, round.total)
        if (round.done % toldAfter === 0) tell()
      },
    })
      .then(async looks => {
        for (const [href, look] of looks)
          known = { ...known, [href]: afterLook(known?.[href], look, todayOf(session())) }
        await keep()
      })
      .catch(error => {
        if (!abort.signal.aborted) throw error
      })
      .finally(() => {
        round = null
        tell()
      })
    round = { abort, done: 0, total: wanted.length, work }
    tell()
    await work
  }

  const tell = () => session().world.emit({ kind: 'changed', ids: [] })

  function later(ms: number): void {
    clearTimeout(timer)
    timer = setTimeout(() => {
      later(lookAgainMs)
      if (mayAsk && isOn() && round === null) runRound('due').catch(console.error)
    }, ms)
    timer.unref()
  }

  const watch: LinkWatch = {
    async links() {
      const [now, used] = [await read(), await uses()]
      const rows = [...used].flatMap(([href, each]): OutsideLinks => {
        const one = now[href]
        if (one === undefined) return []
        const pages = each.map(({ entry, text }) => ({ id: entry.fields.id, title: entry.fields.title, text }))
        if (isBroken(one)) return [{ kind: 'broken', href, on: one.on, why: whyOf(one), pages }]
        if (one.state.kind === 'fails') return [{ kind: 'failed-once', href, on: one.on, why: whyOf(one), pages }]
        return one.state.kind === 'unknown' ? [{ kind: 'unknown', href, on: one.on, why: whyOf(one), pages }] : []
      })
      const state: OutsideState = {
        on: isOn(),
        mayAsk,
        running: round && { done: round.done, total: round.total },
        addresses: used.size,
        looked: [...used.keys()].filter(href => now[href] !== undefined).length,
        last: Object.values(now).reduce<IsoDate | null>(
          (last, { on }) => (last === null || on > last ? on : last),
          null,
        ),
      }
      return { state, links: rows }
    },
    async lookNow() {
      if (round === null) await runRound('all')
      else await round.work
    },
    async lookDue(onStep) {
      // The pauses between two questions keep no program open, and somebody waits for this one.
      const awake = setInterval(() => undefined, 60_000)
      await (round?.work ?? runRound('due', onStep)).finally(() => clearInterval(awake))
    },
    async setOn(on) {
      await session().world.settings.change(data => withLinksLookedAt(data, on))
      if (!on) round?.abort.abort()
      tell()
    },
    network(free) {
      mayAsk = free
      if (!free) round?.abort.abort()
      else if (timer === undefined) later(beginAfterMs)
    },
    stop() {
      clearTimeout(timer)
      round?.abort.abort()
    },
  }
  return watch
}

/** Who asks, and for whom: whoever runs that server can see it and write to somebody. */
function agentOf({ world, workspace }: Session): string {
  const site = siteUrl(workspace.config().publish.url)
  return `Signpost/${world.version} (link check${site === null ? '' : ` for ${site}`})`
}

export function withoutFragment(href: string): string | null {
  if (!URL.canParse(href)) return null
  const address = new URL(href)
  if (forExamples.test(address.hostname)) return null
  address.hash = ''
  return address.href
}

/** RFC 2606: names that stand in examples, and lead nowhere on purpose. */
const forExamples = /(?:^|\.)(?:example(?:\.(?:com|net|org))?|test|invalid)$/

function isDue(one: LinksKnown[string] | undefined, today: IsoDate): boolean {
  if (one === undefined) return true
  return Date.parse(today) - Date.parse(one.on) >= holdsFor(one) * 86_400_000
}

const sentences: Readonly<Record<string, string>> = {
  gone: 'The page is not there any more',
  'server-fault': 'The server answers with a fault',
  'no-such-name': 'There is no such address on the web any more',
  'no-answer': 'Nobody answers at this address',
  certificate: 'Browsers warn of this site: its certificate is not right',
  'round-in-circles': 'The address leads round in circles',
  refused: 'The site only answers people, not programs',
  'asked-not-to': 'The site asks programs not to look at it',
  'not-public': 'The address is not on the public web, so families cannot open it from outside',
}

function whyOf({ state }: LinksKnown[string]): string {
  if (state.kind === 'works') return ''
  const status = state.kind === 'fails' && state.status !== null ? ` (${state.status})` : ''
  return `${sentences[state.why] ?? ''}${status}.`
}
