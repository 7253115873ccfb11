import { handOver, hasLeft, isMineOrFree, otherLine, type WeekKind } from './kind.ts'

/** A known gap of the last evaluation that is not closed yet, with what somebody means to do about it. */
export const gap: WeekKind = {
  id: 'gap',
  label: 'Gaps of the last evaluation',
  heading: 'Gaps of the last evaluation',
  // What a whole checklist lacks is not one more thing to do this week.
  counts: false,
  find(facts) {
    const { session, today, work } = facts
    return work.gaps.flatMap(({ checklist, id, label, status, why, owner, action, putOff, seen }) => {
      const to = { place: 'checklist' as const, id: checklist, part: id }
      return status === 'closed'
        ? []
        : [
            otherLine({
              key: `gap ${checklist} ${id}`,
              kind: 'gap',
              title: label,
              owner,
              about: { kind: 'gap', checklist, gap: id, seen },
              mine: isMineOrFree(owner, facts),
              chip: status === 'open' ? { words: 'Open', tone: 'stop' } : { words: 'In part', tone: 'warn' },
              sentence: `${action === '' ? why : `Next: ${action}`}${hasLeft(owner, session) ? ` ${owner}, who was to see to it, is not in the team.` : ''}`,
              putOff: putOff && putOff.until >= today ? { ...putOff, by: putOff.by.name } : null,
              to,
              acts: [{ act: 'go', label: 'See', to }, ...handOver],
            }),
          ]
    })
  },
}
