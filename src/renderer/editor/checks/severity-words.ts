import type { Severity } from '../../../shared/checks/rule.ts'
import { count } from '../../words/counts.ts'
import type { Tone } from '../../words/states.ts'
import type { PlacedProblem } from './problems-plugin.ts'
import { apart } from './prompts.ts'

/** What a problem does, in words: colour never speaks alone. */
export const severityWords: Readonly<Record<Severity, { word: string; tone: Tone }>> = {
  error: { word: 'Stops publishing', tone: 'stop' },
  warning: { word: 'Harder to use', tone: 'warn' },
  notice: { word: 'Worth knowing', tone: 'plain' },
}

/** “3 problems, 1 of them stops publishing.” */
export function countWords(found: readonly PlacedProblem[]): string {
  const { prompts, problems } = apart(found)
  const left = prompts.length === 0 ? '' : `${count(prompts.length, 'prompt')} to fill in. `
  return `${left}${problemsWords(problems)}`
}

/** “2 prompts, no problems” */
export function shortWords(found: readonly PlacedProblem[]): string {
  const { prompts, problems } = apart(found)
  const none = prompts.length === 0 ? 'No problems' : 'no problems'
  const wrong = problems.length === 0 ? none : count(problems.length, 'problem')
  return prompts.length === 0 ? wrong : `${count(prompts.length, 'prompt')}, ${wrong}`
}

/** Of prompts, wherever they are from: a template has some, and so has what somebody pasted. */
export function leftWords(prompts: number): string {
  const [are, have] = prompts === 1 ? ['is', 'has'] : ['are', 'have']
  return `${count(prompts, 'note')} in square brackets ${are} left over, and still ${have} to be written.`
}

function problemsWords(problems: readonly PlacedProblem[]): string {
  if (problems.length === 0) return 'No problems found.'
  const stops = problems.filter(({ problem }) => problem.severity === 'error').length
  const all = count(problems.length, 'problem')
  if (stops === 0) return `${all}, none of them stops publishing.`
  return `${all}, ${stops} of them ${stops === 1 ? 'stops' : 'stop'} publishing.`
}

/** What is said when somebody walks to a problem. */
export function problemWords({ problem }: PlacedProblem, fixKeys: string): string {
  const { word } = severityWords[problem.severity]
  const fix = problem.fix === undefined ? '' : ` ${problem.fix.label}: press ${fixKeys}.`
  return `${word}. ${problem.message} ${problem.why}${fix}`
}
