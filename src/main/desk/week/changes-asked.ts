import { commentThreads } from '../../../shared/review/index.ts'
import { dayOf } from '../../publish/index.ts'
import { firstName } from '../page-history.ts'
import { handOver, headings, pageLine, type WeekKind } from './kind.ts'

/** A reviewer asked for changes: the newest comment says which. */
export const changesAsked: WeekKind = {
  id: 'changes-asked',
  label: 'Changes asked',
  heading: headings.waiting,
  counts: true,
  find: facts =>
    facts.known.flatMap(known => {
      const { state, decision } = known.standing
      if (state !== 'changes-asked' || decision === null) return []
      const newest = commentThreads(known.records).findLast(thread => !thread.settled)
      const said = newest?.text ?? decision.note
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
