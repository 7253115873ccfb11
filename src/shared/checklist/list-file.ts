import { z } from 'zod'
import { behindGaps } from './gaps-of-evaluation.ts'
import type { Checklist, Requirement } from './schema.ts'

/**
 * `checklists/<id>.yml`: what the team made of a list. Where a list of that id is built in, it is changed by it; otherwise
 * it is a list of the team's own. Everything stands under its id, so that two people's changes merge field by field.
 */

const listIdSchema = z.string().regex(/^[a-z0-9]+(-[a-z0-9]+)*$/)
export const requirementIdSchema = z.string().regex(/^[A-Za-z0-9][A-Za-z0-9.-]{0,59}$/)
const text = z.string().trim().min(1).max(2000)

const ownRequirementSchema = z.object({
  section: z.string().min(1).max(100),
  text,
  kind: z.enum(['content', 'whole-offer', 'process']).default('content'),
  area: z.string().max(100).default('other'),
  ageRange: z
    .string()
    .regex(/^\d{1,2}-\d{1,2}$/)
    .default('0-25'),
  refs: z.array(z.string().max(200)).max(50).default([]),
  /** Requirements of other lists that ask the same. */
  same: z.array(z.string().max(100)).max(50).default([]),
})
export type OwnRequirement = z.infer<typeof ownRequirementSchema>

export const listFileSchema = z.object({
  id: listIdSchema,
  title: z.string().trim().max(200).default(''),
  version: z.string().max(200).default(''),
  /** Where the words come from: shown with the list. */
  status: z.string().max(2000).default(''),
  /** The strands of an own list, in their order: id to title. */
  sections: z.record(z.string().max(100), z.string().max(300)).default({}),
  /** By id, in their order. */
  added: z.record(requirementIdSchema, ownRequirementSchema).default({}),
  /** Other words for a built-in requirement. */
  reworded: z.record(requirementIdSchema, text).default({}),
  /** Built-in requirements that the team does not work with, and why. */
  off: z.record(requirementIdSchema, z.string().max(500)).default({}),
  /**
   * The gaps that an evaluation found which was done elsewhere, each with the requirements behind it. A list that names none
   * has those that were published about its council, or those of the team's own last evaluation (`gaps-of-evaluation.ts`).
   */
  gaps: z
    .record(
      z.string().regex(/^[A-Za-z0-9][A-Za-z0-9.-]{0,59}$/),
      z.object({ label: z.string().trim().min(1).max(300), requirements: z.array(requirementIdSchema).max(500) }),
    )
    .default({}),
  /** Former ids, and those that took their place. */
  moved: z.record(requirementIdSchema, requirementIdSchema).default({}),
  /** What former requirements said that a next version has no place for: pages may still be tagged with them. */
  gone: z.record(requirementIdSchema, text).default({}),
})
export type ListFile = z.infer<typeof listFileSchema>

/** The lists as the team works with them. */
export interface TeamLists {
  lists: Checklist[]
}

/** Who works with the lists. */
export interface Team {
  /** As in `signpost.yml`. */
  council: string
  /** The gaps of which somebody said something already. */
  saidOf: readonly { checklist: string; gap: string }[]
}

const nobody: Team = { council: '', saidOf: [] }

export function withTeamFiles(
  builtIn: readonly Checklist[],
  files: readonly ListFile[],
  team: Team = nobody,
): TeamLists {
  const byId = new Map(files.map(file => [file.id, file]))
  const moved = new Map(files.flatMap(file => Object.entries(file.moved)))
  const changed = builtIn.map(list =>
    withGaps(adjusted(ofTeam(list, team), byId.get(list.id)), byId.get(list.id), moved),
  )
  const own = files
    .filter(({ id }) => !builtIn.some(list => list.id === id))
    .map(file => withGaps(ownList(file), file, moved))
  return { lists: moved.size === 0 ? [...changed, ...own] : [...changed, ...own].map(withFormer(moved)) }
}

/** What was found about one council is no gap of another's, unless that team began to work on it. */
function ofTeam(list: Checklist, { council, saidOf }: Team): Checklist {
  if (list.gapsOf === undefined) return list
  const isTheirs = council.toLowerCase().includes(list.gapsOf.toLowerCase())
  const isBegun = saidOf.some(({ checklist, gap }) => checklist === list.id && list.gaps.some(({ id }) => id === gap))
  return isTheirs || isBegun ? list : behindGaps(list, [])
}

/** The list with the gaps that its file names, and each requirement with the one that it stands behind. */
function withGaps(list: Checklist, file: ListFile | undefined, moved: Moved): Checklist {
  const named = Object.entries(file?.gaps ?? {}).map(([id, { label, requirements }]) => ({
    id,
    label,
    requirements: requirements.map(each => endOf(moved, each)),
  }))
  return named.length === 0 ? list : behindGaps(list, named)
}

/** Former ids, over all lists, and those that took their place. */
type Moved = ReadonlyMap<string, string>

function endOf(moved: Moved, id: string, seen: readonly string[] = []): string {
  const next = moved.get(id)
  return next === undefined || seen.includes(next) ? id : endOf(moved, next, [...seen, next])
}

/** Each requirement with the ids that lead to it, also over several versions of the list. */
function withFormer(moved: Moved): (list: Checklist) => Checklist {
  const former = Map.groupBy(moved.keys(), id => endOf(moved, id))
  return list => ({
    ...list,
    sections: list.sections.map(section => ({
      ...section,
      requirements: section.requirements.map(each => ({ ...each, former: former.get(each.id) ?? [] })),
    })),
  })
}

function adjusted(list: Checklist, file: ListFile | undefined): Checklist {
  if (file === undefined) return list
  const isChanged = [file.added, file.reworded, file.off].some(part => Object.keys(part).length > 0)
  return {
    ...list,
    title: file.title || list.title,
    off: list.sections
      .flatMap(({ requirements }) => requirements)
      .flatMap(({ id, text }) => (id in file.off ? [{ id, text, why: file.off[id] ?? '' }] : [])),
    version: isChanged ? `${list.version}, adjusted by the team` : list.version,
    sections: sectionsOf(file, list.sections).map(section => ({
      ...section,
      requirements: [
        ...section.requirements
          .filter(({ id }) => !(id in file.off))
          .map(each => ({ ...each, text: file.reworded[each.id] ?? each.text })),
        ...addedTo(file, section.id),
      ],
    })),
  }
}

function ownList(file: ListFile): Checklist {
  const { id, title, version, status } = file
  const sections = sectionsOf(file, []).map(section => ({ ...section, requirements: addedTo(file, section.id) }))
  return { id, title: title || id, version, status, gaps: [], off: [], sections }
}

/** The sections that there are, and those that only the team's file knows. */
function sectionsOf(file: ListFile, known: Checklist['sections']): Checklist['sections'] {
  const named = new Map(Object.entries(file.sections))
  for (const { section } of Object.values(file.added)) if (!named.has(section)) named.set(section, section)
  const fresh = [...named].filter(([id]) => !known.some(section => section.id === id))
  return [...known, ...fresh.map(([id, title]) => ({ id, title, note: '', requirements: [] }))]
}

function addedTo(file: ListFile, section: string): Requirement[] {
  return Object.entries(file.added).flatMap(([id, each]) =>
    each.section !== section
      ? []
      : [
          {
            id,
            text: each.text,
            kind: each.kind,
            area: each.area,
            ageRange: each.ageRange,
            // What the team has in its own template is what it is asked for; the numbers in it nobody looked up here.
            confidence: 'verified' as const,
            seenIn: [],
            refs: each.refs,
            refsConfidence: 'reconstructed' as const,
            gap: null,
            same: each.same,
            former: [],
          },
        ],
  )
}
