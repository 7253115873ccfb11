import {
  type Entry,
  isSame,
  type PageId,
  parseEntry,
  type WorkspacePath,
  whyUnreadable,
  writeEntry,
} from '../../shared/content/index.ts'
import type { ChangedMany, WhyLeft } from '../../shared/contract/index.ts'
import { isRefusal, type Refusal, refuse } from '../../shared/outcome.ts'
import { type NewDetails, withDetails } from '../../shared/review/index.ts'
import type { Oid } from '../git/index.ts'
import { sentenceForMany } from './change-many-words.ts'
import { keepOutsideChanges } from './outside-changes.ts'
import { changed, meOrRefusal, type Session, todayOf } from './session.ts'

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
  const { team } = workspace.config()
  const owner = details.owner && team.find(({ email }) => email === details.owner)?.name
  if (details.owner && owner === undefined) return notInTeam()
  // A file of another program that cannot be kept at this moment stands in the way of its own page alone.
  await keepOutsideChanges(session)
  const written = new Map<string, number>()
  for (let attempt = 1; attempt <= attempts; ) {
    const head = await history.head()
    await workspace.refresh()
    const plan = await planOf(session, { ids: new Set(ids), details, head, written })
    const done = { kind: 'changed-many' as const, changed: plan.changed.length, same: plan.same, left: plan.left }
    if (plan.changed.length === 0) return { ...done, sentence: null }
    const sentence = sentenceForMany(me.name, plan.changed, { ...details, owner })
    const applied = await history.apply(head, plan.texts, { by: me, sentence })
    if (isRefusal(applied)) return applied
    if (applied.kind === 'applied') {
      await workspace.refresh()
      session.checking.forget()
      changed(session, null)
      session.sharing.soon()
      return { ...done, sentence }
    }
    if (applied.path === null) attempt++
    else {
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
  texts: Map<WorkspacePath, { text: string }>
  same: number
  left: ChangedMany['left']
}

async function planOf(session: Session, wish: Wish): Promise<Plan> {
  const { history, workspace, choices } = session
  const files = await history.filesAt(wish.head)
  const asked = new Set((await choices.list()).map(({ page }) => page))
  const typed = new Set((await workspace.recovered()).map(({ draft }) => draft.id))
  const plan: Plan = { changed: [], texts: new Map(), same: 0, left: [] }
  for (const id of wish.ids) {
    const path = workspace.byId(id)?.path
    const blob = path && files.get(path)
    const why = whyBusy({ id, path, asked, typed, written: wish.written })
    // Read from the version and not from the folder: what is written is exactly that and these details.
    const made = why ?? (path && blob ? await changedText(session, path, blob, wish.details) : 'gone')
    if (typeof made === 'string') plan.left.push({ id, why: made })
    else if (made.text === null) plan.same++
    else if (path) {
      plan.changed.push(made.entry)
      plan.texts.set(path, { text: made.text })
    }
  }
  return plan
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

/** The page with these details; a null text where it says them already. */
async function changedText(
  session: Session,
  path: WorkspacePath,
  blob: Oid,
  details: NewDetails,
): Promise<{ entry: Entry; text: string | null } | WhyLeft> {
  const bytes = await session.history.content(blob)
  if (bytes === null) return 'unreadable'
  const text = new TextDecoder().decode(bytes)
  const { entry } = parseEntry(path, text)
  // Setting anew what could not be read would take it away unseen: that is for the page's own screen, which shows it.
  if (entry.trouble.some(({ field }) => ['file', 'owner', 'review'].includes(field))) return 'unreadable'
  const today = todayOf(session)
  const next =
    entry.kind === 'page'
      ? { ...entry, fields: withDetails(entry.fields, details, today) }
      : { ...entry, fields: withDetails(entry.fields, details, today) }
  if (isSame(next.fields, entry.fields)) return { entry, text: null }
  const made = writeEntry(text, next)
  return whyUnreadable(made) === null ? { entry, text: made } : 'too-long'
}

const notInTeam = () =>
  refuse(
    'not-in-team',
    'This person is not in the team, so no page was changed.',
    'Choose somebody of the team, or add them under Settings first.',
  )

const stillChanging = () =>
  refuse('still-changing', 'The pages are changing at this moment, so none was changed.', 'Try again in a moment.')
