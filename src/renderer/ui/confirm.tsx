import type { ReactNode } from 'react'
import type { Refusal } from '../../shared/outcome.ts'
import { Button } from './button.tsx'
import { DialogActions, DialogBox } from './dialog.tsx'
import { RefusalNotice } from './notice.tsx'

interface ConfirmProps {
  isOpen: boolean
  onClose: () => void
  title: string
  children: ReactNode
  /** What leaves everything as it is: “Keep it”. Has the focus when the question opens. */
  keep: string
  /** What is asked about: “Delete the page”. */
  act: string
  kind?: 'stop' | 'main'
  busy?: boolean
  refusal?: Refusal | null
  onAct: () => void
}

/** A question before something that takes away. Keeping is always the default. */
export function Confirm(props: ConfirmProps) {
  return (
    <DialogBox isOpen={props.isOpen} onClose={props.onClose} title={props.title} role="alertdialog">
      <div className="dialog-body">{props.children}</div>
      <RefusalNotice refusal={props.refusal ?? null} />
      <DialogActions>
        <Button autoFocus onPress={props.onClose}>
          {props.keep}
        </Button>
        <Button kind={props.kind ?? 'stop'} busy={props.busy ?? false} onPress={props.onAct}>
          {props.act}
        </Button>
      </DialogActions>
    </DialogBox>
  )
}
