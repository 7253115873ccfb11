import { type Coverage, coverage, type TaggedEntry } from '../../shared/checklist/index.ts'
import { type Refusal, refuse } from '../../shared/outcome.ts'
import type { Session } from './session.ts'

/** What the tags of a checklist's pages show. A tag with a requirement that asks the same in another list counts too. */
export async function coverageOf(session: Session, checklist: string): Promise<Coverage | Refusal> {
  const list = session.checklists.find(each => each.id === checklist)
  if (!list) return noSuchChecklist(session, checklist)
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

export function noSuchChecklist(session: Session, checklist: string): Refusal {
  const names = session.checklists.map(each => each.id).join(', ')
  return refuse(
    'no-such-checklist',
    `There is no checklist called “${checklist}”.`,
    `The checklists here are ${names}.`,
  )
}
