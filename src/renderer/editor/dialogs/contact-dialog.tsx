import type { Editor } from '@tiptap/react'
import { useState } from 'react'
import { TextField } from '../../ui/fields.tsx'
import { contactFields } from '../blocks/contact.tsx'
import { attributesAt, keepBlock, textOf } from './block-fields.ts'
import { FormDialog } from './form-dialog.tsx'

interface BlockDialogProps {
  editor: Editor
  at: number | null
  onClose: () => void
}

const help: Readonly<Record<string, string>> = {
  hours: 'When somebody answers: “Monday to Friday, 9am to 5pm”.',
  textphone: 'For people who are deaf or have a speech impairment.',
}

export function ContactDialog({ editor, at, onClose }: BlockDialogProps) {
  const [fields, setFields] = useState(() => {
    const attrs = attributesAt(editor, at)
    return Object.fromEntries(contactFields.map(([field]) => [field, textOf(attrs, field)]))
  })
  const [asked, setAsked] = useState(false)
  const empty = Object.values(fields).every(value => value.trim() === '')

  function submit() {
    setAsked(true)
    if (empty) return
    keepBlock(editor, at, 'contact', fields)
    onClose()
  }

  return (
    <FormDialog
      title="Contact details"
      act={at === null ? 'Put them in' : 'Change them'}
      onAct={submit}
      onClose={onClose}
    >
      {contactFields.map(([field, label], index) => (
        <TextField
          key={field}
          label={label}
          autoFocus={index === 0}
          value={fields[field] ?? ''}
          onChange={value => setFields(now => ({ ...now, [field]: value }))}
          {...(help[field] && { help: help[field] })}
          {...(field === 'address' && { rows: 3 })}
          trouble={asked && empty && index === 0 ? 'Write at least one of these.' : null}
        />
      ))}
    </FormDialog>
  )
}
