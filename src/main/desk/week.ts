import { type Coverage, coverage, type TaggedEntry } from '../../shared/checklist/index.ts'
import { isRefusal, type Refusal, refuse } from '../../shared/outcome.ts'
import { commentThreads, type DueRow, dueLists } from '../../shared/review/index.ts'
import { liveAlthough } from './although.ts'
import type { Known } from './parts.ts'
import { waitingForReview } from './review-page.ts'
import { meIn, type Session, todayOf } from './session.ts'

/** Days ahead that count as soon on the first screen. */
const soonDays = 14

export async function week(session: Session) {
  const { knowing, choices, live, checklists } = session
  const me = meIn(session)
  const known = [...(await knowing.all()).values()]
  const { overdue, soon } = await dueWithin(session, soonDays)
  const asked = known.flatMap(({ entry, standing, records }) => {
    const { decision } = standing
    const mine = me === null || entry.fields.owner === '' || sameAddress(entry.fields.owner, me.email)
    if (standing.state !== 'changes-asked' || decision === null || !mine) return []
    const newest = commentThreads(records).findLast(thread => !thread.settled)
    return [
      {
        id: entry.fields.id,
        title: entry.fields.title,
        by: decision.by.name,
        at: decision.at,
        text: newest?.text ?? decision.note,
      },
    ]
  })
  const plan = await live.plan()
  const gaps = await Promise.all(checklists.slice(0, 1).map(list => coverageOf(session, list.id)))
  return {
    today: todayOf(session),
    overdue: overdue.map(rowOf),
    soon: soon.map(rowOf),
    // Nothing stands on the first screen that this person cannot act on.
    waiting: (await waitingForReview(session)).filter(row => row.mayNotDecide === null),
    asked,
    choices: (await choices.list()).map(choice => ({
      id: choice.id,
      page: choice.page,
      title: choice.title,
      field: choice.field,
      with: choice.theirs.by.name,
      undoing: choice.undoing !== undefined,
    })),
    although: await liveAlthough(session),
    readyToPublish: isRefusal(plan) ? 0 : plan.ready.length,
    heldBack: isRefusal(plan) ? 0 : plan.heldBack.length,
    openGaps: gaps.flatMap(list =>
      isRefusal(list)
        ? []
        : list.gaps.flatMap(({ id, label, status, why }) =>
            status === 'closed' ? [] : [{ checklist: list.checklist, id, label, status, why }],
          ),
    ),
  }
}

export async function dueWithin(session: Session, days: number): Promise<ReturnType<typeof dueLists<Known>>> {
  const known = [...(await session.knowing.all()).values()]
  return dueLists(
    known.map(each => ({ entry: each, due: each.due.due })),
    todayOf(session),
    days,
  )
}

export function rowOf({ entry: { entry, due: dates }, due, days }: DueRow<Known>) {
  return {
    id: entry.fields.id,
    title: entry.fields.title,
    section: entry.kind === 'page' ? entry.section : '',
    owner: entry.fields.owner,
    due,
    days,
    reason: dates.last === null ? 'Nobody has checked it yet.' : `Last checked ${inWords(dates.last)}.`,
  }
}

function inWords(date: string): string {
  return new Date(`${date}T12:00:00Z`).toLocaleDateString('en-GB', { day: 'numeric', month: 'long', year: 'numeric' })
}

/** What the tags of a checklist's pages show. A tag with a requirement that asks the same in another list counts too. */
export async function coverageOf(session: Session, checklist: string): Promise<Coverage | Refusal> {
  const list = session.checklists.find(each => each.id === checklist)
  if (!list) {
    const names = session.checklists.map(each => each.id).join(', ')
    return refuse(
      'no-such-checklist',
      `There is no checklist called “${checklist}”.`,
      `The checklists here are ${names}.`,
    )
  }
  const tagged = [...(await session.knowing.all()).values()].map(
    ({ entry, standing, live, overdue }): TaggedEntry => ({
      id: entry.fields.id,
      title: entry.fields.title,
      tags: entry.fields.checklist,
      state: standing.state,
      live: live !== null,
      overdue,
    }),
  )
  return coverage(list, tagged)
}

function sameAddress(one: string, other: string): boolean {
  return one.trim().toLowerCase() === other.trim().toLowerCase()
}
