import type { KeyboardEvent } from 'react-aria-components'
import type { Doc } from '../../shared/content/index.ts'
import type { Choice } from '../../shared/contract/index.ts'
import { useOpened } from '../connection/session.ts'
import { DateField } from '../ui/date-field.tsx'
import { TextField } from '../ui/fields.tsx'
import { SelectField } from '../ui/select.tsx'
import { Sheet } from '../ui/sheet.tsx'
import { whatChanged } from './ask.ts'
import { lineDoc, lineOf } from './readings.ts'
import { writingOf } from './ways.ts'
import { WordsEditor } from './words-editor.tsx'

interface WriteSheetProps {
  choice: Choice
  doc: Doc
  /** The person asked for it just now, and goes on typing. */
  takesFocus: boolean
  onChange: (doc: Doc) => void
  onLeave: () => void
}

/** A third way: the words written anew. What stands here is kept on this laptop as it is typed. */
export function WriteSheet(props: WriteSheetProps) {
  return (
    <Sheet title="Your own words" note="kept on this laptop as you type">
      <div className="sheet-body write-own">
        <Field {...props} />
        <p className="soft">Escape goes back to the versions. Nothing that you wrote is lost by that.</p>
      </div>
    </Sheet>
  )
}

function Field({ choice, doc, takesFocus, onChange, onLeave }: WriteSheetProps) {
  const { team } = useOpened().config
  const writing = writingOf(choice)
  if (writing === 'blocks')
    return <WordsEditor label="The words" start={doc} takesFocus={takesFocus} onChange={onChange} onLeave={onLeave} />
  const line = lineOf(doc)
  if (writing === 'person')
    return (
      <SelectField
        label="Who looks after it"
        value={line}
        onChange={value => onChange(lineDoc(value))}
        options={team.map(({ name, email }) => ({ value: email, label: name }))}
      />
    )
  const common = {
    label: capital(whatChanged(choice)),
    value: line,
    autoFocus: takesFocus,
    onKeyDown: (event: KeyboardEvent) => {
      if (event.key === 'Escape') onLeave()
      else event.continuePropagation()
    },
  }
  if (writing === 'day') return <DateField {...common} onDay={day => onChange(lineDoc(day ?? ''))} />
  return (
    <TextField
      {...common}
      onChange={value => onChange(lineDoc(value))}
      {...(writing === 'number' ? { type: 'number' } : { rows: 2 })}
    />
  )
}

const capital = (words: string) => words.charAt(0).toUpperCase() + words.slice(1)
