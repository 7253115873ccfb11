import { useQuery } from '@tanstack/react-query'
import { useParams, useSearch } from '@tanstack/react-router'
import { useRef, useState } from 'react'
import type { ChecklistView, Coverage } from '../../shared/contract/index.ts'
import { MissingPlace } from '../app/missing-place.tsx'
import { places } from '../app/places.ts'
import { orpc } from '../connection/api.ts'
import { Answer } from '../ui/answer.tsx'
import { PlaceLink } from '../ui/link.tsx'
import { Notice } from '../ui/notice.tsx'
import { Place } from '../ui/place.tsx'
import { GapList } from './gap-list.tsx'
import { ledTo } from './led-to.ts'
import { MatrixSheet } from './matrix-sheet.tsx'
import type { RequirementFilter } from './narrow-requirements.ts'
import { OffSheet } from './off-sheet.tsx'
import { RequirementBrowser } from './requirement-browser.tsx'
import { StrandTable } from './strand-table.tsx'
import './checklist.css'

/** One checklist: what the pages answer by strand, the known gaps, and every requirement. */
export function ChecklistPlace() {
  const { id = '' } = useParams({ strict: false })
  const checklists = useQuery(orpc.checklist.list.queryOptions())
  const coverage = useQuery(orpc.checklist.coverage.queryOptions({ input: { checklist: id } }))
  return (
    <Answer query={checklists} reading="Reading the checklist">
      {list => {
        const checklist = list.find(each => each.id === id)
        if (checklist === undefined) return <MissingPlace />
        return (
          <Place
            key={id}
            title={checklist.title}
            long
            crumbs={<PlaceLink href={places.checklists}>Checklists</PlaceLink>}
            lead={<ChecklistLead checklist={checklist} />}
          >
            <Answer query={coverage} reading="Counting what the pages answer">
              {found => <CoverageSheets checklist={checklist} coverage={found} />}
            </Answer>
          </Place>
        )
      }}
    </Answer>
  )
}

function ChecklistLead({ checklist }: { checklist: ChecklistView }) {
  return (
    <>
      <p>It helps you review; it proves nothing by itself. {checklist.status}</p>
      <p>Version {checklist.version}</p>
    </>
  )
}

function CoverageSheets({ checklist, coverage }: { checklist: ChecklistView; coverage: Coverage }) {
  const [filter, setFilter] = useState<RequirementFilter>({})
  const browser = useRef<HTMLDivElement>(null)
  const { requirement, gap, gone } = ledTo(checklist, useSearch({ strict: false }))

  /** Shows one part of the list below, and takes the reader there. */
  function show(wanted: RequirementFilter) {
    setFilter(wanted)
    browser.current?.querySelector('h2')?.focus()
    browser.current?.scrollIntoView({ block: 'start' })
  }

  return (
    <>
      {gone !== null && (
        <Notice tone="warn">
          <p>
            “{gone}” is not in this list any more. What was judged of it stands in the{' '}
            <PlaceLink href={places.evaluations}>evaluations</PlaceLink>.
          </p>
        </Notice>
      )}
      <StrandTable coverage={coverage} onShow={section => show({ section })} />
      <MatrixSheet checklist={checklist.id} />
      <GapList checklist={checklist.id} asked={gap} onShow={each => show({ gap: each })} />
      <div ref={browser} className="gap">
        <RequirementBrowser
          checklist={checklist}
          coverage={coverage}
          filter={filter}
          onFilter={setFilter}
          asked={requirement}
        />
        <OffSheet checklist={checklist} asked={requirement} />
      </div>
    </>
  )
}
