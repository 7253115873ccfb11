import { api } from '../connection/api.ts'
import { useOpened } from '../connection/session.ts'
import { useRequest } from '../connection/use-request.ts'
import { Button } from '../ui/button.tsx'
import { Notice } from '../ui/notice.tsx'
import { say } from '../ui/toasts.tsx'

/** Why nothing can be changed here, and the way back once whatever stands in the way is gone. */
export function ReadOnlyNotice({ why }: { why: string }) {
  const { workspace } = useOpened()
  const opening = useRequest(api.start.open)

  async function openAgain() {
    const opened = await opening.run({ workspace })
    if (opened === null) return
    // The window starts again by itself when the workspace was opened anew.
    if (opened.readOnly === null) say('You can write here now.')
    else say('It can still only be read here.', 'warn')
  }

  return (
    <Notice
      tone="warn"
      actions={
        <Button size="small" busy={opening.busy} onPress={() => void openAgain()}>
          Open it again
        </Button>
      }
    >
      <p>
        <strong>You can read, but not write.</strong> {why}
      </p>
      {opening.refusal !== null && <p>{`${opening.refusal.sentence} ${opening.refusal.nextStep}`}</p>}
    </Notice>
  )
}
