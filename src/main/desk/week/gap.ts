import { isRefusal } from '../../../shared/outcome.ts'
import { gapsIn } from '../evaluations.ts'
import { isMine, otherLine, type WeekKind } from './kind.ts'

/** A known gap of the last evaluation that is not closed yet, with what somebody means to do about it. */
export const gap: WeekKind = {
  id: 'gap',
  label: 'Gaps of the last evaluation',
  heading: 'Gaps of the last evaluation',
  // What a whole checklist lacks is not one more thing to do this week.
  counts: false,
  async find({ session, me }) {
    const lists = (await session.knowing.checklists()).slice(0, 1)
    const found = await Promise.all(lists.map(async ({ id }) => ({ id, gaps: await gapsIn(session, id) })))
    return found.flatMap(({ id: checklist, gaps }) => {
      if (isRefusal(gaps)) return []
      const to = { place: 'checklist' as const, id: checklist }
      return gaps.flatMap(({ id, label, status, why, owner, action }) =>
        status === 'closed'
          ? []
          : [
              otherLine({
                key: `gap ${checklist} ${id}`,
                kind: 'gap',
                title: label,
                owner,
                mine: isMine(owner, me),
                chip: status === 'open' ? { words: 'Open', tone: 'stop' } : { words: 'In part', tone: 'warn' },
                sentence: action === '' ? why : `Next: ${action}`,
                to,
                acts: [{ act: 'go', label: 'See', to }],
              }),
            ],
      )
    })
  },
}
