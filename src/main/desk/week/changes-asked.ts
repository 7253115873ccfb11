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
      const said = whatToChange(decision, commentThreads(known.records))
      const who = `${firstName(decision.by.name)}, ${dayOf(decision.at, facts.today)}`
      const { id } = known.entry.fields
      return [
        pageLine(facts, known, {
          kind: 'changes-asked',
          chip: { words: 'Changes asked', tone: 'warn' },
          sentence: said === '' ? `${who}.` : `${who}: “${said}”`,
          acts: [{ act: 'go', label: 'See comments', to: { place: 'review', id } }, ...handOver],
        }),
      ]
    }),
}

/**
 * What is said of some words asks something of them; a word about the whole page may be praise, also beside a decision that
 * asks for changes. So it counts where whoever decided wrote nothing else, and from nobody else at all.
 */
function whatToChange(
  { by, note, saidBy }: Extract<ReviewRecord, { kind: 'decision' }>,
  threads: readonly CommentThread[],
): string {
  const open = threads.filter(({ settled }) => !settled)
  const own = open.filter(each => each.by.email === by.email && each.saidBy?.file === saidBy?.file)
  const aboutWords = ({ quote, wording }: CommentThread) => quote !== null || wording !== null
  const said = own.findLast(aboutWords)?.text || note || own.at(-1)?.text
  return said || (open.findLast(aboutWords)?.text ?? '')
}
