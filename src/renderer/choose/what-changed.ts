import type { Choice } from '../../shared/contract/index.ts'

const fieldWords: Readonly<Record<string, string>> = {
  title: 'the title',
  summary: 'the summary',
  owner: 'who looks after this page',
  review: 'the review date',
  audience: 'who this page is for',
  checklist: 'what this page answers',
  related: 'the related pages',
}

/** What two people changed, as a heading says it. */
export function whatChanged({ field, mine, theirs, before }: Choice): string {
  if (field !== 'body') return fieldWords[field] ?? 'the same detail of this page'
  const most = Math.max(...[mine.doc, theirs.doc, before].map(doc => doc.content.length))
  return most > 1 ? 'these paragraphs' : 'this paragraph'
}
