import type { JudgedRequirement } from '../../checklist/index.ts'
import { charted, figure, type Part, type Source } from '../model.ts'
import type { SectionKind } from '../section.ts'

const judgements = [
  { id: 'yes', label: 'Yes' },
  { id: 'limited', label: 'Limited' },
  { id: 'no', label: 'No' },
] as const

/** What was judged, strand by strand. It helps a review and never says that the law is kept. */
export const judged: SectionKind = {
  id: 'judged',
  title: 'What was judged',
  parts({ snapshot }) {
    if (snapshot === null) return []
    const { checklist, sections, requirements } = snapshot
    const of = (own: readonly JudgedRequirement[], judgement: JudgedRequirement['judgement']) =>
      own.filter(each => each.judgement === judgement).map(each => sourceOf(each, checklist.id))
    const inStrand = (id: string) => requirements.filter(({ section }) => section === id)
    const parts: Part[] = [
      { kind: 'words', text: `${checklist.title}, version ${checklist.version}. ${checklist.status}`.trim() },
      {
        kind: 'figures',
        figures: [
          ...judgements.map(({ id, label }) => figure(`judged.${id}`, label, of(requirements, id))),
          figure('judged.not', 'Not judged', of(requirements, null)),
        ],
      },
      charted(
        {
          title: 'Judgements by strand',
          series: [...judgements.map(({ label }) => label), 'Not judged'],
          bars: sections.map(({ id, title }) => ({
            label: title,
            parts: [
              ...judgements.map(each => figure(`judged.${each.id}.${id}`, each.label, of(inStrand(id), each.id))),
              figure(`judged.not.${id}`, 'Not judged', of(inStrand(id), null)),
            ],
          })),
        },
        'Strand',
      ),
    ]
    return parts
  },
}

function sourceOf({ id, text, judgedBy }: JudgedRequirement, checklist: string): Source {
  const people = [...new Set(judgedBy.map(({ by }) => by.name))]
  return {
    kind: 'requirement',
    id,
    page: null,
    checklist,
    title: `${id} ${text}`,
    said: people.length > 0 ? `judged by ${people.join(', ')}` : '',
  }
}

/** Every requirement with its judgement, one table a strand. */
export const eachRequirement: SectionKind = {
  id: 'each-requirement',
  title: 'Requirement by requirement',
  parts({ snapshot, nameOf }) {
    if (snapshot === null) return []
    return snapshot.sections.flatMap(({ id, title }): Part[] => {
      const own = snapshot.requirements.filter(({ section }) => section === id)
      return own.length === 0
        ? []
        : [{ kind: 'table', table: { caption: title, columns, rows: own.map(each => rowOf(each, nameOf)) } }]
    })
  },
}

const columns = ['What is asked', 'Judgement', 'Comment', 'Pages', 'Who', 'What is next']

function rowOf(
  { id, text, judgement, comment, pages, owner, action }: JudgedRequirement,
  nameOf: (email: string) => string,
): string[] {
  const words = judgements.find(each => each.id === judgement)?.label ?? 'Not judged'
  return [
    `${id} ${text}`,
    words,
    comment || 'None',
    pages.length === 0 ? 'None' : [...new Set(pages.map(page => page.title))].join('; '),
    owner === '' ? 'Nobody yet' : nameOf(owner),
    action || 'Nothing is said yet',
  ]
}
