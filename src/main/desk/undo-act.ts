import type { MergedTrees } from '../../shared/merge/index.ts'
import { isRefusal, type Refusal } from '../../shared/outcome.ts'
import type { Person } from '../../shared/review/index.ts'
import type { FileChanges, StoryEntry } from '../git/index.ts'
import { keepOutsideChanges } from './outside-changes.ts'
import { firstName } from './page-history.ts'
import { changedFiles, meOrRefusal, type Session } from './session.ts'
import { presentOf, whyNotAsItWas, withWayFromLive } from './undo-present.ts'
import { takingBack } from './undo-records.ts'
import { type Present, type Reversal, reversalOf } from './undo-reversal.ts'
import { whatStandsOn } from './undo-stands-on.ts'
import * as words from './undo-words.ts'
import { touchedLast, undoingSentence, undoneIn } from './undone.ts'

export interface Undone {
  kind: 'undone'
  /** The version that undoing made, which can be undone in turn. */
  act: string
  sentence: string
}

/** An undo whose words clash with later ones. */
export interface Clashing {
  act: StoryEntry
  /** The versions after it, oldest first. */
  later: readonly StoryEntry[]
  present: Present
  reversal: Reversal
}

/** Says what undoing comes to where its words clash with later ones, or why it does not. */
export type Settle = (clashing: Clashing) => Promise<MergedTrees['changes'] | Refusal>

/** How often the workspace may change under an undo before it is given up. */
const attempts = 5

/**
 * Undoes any act of the workspace's story, not only the last: a new version in which exactly what it changed is as it was
 * before, together with everything that was done since. Undoing an undo does the act again.
 */
export async function undoAct(
  session: Session,
  version: string,
  settle: Settle = leaveTheLaterWords,
): Promise<Undone | Refusal> {
  const { history } = session
  const me = meOrRefusal(session)
  if (isRefusal(me)) return me
  for (let attempt = 1; attempt <= attempts; attempt++) {
    const kept = await keepOutsideChanges(session)
    if (kept !== null) return kept
    const story = await history.story()
    const act = await history.versionNamed(version)
    const head = story.at(-1)
    if (act === null || head === undefined) return words.noSuchAct()
    if (undoneIn(story).has(act.oid)) return words.undoneAlready()
    const changes = await changesOf(session, me, { act, later: story.slice(story.indexOf(act) + 1), settle })
    if (isRefusal(changes)) return changes
    const sentence = undoingSentence(firstName(me.name), act, story)
    const applied = await history.apply(head.oid, changes, { by: me, sentence, undoes: act.oid })
    if (isRefusal(applied)) return applied
    if (applied.kind === 'moved-on') continue
    await session.workspace.refresh()
    changedFiles(session, null)
    return { kind: 'undone', act: applied.version, sentence }
  }
  return words.stillChanging()
}

interface Undoing {
  act: StoryEntry
  later: readonly StoryEntry[]
  settle: Settle
}

async function changesOf(
  session: Session,
  me: Person,
  { act, later, settle }: Undoing,
): Promise<FileChanges | Refusal> {
  if (act.parent === null) return words.theBeginning()
  const present = await presentOf(session)
  const reversal = await reversalOf(act, later, present)
  if (isRefusal(reversal)) return reversal
  const wrong = await whyNotAsItWas(session, present, reversal.changes)
  if (wrong !== null) return wrong
  const needed = await whatStandsOn(session, present, reversal, later)
  if (needed !== null) return needed
  const takenBack = await takingBack(session, me, act)
  if (isRefusal(takenBack)) return takenBack
  const settled = reversal.clashes.length === 0 ? reversal.changes : await settle({ act, later, present, reversal })
  if (isRefusal(settled)) return settled
  const changes = new Map([...settled, ...takenBack])
  if (changes.size === 0) return words.nothingLeft()
  return withWayFromLive(session, present, act, changes)
}

async function leaveTheLaterWords({ later, present, reversal }: Clashing): Promise<Refusal> {
  const [clash] = reversal.clashes
  return words.changedSince(touchedLast(clash?.was ?? '', later), await present.titleOf(clash?.path ?? '', null))
}
