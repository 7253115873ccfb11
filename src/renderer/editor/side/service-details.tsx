import { isoDateSchema, type ServiceFields } from '../../../shared/content/index.ts'
import { facets, fieldTroubles } from '../../../shared/directory/index.ts'
import { useNow } from '../../state/use-now.ts'
import { DateField } from '../../ui/date-field.tsx'
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
  { key: 'schedule', label: 'When', help: 'Days, times and terms, such as: Saturdays in term time, 10am to noon.' },
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
  const now = useNow()
  if (entry.kind !== 'service') return null
  const { fields } = entry
  const today = isoDateSchema.parse(now.toLocaleDateString('sv-SE'))
  const troubles: Partial<Record<string, string>> = fieldTroubles(fields, today)
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
          trouble={troubles[key] ?? null}
          {...(help !== undefined && { help })}
          {...(rows !== undefined && { rows })}
        />
      ))}
      <div className="form-pair">
        <AgeField label="From age" value={fields.minimum_age} onChange={age => set({ minimum_age: age })} />
        <AgeField
          label="To age"
          value={fields.maximum_age}
          onChange={age => set({ maximum_age: age })}
          trouble={troubles.maximum_age ?? null}
        />
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
      <DateField
        label="Last assured on"
        near="past"
        value={fields.assured_date ?? ''}
        isReadOnly={readOnly}
        onDay={day => set({ assured_date: day })}
        trouble={troubles.assured_date ?? null}
        help="The day on which somebody asked the service whether all of this is true."
      />
      <TextField
        label="Who assured it"
        value={fields.assured_by}
        isReadOnly={readOnly}
        onChange={by => set({ assured_by: by })}
        help="Families read this. Write a role rather than a name, such as: the club itself."
      />
      <FoundBy fields={fields} />
    </>
  )
}

/** What the words above say to the directory’s filters: somebody who misses a day here writes it so that it is found. */
function FoundBy({ fields }: { fields: ServiceFields }) {
  const ways = facets
    .filter(({ name }) => name === 'when' || name === 'cost' || name === 'way' || name === 'referral')
    .map(facet => {
      const choices = facet.choicesOf(fields, () => false)
      const labels = choices === 'all' ? [] : choices.map(({ label }) => label)
      return `${facet.label}: ${labels.length === 0 ? 'nothing yet' : labels.join(', ')}`
    })
  return (
    <section aria-label="Families find it by">
      <p className="field-label">Families find it by</p>
      <ul className="field-help">
        {ways.map(way => (
          <li key={way}>{way}</li>
        ))}
      </ul>
    </section>
  )
}

interface AgeFieldProps {
  label: string
  trouble?: string | null
  value: number | null
  onChange: (age: number | null) => void
}

/** Years, both included; empty where there is no limit. */
function AgeField({ label, value, onChange, trouble = null }: AgeFieldProps) {
  return (
    <TextField
      label={label}
      inputMode="numeric"
      trouble={trouble}
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
