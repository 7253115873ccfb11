import { checklistPlace } from '../app/places.ts'
import type { Week } from '../connection/answers.ts'
import { LinkButton } from '../ui/button.tsx'
import { Chip } from '../ui/chip.tsx'
import { Row, Rows, Sheet } from '../ui/sheet.tsx'

/** The known gaps of the last evaluation that no page closes yet. */
export function GapsSheet({ week }: { week: Week }) {
  if (week.openGaps.length === 0) return null
  return (
    <Sheet title="Gaps of the last evaluation" note={`${week.openGaps.length} still open`}>
      <Rows>
        {week.openGaps.map(gap => (
          <Row
            key={`${gap.checklist} ${gap.id}`}
            chip={
              <Chip tone={gap.status === 'open' ? 'stop' : 'warn'}>{gap.status === 'open' ? 'Open' : 'In part'}</Chip>
            }
            title={gap.label}
            href={checklistPlace(gap.checklist)}
            actions={
              <LinkButton size="small" href={checklistPlace(gap.checklist)} about={`what is missing: ${gap.label}`}>
                See
              </LinkButton>
            }
          >
            {gap.why}
          </Row>
        ))}
      </Rows>
    </Sheet>
  )
}
