import type { EvaluationRow } from '../../shared/contract/index.ts'
import { Shares } from '../checklist/shares.tsx'
import '../checklist/checklist.css'
import { count } from '../words/counts.ts'
import { progressWords } from './words.ts'

/** How far it is: in words, and as a bar for the eye. */
export function ProgressLine({ counts, differing }: Pick<EvaluationRow, 'counts' | 'differing'>) {
  const { yes, limited, no } = counts
  return (
    <div className="evaluation-progress">
      <p>
        <strong>{progressWords(counts)}</strong>: {yes} yes, {limited} limited, {no} no
        {differing > 0 && `. On ${count(differing, 'requirement')} you and a colleague differ`}.
      </p>
      <Shares {...counts} />
    </div>
  )
}
