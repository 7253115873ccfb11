import type { Doc, Instant, IsoDate, PageId, WorkspacePath } from '../../../shared/content/index.ts'
import type { OpenPage } from '../../../shared/contract/index.ts'
import { isRefusal, type Refusal, refuse } from '../../../shared/outcome.ts'
import { type ValueStore, valueStore } from '../../state/value-store.ts'
import { createDraftJournal, type DraftJournal, RoadGone } from './draft-journal.ts'
import type { EntryFields } from './entry-fields.ts'
import { withFollowedTags } from './followed-tags.ts'
import type { SessionPorts } from './session-ports.ts'
import { sameWords, type Words, withTheirs } from './words.ts'
import type { WritingTurn } from './writing-turn.ts'

/**
 * One page, open for writing, from the moment it is read to the moment its last version is made. It lives outside React,
 * so that going somewhere else in the window does not stop what is still on its way to the disk.
 */

/** The text on screen, which the editor holds. */
export interface TextOnScreen {
  read(): Doc
  /** Puts other words there, changing only what differs, without an undo step. */
  replace(doc: Doc): void
}

export interface SessionView {
  entry: EntryFields
  /** Of the words of the newest version; see `isNewer`. */
  state: OpenPage['state']
  families: OpenPage['families']
  lastChecked: IsoDate | null
  /** The words on screen are no version yet, so what was said of the last one is not said of them. */
  isNewer: boolean
  path: WorkspacePath
  section: string
  slug: string
  /** When the newest version of this sitting was made. */
  versionAt: Instant | null
  /** Why the last version could not be made; typing is safe as a draft all the same. */
  trouble: Refusal | null
  /** Something to know that happened while the page was open. */
  news: PageNews | null
}

/** A colleague's change came in beside these words; or it took the place of some, which are kept until somebody chooses. */
export type PageNews = 'came-in' | 'choose'

export interface PageSession {
  readonly id: PageId
  readonly opened: OpenPage
  readonly view: ValueStore<SessionView>
  readonly journal: DraftJournal
  /** Whether this window writes the page, or another one does. */
  readonly turn: WritingTurn
  /** The editor gives and takes the text from now on. */
  attach(text: TextOnScreen): () => void
  /** The text was changed by typing. */
  typed(): void
  setEntry(change: (entry: EntryFields) => EntryFields): void
  /** Makes a version of what is there now; with nothing new, answers without asking. Null means it is done. */
  save(sentence?: string): Promise<Refusal | null>
  /** The page may have changed on the disk: a colleague's words, a decision. */
  changedElsewhere(): Promise<void>
  /** Does something to the page on the disk that this person wants (an earlier version put back), and shows what is there then. */
  quietly<T>(act: () => Promise<T>): Promise<T>
  /** The window goes away, or its tab: what is typed is sent now. */
  flush(): Promise<void>
  /** The page is left: a version is made. Only with words that no disk would take yet is the session of use afterwards. */
  leave(): Promise<void>
  /** The page is shown again before it could be left. */
  comeBack(): void
}

/** A version is made when nothing was typed for this long. */
export const versionPause = 30_000

export function createPageSession(opened: OpenPage, ports: SessionPorts): PageSession {
  const { id } = opened
  let lastRead: Doc = opened.doc
  let text: TextOnScreen | null = null
  /** Counted, so that typing during a save is seen. */
  let changes = opened.recovered === null ? 0 : 1
  let savedChanges = 0
  let typedHere = false
  let stopPause: (() => void) | null = null
  let left = false
  /** Another window writes the page: what is shown here is the disk's, and nothing is sent. */
  let resting = false
  /** More than none while a change on the disk is this person's own doing. */
  let quiet = 0

  const view = valueStore<SessionView>({
    entry: opened.entry,
    state: opened.state,
    families: opened.families,
    lastChecked: opened.lastChecked,
    isNewer: opened.recovered !== null,
    path: opened.path,
    section: opened.section,
    slug: opened.slug,
    versionAt: null,
    trouble: null,
    news: null,
  })

  function readWords(): Words {
    if (text !== null) {
      const before = lastRead
      lastRead = text.read()
      const entry = withFollowedTags(view.get().entry, before, lastRead)
      if (entry !== view.get().entry) patch({ entry })
    }
    return { doc: lastRead, entry: view.get().entry }
  }

  const journal = createDraftJournal({
    id,
    base: opened.hash,
    read: readWords,
    send: ports.draft,
    net: ports.net,
    clock: ports.clock,
  })

  const isUnsaved = () => changes !== savedChanges

  const aboutNow = (there: OpenPage): Partial<SessionView> => ({
    ...metaOf(there),
    isNewer: there.recovered !== null || isUnsaved(),
  })

  function noteChange(): void {
    typedHere = true
    changes += 1
    if (!view.get().isNewer) patch({ isNewer: true })
    journal.changed()
    saveAfterPause()
  }

  function saveAfterPause(): void {
    stopPause?.()
    // What could not be made a version when the page was left is a draft, and comes back when it is opened again.
    if (!left) stopPause = ports.clock.after(versionPause, () => void save())
  }

  function patch(part: Partial<SessionView>): void {
    view.set(now => ({ ...now, ...part }))
  }

  function showWords(words: Words): void {
    lastRead = words.doc
    text?.replace(words.doc)
    patch({ entry: words.entry })
  }

  /**
   * After a save, or when the disk changed: the words on the disk and those on screen become the same again. `known` are
   * the words that the disk's were made from; what was typed since is kept on top of a colleague's change.
   */
  function takeIn(known: Words, theirs: OpenPage): void {
    const now = readWords()
    const meta = aboutNow(theirs)
    if (sameWords(theirs, known)) {
      journal.rebase(theirs.hash)
      patch(meta)
      return
    }
    const both = sameWords(now, known) ? theirs : ports.merge(known, now, theirs)
    if (both === null) {
      // The same words were changed here and there. The draft goes on from its own version, and the next save asks.
      patch(meta)
      return
    }
    showWords({ doc: both.doc, entry: withTheirs(known.entry, now.entry, theirs.entry) })
    journal.rebase(theirs.hash)
    patch(meta)
    if (quiet === 0 && !resting) void tellNews()
    if (!sameWords(now, known)) noteChange()
  }

  async function tellNews(): Promise<void> {
    patch({ news: (await ports.asksAbout(id)) ? 'choose' : 'came-in' })
  }

  async function save(sentence?: string): Promise<Refusal | null> {
    stopPause?.()
    stopPause = null
    if (resting || !isUnsaved()) return null
    const upTo = changes
    const result = await unlessGone(
      journal.exclusively(async sent => {
        const saved = await ports.save(sentence === undefined ? sent : { ...sent, sentence })
        if (isRefusal(saved)) return { kept: false, saved }
        savedChanges = Math.max(savedChanges, upTo)
        const reopened = await ports.open(id)
        if (isRefusal(reopened)) journal.rebase(saved.hash)
        else takeIn(sent, reopened)
        return { kept: true, saved }
      }),
    )
    const saved = result?.saved ?? notAnswered
    if (isRefusal(saved)) {
      patch({ trouble: saved })
      saveAfterPause()
      return saved
    }
    patch({ trouble: null, state: saved.state, versionAt: saved.at, isNewer: isUnsaved() })
    return null
  }

  async function changedElsewhere(): Promise<void> {
    if (isUnsaved()) return look(null)
    await unlessGone(
      journal.exclusively(async known => {
        // While this waited for its turn, something may have been typed that no version has yet.
        await look(isUnsaved() ? null : known)
        return { kept: false }
      }),
    )
  }

  /** Takes in what is there now. Unsaved typing stays on its own version until it is saved: then only what is said about the page is renewed. */
  async function look(known: Words | null): Promise<void> {
    const now = await ports.open(id)
    if (isRefusal(now)) return
    if (known === null) patch(aboutNow(now))
    else takeIn(known, now)
  }

  async function giveWay(): Promise<boolean> {
    const refused = await save()
    if (refused !== null) await journal.flush()
    if (journal.isBehind()) return false
    resting = true
    savedChanges = changes
    return true
  }

  function rest(): void {
    resting = true
    stopPause?.()
    // Typing that was on the disk when the page was opened is the other window's, and becomes a version there.
    if (!typedHere) savedChanges = changes
  }

  /** Takes up the page where the other window left it. What was typed here and is no version yet stays. */
  async function carryOn(): Promise<boolean> {
    if (!isUnsaved()) {
      const taken = await unlessGone(journal.exclusively(takeUp))
      if (taken === null || !taken.isShown) return false
    }
    resting = false
    if (isUnsaved()) saveAfterPause()
    return true
  }

  async function takeUp(): Promise<{ kept: false; isShown: boolean }> {
    const caught = await ports.sendCaught()
    const there = isRefusal(caught) ? caught : await ports.open(id)
    if (isRefusal(there)) return { kept: false, isShown: false }
    showWords({ doc: there.doc, entry: there.entry })
    journal.rebase(there.hash)
    patch(aboutNow(there))
    // What the other window typed last is a draft, and becomes a version here.
    if (there.recovered !== null) changes += 1
    return { kept: false, isShown: true }
  }

  ports.turn.setWriter({ giveWay, rest, carryOn })

  return {
    id,
    opened,
    view,
    journal,
    turn: ports.turn,
    attach(onScreen) {
      text = onScreen
      // The words may have changed since the page was opened.
      if (lastRead !== opened.doc) onScreen.replace(lastRead)
      return () => {
        readWords()
        text = null
      }
    },
    typed: noteChange,
    setEntry(change) {
      const before = view.get().entry
      const entry = change(before)
      if (entry === before) return
      patch({ entry })
      noteChange()
    },
    save,
    changedElsewhere,
    async quietly(act) {
      quiet += 1
      try {
        const result = await act()
        await changedElsewhere()
        return result
      } finally {
        quiet -= 1
      }
    },
    flush: () => journal.flush(),
    async leave() {
      left = true
      stopPause?.()
      stopPause = null
      if (!resting) await journal.flush()
      await save()
      if (!journal.isBehind()) ports.turn.stop()
    },
    comeBack() {
      left = false
      saveAfterPause()
    },
  }
}

function metaOf({ state, families, lastChecked, path, section, slug }: OpenPage): Partial<SessionView> {
  return { state, families, lastChecked, path, section, slug }
}

const notAnswered = refuse(
  'no-answer',
  'Signpost did not answer, so no version was made. What you typed is safe as a draft.',
  'Go on writing; it is tried again by itself.',
)

/** What a job answered, or null when the road to the main process was replaced meanwhile. */
async function unlessGone<T>(job: Promise<T>): Promise<T | null> {
  try {
    return await job
  } catch (error) {
    if (error instanceof RoadGone) return null
    throw error
  }
}
