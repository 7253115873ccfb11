import type { ServiceFields } from '../../../shared/content/index.ts'
import { TextField } from '../../ui/fields.tsx'
import { withServiceFields } from '../session/entry-fields.ts'
import type { PageSession } from '../session/page-session.ts'
import { useSessionView } from '../session/use-session.ts'

type TextKey = {
  [K in keyof ServiceFields]: ServiceFields[K] extends string ? K : never
}[keyof ServiceFields]
type ListKey = 'needs' | 'areas' | 'categories'

/** In the order in which families ask: who, how to reach it, for whom, when, what it costs. */
const textFields: readonly { key: TextKey; label: string; help?: string; rows?: number }[] = [
  { key: 'organization', label: 'Who runs it' },
  { key: 'telephone', label: 'Telephone' },
  { key: 'email', label: 'Email' },
  { key: 'url', label: 'Website' },
  { key: 'address', label: 'Address', rows: 3 },
  { key: 'postcode', label: 'Postcode' },
  { key: 'schedule', label: 'When', help: 'Days, times and terms.' },
  { key: 'cost', label: 'Cost', help: 'Write “Free” where it is.' },
  { key: 'eligibility', label: 'Who can use it', rows: 2 },
  { key: 'referral', label: 'Referral', help: 'Whether families can come by themselves.' },
  { key: 'application_process', label: 'How to get it', rows: 2 },
]

const listFields: readonly { key: ListKey; label: string }[] = [
  { key: 'needs', label: 'Needs that it is for' },
  { key: 'areas', label: 'Areas' },
  { key: 'categories', label: 'Categories' },
]

/** An entry of the directory, in the terms of Open Referral UK. */
export function ServiceDetails({ session, readOnly }: { session: PageSession; readOnly: boolean }) {
  const entry = useSessionView(session, view => view.entry)
  if (entry.kind !== 'service') return null
  const { fields } = entry
  const set = (patch: Partial<ServiceFields>) => session.setEntry(now => withServiceFields(now, patch))
  return (
    <>
      {textFields.map(({ key, label, help, rows }) => (
        <TextField
          key={key}
          label={label}
          value={fields[key]}
          isReadOnly={readOnly}
          onChange={value => set({ [key]: value })}
          {...(help !== undefined && { help })}
          {...(rows !== undefined && { rows })}
        />
      ))}
      <div className="form-pair">
        <AgeField label="From age" value={fields.minimum_age} onChange={age => set({ minimum_age: age })} />
        <AgeField label="To age" value={fields.maximum_age} onChange={age => set({ maximum_age: age })} />
      </div>
      {listFields.map(({ key, label }) => (
        <TextField
          key={key}
          label={label}
          isReadOnly={readOnly}
          defaultValue={fields[key].join(', ')}
          onChange={text => set({ [key]: listOf(text) })}
          help="With commas between them."
        />
      ))}
    </>
  )
}

interface AgeFieldProps {
  label: string
  value: number | null
  onChange: (age: number | null) => void
}

/** Years, both included; empty where there is no limit. */
function AgeField({ label, value, onChange }: AgeFieldProps) {
  return (
    <TextField
      label={label}
      inputMode="numeric"
      value={value === null ? '' : String(value)}
      onChange={text => {
        if (/^\d{0,2}$/.test(text)) onChange(text === '' ? null : Number(text))
      }}
    />
  )
}

function listOf(text: string): string[] {
  return text
    .split(',')
    .map(part => part.trim())
    .filter(part => part !== '')
}
