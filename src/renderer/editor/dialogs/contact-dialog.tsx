import type { Editor } from '@tiptap/react'
import { useState } from 'react'
import { TextField } from '../../ui/fields.tsx'
import { contactFields } from '../blocks/contact.tsx'
import type { PageSession } from '../session/page-session.ts'
import { attributesAt, blockNamed, keepBlock, textOf } from './block-fields.ts'
import { FormDialog } from './form-dialog.tsx'
import { useKeptDialog } from './use-kept-dialog.ts'

interface BlockDialogProps {
  editor: Editor
  session: PageSession
  at: number | null
  onClose: () => void
}

const help: Readonly<Record<string, string>> = {
  hours: 'When somebody answers: “Monday to Friday, 9am to 5pm”.',
  textphone: 'For people who are deaf or have a speech impairment.',
}

export function ContactDialog({ editor, session, at, onClose }: BlockDialogProps) {
  const [about] = useState(() => {
    const attrs = attributesAt(editor, at)
    const fields = Object.fromEntries(contactFields.map(([field]) => [field, textOf(attrs, field)]))
    return { block: blockNamed(editor, at, 'contact'), fields }
  })
  const kept = useKeptDialog(session, about.block, about.fields)
  const fields = kept.typed
  const [asked, setAsked] = useState(false)
  const empty = Object.values(fields).every(value => value.trim() === '')

  function submit() {
    setAsked(true)
    if (empty) return
    keepBlock(editor, at, 'contact', fields)
    kept.done()
    onClose()
  }

  return (
    <FormDialog
      title="Contact details"
      act={at === null ? 'Put them in' : 'Change them'}
      onAct={submit}
      onClose={onClose}
      onLeave={kept.leave}
    >
      {contactFields.map(([field, label], index) => (
        <TextField
          key={field}
          label={label}
          autoFocus={index === 0}
          value={fields[field] ?? ''}
          onChange={value => kept.set({ [field]: value })}
          {...(help[field] && { help: help[field] })}
          {...(field === 'address' && { rows: 3 })}
          trouble={asked && empty && index === 0 ? 'Write at least one of these.' : null}
        />
      ))}
    </FormDialog>
  )
}
