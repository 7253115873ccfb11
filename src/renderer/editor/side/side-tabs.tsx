import type { Editor } from '@tiptap/react'
import { useValue } from '../../state/value-store.ts'
import { TabSet } from '../../ui/tab-set.tsx'
import type { PageProblems } from '../checks/page-problems.ts'
import type { PlacedProblem } from '../checks/problems-plugin.ts'
import { linesOf } from '../checks/prompts.ts'
import type { PageSession } from '../session/page-session.ts'
import { ChecklistPanel } from './checklist-panel.tsx'
import { CommentsPart } from './comments-part.tsx'
import { DetailsPanel } from './details-panel.tsx'
import { HistoryPanel } from './history-panel.tsx'
import { ProblemsTab } from './problems-tab.tsx'
import './side.css'

/** What stands beside the text: the preview, where it is open, and the tabs. */
export const pageSideClass = 'editor-side'

export type SideTab = 'problems' | 'checklist' | 'details' | 'history'

interface SideTabsProps {
  editor: Editor
  session: PageSession
  problems: PageProblems
  readOnly: boolean
  tab: SideTab
  onTab: (tab: SideTab) => void
  onShow: (placed: PlacedProblem) => void
  onFix: (placed: PlacedProblem) => void
  onFixAll: (placed: PlacedProblem) => void
}

export function SideTabs({ tab, onTab, onShow, onFix, onFixAll, ...rest }: SideTabsProps) {
  const { editor, session, problems, readOnly } = rest
  return (
    <TabSet
      label="About this page"
      selected={tab}
      onSelect={id => onTab(id as SideTab)}
      tabs={[
        {
          id: 'problems',
          label: 'Problems',
          many: <HowMany problems={problems} />,
          panel: (
            <>
              <ProblemsTab
                session={session}
                problems={problems}
                readOnly={readOnly}
                onShow={onShow}
                onFix={onFix}
                onFixAll={onFixAll}
              />
              <CommentsPart editor={editor} session={session} problems={problems} readOnly={readOnly} />
            </>
          ),
        },
        {
          id: 'checklist',
          label: 'Checklist',
          panel: <ChecklistPanel editor={editor} session={session} readOnly={readOnly} />,
        },
        {
          id: 'details',
          label: 'Details',
          panel: <DetailsPanel editor={editor} session={session} problems={problems} readOnly={readOnly} />,
        },
        {
          id: 'history',
          label: 'History',
          panel: <HistoryPanel editor={editor} session={session} readOnly={readOnly} />,
        },
      ]}
    />
  )
}

function HowMany({ problems }: { problems: PageProblems }) {
  return linesOf(useValue(problems.list).items)
}
