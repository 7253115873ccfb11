import { type Refusal, refuse } from '../../shared/outcome.ts'

/** What the command line is told where a window would wait and try again by itself. */

export const notShared = (): Refusal =>
  refuse(
    'not-shared',
    'This workspace is on this laptop only: it has no shared copy yet. Nothing was sent.',
    'Open it in Signpost and enter the address of a shared copy in Settings.',
  )

export function notReached(waiting: {
  reason: 'offline' | 'server-busy'
  sentence: string
  nextStep: string
}): Refusal {
  return refuse(waiting.reason, waiting.sentence, 'Run the command again when there is a connection.')
}

export function notPublished(state: { sentence: string; nextStep: string; stillLive: string }): Refusal {
  return refuse('not-published', `${state.sentence} ${state.stillLive}`.trim(), state.nextStep)
}
