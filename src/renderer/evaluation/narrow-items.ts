import type { Coverage, EvaluationItem, RequirementView } from '../../shared/contract/index.ts'
import type { ChecklistView } from '../../shared/contract/team.ts'
import { folded } from '../desk/narrow-rows.ts'

export const shownItems = ['all', 'not-judged', 'mine', 'differ', 'limited-or-no'] as const
export type ShownItems = (typeof shownItems)[number]

export interface ItemFilter {
  find: string
  show: ShownItems
  /** A strand; null for all. */
  section: string | null
}

/** One line of the working list. */
export interface WorkingItem {
  asked: RequirementView
  item: EvaluationItem
  covered: Coverage['requirements'][number] | null
}

export interface WorkingSection {
  id: string
  title: string
  items: WorkingItem[]
}

/** The requirements under their strands, as far as they fit; strands without one are left out. */
export function narrowItems(
  checklist: ChecklistView,
  items: readonly EvaluationItem[],
  coverage: Coverage,
  { find, show, section }: ItemFilter,
  me: string | null,
): WorkingSection[] {
  const byId = new Map(items.map(item => [item.requirement, item]))
  const covered = new Map(coverage.requirements.map(each => [each.id, each]))
  const words = folded(find).split(/\s+/).filter(Boolean)
  const fits = (asked: RequirementView, item: EvaluationItem) => {
    const text = folded(`${asked.id} ${asked.text} ${item.comment} ${item.action}`)
    return words.every(word => text.includes(word)) && isShown(item, show, me)
  }
  return checklist.sections
    .filter(({ id }) => section === null || id === section)
    .map(({ id, title, requirements }) => ({
      id,
      title,
      items: requirements.flatMap(asked => {
        const item = byId.get(asked.id)
        return item && fits(asked, item) ? [{ asked, item, covered: covered.get(asked.id) ?? null }] : []
      }),
    }))
    .filter(each => each.items.length > 0)
}

function isShown(item: EvaluationItem, show: ShownItems, me: string | null): boolean {
  if (show === 'not-judged') return item.judgement === null
  if (show === 'mine') return me !== null && item.owner.trim().toLowerCase() === me.trim().toLowerCase()
  if (show === 'differ') return item.differs.length > 0
  return show === 'all' || item.judgement === 'limited' || item.judgement === 'no'
}

/** What the keyboard goes to once this one is done: the next of the list, or the last one where it was the end. */
export function nextAfter(sections: readonly WorkingSection[], requirement: string): string | null {
  const order = sections.flatMap(({ items }) => items.map(({ asked }) => asked.id))
  const at = order.indexOf(requirement)
  return order[at + 1] ?? order.at(-1) ?? null
}
