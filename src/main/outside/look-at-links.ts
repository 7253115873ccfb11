import { type Look, lookAtLink } from './look-at-link.ts'
import type { Reach } from './reach.ts'

export interface RoundOptions {
  reach: Reach
  /** Who is asking, said to every server. */
  agent: string
  signal: AbortSignal
  /** Between two questions to one host, in milliseconds. */
  pause: number
  wait(ms: number): Promise<void>
  patience?: number
  onLook?(href: string, look: Look): void
}

/** Hosts that are asked at the same time. */
const atOnce = 3

/**
 * Looks at many addresses: a few hosts at a time, each with a pause between two questions. Where nobody at all answered,
 * it is this computer that is not online, and nothing is said of anybody.
 */
export async function lookAtLinks(hrefs: readonly string[], options: RoundOptions): Promise<Map<string, Look>> {
  const { signal, wait, pause, onLook } = options
  const byHost = [
    ...Map.groupBy(new Set(hrefs.filter(href => URL.canParse(href))), href => new URL(href).host).values(),
  ]
  const looks = new Map<string, Look>()
  const turns = new Map<string, Promise<void>>()
  /** The next one who asks this host waits for the one before, and then for the pause. */
  const turn = async (host: string) => {
    const before = turns.get(host)
    const mine = (before ?? Promise.resolve()).then(() => (before === undefined ? undefined : wait(pause)))
    turns.set(host, mine)
    await mine
    signal.throwIfAborted()
  }
  const robots = new Map()
  const workers = Array.from({ length: atOnce }, async () => {
    for (let host = byHost.shift(); host !== undefined; host = byHost.shift()) {
      for (const href of host) {
        const look = await lookAtLink(href, { ...options, robots, turn })
        looks.set(href, look)
        onLook?.(href, look)
      }
    }
  })
  await Promise.all(workers)
  return somebodyAnswered(looks) ? looks : new Map([...looks].filter(([, { kind }]) => kind !== 'fails'))
}

function somebodyAnswered(looks: ReadonlyMap<string, Look>): boolean {
  return [...looks.values()].some(
    look =>
      look.kind === 'works' ||
      ('status' in look && look.status !== null) ||
      (look.kind === 'unknown' && look.why === 'refused'),
  )
}
