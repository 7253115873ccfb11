import { dueLists } from '../../../shared/review/index.ts'
import { lastChecked } from '../due-pages.ts'
import { lateInWords } from '../late-pages.ts'
import { handOver, headings, pageLine, type WeekFacts, type WeekKind } from './kind.ts'

/** Days ahead that count as soon on the first screen. */
const soonDays = 14

/** A page whose truth has to be looked at. “Still accurate” answers it in one press. */
export const overdue: WeekKind = {
  id: 'overdue',
  label: 'Late to be checked',
  heading: headings.check,
  counts: true,
  find: facts => lines(facts, 'overdue'),
}

export const dueSoon: WeekKind = {
  id: 'due-soon',
  label: 'Soon to be checked',
  heading: headings.check,
  counts: true,
  find: facts => lines(facts, 'soon'),
}

function lines(facts: WeekFacts, which: 'overdue' | 'soon') {
  const kind = which === 'overdue' ? 'overdue' : 'due-soon'
  const rows = dueLists(
    facts.known.map(entry => ({ entry, due: entry.due.due })),
    facts.today,
    soonDays,
  )[which]
  return rows.map(({ entry, due, days }) =>
    pageLine(facts, entry, {
      // Late or soon, it is the same thing to do.
      key: `due ${entry.entry.fields.id}`,
      kind,
      chip: { words: '', tone: days < 0 ? 'stop' : days < 2 ? 'warn' : 'plain' },
      due: { on: due, days },
      sentence: `${lastChecked(entry)} ${entry.interval.why}${days < 0 ? lateInWords(entry, facts.today) : ''}`,
      acts: [
        { act: 'still-accurate' },
        { act: 'go', label: 'Open', to: { place: 'page', id: entry.entry.fields.id } },
        ...handOver,
      ],
    }),
  )
}
