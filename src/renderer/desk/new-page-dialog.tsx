import { useRouter } from '@tanstack/react-router'
import { useState } from 'react'
import { templates } from '../../shared/contract/index.ts'
import { useAct } from '../activity/use-act.ts'
import { pagePlace } from '../app/places.ts'
import { api } from '../connection/api.ts'
import { useOpened } from '../connection/session.ts'
import { useKeptText } from '../connection/use-kept.ts'
import { DialogBox } from '../ui/dialog.tsx'
import { DialogForm } from '../ui/dialog-form.tsx'
import { TextField } from '../ui/fields.tsx'
import { RadioField, SelectField } from '../ui/select.tsx'

type Template = (typeof templates)[number]

const templateWords: Readonly<Record<Template, { label: string; help: string }>> = {
  topic: { label: 'A topic', help: 'What it is, who can get it, how to ask.' },
  service: { label: 'A service', help: 'One group, clinic or club for the directory.' },
  event: { label: 'An event', help: 'When, where, who for, how to book.' },
  'what-to-do-if': { label: 'What to do if…', help: 'Steps for a family with a worry, in their order.' },
  blank: { label: 'A blank page', help: 'Nothing on it yet.' },
}

interface NewPageDialogProps {
  isOpen: boolean
  onClose: () => void
  /** The kind that is chosen when it opens. */
  start: Template
}

export function NewPageDialog({ isOpen, onClose, start }: NewPageDialogProps) {
  return (
    <DialogBox isOpen={isOpen} onClose={onClose} title={start === 'service' ? 'New service' : 'New page'}>
      <NewPageForm start={start} onClose={onClose} />
    </DialogBox>
  )
}

function NewPageForm({ start, onClose }: Omit<NewPageDialogProps, 'isOpen'>) {
  const { config } = useOpened()
  const { history } = useRouter()
  const [title, setTitle, forgetTitle] = useKeptText('new-page')
  const [template, setTemplate] = useState<Template>(start)
  const [section, setSection] = useState(config.sections[0]?.slug ?? '')
  const [asked, setAsked] = useState(false)
  const create = useAct(api.pages.create)

  async function submit() {
    setAsked(true)
    if (title.trim() === '') return
    const made = await create.run({ section, title: title.trim(), template })
    if (made === null) return
    void create.note()
    forgetTitle()
    onClose()
    history.push(pagePlace(made.id))
  }

  return (
    <DialogForm onSubmit={submit} onClose={onClose} leave="Not now" act="Start writing" doing={create}>
      <TextField
        label={template === 'service' ? 'Name' : 'Title'}
        autoFocus
        value={title}
        onChange={setTitle}
        help="In the words that a family would search for."
        trouble={asked && title.trim() === '' ? 'Give it a title. You can change it later.' : null}
      />
      <RadioField
        label="What kind of page"
        value={template}
        onChange={value => setTemplate(templates.find(each => each === value) ?? 'topic')}
        options={templates.map(value => ({ value, ...templateWords[value] }))}
      />
      {template !== 'service' && (
        <SelectField
          label="Section"
          value={section}
          onChange={setSection}
          options={config.sections.map(({ slug, title: label }) => ({ value: slug, label }))}
        />
      )}
    </DialogForm>
  )
}
