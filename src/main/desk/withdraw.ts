import type { z } from 'zod'
import type { PageId } from '../../shared/content/index.ts'
import type { withdrawnSchema } from '../../shared/contract/index.ts'
import { isRefusal, type Refusal, refuse } from '../../shared/outcome.ts'
import { inForce } from '../../shared/review/index.ts'
import type { Known } from './parts.ts'
import { say } from './say.ts'
import { noSuchPage, type Session } from './session.ts'

/** Takes a page off the site with the next publish, and keeps it off whatever is edited, until somebody brings it back. */
export async function withdraw(session: Session, id: PageId, reason: string): Promise<{ kind: 'ok' } | Refusal> {
  const known = await session.knowing.one(id)
  if (known === null) return noSuchPage()
  if (known.standing.withdrawn !== null) return withdrawnAlready(known.standing.withdrawn.by.name)
  const said = await say(
    session,
    id,
    ({ hash }) => ({ kind: 'withdraw', hash, reason }),
    (who, page) => `${who} withdrew ${page} from the site: ${reason}`,
  )
  return isRefusal(said) ? said : { kind: 'ok' }
}

/** Ends every withdrawal that is known here. What was approved before it was withdrawn has to be approved again. */
export async function bringBack(session: Session, id: PageId): Promise<{ kind: 'ok' } | Refusal> {
  const known = await session.knowing.one(id)
  if (known === null) return noSuchPage()
  if (known.standing.withdrawn === null) return notWithdrawn()
  const said = await say(
    session,
    id,
    ({ records }) => {
      const ends = inForce(records).flatMap(record => (record.kind === 'withdraw' ? [record.id] : []))
      return { kind: 'bring-back', ends: ends.slice(-mostEnded) }
    },
    (who, page) => `${who} put ${page} back, to be on the site again once it is approved`,
  )
  return isRefusal(said) ? said : { kind: 'ok' }
}

/** As many as one record can name; a page that was withdrawn more often takes two. */
const mostEnded = 100

export async function withdrawnOf(session: Session, id: PageId) {
  const known = await session.knowing.one(id)
  return known && withdrawnIn(known)
}

export function withdrawnIn({ standing, live }: Known): z.infer<typeof withdrawnSchema> | null {
  const { withdrawn } = standing
  if (withdrawn === null) return null
  return { by: withdrawn.by.name, at: withdrawn.at, reason: withdrawn.reason, stillLive: live !== null }
}

/** The pages that an earlier state of the site must not bring back. */
export async function withdrawnPages(session: Session): Promise<ReadonlySet<string>> {
  const known = await session.knowing.all()
  return new Set([...known].flatMap(([id, { standing }]) => (standing.withdrawn === null ? [] : [id])))
}

const withdrawnAlready = (by: string): Refusal =>
  refuse(
    'withdrawn-already',
    `${by} withdrew this page already. Nothing was changed.`,
    'Put it back first, if its reason has to change.',
  )

const notWithdrawn = (): Refusal =>
  refuse('not-withdrawn', 'This page is not withdrawn any more. Nothing was changed.', 'Ask for a review of it.')
