import { Plus, Trash2 } from 'lucide-react'
import { isoDateSchema } from '../../shared/content/index.ts'
import { type Holiday, holidaysOf } from '../../shared/review/index.ts'
import { useNow } from '../state/use-now.ts'
import { Button, IconButton } from '../ui/button.tsx'
import { CheckField, TextField } from '../ui/fields.tsx'
import { SelectField } from '../ui/select.tsx'
import { Sheet } from '../ui/sheet.tsx'
import { asTheTeamDoes, chosenInterval, intervalOptions } from '../words/intervals.ts'
import type { ConfigPart } from './config-part.ts'
import { LatePolicyFields } from './late-policy-fields.tsx'
import { replacedAt, without } from './lists.ts'

/** When pages are checked: sooner where a mistake costs families something, and not while the schools are closed. */
export function ReviewPolicyFields({ config: { review, sections }, onChange }: ConfigPart) {
  const now = useNow()
  const next = now.getFullYear() + 1
  const set = (change: Partial<typeof review>) => onChange({ review: { ...review, ...change } })
  const setHolidays = (holidays: Holiday[]) => set({ holidays })
  // Beginning from the usual ones, only what the council does otherwise has to be written.
  const years = [next - 1, next].filter(year => !review.holidays.some(({ from }) => from.startsWith(`${year}-`)))
  const dayOf = (text: string, before: Holiday['from']) => isoDateSchema.safeParse(text).data ?? before
  return (
    <Sheet title="When pages are checked" note="for everybody">
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
      <ul className="settings-list">
        {review.holidays.map((holiday, index) => (
          <li key={index} className="settings-line">
            <TextField
              label={`Name of holiday ${index + 1}`}
              value={holiday.name}
              onChange={name => setHolidays(replacedAt(review.holidays, index, { ...holiday, name }))}
            />
            <TextField
              label="First day"
              type="date"
              value={holiday.from}
              onChange={text =>
                setHolidays(replacedAt(review.holidays, index, { ...holiday, from: dayOf(text, holiday.from) }))
              }
            />
            <TextField
              label="Last day"
              type="date"
              value={holiday.to}
              onChange={text =>
                setHolidays(replacedAt(review.holidays, index, { ...holiday, to: dayOf(text, holiday.to) }))
              }
            />
            <span className="settings-move">
              <IconButton
                label={`Take ${holiday.name || 'this holiday'} off the list`}
                icon={Trash2}
                onPress={() => setHolidays(without(review.holidays, index))}
              />
            </span>
          </li>
        ))}
      </ul>
      <div className="sheet-foot">
        {years.map(year => (
          <Button
            key={year}
            icon={Plus}
            onPress={() => setHolidays([...review.holidays, ...holidaysOf(year, review.holidays)])}
          >
            {`Write down the holidays of ${year}`}
          </Button>
        ))}
      </div>
    </Sheet>
  )
}
