import type { HeadingOutline, Tag } from '../../../shared/content/index.ts'
import type { ChecklistView, RequirementView } from '../../../shared/contract/index.ts'
import { folded } from '../../desk/narrow-rows.ts'

/** “This page, or this heading in it, answers that requirement”. */

export function withTag(tags: readonly Tag[], tag: Tag): Tag[] {
  return hasTag(tags, tag) ? [...tags] : [...tags, tag]
}

export function withoutTag(tags: readonly Tag[], tag: Tag): Tag[] {
  return tags.filter(one => !sameTag(one, tag))
}

export function hasTag(tags: readonly Tag[], tag: Tag): boolean {
  return tags.some(one => sameTag(one, tag))
}

function sameTag(a: Tag, b: Tag): boolean {
  return a.requirement === b.requirement && a.heading === b.heading
}

/** What a tag is on, in words. */
export function tagPlace(tag: Tag, headings: readonly HeadingOutline[]): string {
  if (tag.heading === null) return 'The whole page'
  const heading = headings.find(({ slug }) => slug === tag.heading)
  return heading === undefined ? 'A heading that is gone' : `“${heading.text}”`
}

export interface RequirementGroup {
  id: string
  title: string
  requirements: RequirementView[]
}

/** The requirements that have all the words, under their sections; sections without one are left out. */
export function foundRequirements(checklist: ChecklistView, find: string): RequirementGroup[] {
  const words = folded(find).split(/\s+/).filter(Boolean)
  return checklist.sections
    .map(({ id, title, requirements }) => ({
      id,
      title,
      requirements: requirements.filter(one => {
        const text = folded(`${one.id} ${one.text} ${one.area}`)
        return words.every(word => text.includes(word))
      }),
    }))
    .filter(({ requirements }) => requirements.length > 0)
}

export function requirementById(checklists: readonly ChecklistView[], id: string): RequirementView | undefined {
  return checklists
    .flatMap(({ sections }) => sections.flatMap(one => one.requirements))
    .find(one => one.id === id || one.former.includes(id))
}
