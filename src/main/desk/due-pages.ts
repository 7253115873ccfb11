import type { Instant } from '../../shared/content/index.ts'
import { calendarFileOf, type DueRow, dayInWords, dueLists, type Person } from '../../shared/review/index.ts'
import type { LastChange, StoryEntry } from '../git/index.ts'
import type { Known } from './parts.ts'
import { meIn, type Session, todayOf } from './session.ts'
import { isMine } from './week/kind.ts'

/** The pages that have to be checked for truth within so many days, and those that had to be before today. */
export async function dueWithin(session: Session, days: number): Promise<ReturnType<typeof dueLists<Known>>> {
  const known = [...(await session.knowing.all()).values()]
  return dueLists(
    known.map(each => ({ entry: each, due: each.due.due })),
    todayOf(session),
    days,
  )
}

/** The same, as the lines of a terminal and of a calendar. */
export async function dueRows(session: Session, days: number) {
  const [{ overdue, soon }, say] = await Promise.all([dueWithin(session, days), rowsOf(session)])
  return { overdue: overdue.map(say), soon: soon.map(say) }
}

async function rowsOf({ history, workspace }: Session) {
  const [story, changes] = await Promise.all([history.story(), history.changedLast()])
  const { team } = workspace.config()
  const policy = changes.get(policyPath)
  const turns = turnsOf(story)
  const turn = (name: string) => turns.get(name) ?? 0
  return ({ entry: known, due, days }: DueRow<Known>) => {
    const { id, title } = known.entry.fields
    const { path } = known.entry
    return {
      id,
      title,
      path,
      owner: known.owner,
      ownerName: nameIn(team, known.owner),
      due,
      days,
      reason: `${lastChecked(known)} ${known.interval.why}`,
      said: lastSaid(known, policy),
      revision: Math.max(turn(path), turn(recordsOf(id)), turn(policyPath)),
    }
  }
}

/** It has the intervals and the holidays, so that it moves dates too. */
const policyPath = 'signpost.yml'
const recordsOf = (id: string) => `reviews/${id}`

/**
 * Which version of the workspace changed a file last, counted from the first; the records of a page count as one. What is
 * not shared yet comes after what colleagues shared before it, so that a number only ever grows.
 */
function turnsOf(story: readonly StoryEntry[]): ReadonlyMap<string, number> {
  const turns = new Map<string, number>()
  for (const [index, { changes }] of story.entries()) {
    for (const { path } of changes) {
      turns.set(path.startsWith('reviews/') ? path.slice(0, path.lastIndexOf('/')) : path, index + 1)
    }
  }
  return turns
}

/** Nothing for an address that is nobody's in the team, and for a name that is itself one. */
function nameIn(team: readonly Person[], email: string): string {
  const name = team.find(each => isMine(email, each))?.name ?? ''
  return email === '' || name.includes('@') ? '' : name
}

/** When anything was last written or said of a page: nothing here depends on the hour at which somebody asks. */
function lastSaid({ changed, records, due }: Known, policy: LastChange | undefined): Instant {
  const moments = [changed?.at ?? `${due.last ?? '1970-01-01'}T00:00:00Z`, ...records.map(({ at }) => at)]
  if (policy !== undefined) moments.push(policy.at)
  return new Date(Math.max(...moments.map(moment => Date.parse(moment)))).toISOString() as Instant
}

export const calendarFileName = 'review-dates.ics'

/** What is late and the reviews of the year ahead, as a file that a calendar takes: one person's, or everybody's. */
export async function reviewCalendar(session: Session, { mine }: { mine: boolean }) {
  const { overdue, soon } = await dueRows(session, 366)
  const me = meIn(session)
  const rows = [...overdue, ...soon].filter(({ owner }) => !mine || isMine(owner, me))
  return { name: calendarFileName, pages: rows.length, text: calendarFileOf(rows) }
}

/** Every review date there is, which follows from the facts alone and from no day on which somebody asks. */
export async function wholeCalendar(session: Session): Promise<string> {
  const { overdue, soon } = await dueRows(session, Number.POSITIVE_INFINITY)
  return calendarFileOf([...overdue, ...soon])
}

/** “Last checked 5 May 2026.” */
export function lastChecked({ due: { last } }: Known): string {
  return last === null ? 'Nobody has checked it yet.' : `Last checked ${dayInWords(last)}.`
}
