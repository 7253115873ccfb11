import type { LateAct, ReviewPolicy } from '../../shared/content/index.ts'
import { SelectField } from '../ui/select.tsx'

/** What each answer is called; the first one is how a team begins. */
const acts: Readonly<Record<LateAct, string>> = {
  nothing: 'Nothing',
  warn: 'Tell families on the page that it was not checked',
  'step-down': 'Take it off the site with the next publish',
}
const options = Object.entries(acts).map(([value, label]) => ({ value, label }))
const isAct = (value: string): value is LateAct => value in acts

const kinds = [
  { risk: 'high', pages: 'two or more of law, money, deadlines and telephone numbers on them' },
  { risk: 'some', pages: 'one of these on them' },
  { risk: 'none', pages: 'none of these on them' },
] as const

const offered = [4, 8, 12, 26, 52]

/** What becomes of pages that nobody checks for long: nothing, unless the team says otherwise. */
export function LatePolicyFields({
  late,
  onChange,
}: {
  late: ReviewPolicy['late']
  onChange: (late: ReviewPolicy['late']) => void
}) {
  const weeks = [...new Set([...offered, late.weeks])].sort((a, b) => a - b)
  return (
    <fieldset className="form">
      <legend className="field-label">Pages that nobody checks for long</legend>
      <SelectField
        label="How long after its day a page counts as such"
        value={String(late.weeks)}
        options={weeks.map(many => ({ value: String(many), label: many === 1 ? '1 week' : `${many} weeks` }))}
        onChange={chosen => onChange({ ...late, weeks: Number(chosen) })}
      />
      {kinds.map(({ risk, pages }) => (
        <SelectField
          key={risk}
          label={`What becomes of pages with ${pages}`}
          value={late[risk]}
          options={options}
          onChange={chosen => {
            if (isAct(chosen)) onChange({ ...late, [risk]: chosen })
          }}
        />
      ))}
      <p className="soft">
        Whatever is chosen happens with a publish, never by itself: the plan names each page before, and This week says
        it while there is time. “Still accurate” ends it.
      </p>
    </fieldset>
  )
}
