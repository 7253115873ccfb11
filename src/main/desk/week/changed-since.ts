import { onDay } from '../../publish/index.ts'
import { firstName } from '../page-history.ts'
import { handOver, headings, pageLine, type WeekKind } from './kind.ts'

/** Somebody approved it, and its words are others now: nobody sees those before it is reviewed again. */
export const changedSince: WeekKind = {
  id: 'changed-since',
  label: 'Changed since it was approved',
  heading: headings.waiting,
  counts: true,
  find: facts =>
    facts.known.flatMap(known => {
      const { state, lastApproval } = known.standing
      if (state !== 'changed-since-approval' || lastApproval === null) return []
      const { id } = known.entry.fields
      const changed =
        known.changed === null
          ? ''
          : ` ${firstName(known.changed.by.name)} changed it ${onDay(known.changed.at, facts.today)}.`
      return [
        pageLine(facts, known, {
          kind: 'changed-since',
          chip: { words: 'Changed', tone: 'warn' },
          sentence: `${firstName(lastApproval.by.name)} approved it ${onDay(lastApproval.at, facts.today)}.${changed} Families do not see the change yet.`,
          acts: [{ act: 'ask-review' }, { act: 'go', label: 'Open', to: { place: 'page', id } }, ...handOver],
        }),
      ]
    }),
}
