import type { Judgement } from '../../shared/checklist/index.ts'
import type { ComparedEvaluations, EvaluationRow } from '../../shared/contract/index.ts'
import type { Tone } from '../words/states.ts'

/** What may be judged, with its key. The key is the first letter of the word on the button. */
export const judgementWords: Readonly<Record<Judgement, { word: string; tone: Tone; key: string }>> = {
  yes: { word: 'Yes', tone: 'good', key: 'y' },
  limited: { word: 'Limited', tone: 'warn', key: 'l' },
  no: { word: 'No', tone: 'stop', key: 'n' },
}

export function judgedWords(judgement: Judgement | null): { word: string; tone: Tone } {
  return judgement === null ? { word: 'Not judged', tone: 'plain' } : judgementWords[judgement]
}

export const fieldWords = {
  judgement: 'the judgement',
  comment: 'the comment',
  evidence: 'the evidence',
  owner: 'who sees to it',
  action: 'what comes next',
} as const

type Change = ComparedEvaluations['requirements'][number]['change']

export const changeWords: Readonly<Record<Change, { word: string; tone: Tone }>> = {
  better: { word: 'Better', tone: 'good' },
  worse: { word: 'Worse', tone: 'stop' },
  same: { word: 'Same', tone: 'plain' },
  'judged-since': { word: 'Judged since', tone: 'plain' },
  'not-judged-since': { word: 'Not judged now', tone: 'warn' },
  new: { word: 'New in the list', tone: 'plain' },
  gone: { word: 'Not in the list now', tone: 'plain' },
}

/** “12 of 123 judged”. */
export function progressWords({ yes, limited, no, notJudged }: EvaluationRow['counts']): string {
  const judged = yes + limited + no
  return `${judged} of ${judged + notJudged} judged`
}
