import type { ReactNode } from 'react'
import { Dialog, Heading, Modal, ModalOverlay } from 'react-aria-components'
import './dialog.css'

interface DialogBoxProps {
  isOpen: boolean
  onClose: () => void
  title: string
  children: ReactNode
  /** A wide one shows a page; a narrow one asks a question. */
  width?: 'narrow' | 'wide'
  role?: 'dialog' | 'alertdialog'
}

/** For what does not fit in the row. Escape and a press outside close it, and nothing has happened. */
export function DialogBox({ isOpen, onClose, title, children, width = 'narrow', role = 'dialog' }: DialogBoxProps) {
  return (
    <ModalOverlay
      className="veil"
      isOpen={isOpen}
      onOpenChange={open => {
        if (!open) onClose()
      }}
      isDismissable={role === 'dialog'}
    >
      <Modal className={`modal modal-${width}`}>
        <Dialog className="dialog" role={role}>
          <Heading slot="title" level={2} className="dialog-title">
            {title}
          </Heading>
          {children}
        </Dialog>
      </Modal>
    </ModalOverlay>
  )
}

/** The buttons at the end of a dialog: the safe way out first in the order of keys, the main one last on the line. */
export function DialogActions({ children }: { children: ReactNode }) {
  return <div className="actions dialog-actions">{children}</div>
}
