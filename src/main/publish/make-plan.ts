import type { ContentHash, SiteConfig } from '../../shared/content/index.ts'
import type { Plan } from '../../shared/contract/index.ts'
import { isRefusal, type Refusal } from '../../shared/outcome.ts'
import type { Standing } from '../../shared/review/index.ts'
import { type MediaFact, siteIndex } from '../../shared/site/index.ts'
import type { History } from '../git/index.ts'
import { couldShowMedia } from '../workspace/index.ts'
import { type BarriersOf, barriersFile } from './barriers.ts'
import { checkFiles, dayOf, type Records, readChecks } from './last-checks.ts'
import { type LateById, lateFile, readLate } from './late-list.ts'
import { hashOf } from './manifest.ts'
import { newsFile, readNews } from './news.ts'
import { decide, siteOf } from './plan.ts'
import { anyDay, checkedSentence, warnedSentences } from './plan-words.ts'
import type { Although, Decided, PlanInput, Versioned } from './planned.ts'
import { type ReadCache, readEntries, readFrame, readWords } from './read-site.ts'
import { faultsAsRendered } from './rendered-check.ts'
import { filesOf, mediaOfSite, plannedFiles, type SiteFiles } from './site-files.ts'

/** What the rest of the program knows about the pages; asked once for each plan. */
export interface PlanFacts {
  /** By id, for everything on the desk. */
  standings: ReadonlyMap<string, Standing>
  /** Sentences of the checks' errors, by id. */
  problems: ReadonlyMap<string, readonly string[]>
  /** Those whose errors somebody lets go live, by id. */
  although: ReadonlyMap<string, Although>
  /** Ids of pages on which colleagues' changes wait for an answer. */
  choices: ReadonlySet<string>
  /** What the checks find in words, whether or not it holds them back. */
  barriers: BarriersOf
}

export interface PlanAsked {
  desk: readonly Versioned[]
  /** Id to the hash of the words that families see. */
  live: ReadonlyMap<string, ContentHash>
  media: ReadonlyMap<string, MediaFact>
}

export interface Planning {
  kind: 'planning'
  /** For the window. */
  plan: Plan
  config: SiteConfig
  /** Exactly what the live version will hold. */
  files: SiteFiles
  decided: Decided
  /** Why each page that is ready goes out, in words that stay true on any other day. */
  reasons(): readonly string[]
  /** How many pages keep their words and say otherwise when they were checked. */
  checked: number
}

export interface PlanWorld {
  history: Pick<History, 'content' | 'filesAt'>
  cache: ReadCache
  facts(asked: PlanAsked): Promise<PlanFacts>
  /** What people said about everything on the desk. */
  records(): Promise<Records>
  /** What the team does, on this day, with pages that nobody checked for long. */
  late(today: string): Promise<LateById>
  /** `2026-11-22`, by this computer's own calendar. */
  today: string
  /** Why nothing can be published now whatever is in the plan, or null. */
  stop(config: SiteConfig): Promise<Plan['stop']>
  /** What has to be sent although no page changed, in a sentence; or null. */
  unsent: string | null
}

/** The plan as it is at this moment. Refuses when the workspace's settings cannot be read. */
export async function makePlan(world: PlanWorld): Promise<Planning | Refusal> {
  const [desk, live] = [await filesOf(world.history, 'desk'), await filesOf(world.history, 'live')]
  const frame = await readFrame(desk, world.cache)
  if (isRefusal(frame)) return frame
  const [deskEntries, liveEntries] = [await readEntries(desk, world.cache), await readEntries(live, world.cache)]
  const liveHashes = new Map(liveEntries.map(({ entry, hash }) => [entry.fields.id, hash]))
  const areOther = deskEntries.filter(({ entry, hash }) => liveHashes.get(entry.fields.id) !== hash)
  await readWords([...areOther, ...[...deskEntries, ...liveEntries].filter(({ entry }) => couldShowMedia(entry))])
  const facts = await world.facts({ desk: deskEntries, live: liveHashes, media: frame.media })
  const liveMedia = live.names.size === 0 ? new Map() : await mediaOf(live, world.cache)
  const site = { ...frame, media: new Map([...liveMedia, ...frame.media]), stamp: { publish: '', at: '' } }
  const late = await world.late(world.today)
  const asked = { desk: deskEntries, live: liveEntries, ...facts, late, site, today: world.today }
  const { input, decided } = await decideAsRendered(asked, world.cache)
  const onDesk = new Map(deskEntries.map(({ entry, hash }) => [entry.fields.id, hash]))
  const records = await world.records()
  const checks = checkFiles({ after: decided.after, onDesk, records, desk, live, today: world.today })
  const news = newsFile(decided.ready, await readNews(live), live, world.today)
  const barriers = await barriersFile(decided, facts.barriers, live, world.today)
  const made = new Map([...checks, ...lateFile(decided.after, late), ...news, ...barriers])
  const isUnfit = (name: string) => (frame.media.get(name)?.trouble ?? null) !== null
  const files = plannedFiles(decided.after, made, desk, live, { media: mediaOfSite(frame.config), isUnfit })
  const [before, after] = [await readChecks(live, world.cache.checks), await readChecks(files, world.cache.checks)]
  const checked = decided.after.filter(
    ({ entry, from }) => from === 'live' && dayOf(entry, before, world.today) !== dayOf(entry, after, world.today),
  )
  const [warnedBefore, warnedAfter] = [await readLate(live), await readLate(files)]
  const only = (now: ReadonlySet<string>, then: ReadonlySet<string>) =>
    decided.after.filter(({ entry: { fields } }) => now.has(fields.id) && !then.has(fields.id))
  const [warned, cleared] = [only(warnedAfter, warnedBefore), only(warnedBefore, warnedAfter)]
  const also = [...alsoChanged(files, live), ...checkedSentence(checked), ...warnedSentences(warned, cleared)]
  return {
    kind: 'planning',
    plan: planOf(decided, files, live, also, { unsent: world.unsent, stop: await world.stop(frame.config) }),
    config: frame.config,
    files,
    decided,
    reasons: () => decide({ ...input, today: anyDay }).ready.map(({ sentence }) => sentence),
    checked: new Set([...checked, ...warned, ...cleared]).size,
  }
}

/**
 * The last look before anything goes out: each page that does is rendered, and one that is wrong as HTML is held back by
 * name. Holding one back may change others, so this goes on until nothing more is found.
 */
async function decideAsRendered(
  asked: Omit<PlanInput, 'rendered'>,
  { rendered: known }: Pick<ReadCache, 'rendered'>,
): Promise<{ input: PlanInput; decided: Decided }> {
  let rendered: PlanInput['rendered'] = new Map()
  for (;;) {
    const input = { ...asked, rendered }
    const decided = decide(input)
    const goes = decided.ready.flatMap(({ entry, change }) => (change === 'removed' ? [] : [entry]))
    const found =
      goes.length === 0 ? new Map() : await faultsAsRendered(siteIndex(siteOf(input, decided.after)), goes, known)
    if (found.size === 0) return { input, decided }
    rendered = new Map([...rendered, ...found])
  }
}

async function mediaOf(live: SiteFiles, cache: ReadCache): Promise<ReadonlyMap<string, MediaFact>> {
  const frame = await readFrame(live, cache)
  return isRefusal(frame) ? new Map() : frame.media
}

function planOf(
  decided: Decided,
  files: SiteFiles,
  live: SiteFiles,
  changed: readonly string[],
  { unsent, stop }: { unsent: string | null; stop: Plan['stop'] },
): Plan {
  const ready = decided.ready.map(({ entry, change, sentence, urgent, although }) => ({
    id: entry.fields.id,
    title: titleOf(entry),
    change,
    sentence,
    urgent,
    although,
  }))
  const also = [...changed, ...(unsent === null ? [] : [unsent])]
  const nothing = ready.length === 0 && also.length === 0
  return {
    kind: 'plan',
    plan: hashOf(JSON.stringify([[...files.names].toSorted(), [...live.names].toSorted(), unsent])),
    ready,
    heldBack: decided.heldBack.map(({ entry, hash, why, sentence, mayGoAlthough }) => ({
      id: entry.fields.id,
      title: titleOf(entry),
      hash,
      why,
      sentence,
      mayGoAlthough: [...mayGoAlthough],
    })),
    also,
    stop: stop ?? (nothing ? upToDate : null),
  }
}

const upToDate = {
  sentence: 'Families see everything that is approved.',
  nextStep: 'Approve a page in Review, then it can be published.',
}

function titleOf(entry: Versioned['entry']): string {
  return entry.fields.title.trim() === '' ? entry.path : entry.fields.title
}

/** Only of a site that is live already: on the first publish everything is new. */
function alsoChanged(files: SiteFiles, live: SiteFiles): string[] {
  if (live.names.size === 0) return []
  const differs = (path: string) => files.names.get(path) !== live.names.get(path)
  const all = [...new Set([...files.names.keys(), ...live.names.keys()])].filter(differs)
  const replaced = all.filter(
    path => /^media\/.*(?<!\.yml)$/.test(path) && live.names.has(path) && files.names.has(path),
  )
  const answers = all.some(path => path.startsWith('answers/'))
  return [
    ...(answers ? ['What families read under “You said, we did” changed.'] : []),
    ...(all.includes('signpost.yml') ? ['The settings of the site changed.'] : []),
    ...(all.includes('redirects.yml') ? ['Old addresses that lead to new ones changed.'] : []),
    ...replaced.map(path => `“${path.replace('media/', '')}” was replaced by another file.`),
  ]
}
