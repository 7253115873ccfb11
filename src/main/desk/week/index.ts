import type { IsoDate } from '../../../shared/content/index.ts'
import type { WeekKindInfo, WeekLine } from '../../../shared/contract/index.ts'
import { workFacts } from '../give-all.ts'
import { meIn, type Session, todayOf } from '../session.ts'
import { weekKinds } from './kinds.ts'

/** The first screen: what is due, what waits, what is open, each line with what can be done about it. */
export async function week(session: Session): Promise<{ today: IsoDate; kinds: WeekKindInfo[]; lines: WeekLine[] }> {
  const [byId, plan, work] = await Promise.all([session.knowing.all(), session.live.plan(), workFacts(session)])
  const facts = { session, me: meIn(session), today: todayOf(session), known: work.known, byId, plan, work }
  const found = await Promise.all(weekKinds.map(kind => kind.find(facts)))
  return {
    today: facts.today,
    kinds: weekKinds.map(({ find: _, ...info }) => info),
    lines: found.flat(),
  }
}
