import type { Problem } from '../../shared/checks/index.ts'
import type { Entry } from '../../shared/content/index.ts'
import type { OutsideLinks } from '../../shared/contract/index.ts'
import { type Refusal, refuse } from '../../shared/outcome.ts'
import { withoutFragment } from './outside-links.ts'
import type { Session } from './session.ts'
import { wholeSite } from './whole-site.ts'

/** Where links to other sites lead, for a report: what is broken, page by page, and what cannot be called so, in sentences. */
export interface LinksOut {
  broken: ReadonlyMap<Entry, readonly Problem[]>
  notSeen: readonly string[]
}

/** Looks at what is due, and tells what is known then; each step is said to `onLook`. */
export async function linksOut(
  session: Session,
  onLook: (done: number, total: number) => void,
  signal: AbortSignal,
): Promise<LinksOut | Refusal> {
  const stop = () => session.links.stop()
  signal.addEventListener('abort', stop)
  try {
    await session.links.lookDue(onLook)
  } finally {
    signal.removeEventListener('abort', stop)
  }
  if (signal.aborted) {
    return refuse('stopped', 'You stopped this before it was done.', 'Start again when you are ready.')
  }
  const { links } = await session.links.links()
  const why = new Map(links.flatMap(link => (link.kind === 'broken' ? [[link.href, link.why] as const] : [])))
  const site = await wholeSite(session)
  const broken = site.entries.map((entry): [Entry, Problem[]] => [
    entry,
    site.seen(entry).outside.flatMap(({ href, text, path }) => {
      const reason = why.get(withoutFragment(href) ?? '')
      return reason === undefined ? [] : [brokenLink(text, href, reason, path)]
    }),
  ])
  return { broken: new Map(broken.filter(([, problems]) => problems.length > 0)), notSeen: notSeenOf(links) }
}

function brokenLink(text: string, href: string, reason: string, path: number[]): Problem {
  return {
    rule: 'link-out',
    severity: 'warning',
    wcag: [],
    message: `“${text.trim()}” leads to ${href}. ${reason}`,
    why: 'Whoever follows it comes to nothing, and has to look for the rest of the way alone.',
    place: { path },
    field: 'body',
  }
}

function notSeenOf(links: OutsideLinks): string[] {
  const many = (kind: OutsideLinks[number]['kind']) => links.filter(link => link.kind === kind).length
  const [once, unknown] = [many('failed-once'), many('unknown')]
  return [
    ...(once === 0
      ? []
      : [`Links to other sites that failed today, and are broken if they fail on another day too: ${once}.`]),
    ...(unknown === 0
      ? []
      : [
          `Links to other sites that could not be checked, because the site answers people alone or asks for it: ${unknown}.`,
        ]),
  ]
}
