import { isPrompt } from './is-prompt.ts'
import type { PlacedProblem } from './problems-plugin.ts'

/** What is to be filled in, and what is a problem; each in the order of the page. */
export function apart(items: readonly PlacedProblem[]): { prompts: PlacedProblem[]; problems: PlacedProblem[] } {
  const prompts = items.filter(({ problem }) => isPrompt(problem))
  return { prompts, problems: items.filter(({ problem }) => !isPrompt(problem)) }
}

/** As many as there are lines beside the text. */
export function linesOf(items: readonly PlacedProblem[]): number {
  const { prompts, problems } = apart(items)
  return problems.length + Math.min(prompts.length, 1)
}

/** The one to go to from here: the next after the one that was gone to last, round and round. */
export function nextPrompt(prompts: readonly PlacedProblem[], here: string | null): PlacedProblem | null {
  const at = prompts.findIndex(({ id }) => id === here)
  return prompts[(at + 1) % Math.max(prompts.length, 1)] ?? null
}
