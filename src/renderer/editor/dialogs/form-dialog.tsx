import type { ReactNode } from 'react'
import type { Refusal } from '../../../shared/outcome.ts'
import { Button } from '../../ui/button.tsx'
import { DialogActions, DialogBox } from '../../ui/dialog.tsx'
import { RefusalNotice } from '../../ui/notice.tsx'

interface FormDialogProps {
  title: string
  /** What the main button does: “Put it in”. */
  act: string
  onAct: () => void
  onClose: () => void
  /** Where closing it keeps what was typed, *Cancel* lets go of it. */
  onLeave?: () => void
  busy?: boolean
  disabled?: boolean
  refusal?: Refusal | null
  /** A second thing that can be done, such as taking the link away. */
  other?: ReactNode
  width?: 'narrow' | 'wide'
  children: ReactNode
}

/** A dialog of the editor: fields, a way out that changes nothing, and one thing to do. */
export function FormDialog(props: FormDialogProps) {
  return (
    <DialogBox isOpen onClose={props.onClose} title={props.title} width={props.width ?? 'narrow'}>
      <form
        className="dialog-body"
        onSubmit={event => {
          event.preventDefault()
          props.onAct()
        }}
      >
        {props.children}
        <RefusalNotice refusal={props.refusal ?? null} />
        <DialogActions>
          {props.other}
          <Button
            onPress={() => {
              props.onLeave?.()
              props.onClose()
            }}
          >
            Cancel
          </Button>
          <Button kind="main" type="submit" busy={props.busy ?? false} isDisabled={props.disabled ?? false}>
            {props.act}
          </Button>
        </DialogActions>
      </form>
    </DialogBox>
  )
}
