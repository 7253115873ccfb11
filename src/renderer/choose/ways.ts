import type { AnswerKind, Choice } from '../../shared/contract/index.ts'
import { firstName, whose } from '../words/counts.ts'

/** One way to answer a question: a button, and the single key that presses it. */
export interface Way {
  answer: AnswerKind
  key: 'M' | 'T' | 'B' | 'W' | 'F' | 'K'
  label: string
  /** What comes of it, as a sentence, where the words in question do not show that themselves. */
  comes?: string
}

/** How somebody writes an answer of their own: as blocks of a page, a line, a day, a number, or a person of the team. */
export type Writing = 'blocks' | 'line' | 'day' | 'number' | 'person'

/** In the order of the screen. The first two stand under the versions that they keep. */
export function waysFor(choice: Choice): Way[] {
  const { file } = choice
  const theirs = whose(choice.theirs.by.name)
  if (file?.kind === 'deleted') return deletedWays(choice, file.by)
  const isUndo = choice.undoing !== undefined
  const mine: Way = isUndo
    ? { answer: 'mine', key: 'F', label: 'Put back the former words' }
    : { answer: 'mine', key: 'M', label: 'Keep mine' }
  const keepTheirs: Way = isUndo
    ? { answer: 'theirs', key: 'K', label: 'Keep what stands now' }
    : { answer: 'theirs', key: 'T', label: `Keep ${theirs}` }
  if (file !== undefined) {
    const isPage = file.kind === 'address'
    const thing = isPage ? 'page' : 'file'
    const shows = isPage ? '' : ' Every page that shows one of them shows that.'
    const takes = `Your ${thing} takes the place of ${theirs}, which waits in Recently deleted.`
    const goes = `${theirs} ${thing} stays, and yours waits in Recently deleted.`
    return [
      { ...mine, label: 'Keep only mine', comes: `${takes}${shows}` },
      { ...keepTheirs, label: `Keep only ${theirs}`, comes: `${goes}${shows}` },
      { answer: 'both', key: 'B', label: `Keep both ${thing}s`, comes: `Both ${thing}s stay where they are now.` },
    ]
  }
  const both: Way = { answer: 'both', key: 'B', label: 'Keep both, one after the other' }
  const write: Way = { answer: 'written', key: 'W', label: writeLabels[writingOf(choice) ?? 'line'] }
  return [mine, keepTheirs, ...(bothFit(choice) ? [both] : []), ...(writingOf(choice) === null ? [] : [write])]
}

const writeLabels: Readonly<Record<Writing, string>> = {
  blocks: 'Write it myself',
  line: 'Write it myself',
  day: 'Choose another day',
  number: 'Write another number',
  person: 'Choose somebody else',
}

function deletedWays({ theirs }: Choice, by: 'mine' | 'theirs'): Way[] {
  const them = firstName(theirs.by.name)
  const goes = 'The page goes to Recently deleted, with everything in it.'
  const stays = by === 'mine' ? `The page stays, with what ${them} changed.` : 'The page stays, with what you changed.'
  return by === 'mine'
    ? [
        { answer: 'mine', key: 'M', label: 'Delete it after all', comes: goes },
        { answer: 'theirs', key: 'T', label: `Keep the page as ${them} left it`, comes: stays },
      ]
    : [
        { answer: 'mine', key: 'M', label: 'Keep the page as I left it', comes: stays },
        { answer: 'theirs', key: 'T', label: `Delete it, as ${them} did`, comes: goes },
      ]
}

/** Two titles or two dates in a row say nothing; two paragraphs do. */
function bothFit({ field }: Choice): boolean {
  return field === 'body' || field === 'summary'
}

const days = /^(review\.(last|due)|assured_date)$/

/** Null where there is nothing to write: what both set is one of a few things. */
export function writingOf({ field, file, mine, theirs }: Choice): Writing | null {
  if (file !== undefined) return null
  if (field === 'body') return 'blocks'
  if (days.test(field)) return 'day'
  if (field === 'owner') return 'person'
  if (/_age$/.test(field)) return 'number'
  if (/^(kind|easyRead)$|\./.test(field)) return null
  return isLine(mine.doc) && isLine(theirs.doc) ? 'line' : null
}

/** Lists and maps are shown as they are kept; nobody writes those by hand. */
function isLine({ content }: Choice['mine']['doc']): boolean {
  const [block] = content
  const text = block?.type === 'paragraph' ? (block.content?.[0] ?? null) : null
  return content.length === 0 || (text?.type === 'text' && !/^[[{]/.test(text.text))
}

/** What each single key does: the letter on a way's button, and its number from the left. */
export function keysFor(ways: readonly Way[], choose: (way: Way) => void): Record<string, () => void> {
  return Object.fromEntries(ways.flatMap((way, at) => [way.key, `${at + 1}`].map(key => [key, () => choose(way)])))
}

/** The questions whose answers can be used: what one undo asks is answered together, or waits together. */
export function usable(list: readonly Choice[], isAnswered: (choice: Choice) => boolean): Choice[] {
  const waits = new Set(list.flatMap(each => (each.undoing && !isAnswered(each) ? each.undoing.act : [])))
  return list.filter(each => isAnswered(each) && !(each.undoing && waits.has(each.undoing.act)))
}
