import { useQuery } from '@tanstack/react-query'
import type { Editor } from '@tiptap/react'
import { useState } from 'react'
import { orpc } from '../../connection/api.ts'
import { ComboField } from '../../ui/combo-field.tsx'
import { attributesAt, keepBlock, textOf } from './block-fields.ts'
import { FormDialog } from './form-dialog.tsx'

interface ServiceDialogProps {
  editor: Editor
  at: number | null
  onClose: () => void
}

export function ServiceDialog({ editor, at, onClose }: ServiceDialogProps) {
  const rows = useQuery(orpc.pages.list.queryOptions()).data ?? []
  const [id, setId] = useState<string | null>(() => textOf(attributesAt(editor, at), 'id') || null)
  const services = rows.filter(row => row.kind === 'service')
  return (
    <FormDialog
      title="Service from the directory"
      act={at === null ? 'Put it in' : 'Change it'}
      disabled={id === null}
      onAct={() => {
        if (id === null) return
        keepBlock(editor, at, 'service', { id })
        onClose()
      }}
      onClose={onClose}
    >
      {services.length === 0 ? (
        <p>There is no service in the directory yet. Add one under Services first.</p>
      ) : (
        <ComboField
          label="Service"
          value={id}
          onChange={setId}
          options={services.map(row => ({ value: row.id, label: row.title, help: row.summary }))}
          help="Families see its name, summary and contact details, always as the directory has them."
        />
      )}
    </FormDialog>
  )
}
