import { type Refusal, refuse } from '../../shared/outcome.ts'
import type { StoryEntry } from '../git/index.ts'
import { firstName } from './page-history.ts'

/** Why something cannot be undone by itself, and what a person can do instead. In every case nothing was changed. */

const who = (later: StoryEntry | null) => (later === null ? 'Somebody' : firstName(later.by.name))

export const changedSince = (later: StoryEntry | null, title: string): Refusal =>
  refuse(
    'changed-since',
    `${who(later)} changed the same words in “${title}” after this, so it was not undone. Every word is as it was.`,
    'Undo the newer change first, or take the earlier words from the page’s history.',
  )

export const workedOnSince = (later: StoryEntry | null, title: string): Refusal =>
  refuse(
    'worked-on-since',
    `${who(later)} has worked on “${title}” since it was made, so it was not taken away.`,
    'Delete it if nobody needs it: it then waits in Recently deleted with everything that was written in it.',
  )

export const deletedSince = (later: StoryEntry | null, title: string): Refusal =>
  refuse(
    'deleted-since',
    `${who(later)} deleted “${title}” after this, so there is nothing to undo it in.`,
    'Put it back from Recently deleted first, then undo this.',
  )

export const movedSince = (later: StoryEntry | null, title: string): Refusal =>
  refuse(
    'moved-since',
    `${who(later)} gave “${title}” another address after this, so its address was left as it is.`,
    'Undo the newer change of address first, or change the address by hand.',
  )

export const addressTaken = (title: string): Refusal =>
  refuse(
    'address-taken',
    `Something else stands where “${title}” was, so it was not put back there. It is still kept.`,
    'Give what stands there now another address, then undo this.',
  )

export const inUse = (title: string, user: string): Refusal =>
  refuse(
    'in-use',
    `“${title}” is shown on “${user}” now, so it was not taken away.`,
    'Take it out of the pages that use it first, then undo this.',
  )

export const saidInItSince = (later: StoryEntry | null): Refusal =>
  refuse(
    'said-in-it-since',
    `${who(later)} has written in this evaluation since it was begun, so it was not taken away.`,
    'Undo what was said in it first, or leave it unfinished: nobody has to finish it.',
  )

export const answeredInPublic = (): Refusal =>
  refuse(
    'answered-in-public',
    'Families can read the answer to this comment, so the comment was not taken away.',
    'Take the answer off the site first, then undo this.',
  )

export const evaluatedSince = (evaluation: string): Refusal =>
  refuse(
    'evaluated-since',
    `The evaluation “${evaluation}” is by this checklist, so the list was not taken away.`,
    'Undo the beginning of that evaluation first, or leave the list as it is.',
  )

export const sectionInUse = (section: string): Refusal =>
  refuse(
    'section-in-use',
    `There are pages in the section “${section}” now, so it was not taken away.`,
    'Move those pages to another section first, then undo this.',
  )

export const answeredSince = (name: string): Refusal =>
  refuse(
    'answered-since',
    `${firstName(name)} answered this comment since, so it was not taken back.`,
    'Settle the comment instead: both stay readable.',
  )

export const ownWork = (): Refusal =>
  refuse(
    'own-work',
    'You changed this page last, so somebody else has to decide on it. The decision stands.',
    'Ask a colleague to undo it.',
  )

export const unreadableThen = (title: string): Refusal =>
  refuse(
    'unreadable-then',
    `“${title}” could not be read as it was before this, so it was left as it is.`,
    'Look at its history for a version that can be put back.',
  )

export const undoneAlready = (): Refusal =>
  refuse('undone-already', 'This was undone already.', 'Undo the undoing in the list, if you want it back.')

export const nothingLeft = (): Refusal =>
  refuse(
    'nothing-left',
    'Nothing of this is left to undo: what it changed was put back, or taken away, since.',
    'Look at the newer entries in the list.',
  )

export const theBeginning = (): Refusal =>
  refuse(
    'the-beginning',
    'This is how the workspace began, so there is nothing before it to go back to.',
    'Delete the pages that you do not need.',
  )

export const noSuchAct = (): Refusal =>
  refuse('no-such-act', 'This is not in the list any more. Nothing was changed.', 'Look at the list again.')

export const stillChanging = (): Refusal =>
  refuse('still-changing', 'The pages are changing at this moment, so nothing was undone.', 'Try again in a moment.')

export const damaged = (): Refusal =>
  refuse(
    'damaged',
    'A part of the history that this needs is damaged on this laptop, so it was not undone. Nothing was changed.',
    'Share with colleagues: what is missing comes back from the shared copy. Then try again.',
  )
