import { FolderOpen } from 'lucide-react'
import { useState } from 'react'
import type { Hello } from '../connection/answers.ts'
import { api } from '../connection/api.ts'
import { Button } from '../ui/button.tsx'
import { RefusalNotice } from '../ui/notice.tsx'
import { Row, Rows, Sheet } from '../ui/sheet.tsx'
import { useOpening } from './use-opening.ts'

/** The workspaces that were open on this computer before, newest first. */
export function Recent({ recent }: { recent: Hello['recent'] }) {
  const [asked, setAsked] = useState<string | null>(null)
  const opening = useOpening(api.start.open)
  if (recent.length === 0) return null
  return (
    <Sheet title="Carry on" foot={opening.refusal && <RefusalNotice refusal={opening.refusal} />}>
      <Rows>
        {recent.map(({ workspace, name }, index) => (
          <Row
            key={workspace}
            title={name}
            actions={
              <Button
                kind={index === 0 ? 'main' : 'plain'}
                icon={FolderOpen}
                about={name}
                busy={opening.busy && asked === workspace}
                onPress={() => {
                  setAsked(workspace)
                  void opening.open({ workspace })
                }}
              >
                Open
              </Button>
            }
          >
            <span className="start-folder">{workspace}</span>
          </Row>
        ))}
      </Rows>
    </Sheet>
  )
}
