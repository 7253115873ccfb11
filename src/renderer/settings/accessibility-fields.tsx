import type { AccessibilityFacts, AccessibilityFault } from '../../shared/content/index.ts'
import { DateField } from '../ui/date-field.tsx'
import { TextField } from '../ui/fields.tsx'
import { SelectField } from '../ui/select.tsx'
import { Sheet } from '../ui/sheet.tsx'
import type { ConfigPart } from './config-part.ts'
import { EditableList } from './editable-list.tsx'
import { LongList } from './long-list.tsx'
import { UnreadNotice } from './unread-notice.tsx'

const standingWords: Readonly<Record<AccessibilityFacts['standing'], string>> = {
  '': 'Nobody has tested the whole site yet',
  not: 'Not compliant',
  partly: 'Partially compliant',
  fully: 'Fully compliant, as an audit found',
}
const reasonWords: Readonly<Record<AccessibilityFault['why'], string>> = {
  'not-yet': 'We are mending it',
  burden: 'To mend it would cost more than it would help',
  outside: 'The regulations do not ask for it',
}

const options = (words: Readonly<Record<string, string>>) =>
  Object.entries(words).map(([value, label]) => ({ value, label }))
const isStanding = (value: string): value is AccessibilityFacts['standing'] => value in standingWords
const isReason = (value: string): value is AccessibilityFault['why'] => value in reasonWords

const days = [
  { key: 'audited', label: 'Tested on' },
  { key: 'prepared', label: 'The statement was first written on' },
  { key: 'reviewed', label: 'Somebody last read it through on' },
] as const

/** What only the team can say in the accessibility statement; what machines find is put there by the site itself. */
export function AccessibilityFields({ config, onChange }: ConfigPart) {
  const { site } = config
  const facts = site.accessibility
  const set = (change: Partial<AccessibilityFacts>) =>
    onChange({ site: { ...site, accessibility: { ...facts, ...change } } })
  const dayField = ({ key, label }: (typeof days)[number]) => (
    <DateField
      key={key}
      label={label}
      name={`accessibility.${key}`}
      near="past"
      value={facts[key] ?? ''}
      onDay={day => set({ [key]: day })}
    />
  )
  const [audited, ...others] = days
  return (
    <Sheet title="Accessibility statement" note="for families">
      <UnreadNotice under="Accessibility statement" />
      <div className="sheet-body form">
        <p className="soft">
          The law asks for one. Signpost writes it, with what the checks found in the pages that are live; here is what
          only people know.
        </p>
        <SelectField
          label="How far the site meets WCAG 2.2, level AA"
          value={facts.standing}
          options={options(standingWords)}
          onChange={value => {
            if (isStanding(value)) set({ standing: value })
          }}
          help="While anything is known not to work, the statement says “partially compliant” whatever an audit found."
        />
        <div className="form-pair">
          <TextField
            label="Who tested the site"
            name="accessibility.auditedBy"
            value={facts.auditedBy}
            onChange={auditedBy => set({ auditedBy })}
            help="As the statement is to name them. Leave it empty if nobody has."
          />
          {dayField(audited)}
        </div>
        <TextField
          label="How they tested it"
          rows={2}
          value={facts.how}
          onChange={how => set({ how })}
          help="In whole sentences: which pages, and with what."
        />
        <TextField
          label="We answer within"
          value={facts.answer}
          onChange={answer => set({ answer })}
          help="Such as “5 working days”."
        />
        <div className="form-pair">{others.map(dayField)}</div>
      </div>
      <FaultList faults={facts.faults} onChange={faults => set({ faults })} />
    </Sheet>
  )
}

interface FaultListProps {
  faults: AccessibilityFault[]
  onChange: (faults: AccessibilityFault[]) => void
}

function FaultList({ faults, onChange }: FaultListProps) {
  return (
    <LongList
      fields="faults"
      summary={`${faults.length === 1 ? '1 thing' : `${faults.length} things`} that may not work for everybody`}
    >
      <EditableList
        items={faults}
        onChange={onChange}
        adding={[{ label: 'Add what does not work', items: [{ says: '', why: 'not-yet', criterion: '', until: '' }] }]}
        takeAway={({ says }) => `Take “${says}” away`}
      >
        {({ item: fault, index, change }) => (
          <>
            <TextField
              label={`What does not work, ${index + 1}`}
              name={`faults.${index}.says`}
              rows={2}
              value={fault.says}
              onChange={says => change({ ...fault, says })}
              help="In plain words, as a whole sentence."
            />
            <SelectField
              label="Why it is so"
              value={fault.why}
              options={options(reasonWords)}
              onChange={why => {
                if (isReason(why)) change({ ...fault, why })
              }}
            />
            <TextField
              label="What there is instead, and until when"
              rows={2}
              value={fault.until}
              onChange={until => change({ ...fault, until })}
            />
            <TextField
              label="The WCAG success criterion"
              name={`faults.${index}.criterion`}
              value={fault.criterion}
              onChange={criterion => change({ ...fault, criterion: criterion.trim() })}
              help="Such as 2.1.1. Leave it empty if you do not know it."
            />
          </>
        )}
      </EditableList>
    </LongList>
  )
}
