import { z } from 'zod'
import { type Refusal, refuse } from '../outcome.ts'
import type { Checklist } from './schema.ts'

/** The built-in lists as they are kept in `resources/checklists/`: only what the program uses; other keys are for people. */
const fileSchema = z.object({
  id: z.string(),
  title: z.string(),
  version: z.string(),
  status: z.string().default(''),
  source: z.array(z.object({ key: z.string(), title: z.string() })).default([]),
  sections: z.array(
    z.object({
      id: z.string(),
      title: z.string(),
      note: z.string().default(''),
      items: z.array(
        z.object({
          id: z.string(),
          requirement: z.string(),
          area: z.string(),
          ageRange: z.string(),
          kind: z.enum(['content', 'whole-offer', 'process']),
          confidence: z.enum(['verified', 'reconstructed']),
          seenIn: z.array(z.string()).default([]),
          refsConfidence: z.enum(['verified', 'reconstructed']).default('reconstructed'),
          statutoryRefs: z.array(z.string()).default([]),
          statutoryItemIds: z.array(z.string()).default([]),
        }),
      ),
    }),
  ),
})

export function readChecklist(value: unknown, name: string): Checklist | Refusal {
  const parsed = fileSchema.safeParse(value)
  if (!parsed.success) {
    return refuse(
      'checklist-unreadable',
      `The checklist “${name}” could not be read.`,
      'Put the file back as it was, or leave it out and use the built-in list.',
      parsed.error.message,
    )
  }
  const { id, title, version, status, sections, source } = parsed.data
  return {
    id,
    title,
    version,
    status,
    gaps: [],
    off: [],
    sections: sections.map(section => ({
      id: section.id,
      title: section.title,
      note: section.note,
      requirements: section.items.map(item => ({
        id: item.id,
        text: item.requirement,
        kind: item.kind,
        area: item.area,
        ageRange: item.ageRange,
        confidence: item.confidence,
        seenIn: item.seenIn.map(key => source.find(each => each.key === key)?.title ?? key),
        refs: item.statutoryRefs,
        refsConfidence: item.refsConfidence,
        gap: null,
        same: item.statutoryItemIds,
        former: [],
      })),
    })),
  }
}

/**
 * Lists that point at one another, with each pointer made to lead both ways: the SE7 list names the statutory items that
 * ask the same, and a page tagged with either answers both.
 */
export function linkChecklists(lists: Checklist[]): Checklist[] {
  const back = new Map<string, string[]>()
  for (const requirement of lists.flatMap(list => list.sections.flatMap(section => section.requirements))) {
    for (const other of requirement.same) back.set(other, [...(back.get(other) ?? []), requirement.id])
  }
  return lists.map(list => ({
    ...list,
    sections: list.sections.map(section => ({
      ...section,
      requirements: section.requirements.map(requirement => ({
        ...requirement,
        same: [...new Set([...requirement.same, ...(back.get(requirement.id) ?? [])])],
      })),
    })),
  }))
}
