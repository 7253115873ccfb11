import type { PageId } from '../../shared/content/index.ts'
import { isRefusal, type Refusal, refuse } from '../../shared/outcome.ts'
import { noSuchPage, type Session } from './session.ts'
import { undoAct } from './undo-act.ts'

/** The page waits for no reader any more: that somebody asked for a review is undone, as the list of what was done can too. */
export async function takeBackAsk(session: Session, id: PageId): Promise<{ kind: 'ok' } | Refusal> {
  const known = await session.knowing.one(id)
  if (known === null) return noSuchPage()
  const { request } = known.standing
  const path = `reviews/${id}/${request?.id}.yml`
  const story = await session.history.story()
  const act = story.findLast(({ changes }) => changes.some(change => change.path === path && change.before === null))
  if (request === null || act === undefined) return waitsForNobody()
  const undone = await undoAct(session, act.oid)
  return isRefusal(undone) ? undone : { kind: 'ok' }
}

const waitsForNobody = (): Refusal =>
  refuse(
    'waits-for-nobody',
    'This page waits for no review any more: a colleague may have read it meanwhile. Nothing was changed.',
    'Open the page again to see where it stands.',
  )
