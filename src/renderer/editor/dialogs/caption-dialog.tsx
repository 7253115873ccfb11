import type { Editor } from '@tiptap/react'
import { useState } from 'react'
import { TextField } from '../../ui/fields.tsx'
import { setCaption } from '../commands/table.ts'
import { runCommand } from '../run-command.ts'
import type { PageSession } from '../session/page-session.ts'
import { attributesAt, blockNamed, textOf } from './block-fields.ts'
import { FormDialog } from './form-dialog.tsx'
import { useKeptDialog } from './use-kept-dialog.ts'

interface CaptionDialogProps {
  editor: Editor
  session: PageSession
  at: number
  onClose: () => void
}

export function CaptionDialog({ editor, session, at, onClose }: CaptionDialogProps) {
  const [about] = useState(() => ({
    block: blockNamed(editor, at, 'caption'),
    fields: { caption: textOf(attributesAt(editor, at), 'caption') },
  }))
  const kept = useKeptDialog(session, about.block, about.fields)
  const { caption } = kept.typed
  return (
    <FormDialog
      title="Caption of the table"
      act="Keep the caption"
      onAct={() => {
        runCommand(editor, setCaption(at, caption.trim()))
        kept.done()
        onClose()
      }}
      onClose={onClose}
      onLeave={kept.leave}
    >
      <TextField
        label="Caption"
        autoFocus
        value={caption}
        onChange={value => kept.set({ caption: value })}
        help="What the table tells, so that people who hear it can decide whether to go in. May be empty."
      />
    </FormDialog>
  )
}
