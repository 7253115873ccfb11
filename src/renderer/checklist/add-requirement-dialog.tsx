import { useState } from 'react'
import type { ChecklistView, RequirementView } from '../../shared/contract/index.ts'
import { useAct } from '../activity/use-act.ts'
import { api } from '../connection/api.ts'
import { useKeptText } from '../connection/use-kept.ts'
import { DialogBox } from '../ui/dialog.tsx'
import { DialogForm } from '../ui/dialog-form.tsx'
import { TextField } from '../ui/fields.tsx'
import { RadioField, SelectField } from '../ui/select.tsx'

const ways = [
  { value: 'content', label: 'By pages', help: 'Pages or headings are tagged with it.' },
  { value: 'whole-offer', label: 'By the whole site', help: 'Somebody judges it across all pages.' },
  { value: 'process', label: 'By doing it', help: 'Somebody keeps what was done, with its day.' },
] as const

/** A requirement of the team's own, in one of the strands of a list. */
export function AddRequirementDialog({ checklist, onClose }: { checklist: ChecklistView; onClose: () => void }) {
  const [text, setText, forget] = useKeptText(`add:${checklist.id}`)
  const [section, setSection] = useState(checklist.sections[0]?.id ?? '')
  const [metBy, setMetBy] = useState<RequirementView['kind']>('content')
  const [asked, setAsked] = useState(false)
  const change = useAct(api.lists.change)

  async function submit() {
    setAsked(true)
    if (text.trim() === '') return
    const added = { kind: 'add' as const, section, text: text.trim(), metBy }
    if ((await change.run({ checklist: checklist.id, change: added })) === null) return
    forget()
    void change.sayDone('Added to the checklist.')
    onClose()
  }

  return (
    <DialogBox isOpen onClose={onClose} title="Add a requirement">
      <DialogForm onSubmit={submit} onClose={onClose} leave="Not now" act="Add" doing={change}>
        <TextField
          label="What it asks"
          rows={3}
          autoFocus
          value={text}
          onChange={setText}
          trouble={asked && text.trim() === '' ? 'Say what it asks.' : null}
        />
        <SelectField
          label="Strand"
          value={section}
          onChange={setSection}
          options={checklist.sections.map(({ id, title }) => ({ value: id, label: title }))}
        />
        <RadioField
          label="How it is met"
          value={metBy}
          onChange={value => setMetBy(ways.find(way => way.value === value)?.value ?? 'content')}
          options={ways}
        />
      </DialogForm>
    </DialogBox>
  )
}
