import type { ContentHash, PageId } from '../../content/ids.ts'
import type { Checklist, Coverage } from '../schema.ts'
import { type Carried, type Evaluation, itemOf } from './evaluation.ts'
import { gapsOf } from './gaps.ts'
import type { Evidence, GapRecord } from './records.ts'
import { type Snapshot, snapshotSchema } from './snapshot.ts'

/** All that an evaluation is about, as it is at the moment when it is finished. */
export interface ToFinish {
  evaluation: Evaluation
  checklist: Checklist
  coverage: Coverage
  /** What the evaluation before says of each requirement. */
  carried: ReadonlyMap<string, Carried>
  /** The words of each page, and those that families see. */
  hashes: ReadonlyMap<PageId, { hash: ContentHash; live: ContentHash | null }>
  gaps: readonly GapRecord[]
  evidence: readonly Evidence[]
}

export function takeSnapshot({ evaluation, checklist, coverage, carried, hashes, gaps, evidence }: ToFinish): Snapshot {
  const covered = new Map(coverage.requirements.map(each => [each.id, each]))
  const { begun, judged } = evaluation
  const people = new Map([...judged.values()].flat().map(({ by }) => [by.email.toLowerCase(), by]))
  const items = new Map(
    coverage.requirements.map(({ id }) => [id, itemOf(judged.get(id) ?? [], carried.get(id))] as const),
  )
  const judgements = new Map([...items].map(([id, { judgement }]) => [id, judgement]))
  // Read back as every reader will, so that what is sealed is what will be read.
  return snapshotSchema.parse({
    title: begun.title,
    checklist: { id: checklist.id, title: checklist.title, version: checklist.version, status: checklist.status },
    begun: { by: begun.by, at: begun.at },
    people: [...people.values()].sort((a, b) => a.name.localeCompare(b.name)),
    from: begun.from,
    sections: checklist.sections.map(({ id, title }) => ({ id, title })),
    requirements: checklist.sections.flatMap(section =>
      section.requirements.map(requirement => {
        const { id } = requirement
        const cover = covered.get(id)
        return {
          ...requirement,
          section: section.id,
          ...items.get(id),
          measured: { status: cover?.status ?? 'no', why: cover?.why ?? '' },
          pages: (cover?.pages ?? []).flatMap(page => {
            const words = hashes.get(page.id)
            return words ? [{ ...page, ...words }] : []
          }),
          done: evidence.filter(each => each.checklist === checklist.id && each.requirement === id),
        }
      }),
    ),
    gaps: gapsOf(coverage, gaps, judgements, {
      requirements: [...items].map(([id, { owner, action }]) => ({ id, owner, action })),
      before: gap => (checklist.gaps.length > 0 ? [] : gaps.filter(each => each.gap === gap).map(({ id }) => id)),
    }),
  })
}
