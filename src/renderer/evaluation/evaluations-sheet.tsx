import { useQuery } from '@tanstack/react-query'
import { ClipboardCheck } from 'lucide-react'
import { useState } from 'react'
import type { ChecklistView, EvaluationRow } from '../../shared/contract/index.ts'
import { comparedPlace, evaluationPlace, finishedPlace } from '../app/places.ts'
import { orpc } from '../connection/api.ts'
import { useOpened } from '../connection/session.ts'
import { Answer } from '../ui/answer.tsx'
import { Button, LinkButton } from '../ui/button.tsx'
import { Chip } from '../ui/chip.tsx'
import { Empty } from '../ui/empty.tsx'
import { Row, Rows, Sheet } from '../ui/sheet.tsx'
import { count, listed } from '../words/counts.ts'
import { fullDay } from '../words/dates.ts'
import { BeginDialog } from './begin-dialog.tsx'
import { CompareForm } from './compare-form.tsx'
import { progressWords } from './words.ts'

/** Every evaluation, the newest first, and a way to begin the next. */
export function EvaluationsSheet({ checklists }: { checklists: readonly ChecklistView[] }) {
  const evaluations = useQuery(orpc.evaluation.list.queryOptions())
  const { readOnly } = useOpened()
  const [begins, setBegins] = useState(false)
  const begin = (
    <Button isDisabled={readOnly !== null} onPress={() => setBegins(true)}>
      Begin an evaluation…
    </Button>
  )
  return (
    <Sheet title="Evaluations" actions={begin}>
      <Answer query={evaluations} reading="Reading the evaluations">
        {list =>
          list.length === 0 ? (
            <Empty icon={ClipboardCheck} title="None yet" level={3}>
              An evaluation goes through a checklist one requirement at a time: yes, limited or no. Several of you can
              do it together, also offline.
            </Empty>
          ) : (
            <>
              <Rows label="Evaluations">
                {list.map((row, at) => (
                  <EvaluationLine key={row.id} row={row} before={earlierOf(list.slice(at + 1), row)} />
                ))}
              </Rows>
              <CompareForm rows={list} />
            </>
          )
        }
      </Answer>
      {begins && <BeginDialog checklists={checklists} onClose={() => setBegins(false)} />}
    </Sheet>
  )
}

/** The one of the same list that was finished before this one. */
function earlierOf(older: readonly EvaluationRow[], { checklist }: EvaluationRow): string | null {
  return older.find(row => row.checklist === checklist && row.finished.length > 0)?.finished[0]?.snapshot ?? null
}

function EvaluationLine({ row, before }: { row: EvaluationRow; before: string | null }) {
  const [first, ...others] = row.finished
  return (
    <Row
      chip={first === undefined ? <Chip tone="accent">Going on</Chip> : <Chip tone="good">Finished</Chip>}
      title={row.title}
      href={first === undefined ? evaluationPlace(row.id) : finishedPlace(first.snapshot)}
      actions={
        first === undefined ? (
          <LinkButton size="small" href={evaluationPlace(row.id)} about={row.title}>
            Go on
          </LinkButton>
        ) : (
          <>
            {before !== null && (
              <LinkButton size="small" href={comparedPlace(before, first.snapshot)} about={row.title}>
                Compare with the one before
              </LinkButton>
            )}
            {others.map(other => (
              <LinkButton key={other.snapshot} size="small" href={finishedPlace(other.snapshot)} about={row.title}>
                As {other.by.name} finished it
              </LinkButton>
            ))}
            <LinkButton size="small" href={finishedPlace(first.snapshot)} about={row.title}>
              See
            </LinkButton>
          </>
        )
      }
    >
      {row.checklistTitle}. {progressWords(row.counts)}, with {listed(row.people.map(({ name }) => name))}.{' '}
      {first === undefined
        ? `Begun on ${fullDay(row.begun.at.slice(0, 10))}.`
        : `Finished on ${fullDay(first.at.slice(0, 10))} by ${first.by.name}.`}
      {row.late > 0 &&
        ` ${count(row.late, 'word')} from colleagues came after it was finished; the next evaluation starts from them.`}
    </Row>
  )
}
