import { useState } from 'react'
import { isoDateSchema } from '../../shared/content/index.ts'
import type { CommentView } from '../../shared/contract/index.ts'
import type { Action } from '../../shared/feedback/index.ts'
import { useAct } from '../activity/use-act.ts'
import { api } from '../connection/api.ts'
import { useNameOf, useOpened } from '../connection/session.ts'
import { useKeptText } from '../connection/use-kept.ts'
import { useNow } from '../state/use-now.ts'
import { Button } from '../ui/button.tsx'
import { Chip } from '../ui/chip.tsx'
import { DateField } from '../ui/date-field.tsx'
import { dayTrouble } from '../ui/day-typed.ts'
import { TextField } from '../ui/fields.tsx'
import { RefusalNotice } from '../ui/notice.tsx'
import { SelectField } from '../ui/select.tsx'
import { Row, Rows, Sheet } from '../ui/sheet.tsx'
import { firstName } from '../words/counts.ts'
import { calendarDay } from '../words/dates.ts'

/** What is to be done after a comment: by whom, until when, and what of it is done. */
export function ActionsSheet({ view: { comment } }: { view: CommentView }) {
  const { readOnly, me } = useOpened()
  const set = useAct(api.feedback.setAction)
  const now = useNow()
  const nameOf = useNameOf()
  const open = comment.actions.filter(action => action.done === null).length

  async function put(action: Action, sentence: string) {
    if ((await set.run({ id: comment.id, action })) !== null) void set.sayDone(sentence)
  }

  return (
    <Sheet
      title="What is to be done"
      {...(comment.actions.length > 0 && { note: `${open} of ${comment.actions.length} open` })}
    >
      {comment.actions.length > 0 && (
        <Rows>
          {comment.actions.map(action => (
            <Row
              key={action.id}
              chip={
                <Chip tone={action.done === null ? 'warn' : 'good'}>{action.done === null ? 'To do' : 'Done'}</Chip>
              }
              title={action.what}
              actions={
                <>
                  <Button
                    size="small"
                    about={action.what}
                    isDisabled={readOnly !== null}
                    busy={set.busy}
                    onPress={() =>
                      void put(
                        { ...action, done: action.done === null ? isoDateSchema.parse(dayHere(now)) : null },
                        action.done === null ? 'The action is done.' : 'The action is open again.',
                      )
                    }
                  >
                    {action.done === null ? 'Done' : 'Not done yet'}
                  </Button>
                  <Button
                    size="small"
                    kind="bare"
                    about={action.what}
                    isDisabled={readOnly !== null}
                    onPress={() => void put({ ...action, what: '' }, 'The action is taken away.')}
                  >
                    Take away
                  </Button>
                </>
              }
            >
              {[
                action.owner === '' ? 'Nobody has it yet.' : `${firstName(nameOf(action.owner))} has it.`,
                action.done !== null
                  ? `Done ${calendarDay(action.done, now)}.`
                  : action.due !== null && `By ${calendarDay(action.due, now)}.`,
              ]
                .filter(Boolean)
                .join(' ')}
            </Row>
          ))}
        </Rows>
      )}
      <NewAction comment={comment.id} owner={comment.owner || (me?.email ?? '')} />
      <RefusalNotice refusal={set.refusal} />
    </Sheet>
  )
}

function NewAction({ comment, owner: first }: { comment: CommentView['comment']['id']; owner: string }) {
  const { config, readOnly } = useOpened()
  const [what, setWhat, forget] = useKeptText(`action:${comment}`)
  const [owner, setOwner] = useState(first)
  const [due, setDue, forgetDay] = useKeptText(`action-due:${comment}`)
  const [asked, setAsked] = useState(false)
  const add = useAct(api.feedback.setAction)

  async function submit() {
    setAsked(true)
    if (what.trim() === '' || dayTrouble(due) !== null) return
    const day = isoDateSchema.safeParse(due).data ?? null
    if ((await add.run({ id: comment, action: { what, owner, due: day, done: null } })) === null) return
    void add.sayDone('The action is added.')
    forget()
    forgetDay()
    setAsked(false)
  }

  return (
    <form
      className="form sheet-form"
      onSubmit={event => {
        event.preventDefault()
        void submit()
      }}
    >
      <TextField
        label="New action"
        value={what}
        onChange={setWhat}
        trouble={asked && what.trim() === '' ? 'Say what is to be done.' : null}
      />
      <SelectField
        label="Who does it"
        value={owner}
        onChange={setOwner}
        options={[
          { value: '', label: 'Nobody yet' },
          ...config.team.map(({ name, email }) => ({ value: email, label: name })),
        ]}
      />
      <DateField label="By when" near="ahead" value={due} onChange={setDue} />
      <RefusalNotice refusal={add.refusal} />
      <div className="actions">
        <Button type="submit" isDisabled={readOnly !== null} busy={add.busy}>
          Add the action
        </Button>
      </div>
    </form>
  )
}

/** The calendar day here. */
function dayHere(now: Date): string {
  return new Date(now.getTime() - now.getTimezoneOffset() * 60_000).toISOString().slice(0, 10)
}
