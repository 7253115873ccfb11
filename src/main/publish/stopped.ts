import { type Refusal, refuse } from '../../shared/outcome.ts'

/** The person changed their mind while the work was under way. */
export function stopped(): Refusal {
  return refuse('stopped', 'You stopped this before it was done.', 'Start again when you are ready.')
}
