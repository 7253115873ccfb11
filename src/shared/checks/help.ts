import type { Rule } from './rule.ts'
import { rules } from './rules/index.ts'

/** What a rule is about, for whoever asks: its reason, where it comes from, and what is and is not meant. */
export interface RuleHelp {
  why: string
  /** WCAG 2.2 success criteria; empty where the source is another. */
  wcag: string[]
  source: string | null
  /** As Signpost writes it into a file. */
  notThis: string[]
  this: string[]
}

/** So many say enough, and the short ones say it best. */
const most = 3

/** Null for a rule that there is none of, such as one of a newer Signpost. */
export function helpFor(id: string): RuleHelp | null {
  const rule = rules.find(each => each.id === id)
  if (rule === undefined) return null
  const { why, wcag, source = null, examples } = rule
  return { why, wcag: [...wcag], source, notThis: shownOf(examples, 'fail'), this: shownOf(examples, 'pass') }
}

/** As the team writes pages; of what only a web page can have, as that is written. */
function shownOf({ html, ...own }: Rule['examples'], kind: 'fail' | 'pass'): string[] {
  const words = shortest(own[kind])
  return words.length > 0 ? words : shortest(html?.[kind] ?? [])
}

/** Words of a page say more than its details, which stand for the rules that are about them. */
function shortest(examples: readonly string[]): string[] {
  const words = examples.filter(example => !example.startsWith('---'))
  const details = examples.map(example => example.replace(/^---$/gm, '').trim())
  return (words.length > 0 ? words : details).toSorted((a, b) => a.length - b.length).slice(0, most)
}
