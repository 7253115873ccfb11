import type { IsoDate, PageId } from '../../shared/content/index.ts'
import { isRefusal, type Refusal, refuse } from '../../shared/outcome.ts'
import { addInterval, dayInWords, inForce } from '../../shared/review/index.ts'
import { say } from './say.ts'
import { noSuchPage, type Session, todayOf } from './session.ts'
import { subjectOf } from './week/kind.ts'

/** As long as anything can wait: then somebody looks at it again. */
const longest = '1 year'

/** A line of the week waits until the end of a day, for a reason that everybody can read. */
export async function putOff(
  session: Session,
  id: PageId,
  { key, until, reason }: { key: string; until: IsoDate; reason: string },
): Promise<{ kind: 'ok' } | Refusal> {
  const no = whyNotUntil(session, until)
  if (no !== null) return no
  const said = await say(
    session,
    id,
    () => ({ kind: 'put-off', what: subjectOf(key), until, reason }),
    (who, page) => `${who} put ${page} off until ${dayInWords(until)}: ${reason}`,
  )
  return isRefusal(said) ? said : { kind: 'ok' }
}

/** What can wait until a day, and no longer. */
export function whyNotUntil(session: Session, until: IsoDate): Refusal | null {
  const today = todayOf(session)
  if (until <= today) {
    return refuse('day-is-over', 'That day is not after today, so nothing was put off.', 'Choose a later day.')
  }
  const last = addInterval(today, longest)
  if (last === null || until <= last) return null
  return refuse('too-far', 'Nothing can wait for longer than a year, so nothing was put off.', 'Choose an earlier day.')
}

export const takenUpAlready = (): Refusal =>
  refuse('taken-up', 'Somebody took this up again already.', 'Look at the week again.')

/** What was put off is there again, whoever put it off. */
export async function takeUp(session: Session, id: PageId, record: string): Promise<{ kind: 'ok' } | Refusal> {
  const known = await session.knowing.one(id)
  if (known === null) return noSuchPage()
  if (inForce(known.records).find(each => each.id === record)?.kind !== 'put-off') return takenUpAlready()
  const said = await say(
    session,
    id,
    () => ({ kind: 'take-back', record }),
    (who, page) => `${who} took ${page} up again`,
  )
  return isRefusal(said) ? said : { kind: 'ok' }
}
