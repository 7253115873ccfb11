import type { GapFact, ReportFacts } from '../facts.ts'
import { figure, type Source } from '../model.ts'
import type { SectionKind } from '../section.ts'

const words: Readonly<Record<GapFact['status'], string>> = { open: 'Open', 'in-part': 'In part', closed: 'Closed' }

/** The gaps of the last evaluation, until each is closed. */
export const gaps: SectionKind = {
  id: 'gaps',
  title: 'Gaps of the last evaluation',
  parts({ gaps: found, nameOf }) {
    if (found.length === 0) return []
    return [
      {
        kind: 'figures',
        figures: (['open', 'in-part', 'closed'] as const).map(status =>
          figure(`gaps.${status}`, `${words[status]}`, found.filter(gap => gap.status === status).map(sourceOf)),
        ),
      },
      { kind: 'table', table: gapTable(found, nameOf) },
    ]
  },
}

export function gapTable(found: readonly GapFact[], nameOf: ReportFacts['nameOf']) {
  return {
    caption: 'Each gap, with who sees to it',
    columns: ['Gap', 'Where it stands', 'Why', 'Who', 'What is next'],
    rows: found.map(({ label, status, why, owner, action }) => [
      label,
      words[status],
      why,
      owner === '' ? 'Nobody yet' : nameOf(owner),
      action === '' ? 'Nothing is said yet' : action,
    ]),
  }
}

function sourceOf({ id, checklist, label, why }: GapFact): Source {
  return { kind: 'gap', id, page: null, checklist, title: label, said: why }
}
