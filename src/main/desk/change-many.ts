import {
  type Entry,
  isSame,
  type PageId,
  parseEntry,
  type WorkspacePath,
  whyUnreadable,
  writeEntry,
} from '../../shared/content/index.ts'
import { type ChangedMany, type WhyLeft, whyLeft } from '../../shared/contract/index.ts'
import { isRefusal, type Refusal, refuse } from '../../shared/outcome.ts'
import { calendarFor, type NewDetails, withDetails, withPageDetails } from '../../shared/review/index.ts'
import type { Oid } from '../git/index.ts'
import { sentenceForMany } from './change-many-words.ts'
import { whyNotReviewedOn } from './far-review.ts'
import { type Moves, movesTo } from './move-many.ts'
import { oldAddressesPath } from './old-addresses.ts'
import { keepOutsideChanges } from './outside-changes.ts'
import { changedFiles, meOrRefusal, type Session, todayOf } from './session.ts'

/** How often the workspace may change under this before it is given up. */
const attempts = 5

/**
 * Sets details of several pages and services in one version, with one sentence, which is undone as one: all of them or, after
 * a kill, none. Each page becomes what the same change in its editor would make of it. One that cannot be changed is left
 * as it is and named, and does not hold up the others.
 */
export async function changeMany(
  session: Session,
  ids: readonly PageId[],
  details: NewDetails,
): Promise<ChangedMany | Refusal> {
  const me = meOrRefusal(session)
  if (isRefusal(me)) return me
  const { history, workspace } = session
  const { team, sections } = workspace.config()
  const owner = details.owner && team.find(({ email }) => email === details.owner)?.name
  if (details.owner && owner === undefined) return notInTeam()
  const section = sections.find(({ slug }) => slug === details.section)?.title
  if (details.section !== undefined && section === undefined) return noSuchSection()
  const far = details.due ? whyNotReviewedOn(session, details.due) : null
  if (far !== null) return far
  if (details.tag?.on && !(await isAsked(session, details.tag.requirement))) return noSuchRequirement()
  // A file of another program that cannot be kept at this moment stands in the way of its own page alone.
  await keepOutsideChanges(session)
  const written = new Map<string, number>()
  for (let attempt = 1; attempt <= attempts; ) {
    const head = await history.head()
    await workspace.refresh()
    const plan = await planOf(session, { ids: new Set(ids), details, head, written })
    if (isRefusal(plan)) return plan
    const done = { kind: 'changed-many' as const, changed: plan.changed.length, same: plan.same, left: plan.left }
    if (plan.changed.length === 0) return { ...done, sentence: null }
    const sentence = sentenceForMany(me.name, plan.changed, { ...details, owner, section })
    const applied = await history.apply(head, plan.changes, { by: me, sentence })
    if (isRefusal(applied)) return applied
    if (applied.kind === 'applied') {
      await workspace.refresh()
      changedFiles(session, null)
      return { ...done, sentence }
    }
    if (applied.path === null || applied.path === oldAddressesPath) attempt++
    if (applied.path !== null) {
      written.set(applied.path, (written.get(applied.path) ?? 0) + 1)
      await keepOutsideChanges(session)
    }
  }
  return stillChanging()
}

interface Wish {
  ids: ReadonlySet<PageId>
  details: NewDetails
  /** The version that is changed. */
  head: Oid
  /** How often the file at a path was found to hold what no version has. */
  written: ReadonlyMap<string, number>
}

interface Plan {
  changed: Entry[]
  changes: Map<WorkspacePath, { text: string } | null>
  same: number
  left: ChangedMany['left']
}

async function planOf(session: Session, wish: Wish): Promise<Plan | Refusal> {
  const { history, workspace, choices } = session
  const files = await history.filesAt(wish.head)
  const asked = new Set((await choices.list()).map(({ page }) => page))
  const typed = new Set((await workspace.recovered()).map(({ draft }) => draft.id))
  const moves = movesTo(session, files, wish.details.section)
  const plan: Plan = { changed: [], changes: new Map(), same: 0, left: [] }
  for (const id of wish.ids) {
    const path = workspace.byId(id)?.path
    const blob = path && files.get(path)
    const why = whyBusy({ id, path, asked, typed, written: wish.written })
    // Read from the version and not from the folder: what is written is exactly that and these details.
    const made = why ?? (path && blob ? await changedText(session, path, blob, wish.details) : 'gone')
    const place = typeof made === 'string' ? made : placeFor(made.entry, wish, moves)
    if (typeof made === 'string') plan.left.push({ id, why: made })
    else if (isWhy(place)) plan.left.push({ id, why: place })
    else if (made.next === null && place === path) plan.same++
    else if (path) {
      plan.changed.push(made.entry)
      moves.take(made.entry, place)
      if (place !== path) plan.changes.set(path, null)
      plan.changes.set(place, { text: made.next ?? made.text })
    }
  }
  const oldAddresses = await moves.oldAddresses()
  if (oldAddresses === null) return plan
  if (typeof oldAddresses !== 'string') return oldAddresses
  plan.changes.set(oldAddressesPath, { text: oldAddresses })
  return plan
}

const isWhy = (place: string): place is WhyLeft => (whyLeft as readonly string[]).includes(place)

/** A file that another program keeps writing where the page would come stands in its way, as one of its own does. */
function placeFor(entry: Entry, { details, written }: Wish, moves: Moves): WorkspacePath | WhyLeft {
  if (entry.kind === 'service' && details.audience !== undefined) return 'a-service'
  const place = moves.placeOf(entry)
  return (written.get(place) ?? 0) > 1 ? 'being-written' : place
}

interface Busy {
  id: PageId
  path: WorkspacePath | undefined
  asked: ReadonlySet<PageId | null>
  typed: ReadonlySet<PageId>
  written: Wish['written']
}

function whyBusy({ id, path, asked, typed, written }: Busy): WhyLeft | null {
  if (asked.has(id)) return 'asked-about'
  if (typed.has(id)) return 'being-typed'
  return (written.get(path ?? '') ?? 0) > 1 ? 'being-written' : null
}

/** The page as it is, and its text with these details; that is null where it says them already. */
async function changedText(
  session: Session,
  path: WorkspacePath,
  blob: Oid,
  details: NewDetails,
): Promise<{ entry: Entry; text: string; next: string | null } | WhyLeft> {
  const bytes = await session.history.content(blob)
  if (bytes === null) return 'unreadable'
  const text = new TextDecoder().decode(bytes)
  const { entry } = parseEntry(path, text)
  // Setting anew what could not be read would take it away unseen: that is for the page's own screen, which shows it.
  const set = ['file', 'owner', 'review', details.tag && 'checklist', details.audience && 'audience']
  if (entry.trouble.some(({ field }) => set.includes(field))) return 'unreadable'
  const days = { today: todayOf(session), calendar: calendarFor(session.workspace.config()) }
  const next =
    entry.kind === 'page'
      ? { ...entry, fields: withPageDetails(entry.fields, details, days) }
      : { ...entry, fields: withDetails(entry.fields, details, days) }
  if (isSame(next.fields, entry.fields)) return { entry, text, next: null }
  const made = writeEntry(text, next)
  return whyUnreadable(made) === null ? { entry, text, next: made } : 'too-long'
}

export const notInTeam = () =>
  refuse(
    'not-in-team',
    'This person is not in the team, so nothing was changed.',
    'Choose somebody of the team, or add them under Settings first.',
  )

const noSuchSection = () =>
  refuse(
    'no-such-section',
    'There is no such section any more, so no page was changed.',
    'Choose another section, or make it anew under Settings first.',
  )

const isAsked = async ({ knowing }: Session, requirement: string) =>
  (await knowing.checklists()).some(({ sections }) =>
    sections.some(({ requirements }) => requirements.some(({ id }) => id === requirement)),
  )

const noSuchRequirement = () =>
  refuse(
    'no-such-requirement',
    'No checklist asks for this, so no page was tagged with it.',
    'Choose a requirement of one of the checklists.',
  )

const stillChanging = () =>
  refuse('still-changing', 'The pages are changing at this moment, so none was changed.', 'Try again in a moment.')
