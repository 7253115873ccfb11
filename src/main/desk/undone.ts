import type { Oid, StoryEntry } from '../git/index.ts'

/** Which acts are undone at this moment: the undone one to the one that undid it. What was undone and done again is not. */
export function undoneIn(story: readonly StoryEntry[]): ReadonlyMap<Oid, Oid> {
  const undone = new Map<Oid, Oid>()
  // The newest first: an act that undoes counts unless something later has undone it in turn.
  for (const { oid, undoes } of story.toReversed()) {
    if (undoes !== undefined && !undone.has(oid) && !undone.has(undoes)) undone.set(undoes, oid)
  }
  return undone
}

/** “Priya undid this: Danny deleted “Travel””. Undoing that says what was done again, however often it goes to and fro. */
export function undoingSentence(who: string, act: StoryEntry, story: readonly StoryEntry[]): string {
  const byOid = new Map(story.map(entry => [entry.oid, entry]))
  let first = act
  let turns = 1
  for (let next = act.undoes; next !== undefined; turns++) {
    const former = byOid.get(next)
    if (former === undefined) break
    first = former
    next = former.undoes
  }
  return `${who} ${turns % 2 === 1 ? 'undid this' : 'did this again'}: ${first.sentence}`
}

/** Where a file that stood at `path` stands after these later versions; the path that it had last, if it was deleted. */
export function whereNow(path: string, later: readonly StoryEntry[]): string {
  let now = path
  for (const { changes } of later) now = changes.find(change => change.from === now)?.path ?? now
  return now
}

/** The last of these later versions that changed the file which stood at `path`, under whatever path; null for none. */
export function touchedLast(path: string, later: readonly StoryEntry[]): StoryEntry | null {
  let now = path
  let last: StoryEntry | null = null
  for (const entry of later) {
    const change = entry.changes.find(each => each.from === now) ?? entry.changes.find(each => each.path === now)
    if (change === undefined) continue
    now = change.path
    last = entry
  }
  return last
}
