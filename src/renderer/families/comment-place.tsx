import { useQuery } from '@tanstack/react-query'
import { useNavigate, useParams } from '@tanstack/react-router'
import { useState } from 'react'
import type { CommentView } from '../../shared/contract/index.ts'
import { useAct } from '../activity/use-act.ts'
import { MissingPlace } from '../app/missing-place.tsx'
import { pagePlace, places } from '../app/places.ts'
import { api, orpc } from '../connection/api.ts'
import { useNameOf, useOpened, useSectionTitle } from '../connection/session.ts'
import { useNow } from '../state/use-now.ts'
import { Answer } from '../ui/answer.tsx'
import { Button } from '../ui/button.tsx'
import { Chip } from '../ui/chip.tsx'
import { Confirm } from '../ui/confirm.tsx'
import { PlaceLink } from '../ui/link.tsx'
import { Notice, RefusalNotice } from '../ui/notice.tsx'
import { Place } from '../ui/place.tsx'
import { Sheet } from '../ui/sheet.tsx'
import { calendarDay, dayOf } from '../words/dates.ts'
import { ActionsSheet } from './actions-sheet.tsx'
import { AnswerSheet } from './answer-sheet.tsx'
import { ChangeDialog } from './change-dialog.tsx'
import { LeaveOutDialog } from './leave-out-dialog.tsx'
import { PublishSheet } from './publish-sheet.tsx'
import { channelWords, exclusionWords, senderWords, stateWords, waitsWords } from './words.ts'
import './families.css'

/** One comment: what was said, what is answered, what is done, and what families read of it. */
export function CommentPlace() {
  const { id = '' } = useParams({ strict: false })
  const comments = useQuery(orpc.feedback.list.queryOptions())
  return (
    <Answer query={comments} reading="Reading the comment">
      {views => {
        const view = views.find(({ comment }) => comment.id === id)
        return view === undefined ? <MissingPlace /> : <OneComment key={id} view={view} />
      }}
    </Answer>
  )
}

type Dialog = 'change' | 'leave-out' | 'remove' | null

function OneComment({ view }: { view: CommentView }) {
  const { comment, state, leftOut } = view
  const { readOnly } = useOpened()
  const now = useNow()
  const navigate = useNavigate()
  const [dialog, setDialog] = useState<Dialog>(null)
  const remove = useAct(api.feedback.remove)
  const takeIn = useAct(api.feedback.takeIn)
  const close = () => setDialog(null)
  const { word, tone } = stateWords[state]

  async function removeIt() {
    if ((await remove.run({ id: comment.id })) === null) return
    void remove.sayDone('The comment is deleted.')
    void navigate({ to: places.families })
  }

  async function takeItIn() {
    if ((await takeIn.run({ id: comment.id })) === null) return
    void takeIn.sayDone('The comment counts again.')
  }

  return (
    <Place
      title="A family’s comment"
      crumbs={<PlaceLink href={places.families}>Families’ comments</PlaceLink>}
      lead={<Chip tone={tone}>{word}</Chip>}
      actions={
        <>
          <Button isDisabled={readOnly !== null} onPress={() => setDialog('change')}>
            Change what was noted…
          </Button>
          {leftOut === null && (
            <Button isDisabled={readOnly !== null || view.published !== null} onPress={() => setDialog('leave-out')}>
              Leave it out…
            </Button>
          )}
          <Button kind="stop" isDisabled={readOnly !== null} onPress={() => setDialog('remove')}>
            Delete…
          </Button>
        </>
      }
    >
      {leftOut !== null && (
        <Notice
          actions={
            <Button size="small" isDisabled={readOnly !== null} busy={takeIn.busy} onPress={() => void takeItIn()}>
              Take it back in
            </Button>
          }
        >
          <p className="strong">{exclusionWords[leftOut.because].label}, so it is not published.</p>
          <p>
            {leftOut.by} decided so {dayOf(leftOut.at, now)}: “{leftOut.why}”
          </p>
        </Notice>
      )}
      <RefusalNotice refusal={takeIn.refusal} />
      <WordsSheet view={view} />
      <AnswerSheet view={view} />
      <ActionsSheet view={view} />
      {leftOut === null && <PublishSheet view={view} />}
      {dialog === 'change' && <ChangeDialog view={view} onClose={close} />}
      {dialog === 'leave-out' && <LeaveOutDialog view={view} onClose={close} />}
      <Confirm
        isOpen={dialog === 'remove'}
        onClose={close}
        title="Delete this comment?"
        keep="Keep it"
        act="Delete the comment"
        busy={remove.busy}
        refusal={remove.refusal}
        onAct={() => void removeIt()}
      >
        <p>
          For one that was logged twice, or never was a comment. One that is not to be published is left out instead.
          {view.published !== null && ' Its answer leaves the site with the next publish.'}
        </p>
      </Confirm>
    </Place>
  )
}

function WordsSheet({ view }: { view: CommentView }) {
  const { comment, titles } = view
  const now = useNow()
  const nameOf = useNameOf()
  const sectionTitle = useSectionTitle()
  const facts: [string, string][] = [
    ['Came', `${channelWords[comment.channel]}, ${calendarDay(comment.received, now)}`],
    ['Who said it', senderWords[comment.from]],
    ['Theme', comment.theme],
    ['Section', comment.sections.map(sectionTitle).join(', ')],
    ['Who answers', comment.owner === '' ? 'Nobody yet' : nameOf(comment.owner)],
    ['Waits', waitsWords(view, now)],
    ['Reference', comment.reference],
  ]
  return (
    <Sheet title="What they said" {...(comment.summary && { note: 'our summary' })}>
      <blockquote className="family-words">
        {comment.words.split(/\n+/).map((line, at) => (
          <p key={at}>{line}</p>
        ))}
      </blockquote>
      <dl className="comment-facts">
        {facts
          .filter(([, value]) => value !== '')
          .map(([name, value]) => (
            <div key={name}>
              <dt>{name}</dt>
              <dd>{value}</dd>
            </div>
          ))}
        {comment.pages.length > 0 && (
          <div>
            <dt>About</dt>
            <dd>
              <ul className="plain-list">
                {comment.pages.map(page => (
                  <li key={page}>
                    {titles[page] === undefined ? (
                      'A page that was deleted'
                    ) : (
                      <PlaceLink href={pagePlace(page)}>{titles[page]}</PlaceLink>
                    )}
                  </li>
                ))}
              </ul>
            </dd>
          </div>
        )}
      </dl>
    </Sheet>
  )
}
