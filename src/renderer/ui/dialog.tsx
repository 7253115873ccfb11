import { type ReactNode, type RefObject, useEffect } from 'react'
import { Dialog, Heading, Modal, ModalOverlay } from 'react-aria-components'
import './dialog.css'

interface DialogBoxProps {
  isOpen: boolean
  onClose: () => void
  title: string
  children: ReactNode
  /** A wide one shows a page; a narrow one asks a question. */
  width?: 'narrow' | 'wide'
  /** It is never taller than the window: a `ScrollBox` between its title and its buttons, which stay in sight, scrolls. */
  fits?: boolean
  role?: 'dialog' | 'alertdialog'
  /** Takes the focus afterwards where what opened the dialog is not there any more (WCAG 2.2 SC 2.4.3). */
  elseTo?: RefObject<HTMLElement | null>
}

/** For what does not fit in the row. Escape and a press outside close it, and nothing has happened. */
export function DialogBox({
  isOpen,
  onClose,
  title,
  children,
  width = 'narrow',
  fits = false,
  role = 'dialog',
  elseTo,
}: DialogBoxProps) {
  return (
    <ModalOverlay
      className="veil"
      isOpen={isOpen}
      onOpenChange={open => {
        if (!open) onClose()
      }}
      isDismissable={role === 'dialog'}
    >
      <Modal className={`modal modal-${width}${fits ? ' modal-fits' : ''}`}>
        <Dialog className="dialog" role={role}>
          <Heading slot="title" level={2} className="dialog-title">
            {title}
          </Heading>
          {children}
          {elseTo && <FocusElse to={elseTo} />}
        </Dialog>
      </Modal>
    </ModalOverlay>
  )
}

/** The dialog gives the focus back in the first frame without it; whoever asks for a frame after it went comes later. */
function FocusElse({ to }: { to: RefObject<HTMLElement | null> }) {
  useEffect(
    () => () => {
      requestAnimationFrame(() => {
        if (document.activeElement === document.body) to.current?.focus()
      })
    },
    [to],
  )
  return null
}

/** The buttons at the end of a dialog: the safe way out first in the order of keys, the main one last on the line. */
export function DialogActions({ children }: { children: ReactNode }) {
  return <div className="actions dialog-actions">{children}</div>
}
