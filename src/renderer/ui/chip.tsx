import type { ReactNode } from 'react'
import type { PageState } from '../../shared/review/records.ts'
import { stateWords, type Tone } from '../words/states.ts'

export function Chip({ tone = 'plain', title, children }: { tone?: Tone; title?: string; children: ReactNode }) {
  return (
    <span className={tone === 'plain' ? 'chip' : `chip chip-${tone}`} title={title}>
      {children}
    </span>
  )
}

/** The state of a page, in its own word. */
export function StateChip({ state }: { state: PageState }) {
  const { word, tone, means } = stateWords[state]
  return (
    <Chip tone={tone} title={means}>
      {word}
    </Chip>
  )
}
