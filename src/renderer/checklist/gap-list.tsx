import { useQuery } from '@tanstack/react-query'
import { useState } from 'react'
import type { GapView } from '../../shared/contract/index.ts'
import { orpc } from '../connection/api.ts'
import { useNameOf, useOpened } from '../connection/session.ts'
import { useNow } from '../state/use-now.ts'
import { Answer } from '../ui/answer.tsx'
import { Button } from '../ui/button.tsx'
import { Chip } from '../ui/chip.tsx'
import { Row, Rows, Sheet } from '../ui/sheet.tsx'
import { putOffWords } from '../words/put-off.ts'
import { GapDialog } from './gap-dialog.tsx'
import { gapWords } from './words.ts'

interface GapListProps {
  checklist: string
  onShow: (gap: string) => void
  /** The gap that somebody was led to. */
  asked: string | null
}

/** The gaps of the last evaluation, open ones first, with who sees to each and what comes next. */
export function GapList({ checklist, onShow, asked }: GapListProps) {
  const gaps = useQuery(orpc.evaluation.gaps.queryOptions({ input: { checklist } }))
  return (
    <Answer query={gaps} reading="Reading the gaps">
      {list =>
        list.length === 0 ? null : <GapSheet checklist={checklist} gaps={list} onShow={onShow} asked={asked} />
      }
    </Answer>
  )
}

const rank = { open: 0, 'in-part': 1, closed: 2 } as const

function GapSheet({ checklist, gaps, onShow, asked: ledTo }: GapListProps & { gaps: readonly GapView[] }) {
  const [asked, setAsked] = useState<string | null>(null)
  const { readOnly } = useOpened()
  const nameOf = useNameOf()
  const now = useNow()
  const closed = gaps.filter(gap => gap.status === 'closed').length
  const gap = gaps.find(({ id }) => id === asked)
  return (
    <Sheet title="Gaps of the last evaluation" note={`${closed} of ${gaps.length} closed`}>
      <Rows label="Gaps of the last evaluation">
        {gaps
          .toSorted((a, b) => rank[a.status] - rank[b.status])
          .map(each => (
            <Row
              key={each.id}
              chip={<Chip tone={gapWords[each.status].tone}>{gapWords[each.status].word}</Chip>}
              title={each.label}
              isLedTo={each.id === ledTo}
              actions={
                <>
                  <Button
                    size="small"
                    about={each.label}
                    isDisabled={readOnly !== null}
                    onPress={() => setAsked(each.id)}
                  >
                    Who and what next…
                  </Button>
                  <Button size="small" about={each.label} onPress={() => onShow(each.id)}>
                    See what it asks
                  </Button>
                </>
              }
            >
              {[
                each.why,
                each.owner === ''
                  ? each.status === 'closed'
                    ? ''
                    : 'Nobody sees to it yet.'
                  : `${nameOf(each.owner)} sees to it.`,
                each.action === '' ? '' : `Next: ${each.action}`,
                each.status === 'closed'
                  ? ''
                  : putOffWords(each.putOff && { ...each.putOff, by: each.putOff.by.name }, now),
              ]
                .filter(Boolean)
                .join(' ')}
            </Row>
          ))}
      </Rows>
      {gap !== undefined && <GapDialog checklist={checklist} gap={gap} onClose={() => setAsked(null)} />}
    </Sheet>
  )
}
