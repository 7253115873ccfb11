import type { PageId } from '../../shared/content/index.ts'
import { useAct } from '../activity/use-act.ts'
import { api } from '../connection/api.ts'
import { FormDialog } from '../editor/dialogs/form-dialog.tsx'
import { LetBeFields, useLetBe } from '../editor/side/let-be-fields.tsx'

interface NotAProblemDialogProps {
  page: PageId
  rule: string
  message: string
  onClose: () => void
}

/** Lets a problem between this page and others be: why, until when, and who says so. */
export function NotAProblemDialog({ page, rule, message, onClose }: NotAProblemDialogProps) {
  const letBe = useLetBe(`not-a-problem:${page}:${rule}:${message}`)
  const dismiss = useAct(api.site.notAProblem)

  async function submit() {
    const wish = letBe.wish()
    if (wish === null || (await dismiss.run({ id: page, rule, message, ...wish })) === null) return
    letBe.forget()
    void dismiss.sayDone('It is not a problem here. It comes back when its words change.')
    onClose()
  }

  return (
    <FormDialog
      title="Not a problem here"
      act="It is not a problem here"
      onAct={() => void submit()}
      onClose={onClose}
      onLeave={letBe.forget}
      busy={dismiss.busy}
      refusal={dismiss.refusal}
    >
      <p>{message}</p>
      <LetBeFields letBe={letBe} />
    </FormDialog>
  )
}
