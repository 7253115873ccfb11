import type { IsoDate } from '../../shared/content/index.ts'
import type { WeekSubject } from '../../shared/contract/index.ts'
import { isRefusal, type Refusal } from '../../shared/outcome.ts'
import { notInTeam } from './change-many.ts'
import { gapsIn } from './evaluations.ts'
import { giveComment, putOffComment, takeUpComment } from './family-work.ts'
import { give, inTeam } from './hand-over.ts'
import { sayOfGap } from './judge.ts'
import { putOff, takenUpAlready, takeUp } from './put-off.ts'
import type { Session } from './session.ts'

/** What is done about a line of the week where it stands: each subject keeps it in the records that it has anyway. */

type Done = Promise<{ kind: 'ok' } | Refusal>

export async function giveLine(session: Session, about: WeekSubject, to: string): Done {
  switch (about.kind) {
    case 'page':
      return give(session, [about.id], to)
    case 'comment':
      return giveComment(session, about.id, to)
    case 'gap':
      if (inTeam(session, to) === undefined) return notInTeam()
      return sayOfGap(session, about.checklist, { ...about, said: { owner: to } })
  }
}

export async function putOffLine(
  session: Session,
  about: WeekSubject,
  wish: { key: string; until: IsoDate; reason: string },
): Done {
  const { until, reason } = wish
  switch (about.kind) {
    case 'page':
      return putOff(session, about.id, wish)
    case 'comment':
      return putOffComment(session, about.id, wish)
    case 'gap':
      return sayOfGap(session, about.checklist, { ...about, said: { putOff: { until, reason } } })
  }
}

export async function takeUpLine(session: Session, about: WeekSubject, record: string): Done {
  switch (about.kind) {
    case 'page':
      return takeUp(session, about.id, record)
    case 'comment':
      return takeUpComment(session, about.id, record)
    case 'gap': {
      const gaps = await gapsIn(session, about.checklist)
      if (isRefusal(gaps)) return gaps
      if (gaps.find(({ id }) => id === about.gap)?.putOff?.record !== record) return takenUpAlready()
      return sayOfGap(session, about.checklist, { ...about, said: { putOff: null } })
    }
  }
}
