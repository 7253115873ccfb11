import { useState } from 'react'
import type { ServicesSheetRow } from '../../shared/contract/index.ts'
import { Button } from '../ui/button.tsx'
import { Chip } from '../ui/chip.tsx'
import { FieldChange } from '../ui/field-change.tsx'
import type { RowGroup } from './sheet-words.ts'
import './services.css'

/** So many rows of a kind stand there at once; a directory of thousands is drawn only when somebody asks for it. */
const shownAtOnce = 50

/** What becomes of each row of a spreadsheet, kind by kind. */
export function SheetRows({ groups }: { groups: readonly RowGroup[] }) {
  return groups.map(group => <RowsOfKind key={group.heading} {...group} />)
}

function RowsOfKind({ heading, tone, rows }: RowGroup) {
  const [most, setMost] = useState(shownAtOnce)
  const more = rows.length - most
  return (
    <div className="service-kind">
      <h3>
        {heading} ({rows.length.toLocaleString('en-GB')})
      </h3>
      <ul className="service-rows" aria-label={heading}>
        {rows.slice(0, most).map(row => (
          <li key={row.row}>
            <Chip tone={tone}>Row {row.row}</Chip> <span className="strong">{row.title}</span>
            <RowWords {...row} />
          </li>
        ))}
      </ul>
      {more > 0 && (
        <Button size="small" about={heading} onPress={() => setMost(rows.length)}>
          Show {more.toLocaleString('en-GB')} more
        </Button>
      )}
    </div>
  )
}

function RowWords({ kind, changes, trouble, leftOut, notes }: ServicesSheetRow) {
  if (kind === 'trouble') return <Lines lines={[...trouble, ...leftOut]} />
  return (
    <>
      {changes.map(({ what, from, to }) => (
        <FieldChange key={what} label={what} before={from} after={to === '' ? '(nothing)' : to} />
      ))}
      <Lines lines={notes} />
      {leftOut.length > 0 && <p className="strong">Left out:</p>}
      <Lines lines={leftOut} />
    </>
  )
}

function Lines({ lines }: { lines: readonly string[] }) {
  return lines.map(line => <p key={line}>{line}</p>)
}
