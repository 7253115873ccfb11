import { dayOf } from '../../publish/index.ts'
import { liveAlthough } from '../although.ts'
import { firstName } from '../page-history.ts'
import { handOver, headings, pageLine, type WeekKind } from './kind.ts'

/** Live, or about to be, although a check stops it; until that is settled. */
export const although: WeekKind = {
  id: 'although',
  label: 'Live although a check stops it',
  heading: headings.waiting,
  counts: true,
  async find(facts) {
    return (await liveAlthough(facts.session)).flatMap(({ id, record, by, at, reason, problems }) => {
      const known = facts.byId.get(id)
      if (known === undefined) return []
      return [
        pageLine(facts, known, {
          key: `although ${record}`,
          kind: 'although',
          chip: { words: 'Goes live although', tone: 'stop' },
          sentence: `${problems.join(' ')} ${firstName(by)}, ${dayOf(at, facts.today)}: “${reason}”`,
          acts: [{ act: 'go', label: 'Mend it', to: { place: 'page', id } }, ...handOver],
        }),
      ]
    })
  },
}
