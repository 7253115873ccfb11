import { holidaysOf } from '../../shared/review/index.ts'
import { useNow } from '../state/use-now.ts'
import { DateField } from '../ui/date-field.tsx'
import { CheckField, TextField } from '../ui/fields.tsx'
import { SelectField } from '../ui/select.tsx'
import { Sheet } from '../ui/sheet.tsx'
import { asTheTeamDoes, chosenInterval, intervalOptions } from '../words/intervals.ts'
import type { ConfigPart } from './config-part.ts'
import { EditableList } from './editable-list.tsx'
import { LatePolicyFields } from './late-policy-fields.tsx'
import { replacedAt } from './lists.ts'
import { UnreadNotice } from './unread-notice.tsx'

/** When pages are checked: sooner where a mistake costs families something, and not while the schools are closed. */
export function ReviewPolicyFields({ config: { review, sections }, onChange }: ConfigPart) {
  const now = useNow()
  const next = now.getFullYear() + 1
  const set = (change: Partial<typeof review>) => onChange({ review: { ...review, ...change } })
  // Beginning from the usual ones, only what the council does otherwise has to be written.
  const years = [next - 1, next].filter(year => !review.holidays.some(({ from }) => from.startsWith(`${year}-`)))
  return (
    <Sheet title="When pages are checked" note="for everybody">
      <UnreadNotice under="When pages are checked" />
      <div className="sheet-body form">
        <TextField
          label="How often pages with law, money, deadlines or telephone numbers are checked"
          value={review.risk}
          onChange={risk => set({ risk })}
          help="Such as 6 months. A page or a section that says how often itself is not asked."
        />
        {sections.map((section, index) => (
          <SelectField
            key={index}
            label={`How often pages in ${section.title || `section ${index + 1}`} are checked`}
            value={section.review ?? asTheTeamDoes}
            onChange={value =>
              onChange({
                sections: replacedAt(sections, index, { ...section, review: chosenInterval(value) ?? undefined }),
              })
            }
            options={intervalOptions(review.every, section.review)}
          />
        ))}
        <CheckField isSelected={review.avoidHolidays} onChange={avoidHolidays => set({ avoidHolidays })}>
          Keep the days on which pages come back out of weekends and school holidays
        </CheckField>
        <LatePolicyFields late={review.late} onChange={late => set({ late })} />
        <p className="soft">
          Of a year that has no holidays written down here, Signpost takes those that most schools in England have.
        </p>
      </div>
      <EditableList
        items={review.holidays}
        onChange={holidays => set({ holidays })}
        adding={years.map(year => ({
          label: `Write down the holidays of ${year}`,
          items: holidaysOf(year, review.holidays),
        }))}
        takeAway={({ name }) => `Take ${name || 'this holiday'} off the list`}
      >
        {({ item: holiday, index, change }) => (
          <>
            <TextField
              label={`Name of holiday ${index + 1}`}
              name={`holidays.${index}.name`}
              value={holiday.name}
              onChange={name => change({ ...holiday, name })}
            />
            <DateField
              label={`First day of holiday ${index + 1}`}
              name={`holidays.${index}.from`}
              value={holiday.from}
              onDay={day => day !== null && change({ ...holiday, from: day })}
            />
            <DateField
              label={`Last day of holiday ${index + 1}`}
              name={`holidays.${index}.to`}
              value={holiday.to}
              onDay={day => day !== null && change({ ...holiday, to: day })}
            />
          </>
        )}
      </EditableList>
    </Sheet>
  )
}
