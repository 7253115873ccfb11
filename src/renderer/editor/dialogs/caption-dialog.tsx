import type { Editor } from '@tiptap/react'
import { useState } from 'react'
import { TextField } from '../../ui/fields.tsx'
import { setCaption } from '../commands/table.ts'
import { runCommand } from '../run-command.ts'
import { attributesAt, textOf } from './block-fields.ts'
import { FormDialog } from './form-dialog.tsx'

interface CaptionDialogProps {
  editor: Editor
  at: number
  onClose: () => void
}

export function CaptionDialog({ editor, at, onClose }: CaptionDialogProps) {
  const [caption, setText] = useState(() => textOf(attributesAt(editor, at), 'caption'))
  return (
    <FormDialog
      title="Caption of the table"
      act="Keep the caption"
      onAct={() => {
        runCommand(editor, setCaption(at, caption.trim()))
        onClose()
      }}
      onClose={onClose}
    >
      <TextField
        label="Caption"
        autoFocus
        value={caption}
        onChange={setText}
        help="What the table tells, so that people who hear it can decide whether to go in. May be empty."
      />
    </FormDialog>
  )
}
