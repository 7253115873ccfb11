import type { Judged } from '../../../shared/checks/judge.ts'
import type { PageId } from '../../../shared/content/index.ts'
import { useAct } from '../../activity/use-act.ts'
import { api } from '../../connection/api.ts'
import { DismissedWords } from '../../review/dismissed-words.tsx'
import { Button } from '../../ui/button.tsx'
import { RefusalNotice } from '../../ui/notice.tsx'

interface DismissedPartProps {
  page: PageId
  dismissed: Judged['dismissed']
  readOnly: boolean
}

/** “2 not a problem here”: folded away, each with who let it be and why, and the way back. */
export function DismissedPart({ page, dismissed, readOnly }: DismissedPartProps) {
  const takeBack = useAct(api.checks.problemAgain)
  if (dismissed.length === 0) return null

  async function again(record: string) {
    if ((await takeBack.run({ id: page, record })) !== null) void takeBack.sayDone('It is a problem again.')
  }

  return (
    <details className="dismissed">
      <summary>{dismissed.length} not a problem here</summary>
      <RefusalNotice refusal={takeBack.refusal} />
      <ul className="dismissed-list">
        {dismissed.map(({ problem, dismissal }, index) => (
          <li key={`${dismissal.id} ${index}`} className="card">
            <p className="problem-message">{problem.message}</p>
            <DismissedWords {...dismissal} />
            <div className="actions">
              <Button
                size="small"
                about={`: ${problem.message}`}
                isDisabled={readOnly}
                busy={takeBack.busy}
                onPress={() => void again(dismissal.id)}
              >
                It is a problem
              </Button>
            </div>
          </li>
        ))}
      </ul>
    </details>
  )
}
