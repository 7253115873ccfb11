import { useState } from 'react'
import { isoDateSchema } from '../../shared/content/index.ts'
import type { ChangedMany, PageRow } from '../../shared/contract/index.ts'
import type { NewDetails } from '../../shared/review/index.ts'
import { useAct } from '../activity/use-act.ts'
import { api } from '../connection/api.ts'
import { useOpened } from '../connection/session.ts'
import { Button } from '../ui/button.tsx'
import { DialogActions, DialogBox } from '../ui/dialog.tsx'
import { TextField } from '../ui/fields.tsx'
import { Notice, RefusalNotice } from '../ui/notice.tsx'
import { ScrollBox } from '../ui/scroll-box.tsx'
import { SelectField } from '../ui/select.tsx'
import { count, listed } from '../words/counts.ts'
import { chosenInterval, intervalOptions } from '../words/intervals.ts'
import { whyLeftWords } from '../words/why-left.ts'

interface ChangeManyProps {
  rows: readonly PageRow[]
  what: 'page' | 'service'
  isOpen: boolean
  onClose: () => void
}

/** Sets the owner and the review dates of all that are chosen, in one act. */
export function ChangeManyDialog({ rows, what, isOpen, onClose }: ChangeManyProps) {
  return (
    <DialogBox isOpen={isOpen} onClose={onClose} title={`Change ${count(rows.length, what)}`}>
      <ChangeManyForm rows={rows} what={what} onClose={onClose} />
    </DialogBox>
  )
}

/** The choices that are no values. */
const [asItIs, nobody, noDate, aDate] = ['as-it-is', 'nobody', 'no-date', 'a-date']

function ChangeManyForm({ rows, what, onClose }: Omit<ChangeManyProps, 'isOpen'>) {
  const { config } = useOpened()
  const [owner, setOwner] = useState(asItIs)
  const [every, setEvery] = useState(asItIs)
  const [date, setDate] = useState(asItIs)
  const [due, setDue] = useState('')
  const [asked, setAsked] = useState(false)
  const [answer, setAnswer] = useState<ChangedMany | null>(null)
  const change = useAct(api.pages.changeMany)
  const day = isoDateSchema.safeParse(due).data
  const details: NewDetails = {
    ...(owner !== asItIs && { owner: owner === nobody ? '' : owner }),
    ...(every !== asItIs && { every: chosenInterval(every) }),
    ...(date === noDate && { due: null }),
    ...(date === aDate && day !== undefined && { due: day }),
  }
  const nothing = Object.keys(details).length === 0

  async function submit() {
    setAsked(true)
    if (nothing || (date === aDate && day === undefined)) return
    const done = await change.run({ ids: rows.map(({ id }) => id), details })
    if (done === null) return
    if (done.sentence !== null) void change.sayDone(`${done.sentence}.`)
    if (done.left.length === 0 && done.changed > 0) onClose()
    else setAnswer(done)
  }

  if (answer !== null) return <WhatWasLeft answer={answer} rows={rows} what={what} onClose={onClose} />
  const approved = rows.filter(({ state }) => state === 'approved' || state === 'live').length
  const leave = { value: asItIs, label: 'Leave as it is' }
  return (
    <form
      className="form"
      onSubmit={event => {
        event.preventDefault()
        void submit()
      }}
    >
      <p className="soft">{listed(rows.map(titleOf), 3)}</p>
      <SelectField
        label="Owner"
        value={owner}
        onChange={setOwner}
        options={[
          leave,
          ...config.team.map(({ name, email }) => ({ value: email, label: name })),
          { value: nobody, label: 'Nobody yet' },
        ]}
      />
      <SelectField
        label="Review every"
        value={every}
        onChange={setEvery}
        options={[leave, ...intervalOptions(config.review.every)]}
      />
      <SelectField
        label="Next review"
        value={date}
        onChange={setDate}
        options={[
          leave,
          { value: aDate, label: 'On one day for all' },
          { value: noDate, label: 'No date set by hand' },
        ]}
      />
      {date === aDate && (
        <TextField
          label="Day of the next review"
          type="date"
          value={due}
          onChange={setDue}
          trouble={asked && day === undefined ? 'Choose a day.' : null}
        />
      )}
      {approved > 0 && (
        <p className="soft">
          {count(approved, `approved ${what}`)} will need a review again, as after any change. What families see now
          stays.
        </p>
      )}
      {asked && nothing && date !== aDate && (
        <Notice tone="warn" announced>
          <p>Nothing is set yet. Choose what to change first.</p>
        </Notice>
      )}
      <RefusalNotice refusal={change.refusal} />
      <DialogActions>
        <Button onPress={onClose}>Leave them as they are</Button>
        <Button kind="main" type="submit" busy={change.busy}>
          Change {count(rows.length, what)}
        </Button>
      </DialogActions>
    </form>
  )
}

const titleOf = ({ title }: Pick<PageRow, 'title'>) => `“${title || 'Without a title'}”`

interface WhatWasLeftProps {
  answer: ChangedMany
  rows: readonly PageRow[]
  what: 'page' | 'service'
  onClose: () => void
}

/** What could not be changed, by name, each with its reason and a next step. */
function WhatWasLeft({ answer: { changed, same, left }, rows, what, onClose }: WhatWasLeftProps) {
  return (
    <>
      <div className="dialog-body">
        <Notice tone={left.length > 0 ? 'warn' : 'info'} announced>
          <p>
            {changed === 0 ? 'Nothing was changed.' : `${count(changed, what)} changed.`}
            {same > 0 && ` ${count(same, what)} said this already.`}
            {left.length > 0 && ` ${count(left.length, what)} left as before:`}
          </p>
        </Notice>
        {left.length > 0 && (
          <ScrollBox label="Left as before">
            <ul className="left-as-before">
              {left.map(({ id, why }) => (
                <li key={id}>
                  <strong>{titleOf(rows.find(row => row.id === id) ?? { title: '' })}</strong> {whyLeftWords[why]}
                </li>
              ))}
            </ul>
          </ScrollBox>
        )}
      </div>
      <DialogActions>
        <Button kind="main" autoFocus onPress={onClose}>
          Close
        </Button>
      </DialogActions>
    </>
  )
}
