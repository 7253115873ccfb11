import { useRef, useState } from 'react'
import { useValue } from '../../state/value-store.ts'
import { useKeptFocus } from '../../ui/use-kept-focus.ts'
import type { PageProblems } from '../checks/page-problems.ts'
import type { PlacedProblem } from '../checks/problems-plugin.ts'
import type { PageSession } from '../session/page-session.ts'
import { DismissedPart } from './dismissed-part.tsx'
import { NotAProblemDialog } from './not-a-problem-dialog.tsx'
import { ProblemsPanel } from './problems-panel.tsx'

interface ProblemsTabProps {
  session: PageSession
  problems: PageProblems
  readOnly: boolean
  onShow: (placed: PlacedProblem) => void
  onFix: (placed: PlacedProblem) => void
  onFixAll: (placed: PlacedProblem) => void
}

/** The problems of the page, and beneath them those that somebody let be. */
export function ProblemsTab({ session, problems, readOnly, onShow, onFix, onFixAll }: ProblemsTabProps) {
  const { dismissed } = useValue(problems.list)
  const [asked, setAsked] = useState<PlacedProblem | null>(null)
  const top = useRef<HTMLElement>(null)
  const keepFocus = useKeptFocus(top)
  return (
    <section ref={top} tabIndex={-1} aria-label="Problems of this page" {...keepFocus}>
      <ProblemsPanel
        problems={problems}
        readOnly={readOnly}
        onShow={onShow}
        onFix={onFix}
        onFixAll={onFixAll}
        onDismiss={setAsked}
      />
      <DismissedPart page={session.id} dismissed={dismissed} readOnly={readOnly} />
      {asked !== null && (
        <NotAProblemDialog session={session} problems={problems} placed={asked} onClose={() => setAsked(null)} />
      )}
    </section>
  )
}
