import type { PageId } from '../../shared/content/index.ts'
import { isRefusal, type Refusal, refuse } from '../../shared/outcome.ts'
import { inForce, samePerson } from '../../shared/review/index.ts'
import { say } from './say.ts'
import { noSuchPage, type Session } from './session.ts'

/** The page waits for no reader any more. The asking stays in what was said of the page, and another record ends it. */
export async function takeBackAsk(session: Session, id: PageId): Promise<{ kind: 'ok' } | Refusal> {
  const known = await session.knowing.one(id)
  if (known === null) return noSuchPage()
  const { request } = known.standing
  if (request === null) return waitsForNobody()
  const asked = inForce(known.records).filter(
    each => each.kind === 'request' && each.hash === request.hash && samePerson(each.by, request.by),
  )
  for (const { id: record } of asked) {
    const said = await say(
      session,
      id,
      () => ({ kind: 'take-back', record }),
      (who, page) => `${who} took back that ${page} waits for a review`,
    )
    if (isRefusal(said)) return said
  }
  return { kind: 'ok' }
}

const waitsForNobody = (): Refusal =>
  refuse(
    'waits-for-nobody',
    'This page waits for no review any more: a colleague may have read it meanwhile. Nothing was changed.',
    'Open the page again to see where it stands.',
  )
