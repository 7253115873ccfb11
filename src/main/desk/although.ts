import { aboutOf, type Problem } from '../../shared/checks/index.ts'
import { type ContentHash, type Entry, isSame, type PageId } from '../../shared/content/index.ts'
import { isRefusal, type Refusal, refuse } from '../../shared/outcome.ts'
import { type Although, aboutSchema, althoughIn, type ReviewRecord } from '../../shared/review/index.ts'
import type { Known } from './parts.ts'
import { say } from './say.ts'
import { noSuchPage, type Session } from './session.ts'

/** Problems of a page that stop it, as far as somebody's leave covers them. */
interface Stops {
  /** Nobody lets these through. */
  open: Problem[]
  let: { problem: Problem; by: Although }[]
}

/** A leave is for exactly these words and for the problems that it names: one that came since stops the page again. */
export function stopsOf(
  problems: readonly Problem[],
  entry: Entry,
  hash: ContentHash,
  records: readonly ReviewRecord[],
): Stops {
  const leaves = althoughIn(records).filter(each => each.hash === hash)
  const stops: Stops = { open: [], let: [] }
  for (const problem of problems.filter(({ severity }) => severity === 'error')) {
    const about = leaves.length > 0 ? aboutOf(problem, entry) : null
    const by = leaves.findLast(leave =>
      leave.problems.some(each => each.rule === problem.rule && isSame(each.about, about)),
    )
    if (by === undefined) stops.open.push(problem)
    else stops.let.push({ problem, by })
  }
  return stops
}

/**
 * Lets the next publish take exactly these words although checks stop them: the problems that the person saw (`problems`,
 * their sentences), and no other. A review is needed all the same.
 */
export async function publishAlthough(
  session: Session,
  id: PageId,
  wish: { hash: ContentHash; problems: readonly string[]; reason: string },
): Promise<{ kind: 'ok' } | Refusal> {
  const { hash, problems, reason } = wish
  const known = await session.knowing.one(id)
  if (known === null) return noSuchPage()
  if (known.hash !== hash) return changedMeanwhile()
  const { open } = stopsOf(await problemsOn(session, known), known.entry, hash, known.records)
  const seen = open.filter(({ message }) => problems.includes(message))
  if (seen.length === 0) return nothingStops()
  const kept = seen.map(problem => ({
    rule: problem.rule,
    message: problem.message,
    about: aboutOf(problem, known.entry),
  }))
  if (kept.some(({ about }) => !aboutSchema.safeParse(about).success)) return tooLong()
  const said = await say(
    session,
    id,
    () => ({ kind: 'although', hash, problems: kept, reason }),
    (who, page) => `${who} let ${page} be published although a check stops it: ${reason}`,
  )
  return isRefusal(said) ? said : { kind: 'ok' }
}

/**
 * What goes live, or is live, although a check stops it: a task until the words that families see are others, the problem
 * is gone, or the leave is taken back.
 */
export async function liveAlthough(session: Session) {
  const rows = [...(await session.knowing.all()).values()].flatMap(known => {
    const leaves = althoughIn(known.records).filter(({ hash }) => hash === known.hash || hash === known.live?.hash)
    return leaves.length > 0 ? [{ known, leaves }] : []
  })
  const facts = rows.length > 0 ? await session.checking.facts() : null
  return rows.flatMap(({ known, leaves }) => {
    const { entry, hash, records, live } = known
    if (facts === null) return []
    const now = stopsOf(session.checking.judge(entry, facts, records).problems, entry, hash, records).let
    // Of words that were changed since, what was said is all that is known: families still see them.
    const older = leaves.filter(leave => leave.hash !== hash && leave.hash === live?.hash)
    const [newest] = [...now.map(({ by }) => by), ...older].toSorted((a, b) => b.at.localeCompare(a.at))
    if (newest === undefined) return []
    const problems =
      now.length > 0 ? now.map(({ problem }) => problem.message) : newest.problems.map(each => each.message)
    return [
      {
        id: entry.fields.id,
        title: entry.fields.title,
        record: newest.id,
        by: newest.by.name,
        at: newest.at,
        reason: newest.reason,
        problems: [...new Set(problems)],
        live: live?.hash === newest.hash,
      },
    ]
  })
}

async function problemsOn({ checking }: Session, { entry, records }: Known): Promise<Problem[]> {
  return checking.judge(entry, await checking.facts(), records).problems
}

const changedMeanwhile = (): Refusal =>
  refuse(
    'changed-meanwhile',
    'This page changed while you were deciding, so nothing was decided.',
    'Look at the plan again: it says what stops the page now.',
  )

const nothingStops = (): Refusal =>
  refuse('nothing-stops', 'No check stops these words any more. Nothing was changed.', 'Look at the plan again.')

const tooLong = (): Refusal =>
  refuse('too-long', 'The words that this is about are too long to be kept with it.', 'Mend this problem instead.')
