import { type CommentFact, isWithin } from '../facts.ts'
import type { Part } from '../model.ts'
import type { SectionKind } from '../section.ts'

/** Comments and answers as families read them: the words that somebody agreed to, by theme. */
export const youSaid: SectionKind = {
  id: 'you-said',
  title: 'You said, we did',
  parts(facts) {
    const published = facts.comments.filter(fact => fact.published !== null && isWithin(fact.comment.received, facts))
    if (published.length === 0) return [{ kind: 'words', text: 'No answer of this time has been published yet.' }]
    const themes = [...Map.groupBy(published, ({ published: answer }) => answer?.theme ?? '')].toSorted(
      ([a], [b]) => Number(a === '') - Number(b === '') || (a < b ? -1 : 1),
    )
    return themes.map(([theme, own]) => tableOf(theme || 'Other comments', own))
  },
}

function tableOf(caption: string, own: readonly CommentFact[]): Part {
  return {
    kind: 'table',
    table: {
      caption,
      columns: ['You said', 'We did'],
      rows: own.flatMap(({ published }) => (published === null ? [] : [[published.said, published.did]])),
    },
  }
}
