import type { Plan } from '../../shared/contract/index.ts'
import { listed } from '../words/counts.ts'

/** What a plan that was made again does otherwise than the one that somebody read; null where it does the same. */
export function planNews(read: Plan, now: Plan): string | null {
  if (read.plan === now.plan) return null
  const [before, after] = [goes(read), goes(now)]
  const come = after.filter(name => !before.includes(name))
  const gone = before.filter(name => !after.includes(name))
  const news = [
    ...(come.length > 0 ? [`New in it: ${listed(come)}.`] : []),
    ...(gone.length > 0 ? [`Not in it any more: ${listed(gone)}.`] : []),
  ]
  return ['The plan changed since you came here.', ...(news.length > 0 ? news : [other(read, now)])].join(' ')
}

const goes = ({ ready, also }: Plan) => [
  ...ready.map(({ title, change }) => `“${title}”${change === 'removed' ? ', which is taken off' : ''}`),
  ...also.map(sentence => `“${sentence.replace(/\.$/, '')}”`),
]

function other(read: Plan, now: Plan): string {
  const said = new Map(read.ready.map(({ id, sentence }) => [id, sentence]))
  const again = now.ready.filter(({ id, sentence }) => said.get(id) !== sentence).map(({ title }) => `“${title}”`)
  return again.length > 0 ? `Other words go out of: ${listed(again)}.` : 'Other words go out of what is in it.'
}
