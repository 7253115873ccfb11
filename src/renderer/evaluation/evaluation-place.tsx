import { useQuery } from '@tanstack/react-query'
import { useParams, useRouter } from '@tanstack/react-router'
import { useState } from 'react'
import type { ChecklistView, OpenEvaluation } from '../../shared/contract/index.ts'
import { useAct } from '../activity/use-act.ts'
import { MissingPlace } from '../app/missing-place.tsx'
import { comparedPlace, finishedPlace, places } from '../app/places.ts'
import { api, orpc } from '../connection/api.ts'
import { useOpened } from '../connection/session.ts'
import { Answer } from '../ui/answer.tsx'
import { Button, LinkButton } from '../ui/button.tsx'
import { Confirm } from '../ui/confirm.tsx'
import { PlaceLink } from '../ui/link.tsx'
import { Place } from '../ui/place.tsx'
import { count, listed } from '../words/counts.ts'
import { fullDay } from '../words/dates.ts'
import { ProgressLine } from './progress-line.tsx'
import { WorkingList } from './working-list.tsx'
import './evaluation.css'

/** Working through an evaluation: one list, one key for each judgement, and beside it all that helps to judge. */
export function EvaluationPlace() {
  const { id = '' } = useParams({ strict: false })
  const checklists = useQuery(orpc.checklist.list.queryOptions())
  const evaluation = useQuery(orpc.evaluation.open.queryOptions({ input: { id } }))
  return (
    <Answer query={checklists} reading="Reading the checklists">
      {lists => (
        <Answer query={evaluation} reading="Reading the evaluation">
          {opened => {
            const checklist = lists.find(each => each.id === opened.row.checklist)
            return checklist === undefined ? <MissingPlace /> : <Working checklist={checklist} opened={opened} />
          }}
        </Answer>
      )}
    </Answer>
  )
}

function Working({ checklist, opened }: { checklist: ChecklistView; opened: OpenEvaluation }) {
  const { row, from } = opened
  const { readOnly } = useOpened()
  const { history } = useRouter()
  const [asks, setAsks] = useState(false)
  const finish = useAct(api.evaluation.finish)
  const [done] = row.finished

  async function finishNow() {
    const finished = await finish.run({ id: row.id })
    if (finished === null) return
    setAsks(false)
    void finish.sayDone(`“${row.title}” is finished. Nothing in it changes any more.`)
    history.push(finishedPlace(finished.id))
  }

  return (
    <Place
      title={row.title}
      long
      crumbs={<PlaceLink href={places.checklists}>Checklists</PlaceLink>}
      lead={
        <p>
          {checklist.title}. With {listed(row.people.map(({ name }) => name))}, since{' '}
          {fullDay(row.begun.at.slice(0, 10))}.{from !== null && ` It starts from “${from.title}”.`} It helps you
          review; it proves nothing by itself.
        </p>
      }
      actions={
        done === undefined ? (
          <Button kind="main" isDisabled={readOnly !== null} onPress={() => setAsks(true)}>
            Finish…
          </Button>
        ) : (
          <>
            {from !== null && (
              <LinkButton href={comparedPlace(from.snapshot, done.snapshot)}>Compare with “{from.title}”</LinkButton>
            )}
            <LinkButton href={finishedPlace(done.snapshot)}>See it as it was finished</LinkButton>
          </>
        )
      }
    >
      <ProgressLine counts={row.counts} differing={row.differing} />
      <WorkingList checklist={checklist} opened={opened} isFixed={readOnly !== null || done !== undefined} />
      <Confirm
        isOpen={asks}
        title={`Finish “${row.title}”?`}
        keep="Go on judging"
        act="Finish"
        kind="main"
        busy={finish.busy}
        refusal={finish.refusal}
        onClose={() => setAsks(false)}
        onAct={() => void finishNow()}
      >
        <p>
          It is kept as it is today, with the words of the requirements and the pages that answer them. Nothing in it
          can be changed afterwards.
        </p>
        {row.counts.notJudged > 0 && (
          <p>{count(row.counts.notJudged, 'requirement')} will stand in it as not judged.</p>
        )}
        {row.differing > 0 && (
          <p>
            In {count(row.differing, 'requirement')} colleagues said different things; the more careful judgement
            counts.
          </p>
        )}
      </Confirm>
    </Place>
  )
}
