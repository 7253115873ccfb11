import {
  type About,
  aboutBetween,
  aboutOf,
  type Judged,
  mayBeDismissed,
  type Problem,
  siteRules,
} from '../../shared/checks/index.ts'
import { type IsoDate, isSame, type PageId } from '../../shared/content/index.ts'
import type { Dismissed, TermsView } from '../../shared/contract/index.ts'
import { isRefusal, type Refusal, refuse } from '../../shared/outcome.ts'
import { aboutSchema, inForce, type ReviewRecord } from '../../shared/review/index.ts'
import type { Known } from './parts.ts'
import { say } from './say.ts'
import { noSuchPage, type Session, todayOf } from './session.ts'
import { betweenPages, wholeSite } from './whole-site.ts'

/** “Not a problem here”: said of a problem that the checks find in the page as it is kept, and of no other. */
export async function notAProblem(
  session: Session,
  id: PageId,
  wish: { rule: string; about: About; reason: string; until: IsoDate | null },
): Promise<{ kind: 'ok' } | Refusal> {
  const { rule, about, reason, until } = wish
  const known = await session.knowing.one(id)
  if (known === null) return noSuchPage()
  const never = whyNever(session, { about, until })
  if (never !== null) return never
  const { entry, records } = known
  const { problems } = session.checking.judge(entry, await session.checking.facts(), records)
  const problem = problems.find(each => each.rule === rule && isSame(aboutOf(each, entry), about))
  return problem === undefined ? wordsChanged() : letBe(session, known, problem, { about, reason, until })
}

/** The same of a problem between this page and others, as the whole site tells it: by its sentence, which names them. */
export async function notAProblemBetween(
  session: Session,
  id: PageId,
  wish: { rule: string; message: string; reason: string; until: IsoDate | null },
): Promise<{ kind: 'ok' } | Refusal> {
  const { rule, message, reason, until } = wish
  const known = await session.knowing.one(id)
  if (known === null) return noSuchPage()
  const { problems } = await betweenPages(session, await wholeSite(session))
  const problem = problems.find(
    ({ about, ...each }) =>
      'fields' in about && about.fields.id === id && each.rule === rule && each.message === message,
  )
  if (problem === undefined) return wordsChanged()
  const about = aboutBetween(problem, known.entry)
  return whyNever(session, { about, until }) ?? letBe(session, known, problem, { about, reason, until })
}

function whyNever(session: Session, { about, until }: { about: About; until: IsoDate | null }): Refusal | null {
  if (until !== null && until < todayOf(session)) return dayIsOver()
  return aboutSchema.safeParse(about).success ? null : tooLong()
}

async function letBe(
  session: Session,
  { entry, records }: Known,
  problem: Problem,
  { about, reason, until }: { about: About; reason: string; until: IsoDate | null },
): Promise<{ kind: 'ok' } | Refusal> {
  if (!mayBeDismissed(problem, session.checking.terms(records).policy)) return stopsPublishing()
  const said = await say(
    session,
    entry.fields.id,
    () => ({ kind: 'not-a-problem', rule: problem.rule, message: problem.message, about, reason, until }),
    (who, page) => `${who} said what is not a problem on ${page}: ${reason}`,
  )
  return isRefusal(said) ? said : { kind: 'ok' }
}

/** What was let be is a problem again, whoever let it be: the record stays, and another says that it counts no more. */
export async function problemAgain(session: Session, id: PageId, record: string): Promise<{ kind: 'ok' } | Refusal> {
  const known = await session.knowing.one(id)
  if (known === null) return noSuchPage()
  const letBe = inForce(known.records).find(each => each.id === record)
  if (letBe?.kind !== 'not-a-problem' && letBe?.kind !== 'although') return takenBackAlready()
  const said = await say(
    session,
    id,
    () => ({ kind: 'take-back', record }),
    (who, page) =>
      letBe.kind === 'although'
        ? `${who} took back that ${page} may be published although a check stops it`
        : `${who} took back what is not a problem on ${page}`,
  )
  return isRefusal(said) ? said : { kind: 'ok' }
}

/** What the editor has to know to weigh what it finds as everybody else does. */
export async function termsOf(session: Session, id: PageId): Promise<TermsView> {
  const { policy, dismissals } = session.checking.terms((await session.knowing.one(id))?.records ?? [])
  return { levels: [...policy.levels], dismissStops: policy.dismissStops, dismissals: [...dismissals] }
}

/** For a reader who was not there: what it is about, and who let it be, why and until when. */
export function dismissedRow({ problem, dismissal }: Judged['dismissed'][number]): Dismissed {
  const { id, about, reason, by, at, until } = dismissal
  return { id, rule: problem.rule, message: problem.message, words: about.words, reason, by, at, until }
}

/** What was let be between this page and others, as it was said then: whether it still holds is told with the whole site. */
export function dismissedBetween(session: Session, records: readonly ReviewRecord[]): Dismissed[] {
  return inForce(records).flatMap((record): Dismissed[] => {
    if (record.kind !== 'not-a-problem' || !siteRules.some(({ id }) => id === record.rule)) return []
    const { id, rule, message, about, reason, by, at, until } = record
    if (until !== null && until < todayOf(session)) return []
    return [{ id, rule, message, words: about.words, reason, by, at, until }]
  })
}

const wordsChanged = (): Refusal =>
  refuse(
    'changed-meanwhile',
    'These words have changed, or somebody has dealt with this problem already. Nothing was changed.',
    'Look at the problem again.',
  )

const stopsPublishing = (): Refusal =>
  refuse(
    'stops-publishing',
    'This problem stops publishing, so it cannot be put aside on one page.',
    'Mend it; or let this one version go out all the same, with a reason, on Live site. What this check does is said in Settings.',
  )

const dayIsOver = (): Refusal =>
  refuse('day-is-over', 'The last day has gone by already.', 'Choose a day that is still to come, or none.')

const tooLong = (): Refusal =>
  refuse('too-long', 'The words that this is about are too long to be kept with it.', 'Split the block first.')

const takenBackAlready = (): Refusal =>
  refuse('taken-back', 'Somebody took this back already.', 'Nothing more is needed.')
