import { useState } from 'react'
import type { PageRow } from '../../shared/contract/index.ts'
import { useAct } from '../activity/use-act.ts'
import { api } from '../connection/api.ts'
import { useOpened } from '../connection/session.ts'
import { useKeptText } from '../connection/use-kept.ts'
import { Button } from '../ui/button.tsx'
import { DialogActions, DialogBox } from '../ui/dialog.tsx'
import { TextField } from '../ui/fields.tsx'
import { RefusalNotice } from '../ui/notice.tsx'
import { SelectField } from '../ui/select.tsx'
import { slugFrom, slugOf } from './address.ts'

interface MoveDialogProps {
  row: Pick<PageRow, 'id' | 'kind' | 'title' | 'section' | 'path'>
  isOpen: boolean
  onClose: () => void
}

/** Changes the address of a page; the old one keeps leading there. */
export function MoveDialog({ row, isOpen, onClose }: MoveDialogProps) {
  return (
    <DialogBox isOpen={isOpen} onClose={onClose} title={`Change the address of “${row.title}”`}>
      <MoveForm row={row} onClose={onClose} />
    </DialogBox>
  )
}

function MoveForm({ row, onClose }: Omit<MoveDialogProps, 'isOpen'>) {
  const { config } = useOpened()
  const [section, setSection] = useState(row.section)
  const [slug, setSlug, forget] = useKeptText(`address:${row.id}`, slugOf(row.path))
  const move = useAct(api.pages.move)
  const clean = slugFrom(slug)

  async function submit() {
    if ((await move.run({ id: row.id, section, slug: clean })) === null) return
    forget()
    onClose()
    void move.sayDone(`The address of “${row.title}” was changed. The old one leads to the new one.`)
  }

  return (
    <form
      className="form"
      onSubmit={event => {
        event.preventDefault()
        void submit()
      }}
    >
      {row.kind === 'page' && (
        <SelectField
          label="Section"
          value={section}
          onChange={setSection}
          options={config.sections.map(({ slug: value, title }) => ({ value, label: title }))}
        />
      )}
      <TextField
        label="Last part of the address"
        value={slug}
        onChange={setSlug}
        trouble={clean === '' ? 'Write at least one word.' : null}
        help={`Families will see /${row.kind === 'page' ? section : 'services'}/${clean || '…'}/. Links to it, and the old address, keep working.`}
      />
      <RefusalNotice refusal={move.refusal} />
      <DialogActions>
        <Button
          onPress={() => {
            forget()
            onClose()
          }}
        >
          Leave it as it is
        </Button>
        <Button kind="main" type="submit" isDisabled={clean === ''} busy={move.busy}>
          Change the address
        </Button>
      </DialogActions>
    </form>
  )
}
