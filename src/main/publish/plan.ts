import type { Entry } from '../../shared/content/index.ts'
import type { Standing } from '../../shared/review/index.ts'
import { problemsIn, type SiteInput, siteIndex, unfitMedia } from '../../shared/site/index.ts'
import {
  althoughSentence,
  heldBackSentence,
  movedSentence,
  notCheckedSentence,
  problemsSentence,
  readySentence,
  removedSentence,
  stepsDownSentence,
  withdrawnSentence,
} from './plan-words.ts'
import type { Change, Decided, HeldBack, Leave, PlanInput, Planned, Versioned, Why } from './planned.ts'
import { mediaIn } from './site-files.ts'

/**
 * What the next publish will do: pure, from the desk, the live site and what people decided. Only versions that somebody
 * approved (or let through urgently) go live; a page that is held back keeps the version that families see now.
 */

type Verdict =
  | { kind: 'same' }
  | ({ kind: 'ready' } & Planned)
  | ({ kind: 'held' } & HeldBack)
  | { kind: 'off'; sentence: string }

export function decide(input: PlanInput): Decided {
  const live = new Map<string, Versioned>(input.live.map(item => [item.entry.fields.id, item]))
  const verdicts = new Map<string, Verdict>(
    input.desk.map(item => [item.entry.fields.id, judge(input, item, live.get(idOf(item)))]),
  )
  settle(input, verdicts, live)
  const judged = [...verdicts.values()]
  const gone = input.live.filter(item => isGone(input, verdicts, item)).map(item => removal(input, verdicts, item))
  const ready = [...judged.filter(verdict => verdict.kind === 'ready'), ...gone]
  return {
    ready: ready.toSorted(byPath),
    heldBack: judged.filter(verdict => verdict.kind === 'held').toSorted(byPath),
    after: afterwards(input, verdicts, live),
  }
}

/** Why nothing of a page's file but its words could be read, or null. */
function unreadable(entry: Entry): string | null {
  return entry.trouble.find(({ field }) => field === 'file')?.sentence ?? null
}

const idOf = ({ entry }: { entry: Entry }): string => entry.fields.id

function byPath(one: { entry: Entry }, other: { entry: Entry }): number {
  return one.entry.path < other.entry.path ? -1 : 1
}

function judge(input: PlanInput, item: Versioned, live: Versioned | undefined): Verdict {
  const { entry, hash } = item
  const standing = input.standings.get(idOf(item))
  const withdrawn = standing?.withdrawn ?? null
  if (withdrawn !== null) return { kind: 'off', sentence: withdrawnSentence(input, entry, withdrawn) }
  const late = input.late.get(idOf(item))
  const stepsDown = late?.act === 'step-down' ? late : null
  if (stepsDown !== null && live !== undefined)
    return { kind: 'off', sentence: stepsDownSentence(input, entry, stepsDown) }
  const isSame = live?.hash === hash && live.entry.path === entry.path
  const change: Change = live === undefined ? 'new' : live.entry.path === entry.path ? 'changed' : 'moved'
  const held = (why: Why, sentence: string, mayGoAlthough: readonly string[] = []): Verdict => ({
    kind: 'held',
    ...item,
    why,
    sentence,
    mayGoAlthough,
  })
  if (isSame) {
    // Families keep the picture that they see: only the one that somebody put in its place is unfit.
    const unfit = unfitMedia(input.site.media, mediaIn(entry))
    return unfit.length === 0 ? { kind: 'same' } : held('problems', problemsSentence(unfit))
  }
  if (input.choices.has(idOf(item))) return held('choice', 'You and a colleague changed the same words. Choose first.')
  const unread = unreadable(entry)
  if (unread !== null) return held('problems', unread)
  const problems = input.problems.get(idOf(item)) ?? []
  if (problems.length > 0) return held('problems', problemsSentence(problems), problems)
  const leave = leaveFor(standing, live?.hash === hash)
  if (leave === null) return held(...heldBackSentence(standing, input.today))
  if (stepsDown !== null) return held('not-checked', notCheckedSentence(input, stepsDown))
  const approval = readySentence(standing, leave, input.today)
  const sentence =
    change === 'moved' && live !== undefined ? movedSentence(live.entry, entry, input.site.config, approval) : approval
  const although = input.although.get(idOf(item))
  const words = although === undefined ? sentence : `${althoughSentence(although, input.today)} ${sentence}`
  const ready = { entry, hash, change, sentence: words }
  return { kind: 'ready', ...ready, urgent: leave === 'urgent', although: although !== undefined }
}

/** Why these exact words may go live, or null. A “needs changes” that came after takes every leave back. */
function leaveFor(standing: Standing | undefined, isLive: boolean): Leave | null {
  if (standing === undefined || standing.withdrawn !== null) return null
  const { decision, urgent } = standing
  const refused = decision?.decision === 'needs-changes'
  if (urgent !== null && !(refused && decision.id > urgent.id) && decision?.decision !== 'good') return 'urgent'
  if (refused) return null
  if (decision !== null) return 'approved'
  return isLive ? 'live-already' : null
}

/**
 * Holds back what would have a dead link, a missing picture or somebody else's address on the site that is being planned.
 * Holding one page back can leave another's link without an end, so this goes on until nothing changes any more.
 */
function settle(input: PlanInput, verdicts: Map<string, Verdict>, live: ReadonlyMap<string, Versioned>): void {
  for (let settled = false; !settled; ) {
    settled = true
    const site = siteIndex(siteOf(input, afterwards(input, verdicts, live)))
    for (const [id, verdict] of verdicts) {
      if (verdict.kind !== 'ready') continue
      const problems = [...problemsIn(site, id).map(problem => problem.sentence), ...(input.rendered.get(id) ?? [])]
      if (problems.length === 0) continue
      const { entry, hash } = verdict
      const sentence = problemsSentence(problems)
      // Nobody lets this through: families would meet a dead end, whatever the reason was.
      verdicts.set(id, { kind: 'held', entry, hash, why: 'problems', sentence, mayGoAlthough: [] })
      settled = false
    }
  }
}

/** The site as it will be, but for what follows from its pages. */
export function siteOf(input: Pick<PlanInput, 'site'>, entries: readonly Versioned[]): SiteInput {
  return {
    ...input.site,
    checks: new Map(),
    late: new Set(),
    news: [],
    barriers: null,
    pages: entries.flatMap(({ entry }) => (entry.kind === 'page' ? [entry] : [])),
    services: entries.flatMap(({ entry }) => (entry.kind === 'service' ? [entry] : [])),
  }
}

/** Ready ones from the desk first, what stays from live after: of two at one address the live one keeps it. */
function afterwards(
  input: PlanInput,
  verdicts: ReadonlyMap<string, Verdict>,
  live: ReadonlyMap<string, Versioned>,
): Decided['after'] {
  const ready = [...verdicts.values()].flatMap(verdict =>
    verdict.kind === 'ready' ? [{ entry: verdict.entry, hash: verdict.hash, from: 'desk' as const }] : [],
  )
  const moved = new Set(ready.map(idOf))
  const kept = [...live.values()].filter(item => !moved.has(idOf(item)) && !isGone(input, verdicts, item))
  return [...ready, ...kept.map(item => ({ ...item, from: 'live' as const }))]
}

function isGone(input: PlanInput, verdicts: ReadonlyMap<string, Verdict>, item: Versioned): boolean {
  const verdict = verdicts.get(idOf(item))
  if (verdict !== undefined) return verdict.kind === 'off'
  // A file that cannot be read may have lost even its id: what families see of it stays.
  return !input.desk.some(({ entry }) => entry.path === item.entry.path && unreadable(entry) !== null)
}

function removal(input: PlanInput, verdicts: ReadonlyMap<string, Verdict>, item: Versioned): Planned {
  const verdict = verdicts.get(idOf(item))
  const sentence = verdict?.kind === 'off' ? verdict.sentence : removedSentence(input, item.entry)
  return { ...item, change: 'removed', sentence, urgent: false, although: false }
}
