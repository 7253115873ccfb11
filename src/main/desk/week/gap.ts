import { isRefusal } from '../../../shared/outcome.ts'
import { coverageOf } from '../coverage-of.ts'
import { otherLine, type WeekKind } from './kind.ts'

/** A known gap of the last evaluation that no page closes yet. */
export const gap: WeekKind = {
  id: 'gap',
  label: 'Gaps of the last evaluation',
  heading: 'Gaps of the last evaluation',
  // What a whole checklist lacks is not one more thing to do this week.
  counts: false,
  async find({ session }) {
    const lists = await Promise.all(session.checklists.slice(0, 1).map(({ id }) => coverageOf(session, id)))
    return lists.flatMap(list => {
      if (isRefusal(list)) return []
      const to = { place: 'checklist' as const, id: list.checklist }
      return list.gaps.flatMap(({ id, label, status, why }) =>
        status === 'closed'
          ? []
          : [
              otherLine({
                key: `gap ${list.checklist} ${id}`,
                kind: 'gap',
                title: label,
                chip: status === 'open' ? { words: 'Open', tone: 'stop' } : { words: 'In part', tone: 'warn' },
                sentence: why,
                to,
                acts: [{ act: 'go', label: 'See', to }],
              }),
            ],
      )
    })
  },
}
