import { isDeepStrictEqual } from 'node:util'
import { z } from 'zod'
import {
  type CheckFacts,
  createChecker,
  judge,
  ownWordsOf,
  type Problem,
  readPolicy,
  rules,
  type Terms,
} from '../../shared/checks/index.ts'
import type { Entry } from '../../shared/content/index.ts'
import { dismissalsIn, type ReviewRecord } from '../../shared/review/index.ts'
import { oneAtATime } from '../settings/index.ts'
import type { Workspace } from '../workspace/index.ts'
import { byManyHands } from './check-hands.ts'
import { type CountPiece, detailsOf } from './check-page.ts'
import type { Checking, Counts, Found } from './parts.ts'
import { seeEntry } from './whole-site.ts'
import { workedOut } from './worked-out.ts'

const foundSchema = z.array(
  z.object({ rule: z.string(), severity: z.enum(['error', 'warning', 'notice']), message: z.string() }),
)

/** What was found is remembered under a name that changes with the rules themselves, so that a new rule is never overlooked. */
const rulesName = digest(
  JSON.stringify(rules.map(rule => [rule.id, rule.severity, ...Object.values(rule.on).map(String)])),
)

/** `version` is the program's: another one may judge the same words otherwise. */
export function createChecking(
  workspace: Workspace,
  records: () => Promise<readonly ReviewRecord[]>,
  today: () => string,
  version: string,
): Checking {
  const checker = createChecker(rules)
  /** An entry is another object once its words are others. */
  const known = new WeakMap<Entry, { name: string; found: readonly Found[]; counts: Counts }>()
  const facts = workedOut(gather)
  /** Whoever asks while it is counted waits for that, and then there is hardly anything left to count. */
  const inTurn = oneAtATime()
  /** Names what was found: which pages and media there are decides which links are broken, and the day which dates have passed. */
  let name = ''

  /** The team's own words come with the settings, from here or from a colleague. */
  let ownKnown = ''
  /** The same facts are the same object, so that what was found with them holds however often somebody asks for them anew. */
  let last: CheckFacts | null = null

  function ownNow(): string {
    const { words, shortForms } = workspace.config()
    return JSON.stringify([words, shortForms])
  }

  async function gather(): Promise<CheckFacts> {
    const entries = workspace.entries()
    const media = await workspace.media.list()
    const titles = new Map<string, string>(entries.map(entry => [entry.fields.id, entry.fields.title]))
    const there = [...titles.keys(), ...media.map(item => (item.moves ? `${item.name} moves` : item.name))]
      .sort()
      .join('\n')
    const day = today()
    name = `found ${version} ${rulesName} ${digest(there)} ${digest(ownNow())} ${day}`
    ownKnown = ownNow()
    const found: CheckFacts = {
      titles,
      media: new Map(media.map(item => [item.name, item.bytes])),
      moving: new Set(media.flatMap(item => (item.moves ? [item.name] : []))),
      today: day,
      own: ownWordsOf(workspace.config()),
    }
    if (last === null || !isDeepStrictEqual(found, last)) last = found
    return last
  }

  /** Of pages that are asked about again and again, such as those that the next publish could take. */
  const lookedAt = new WeakMap<Entry, { now: CheckFacts; problems: Problem[] }>()
  /** `read` is the same entry, where somebody has read its words already. */
  function looked(entry: Entry, now: CheckFacts, read: Entry = entry): Problem[] {
    const before = lookedAt.get(entry)
    if (before?.now === now) return before.problems
    const problems = checker.check(read, now)
    lookedAt.set(entry, { now, problems })
    return problems
  }

  function terms(records: readonly ReviewRecord[]): Terms {
    const { policy } = readPolicy(workspace.config().checks)
    return { policy, dismissals: dismissalsIn(records), today: today() }
  }

  async function countAll(): Promise<boolean> {
    const now = await checking.facts()
    const said = Map.groupBy(await records(), record => record.page)
    const anew: { entry: Entry; name: string; piece: CountPiece }[] = []
    let learned = false
    const learn = (entry: Entry, name: string, found: readonly Found[]) => {
      known.set(entry, { name, found, counts: countsOf(found) })
      learned = true
    }
    for (const entry of workspace.entries()) {
      const decided = terms(said.get(entry.fields.id) ?? [])
      const own = `${name} ${digest(termsName(decided))}`
      if (known.get(entry)?.name === own) continue
      const found = workspace.recall(entry.fields.id, own, foundSchema)
      const text = workspace.text(entry.fields.id)
      if (found !== null) learn(entry, own, found)
      else if (text !== null) {
        anew.push({ entry, name: own, piece: { kind: 'count', details: detailsOf(entry), text, terms: decided } })
      }
    }
    let done = 0
    const entries = new Map<string, Entry>(anew.map(({ entry }) => [entry.fields.id, entry]))
    const check = (read: Entry, facts: CheckFacts) => {
      const entry = entries.get(read.fields.id)
      return entry === undefined ? checker.check(read, facts) : looked(entry, facts, read)
    }
    // Whoever is typing goes first: the threads beside do it, and where there are none, one page after the other is done.
    for await (const { found, seen } of byManyHands(
      anew.map(({ piece }) => piece),
      now,
      check,
      'beside',
    )) {
      const one = anew[done]
      done += 1
      // Its words may have become others meanwhile: they are another object then, and are looked at the next time.
      if (one === undefined || workspace.byId(one.entry.fields.id) !== one.entry) continue
      if (seen !== null) seeEntry({ workspace, world: { version } }, one.entry, seen)
      learn(one.entry, one.name, workspace.derive(one.entry.fields.id, one.name, foundSchema, () => found) ?? found)
    }
    return learned
  }

  const checking: Checking = {
    facts() {
      if (ownKnown !== ownNow()) facts.forget()
      return facts.get()
    },
    terms,
    check: (entry, now) => checker.check(entry, now),
    judge: (entry, now, records) => judge(looked(entry, now), entry, terms(records)),
    async problems(entry) {
      const records = await workspace.reviews(entry.fields.id)
      return checking.judge(entry, await checking.facts(), records).problems
    },
    counts(id) {
      const entry = workspace.byId(id)
      return entry === null ? null : (known.get(entry)?.counts ?? null)
    },
    found(id) {
      const entry = workspace.byId(id)
      return entry === null ? null : (known.get(entry)?.found ?? null)
    },
    countAll: () => inTurn(countAll),
    forget: facts.forget,
  }
  return checking
}

/** Names what the team decided about the problems of a page. */
export function termsName({ policy, dismissals }: Terms): string {
  return JSON.stringify([[...policy.levels].sort(), policy.dismissStops, dismissals])
}

export function countsOf(problems: readonly Pick<Problem, 'severity'>[]): Counts {
  const count = (severity: Problem['severity']) => problems.filter(problem => problem.severity === severity).length
  return { errors: count('error'), warnings: count('warning'), notices: count('notice') }
}

/** A short name for a text (FNV-1a, 32 bits): for telling caches apart, never for trust. */
function digest(text: string): string {
  let hash = 0x811c9dc5
  for (let at = 0; at < text.length; at++) hash = Math.imul(hash ^ text.charCodeAt(at), 0x01000193)
  return (hash >>> 0).toString(36)
}
