import { useRouter } from '@tanstack/react-router'
import { useState } from 'react'
import type { ChecklistView } from '../../shared/contract/index.ts'
import { useAct } from '../activity/use-act.ts'
import { evaluationPlace } from '../app/places.ts'
import { api } from '../connection/api.ts'
import { useKeptText } from '../connection/use-kept.ts'
import { DialogBox } from '../ui/dialog.tsx'
import { DialogForm } from '../ui/dialog-form.tsx'
import { TextField } from '../ui/fields.tsx'
import { SelectField } from '../ui/select.tsx'

/** The next evaluation: of which list, and what it is called. It starts from the last one of that list. */
export function BeginDialog({ checklists, onClose }: { checklists: readonly ChecklistView[]; onClose: () => void }) {
  const [title, setTitle, forget] = useKeptText('evaluation:new')
  const [checklist, setChecklist] = useState(checklists[0]?.id ?? '')
  const begin = useAct(api.evaluation.begin)
  const { history } = useRouter()

  async function submit() {
    const begun = await begin.run({ checklist, title })
    if (begun === null) return
    void begin.note()
    forget()
    onClose()
    history.push(evaluationPlace(begun.id))
  }

  return (
    <DialogBox isOpen onClose={onClose} title="Begin an evaluation">
      <DialogForm onSubmit={submit} onClose={onClose} leave="Not now" act="Begin" doing={begin}>
        <p>
          It starts from the last finished one of the same checklist: comments and next actions stand, judgements are
          made anew.
        </p>
        <SelectField
          label="Checklist"
          value={checklist}
          onChange={setChecklist}
          options={checklists.map(({ id, title: name }) => ({ value: id, label: name }))}
        />
        <TextField
          label="What it is called"
          help="Such as “Autumn 2026”."
          autoFocus
          value={title}
          onChange={setTitle}
        />
      </DialogForm>
    </DialogBox>
  )
}
