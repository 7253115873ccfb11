import { useState } from 'react'
import type { PageRow } from '../../shared/contract/index.ts'
import { api } from '../connection/api.ts'
import { useKeptText } from '../connection/use-kept.ts'
import { useRequest } from '../connection/use-request.ts'
import { saveAs } from '../state/save-as.ts'
import { Button } from '../ui/button.tsx'
import { DialogActions, DialogBox } from '../ui/dialog.tsx'
import { DialogForm } from '../ui/dialog-form.tsx'
import { TextField } from '../ui/fields.tsx'

interface SendDialogProps {
  row: Pick<PageRow, 'id' | 'title'>
  onClose: () => void
}

/** Makes one file of the page, for somebody who has no Signpost; then says what to do with it. */
export function SendDialog({ row, onClose }: SendDialogProps) {
  const [note, setNote, forget] = useKeptText(`send:${row.id}`)
  const [made, setMade] = useState<{ name: string; answer: string } | null>(null)
  const make = useRequest(api.review.fileForComment)

  async function submit() {
    const file = await make.run({ id: row.id, note: note.trim() })
    if (file === null) return
    saveAs(file.name, file.html, 'text/html')
    forget()
    setMade(file)
  }

  return (
    <DialogBox isOpen onClose={onClose} title={`Send “${row.title}” for comment`}>
      {made === null ? (
        <DialogForm onSubmit={submit} onClose={onClose} leave="Cancel" act="Make the file" doing={make}>
          <p>
            For a parent, a teacher or a clinician: they need no Signpost and no network. Signpost makes one file with
            the page in it. They open it in a browser, comment, and send an answer back.
          </p>
          <TextField
            label="What you would like to know"
            rows={3}
            autoFocus
            value={note}
            onChange={setNote}
            help="They read it above the page. May be empty."
          />
        </DialogForm>
      ) : (
        <>
          <div className="dialog-body" role="status">
            <p>
              “{made.name}” was saved on this laptop. Attach it to an email. It holds these words only: what is written
              later is not in it.
            </p>
            <p>
              The answer comes back as “{made.answer}”, or as text in an email. Bring it in under Review, with “Bring in
              an answer”.
            </p>
          </div>
          <DialogActions>
            <Button kind="main" autoFocus onPress={onClose}>
              Done
            </Button>
          </DialogActions>
        </>
      )}
    </DialogBox>
  )
}
