import { useQueries, useQuery } from '@tanstack/react-query'
import { ListChecks } from 'lucide-react'
import { useState } from 'react'
import type { ChecklistView, Coverage } from '../../shared/contract/index.ts'
import { isRefusal } from '../../shared/outcome.ts'
import { checklistPlace } from '../app/places.ts'
import { orpc } from '../connection/api.ts'
import { useOpened } from '../connection/session.ts'
import { EvaluationsSheet } from '../evaluation/evaluations-sheet.tsx'
import { Answer } from '../ui/answer.tsx'
import { Button } from '../ui/button.tsx'
import { Empty } from '../ui/empty.tsx'
import { PlaceLink } from '../ui/link.tsx'
import { Place } from '../ui/place.tsx'
import { count } from '../words/counts.ts'
import { BringInListDialog } from './bring-in-list-dialog.tsx'
import { Shares } from './shares.tsx'
import { StraySheet } from './stray-sheet.tsx'
import './checklist.css'

/** The checklists that the site is held against. */
export function ChecklistsPlace() {
  const checklists = useQuery(orpc.checklist.list.queryOptions())
  const { readOnly } = useOpened()
  const [brings, setBrings] = useState(false)
  return (
    <Place
      title="Checklists"
      actions={
        <Button isDisabled={readOnly !== null} onPress={() => setBrings(true)}>
          Bring in your own template…
        </Button>
      }
      lead="What a Local Offer has to cover, and what your pages answer. They help you review; they prove nothing by themselves."
    >
      <Answer query={checklists} reading="Reading the checklists">
        {list =>
          list.length === 0 ? (
            <Empty icon={ListChecks} title="No checklist">
              This workspace has no checklist to hold its pages against.
            </Empty>
          ) : (
            <>
              <ChecklistCards list={list} />
              <StraySheet checklists={list} />
              <div className="gap">
                <EvaluationsSheet checklists={list} />
              </div>
            </>
          )
        }
      </Answer>
      {brings && <BringInListDialog onClose={() => setBrings(false)} />}
    </Place>
  )
}

function ChecklistCards({ list }: { list: readonly ChecklistView[] }) {
  const coverages = useQueries({
    queries: list.map(({ id }) => orpc.checklist.coverage.queryOptions({ input: { checklist: id } })),
  })
  return (
    <ul className="checklist-cards">
      {list.map((checklist, index) => {
        const coverage = coverages[index]?.data
        return (
          <li key={checklist.id} className="card checklist-card">
            <h2>
              <PlaceLink href={checklistPlace(checklist.id)}>{checklist.title}</PlaceLink>
            </h2>
            <p className="soft">{checklist.status}</p>
            {coverage && !isRefusal(coverage) && <CardCoverage coverage={coverage} />}
          </li>
        )
      })}
    </ul>
  )
}

function CardCoverage({ coverage }: { coverage: Coverage }) {
  const { summary, gaps } = coverage
  const open = gaps.filter(gap => gap.status !== 'closed').length
  return (
    <>
      <Shares {...summary} />
      <p>
        <strong>{summary.yes}</strong> answered, <strong>{summary.limited}</strong> in part,{' '}
        <strong>{summary.no}</strong> not answered by a page.
      </p>
      {gaps.length > 0 && (
        <p className="soft">
          {open === 0
            ? 'No gap of the last evaluation is open.'
            : `${count(open, 'gap')} of ${gaps.length} still open.`}
        </p>
      )}
    </>
  )
}
