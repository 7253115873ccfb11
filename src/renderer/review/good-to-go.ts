import type { ReviewView } from '../connection/answers.ts'
import { count } from '../words/counts.ts'

/** What an approval leads to: it is not all that a publish asks for. */
export function goodToGo({ title, problems: { errors } }: Pick<ReviewView, 'title' | 'problems'>): string {
  if (errors === 0) return `“${title}” is good to publish. It goes out with the next publish.`
  const [stop, those] = errors === 1 ? ['stops', 'that is'] : ['stop', 'those are']
  return `“${title}” is approved. ${count(errors, 'problem')} on it ${stop} publishing still: it goes out once ${those} mended.`
}
