import type { JudgedRequirement, Snapshot } from './snapshot.ts'
import { judgements } from './words.ts'

type Judged = JudgedRequirement['judgement']

/** How one requirement fared between two finished evaluations. */
export interface ComparedRequirement {
  id: string
  section: string
  text: string
  before: Judged
  after: Judged
  /** `new` and `gone` are about the list; `same` words with another judgement are better or worse. */
  change: 'better' | 'worse' | 'same' | 'judged-since' | 'not-judged-since' | 'new' | 'gone'
  reworded: boolean
  /** The numbers that it had at the time of the earlier one, where they were others. */
  former: string[]
}

export interface ComparedSnapshots {
  /** The strands of the later one, then those that only the earlier one has. */
  sections: { id: string; title: string }[]
  requirements: ComparedRequirement[]
  /** Whether both are about the same list in the same version. */
  list: 'same' | 'other-version' | 'other-list'
}

/**
 * Any two snapshots, the earlier one first. Requirements are matched by id and by what the team said took the place of a
 * former one (`placeOf`); nothing is guessed about others.
 */
export function compareSnapshots(
  earlier: Snapshot,
  later: Snapshot,
  placeOf: (id: string) => string = id => id,
): ComparedSnapshots {
  const before = Map.groupBy(earlier.requirements, ({ id }) => placeOf(id))
  const after = Map.groupBy(later.requirements, ({ id }) => placeOf(id))
  const all = new Set([...after.keys(), ...before.keys()])
  const sections = new Map([...later.sections, ...earlier.sections].toReversed().map(each => [each.id, each.title]))
  const order = new Set([...later.sections, ...earlier.sections].map(each => each.id))
  return {
    sections: [...order].map(id => ({ id, title: sections.get(id) ?? id })),
    requirements: [...all].map(id => compared(before.get(id) ?? [], after.get(id) ?? [])),
    list:
      earlier.checklist.id !== later.checklist.id
        ? 'other-list'
        : earlier.checklist.version === later.checklist.version
          ? 'same'
          : 'other-version',
  }
}

function compared(earlier: readonly JudgedRequirement[], later: readonly JudgedRequirement[]): ComparedRequirement {
  const [before, after] = [mostCareful(earlier), mostCareful(later)]
  const shown = after ?? before
  return {
    id: shown?.id ?? '',
    section: shown?.section ?? '',
    text: shown?.text ?? '',
    before: before?.judgement ?? null,
    after: after?.judgement ?? null,
    change: before === undefined ? 'new' : after === undefined ? 'gone' : changeOf(before.judgement, after.judgement),
    reworded: before !== undefined && after !== undefined && before.text !== after.text,
    former: later.length === 0 ? [] : earlier.map(({ id }) => id).filter(id => !later.some(each => each.id === id)),
  }
}

/** Where one took the place of several, the most careful judgement of them is what there was. */
function mostCareful(asked: readonly JudgedRequirement[]): JudgedRequirement | undefined {
  const weight = ({ judgement }: JudgedRequirement) => (judgement === null ? -1 : judgements.indexOf(judgement))
  return asked.toSorted((a, b) => weight(b) - weight(a))[0]
}

function changeOf(before: Judged, after: Judged): ComparedRequirement['change'] {
  if (before === after) return 'same'
  if (before === null) return 'judged-since'
  if (after === null) return 'not-judged-since'
  return judgements.indexOf(after) < judgements.indexOf(before) ? 'better' : 'worse'
}
