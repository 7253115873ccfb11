import type { Coverage } from '../../shared/contract/index.ts'
import { Button } from '../ui/button.tsx'
import { Chip } from '../ui/chip.tsx'
import { Row, Rows, Sheet } from '../ui/sheet.tsx'
import { gapWords } from './words.ts'

interface GapListProps {
  coverage: Coverage
  onShow: (gap: string) => void
}

/** The gaps of the last evaluation, open ones first. */
export function GapList({ coverage, onShow }: GapListProps) {
  const { gaps } = coverage
  if (gaps.length === 0) return null
  const closed = gaps.filter(gap => gap.status === 'closed').length
  const rank = { open: 0, 'in-part': 1, closed: 2 } as const
  return (
    <Sheet title="Gaps of the last evaluation" note={`${closed} of ${gaps.length} closed`}>
      <Rows>
        {gaps
          .toSorted((a, b) => rank[a.status] - rank[b.status])
          .map(gap => (
            <Row
              key={gap.id}
              chip={<Chip tone={gapWords[gap.status].tone}>{gapWords[gap.status].word}</Chip>}
              title={gap.label}
              actions={
                <Button size="small" about={gap.label} onPress={() => onShow(gap.id)}>
                  See what it asks
                </Button>
              }
            >
              {gap.why}
            </Row>
          ))}
      </Rows>
    </Sheet>
  )
}
