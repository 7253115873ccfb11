import { useState } from 'react'
import type { PageRow } from '../../shared/contract/index.ts'
import { useAct } from '../activity/use-act.ts'
import { api } from '../connection/api.ts'
import { useKeptText } from '../connection/use-kept.ts'
import { DialogBox } from '../ui/dialog.tsx'
import { DialogForm } from '../ui/dialog-form.tsx'
import { TextField } from '../ui/fields.tsx'

interface WithdrawDialogProps {
  row: Pick<PageRow, 'id' | 'title'>
  onClose: () => void
}

/** Takes a page off the site, with a reason that whoever puts it back will read. */
export function WithdrawDialog({ row, onClose }: WithdrawDialogProps) {
  const [reason, setReason, forget] = useKeptText(`withdraw:${row.id}`)
  const [asked, setAsked] = useState(false)
  const withdraw = useAct(api.review.withdraw)
  const missing = reason.trim() === ''

  async function submit() {
    setAsked(true)
    if (missing || (await withdraw.run({ id: row.id, reason: reason.trim() })) === null) return
    forget()
    void withdraw.sayDone(`“${row.title}” is withdrawn. The next publish takes it off the site.`)
    onClose()
  }

  return (
    <DialogBox isOpen onClose={onClose} title={`Withdraw “${row.title}” from the site?`}>
      <DialogForm onSubmit={submit} onClose={onClose} leave="Leave it on" act="Withdraw" kind="stop" doing={withdraw}>
        <p>
          The next publish takes it off the site, and it stays off, whatever is written in it, until somebody puts it
          back. Its words and its history stay here.
        </p>
        <TextField
          label="Why families should not see it"
          rows={3}
          autoFocus
          value={reason}
          onChange={setReason}
          trouble={asked && missing ? 'Write the reason. Your colleagues read it before they put the page back.' : null}
        />
      </DialogForm>
    </DialogBox>
  )
}
