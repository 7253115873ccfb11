import { useQuery } from '@tanstack/react-query'
import { useParams } from '@tanstack/react-router'
import type { ReactNode } from 'react'
import { type PageId, pageIdSchema } from '../../shared/content/index.ts'
import { MissingPlace } from '../app/missing-place.tsx'
import { places } from '../app/places.ts'
import type { ReviewView } from '../connection/answers.ts'
import { orpc } from '../connection/api.ts'
import { useNameOf } from '../connection/session.ts'
import { Answer } from '../ui/answer.tsx'
import { PlaceLink } from '../ui/link.tsx'
import { Notice } from '../ui/notice.tsx'
import { Place } from '../ui/place.tsx'
import { count, firstName } from '../words/counts.ts'
import { AnswerButtons } from './answer-buttons.tsx'
import { Commented } from './commented.tsx'
import { Decide } from './decide.tsx'
import { DismissedFold } from './dismissed-fold.tsx'
import { RoleHint } from './role-hint.tsx'
import { WithdrawnNotice } from './withdrawn-notice.tsx'
import './review.css'

/** One page as families will read it, what changed since they last saw it, what colleagues said, and the decision. */
export function ReviewPlace() {
  const id = pageIdSchema.safeParse(useParams({ strict: false }).id)
  if (!id.success) return <MissingPlace />
  return <ReviewOf key={id.data} id={id.data} />
}

function ReviewOf({ id }: { id: PageId }) {
  // Nobody decides on words that they read another time: the page is read anew whenever its review is opened.
  const review = useQuery(orpc.review.open.queryOptions({ input: { id }, gcTime: 0 }))
  return (
    <Answer query={review} reading="Opening the page">
      {view => (
        <Place
          title={view.title}
          windowTitle={`Review ${view.title}`}
          long
          crumbs={<PlaceLink href={places.review}>Review</PlaceLink>}
          lead={<ReviewLead view={view} />}
          actions={
            <>
              <AnswerButtons page={view} />
              <Decide view={view} />
            </>
          }
        >
          {view.askedBy !== null && view.mayNotDecide === null && (
            <div className="review-hint">
              <RoleHint whose="reviewer" />
            </div>
          )}
          <WithdrawnNotice id={view.id} title={view.title} />
          {view.problems.errors > 0 && (
            <Notice tone="warn">
              <p>
                {count(view.problems.errors, 'problem')} on this page {view.problems.errors === 1 ? 'stops' : 'stop'} it
                from being published, even when you say it is good.
              </p>
            </Notice>
          )}
          <DismissedFold dismissed={view.dismissed} />
          <DrawnWhole>
            <Commented view={view} />
          </DrawnWhole>
        </Place>
      )}
    </Answer>
  )
}

/** What the page shows of other pages and of pictures is there before the page is, so that marked words stay marked. */
function DrawnWhole({ children }: { children: ReactNode }) {
  const pages = useQuery(orpc.pages.list.queryOptions())
  const media = useQuery(orpc.media.list.queryOptions())
  return (
    <Answer query={pages} reading="Drawing the page">
      {() => (
        <Answer query={media} reading="Drawing the page">
          {() => children}
        </Answer>
      )}
    </Answer>
  )
}

function ReviewLead({ view }: { view: ReviewView }) {
  const nameOf = useNameOf()
  const asks = view.askedBy === null ? '' : `${firstName(nameOf(view.askedBy))} asks for a review. `
  const shown =
    view.live === null
      ? 'Families have not seen this page yet: all of it is new.'
      : 'Shown as families will see it, with what changed since the live page marked.'
  return <p>{asks + shown}</p>
}
