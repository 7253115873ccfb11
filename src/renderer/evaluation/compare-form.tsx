import { useState } from 'react'
import type { EvaluationRow } from '../../shared/contract/index.ts'
import { comparedPlace } from '../app/places.ts'
import { LinkButton } from '../ui/button.tsx'
import { SelectField } from '../ui/select.tsx'
import { fullDay } from '../words/dates.ts'

/** Any two that are finished, chosen by name. */
export function CompareForm({ rows }: { rows: readonly EvaluationRow[] }) {
  const finished = rows.flatMap(row =>
    row.finished.map(({ snapshot, by, at }) => ({
      value: snapshot,
      label: `${row.title}, ${fullDay(at.slice(0, 10))}${row.finished.length > 1 ? `, by ${by.name}` : ''}`,
    })),
  )
  const [one, setOne] = useState<string | null>(null)
  const [other, setOther] = useState<string | null>(null)
  const [newest, before] = finished
  if (newest === undefined || before === undefined) return null
  const [first, second] = [one ?? before.value, other ?? newest.value]
  return (
    <div className="sheet-foot evaluation-compare">
      <SelectField label="Compare" value={first} options={finished} onChange={setOne} />
      <SelectField label="With" value={second} options={finished} onChange={setOther} />
      <LinkButton href={comparedPlace(first, second)}>Compare these two</LinkButton>
    </div>
  )
}
