import { useQuery } from '@tanstack/react-query'
import { useNavigate, useSearch } from '@tanstack/react-router'
import { FileUp, MessageCircleHeart, Plus, SearchX } from 'lucide-react'
import { useDeferredValue, useState } from 'react'
import type { CommentView } from '../../shared/contract/index.ts'
import { commentStates } from '../../shared/feedback/index.ts'
import { familyPlace, places } from '../app/places.ts'
import { orpc } from '../connection/api.ts'
import { useNameOf, useOpened } from '../connection/session.ts'
import { useNow } from '../state/use-now.ts'
import { Answer } from '../ui/answer.tsx'
import { Button } from '../ui/button.tsx'
import { Chip } from '../ui/chip.tsx'
import { Empty } from '../ui/empty.tsx'
import { SearchField } from '../ui/fields.tsx'
import { Place } from '../ui/place.tsx'
import { SelectField } from '../ui/select.tsx'
import { Row, Rows, Sheet } from '../ui/sheet.tsx'
import { count, firstName } from '../words/counts.ts'
import { calendarDay } from '../words/dates.ts'
import { BringInDialog } from './bring-in-dialog.tsx'
import { LogDialog } from './log-dialog.tsx'
import { type CommentSearch, commentSearch, narrowComments, nobody } from './narrow-comments.ts'
import { channelWords, named, stateWords, waitsWords } from './words.ts'
import './families.css'

/** What families say, from any channel, and how far the team has come with it. */
export function FamiliesPlace() {
  const { readOnly } = useOpened()
  const comments = useQuery(orpc.feedback.list.queryOptions())
  const [dialog, setDialog] = useState<'log' | 'bring-in' | null>(null)
  return (
    <Place
      title="Families’ comments"
      lead="What families say about the Local Offer, what you answer, and what changed. The comments and your answers have to be published at least once a year."
      actions={
        <>
          <Button kind="main" icon={Plus} isDisabled={readOnly !== null} onPress={() => setDialog('log')}>
            Log a comment
          </Button>
          <Button icon={FileUp} isDisabled={readOnly !== null} onPress={() => setDialog('bring-in')}>
            Bring in a file…
          </Button>
        </>
      }
    >
      <Answer query={comments} reading="Reading the comments">
        {views =>
          views.length === 0 ? (
            <div className="sheet">
              <Empty icon={MessageCircleHeart} title="No comment yet">
                Log what families say by telephone, by email or at an event, or bring in the answers of a survey as a
                CSV file.
              </Empty>
            </div>
          ) : (
            <CommentBrowser views={views} />
          )
        }
      </Answer>
      {dialog === 'log' && <LogDialog onClose={() => setDialog(null)} />}
      {dialog === 'bring-in' && <BringInDialog onClose={() => setDialog(null)} />}
    </Place>
  )
}

const any = 'any'

function CommentBrowser({ views }: { views: readonly CommentView[] }) {
  const { config } = useOpened()
  const navigate = useNavigate()
  const search = commentSearch(useSearch({ strict: false }))
  const shown = narrowComments(views, useDeferredValue(search))
  const themes = [...new Set(views.map(({ comment }) => comment.theme))].filter(theme => theme !== '').sort()

  function set(part: keyof CommentSearch, value: string) {
    const { [part]: _, ...rest } = search
    const next = value === any || value === '' ? rest : { ...rest, [part]: value }
    void navigate({ to: places.families, search: next, replace: true })
  }

  return (
    <Sheet
      title="Comments"
      note={`${shown.length === views.length ? '' : `${shown.length} of `}${views.length}, newest first`}
    >
      <div className="comment-tools">
        <SearchField label="Find a comment" value={search.find ?? ''} onChange={text => set('find', text)} />
        <SelectField
          label="Where it stands"
          value={search.state ?? any}
          onChange={value => set('state', value)}
          options={[
            { value: any, label: 'All' },
            ...commentStates.map(state => ({
              value: state,
              label: `${stateWords[state].word} (${views.filter(view => view.state === state).length})`,
            })),
          ]}
        />
        <SelectField
          label="Who answers"
          value={search.owner ?? any}
          onChange={value => set('owner', value)}
          options={[
            { value: any, label: 'Anybody' },
            ...config.team.map(({ name, email }) => ({ value: email, label: name })),
            { value: nobody, label: 'Nobody yet' },
          ]}
        />
        {themes.length > 0 && (
          <SelectField
            label="Theme"
            value={search.theme ?? any}
            onChange={value => set('theme', value)}
            options={[{ value: any, label: 'All' }, ...themes.map(theme => ({ value: theme, label: theme }))]}
          />
        )}
      </div>
      {shown.length === 0 ? (
        <Empty
          icon={SearchX}
          title="Nothing fits"
          level={3}
          actions={<Button onPress={() => void navigate({ to: places.families })}>Show all</Button>}
        >
          Try fewer or other words.
        </Empty>
      ) : (
        <Rows label="Comments, newest first">
          {shown.map(view => (
            <CommentRow key={view.comment.id} view={view} />
          ))}
        </Rows>
      )}
    </Sheet>
  )
}

function CommentRow({ view }: { view: CommentView }) {
  const { comment, state, titles } = view
  const now = useNow()
  const nameOf = useNameOf()
  const { word, tone } = stateWords[state]
  const facts = [
    `${channelWords[comment.channel]}, ${calendarDay(comment.received, now)}.`,
    Object.values(titles).length > 0 ? `About ${Object.values(titles).join(', ')}.` : '',
    comment.theme === '' ? '' : `${comment.theme}.`,
    state === 'to-answer'
      ? comment.owner === ''
        ? 'Nobody answers yet.'
        : `${firstName(nameOf(comment.owner))} answers.`
      : '',
    waitsWords(view, now),
    openActions(view),
  ]
  return (
    <Row chip={<Chip tone={tone}>{word}</Chip>} title={named(view)} href={familyPlace(comment.id)}>
      {facts.filter(Boolean).join(' ')}
    </Row>
  )
}

function openActions({ comment }: CommentView): string {
  const open = comment.actions.filter(action => action.done === null).length
  return open === 0 ? '' : `${count(open, 'action')} still to do.`
}
