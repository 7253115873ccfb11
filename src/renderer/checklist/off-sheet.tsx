import type { ChecklistView } from '../../shared/contract/index.ts'
import { useAct } from '../activity/use-act.ts'
import { api } from '../connection/api.ts'
import { useOpened } from '../connection/session.ts'
import { Button } from '../ui/button.tsx'
import { RefusalNotice } from '../ui/notice.tsx'
import { Row, Rows, Sheet } from '../ui/sheet.tsx'

/** What the team does not work with, and why; each can be worked with again. */
export function OffSheet({ checklist, asked }: { checklist: ChecklistView; asked: string | null }) {
  const { readOnly } = useOpened()
  const change = useAct(api.lists.change)
  if (checklist.off.length === 0) return null

  async function again(requirement: string) {
    const done = await change.run({ checklist: checklist.id, change: { kind: 'off', requirement, why: null } })
    if (done !== null) void change.sayDone(`${requirement} is in the checklist again.`)
  }

  return (
    <div className="gap">
      <Sheet title="Switched off" note={`${checklist.off.length}`}>
        <Rows label="Switched off">
          {checklist.off.map(({ id, text, why }) => (
            <Row
              key={id}
              title={`${id} ${text}`}
              isLedTo={id === asked}
              actions={
                <Button
                  size="small"
                  about={id}
                  busy={change.busy}
                  isDisabled={readOnly !== null}
                  onPress={() => void again(id)}
                >
                  Work with it again
                </Button>
              }
            >
              {why}
            </Row>
          ))}
        </Rows>
        <RefusalNotice refusal={change.refusal} />
      </Sheet>
    </div>
  )
}
