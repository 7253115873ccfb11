import { useState } from 'react'
import { isoDateSchema } from '../../shared/content/index.ts'
import type { ChangedMany, PageRow } from '../../shared/contract/index.ts'
import type { NewDetails } from '../../shared/review/index.ts'
import { useAct } from '../activity/use-act.ts'
import { api } from '../connection/api.ts'
import { useOpened } from '../connection/session.ts'
import { DateField } from '../ui/date-field.tsx'
import { DialogBox } from '../ui/dialog.tsx'
import { DialogForm } from '../ui/dialog-form.tsx'
import { Notice } from '../ui/notice.tsx'
import { SelectField } from '../ui/select.tsx'
import { count, listed } from '../words/counts.ts'
import { chosenInterval, intervalOptions } from '../words/intervals.ts'
import { asItIs, leaveIt, MoreDetails, moreDetails, nothingMore, wantsRequirement } from './more-details.tsx'
import { quotedTitle } from './quoted-title.ts'
import { WhatWasLeft } from './what-was-left.tsx'

interface ChangeManyProps {
  rows: readonly PageRow[]
  what: 'page' | 'service'
  isOpen: boolean
  onClose: () => void
}

/** Sets details of all that are chosen, in one act. */
export function ChangeManyDialog({ rows, what, isOpen, onClose }: ChangeManyProps) {
  return (
    <DialogBox isOpen={isOpen} onClose={onClose} title={`Change ${count(rows.length, what)}`}>
      <ChangeManyForm rows={rows} what={what} onClose={onClose} />
    </DialogBox>
  )
}

/** The choices that are no values. */
const [nobody, noDate, aDate] = ['nobody', 'no-date', 'a-date']

function ChangeManyForm({ rows, what, onClose }: Omit<ChangeManyProps, 'isOpen'>) {
  const { config } = useOpened()
  const [owner, setOwner] = useState(asItIs)
  const [every, setEvery] = useState(asItIs)
  const [date, setDate] = useState(asItIs)
  const [due, setDue] = useState('')
  const [more, setMore] = useState(nothingMore)
  const [asked, setAsked] = useState(false)
  const [answer, setAnswer] = useState<ChangedMany | null>(null)
  const change = useAct(api.pages.changeMany)
  const day = isoDateSchema.safeParse(due).data
  const details: NewDetails = {
    ...(owner !== asItIs && { owner: owner === nobody ? '' : owner }),
    ...(every !== asItIs && { every: chosenInterval(every) }),
    ...(date === noDate && { due: null }),
    ...(date === aDate && day !== undefined && { due: day }),
    ...moreDetails(more),
  }
  const nothing = Object.keys(details).length === 0
  const wanting = (date === aDate && day === undefined) || wantsRequirement(more)

  async function submit() {
    setAsked(true)
    if (nothing || wanting) return
    const done = await change.run({ ids: rows.map(({ id }) => id), details })
    if (done === null) return
    if (done.sentence !== null) void change.sayDone(`${done.sentence}.`)
    if (done.left.length === 0 && done.changed > 0) onClose()
    else setAnswer(done)
  }

  if (answer !== null) return <WhatWasLeft answer={answer} rows={rows} what={what} onClose={onClose} />
  const approved = rows.filter(({ state }) => state === 'approved' || state === 'live').length
  // A page that has another address has the same words: what was said of them still counts.
  const onlyMoves = !nothing && Object.keys(details).every(name => name === 'section')
  return (
    <DialogForm
      onSubmit={submit}
      onClose={onClose}
      leave="Leave them as they are"
      act={`Change ${count(rows.length, what)}`}
      doing={change}
    >
      <p className="soft">{listed(rows.map(quotedTitle), 3)}</p>
      <SelectField
        label="Owner"
        value={owner}
        onChange={setOwner}
        options={[
          leaveIt,
          ...config.team.map(({ name, email }) => ({ value: email, label: name })),
          { value: nobody, label: 'Nobody yet' },
        ]}
      />
      <SelectField
        label="Review every"
        value={every}
        onChange={setEvery}
        options={[leaveIt, ...intervalOptions(config.review.every)]}
      />
      <SelectField
        label="Next review"
        value={date}
        onChange={setDate}
        options={[
          leaveIt,
          { value: aDate, label: 'On one day for all' },
          { value: noDate, label: 'No date set by hand' },
        ]}
      />
      {date === aDate && (
        <DateField
          label="Day of the next review"
          near="ahead"
          value={due}
          onChange={setDue}
          trouble={asked && day === undefined ? 'Choose a day.' : null}
        />
      )}
      <MoreDetails what={what} more={more} onChange={setMore} />
      {approved > 0 && !onlyMoves && (
        <p className="soft">
          {count(approved, `approved ${what}`)} will need a review again, as after any change. What families see now
          stays.
        </p>
      )}
      {details.section !== undefined && (
        <p className="soft">Links to these pages, and their old addresses, keep working.</p>
      )}
      {asked && (wantsRequirement(more) || (nothing && !wanting)) && (
        <Notice tone="warn" announced>
          <p>
            {wantsRequirement(more)
              ? 'Choose the requirement first, or leave the checklist as it is.'
              : 'Nothing is set yet. Choose what to change first.'}
          </p>
        </Notice>
      )}
    </DialogForm>
  )
}
