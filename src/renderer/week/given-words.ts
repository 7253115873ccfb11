import type { WorkGiven } from '../../shared/contract/index.ts'
import { count, listed } from '../words/counts.ts'

/** “4 pages, 1 comment and 2 gaps”: what somebody took over. */
export function givenWords({ pages, comments, promises, gaps }: WorkGiven): string {
  const parts = [
    [pages, 'page', 'pages'],
    [comments, 'comment to answer', 'comments to answer'],
    [promises, 'promise to families', 'promises to families'],
    [gaps, 'gap', 'gaps'],
  ] as const
  return listed(
    parts.flatMap(([many, one, several]) => (many === 0 ? [] : [count(many, one, several)])),
    parts.length,
  )
}
