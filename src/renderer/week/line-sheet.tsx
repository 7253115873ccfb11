import { Rows, Sheet } from '../ui/sheet.tsx'
import type { Group } from './needs.ts'
import { WeekRow } from './week-row.tsx'

/** The lines under one heading, what is most pressing first. */
export function LineSheet({ group: { heading, lines } }: { group: Group }) {
  return (
    <Sheet title={heading} note={lines.length.toLocaleString('en-GB')}>
      <Rows>
        {lines.map(line => (
          <WeekRow key={line.key} line={line} />
        ))}
      </Rows>
    </Sheet>
  )
}
