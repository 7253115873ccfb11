import type { ReactNode } from 'react'
import type { Refusal } from '../../shared/outcome.ts'
import { Button } from './button.tsx'
import { DialogActions } from './dialog.tsx'
import { RefusalNotice } from './notice.tsx'

interface DialogFormProps {
  onSubmit: () => Promise<void>
  onClose: () => void
  /** The way out that changes nothing: “Not now”. */
  leave: string
  /** What the main button does: “Put it off”. */
  act: string
  /** What families would notice at once is said in the colour of a warning. */
  kind?: 'main' | 'stop'
  /** How it goes with what was asked for. */
  doing: { busy: boolean; refusal: Refusal | null }
  children: ReactNode
}

/** The fields of a dialog with what went wrong below them, a way out that changes nothing, and one thing to do. */
export function DialogForm({ onSubmit, onClose, leave, act, kind = 'main', doing, children }: DialogFormProps) {
  return (
    <form
      className="form"
      onSubmit={event => {
        event.preventDefault()
        void onSubmit()
      }}
    >
      {children}
      <RefusalNotice refusal={doing.refusal} />
      <DialogActions>
        <Button onPress={onClose}>{leave}</Button>
        <Button kind={kind} type="submit" busy={doing.busy}>
          {act}
        </Button>
      </DialogActions>
    </form>
  )
}
