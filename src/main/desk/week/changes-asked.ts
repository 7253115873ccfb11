import { type CommentThread, commentThreads, type ReviewRecord } from '../../../shared/review/index.ts'
import { dayOf } from '../../publish/index.ts'
import { firstName } from '../page-history.ts'
import { handOver, headings, pageLine, type WeekKind } from './kind.ts'

/** A reviewer asked for changes: their newest words that say which. */
export const changesAsked: WeekKind = {
  id: 'changes-asked',
  label: 'Changes asked',
  heading: headings.waiting,
  counts: true,
  find: facts =>
    facts.known.flatMap(known => {
      const { state, decision } = known.standing
      if (state !== 'changes-asked' || decision === null) return []
      const who = `${firstName(decision.by.name)}, ${dayOf(decision.at, facts.today)}`
      const { id } = known.entry.fields
      return [
        pageLine(facts, known, {
          kind: 'changes-asked',
          chip: { words: 'Changes asked', tone: 'warn' },
          sentence: `${who}${whatToChange(decision, commentThreads(known.records))}`,
          acts: [{ act: 'go', label: 'See comments', to: { place: 'review', id } }, ...handOver],
        }),
      ]
    }),
}

/**
 * The note of whoever decided, and the newest of their open comments on some words, each as what it is: what is said of the
 * whole page may be praise, and so may anything that somebody else says. Of these it is told only that they are there.
 */
function whatToChange({ by, note, saidBy }: Decision, threads: readonly CommentThread[]): string {
  const open = threads.filter(({ settled }) => !settled)
  const own = open.filter(each => each.by.email === by.email && each.saidBy?.file === saidBy?.file)
  const onWords = own.findLast(({ quote }) => quote !== null)
  const noted = note.trim() === '' ? '' : `: “${shortened(note, mostSaid)}”`
  if (onWords?.quote) return `${noted}${noted === '' ? ', on' : ' On'} ${saidOn(onWords.quote.exact, onWords)}`
  if (noted !== '') return noted
  if (open.length === 0) return '.'
  return open.length === 1 ? '. 1 comment is open on the page.' : `. ${open.length} comments are open on the page.`
}

type Decision = Extract<ReviewRecord, { kind: 'decision' }>

function saidOn(exact: string, { text, wording }: CommentThread): string {
  const words = `“${shortened(exact, mostQuoted)}”`
  if (text.trim() !== '') return `${words}: “${shortened(text, mostSaid)}”`
  return wording === '' ? `${words}: leave it out.` : `${words}: “${shortened(wording ?? '', mostSaid)}” instead.`
}

/** In letters: a line of the week is read at a glance, and leads to all of it. */
const [mostQuoted, mostSaid] = [50, 180]

function shortened(text: string, most: number): string {
  const words = text.replace(/\s+/g, ' ').trim()
  return words.length <= most ? words : `${words.slice(0, most).replace(/\s+\S*$/, '')}…`
}
