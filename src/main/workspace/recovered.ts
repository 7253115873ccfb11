import { type EntryToWrite, repairDoc, writeEntry } from '../../shared/content/index.ts'
import { type Draft, type Drafts, recoveredSentence } from './drafts.ts'
import type { EntryIndex } from './entry-index.ts'
import { hashOf } from './hash.ts'
import type { Room } from './room.ts'

/** Typing that outlived the program without becoming a version. */
export interface Recovered {
  draft: Draft
  sentence: string
  /** Whether the page still says what the typing started from; `gone` is a page that was deleted or moved away since. */
  page: 'as-it-was' | 'changed' | 'gone'
}

/** The drafts that say something the saved pages do not. One that says the same became a version, and is let go. */
export async function recoveredDrafts(
  drafts: Drafts,
  index: EntryIndex,
  { now, readOnly }: Room,
): Promise<Recovered[]> {
  const recovered: Recovered[] = []
  // Somebody may go on typing while this is looked at.
  const upTo = drafts.mark()
  for (const draft of await drafts.list()) {
    const saved = index.byId(draft.id)
    if (saved !== null && hashOf(writeEntry(saved.file.text, entryOf(draft))) === saved.file.hash) {
      // A second Signpost, which may only read, leaves alone what the first may be writing at this moment.
      if (readOnly() === null) await drafts.discard(draft.id, upTo)
      continue
    }
    const page = saved === null ? 'gone' : saved.file.hash === draft.base ? 'as-it-was' : 'changed'
    recovered.push({ draft, page, sentence: recoveredSentence(draft.entry.fields.title, draft.at, now()) })
  }
  return recovered
}

/** A draft as it would be written. Its document came from a file, so it is put in order first. */
export function entryOf({ entry, doc }: Pick<Draft, 'entry' | 'doc'>): EntryToWrite {
  return { ...entry, doc: repairDoc(doc) }
}
