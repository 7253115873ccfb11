import type { IsoDate, PageId } from '../../shared/content/index.ts'
import { isRefusal, type Refusal, refuse } from '../../shared/outcome.ts'
import { calendarFor, dayInWords, spreadOver } from '../../shared/review/index.ts'
import { whatOf } from './change-many-words.ts'
import { whyNotReviewedOn } from './far-review.ts'
import { sayOfMany } from './say.ts'
import { type Session, todayOf } from './session.ts'

/** Each of these pages has a day of review between two days, evenly, on days of school. No word of a page changes. */
export async function spreadReviews(
  session: Session,
  ids: readonly PageId[],
  { from, to }: { from: IsoDate; to: IsoDate },
): Promise<{ kind: 'ok'; pages: number } | Refusal> {
  if (from < todayOf(session)) {
    return refuse('day-is-over', 'The first day has passed already, so nothing was changed.', 'Begin today or later.')
  }
  if (to < from) {
    return refuse(
      'ends-before',
      'The last day is before the first, so nothing was changed.',
      'Choose a later last day.',
    )
  }
  const far = whyNotReviewedOn(session, to)
  if (far !== null) return far
  const known = await session.knowing.all()
  const pages = ids.flatMap(id => {
    const one = known.get(id)
    return one === undefined ? [] : [{ id, due: one.due.due }]
  })
  const days = spreadOver(pages, { from, to }, calendarFor(session.workspace.config()))
  const said = await sayOfMany(
    session,
    ids,
    ({ entry }) => ({
      kind: 'review-date',
      due: days.get(entry.fields.id) ?? from,
      instead: entry.fields.review.due,
    }),
    (who, entries) => `${who} spread the reviews of ${whatOf(entries)} from ${dayInWords(from)} to ${dayInWords(to)}`,
  )
  return isRefusal(said) ? said : { kind: 'ok', pages: said.records.length }
}
