import { useQuery } from '@tanstack/react-query'
import { useState } from 'react'
import { type IsoDate, isoDateSchema } from '../../shared/content/index.ts'
import type { Channel, Details, Sender } from '../../shared/feedback/index.ts'
import { orpc } from '../connection/api.ts'
import { useOpened } from '../connection/session.ts'
import { Button } from '../ui/button.tsx'
import { ComboField } from '../ui/combo-field.tsx'
import { DateField } from '../ui/date-field.tsx'
import { CheckField, TextField } from '../ui/fields.tsx'
import { SelectField } from '../ui/select.tsx'
import { RecognisedNotice } from './recognised-notice.tsx'
import { channelWords, optionsOf, senderWords } from './words.ts'

/** What is typed: the day may be none yet. */
export type TypedDetails = Omit<Details, 'received'> & { received: string }

export const noDetails: TypedDetails = {
  received: '',
  channel: 'email',
  from: 'parent-carer',
  words: '',
  summary: false,
  theme: '',
  pages: [],
  sections: [],
  owner: '',
  reference: '',
}

/** The details, or what is not right yet, by field. */
export function checked(typed: TypedDetails): {
  details: Details | null
  trouble: { words?: string; received?: string }
} {
  const received: IsoDate | undefined = isoDateSchema.safeParse(typed.received).data
  const trouble = {
    ...(typed.words.trim() === '' && { words: 'Write what they said, or a summary of it.' }),
    ...(received === undefined && { received: 'Choose the day on which it came.' }),
  }
  const details = received === undefined || typed.words.trim() === '' ? null : { ...typed, received }
  return { details, trouble }
}

interface DetailsFieldsProps {
  typed: TypedDetails
  onChange: (typed: TypedDetails) => void
  trouble: { words?: string; received?: string }
}

/** Everything that can be noted of a comment. */
export function DetailsFields({ typed, onChange, trouble }: DetailsFieldsProps) {
  const { config } = useOpened()
  const set = (change: Partial<TypedDetails>) => onChange({ ...typed, ...change })
  return (
    <>
      <TextField
        label="What they said"
        help="In their words where you can, without names, addresses or anything else by which somebody can be recognised. It is kept with the team’s work, in earlier versions too."
        rows={5}
        value={typed.words}
        onChange={words => set({ words })}
        trouble={trouble.words ?? null}
      />
      <RecognisedNotice text={typed.words} where="in this comment" />
      <CheckField isSelected={typed.summary} onChange={summary => set({ summary })}>
        This is our summary, not their own words
      </CheckField>
      <DateField
        label="Day it came"
        near="past"
        value={typed.received}
        onChange={received => set({ received })}
        trouble={trouble.received ?? null}
      />
      <SelectField
        label="How it came"
        value={typed.channel}
        onChange={channel => set({ channel: channel as Channel })}
        options={optionsOf(channelWords)}
      />
      <SelectField
        label="Who said it"
        value={typed.from}
        onChange={from => set({ from: from as Sender })}
        options={optionsOf(senderWords)}
      />
      <AboutPages chosen={typed.pages} onChange={pages => set({ pages })} />
      <SelectField
        label="Section"
        value={typed.sections[0] ?? ''}
        onChange={section => set({ sections: section === '' ? [] : [section] })}
        options={[
          { value: '', label: 'None, or all of them' },
          ...config.sections.map(({ slug, title }) => ({ value: slug, label: title })),
        ]}
      />
      <TextField
        label="Theme"
        help="A word or two that several comments share: “Waiting times”."
        value={typed.theme}
        onChange={theme => set({ theme })}
      />
      <SelectField
        label="Who answers"
        value={typed.owner}
        onChange={owner => set({ owner })}
        options={[
          { value: '', label: 'Nobody yet' },
          ...config.team.map(({ name, email }) => ({ value: email, label: name })),
        ]}
      />
    </>
  )
}

/** The pages and services that a comment is about, chosen one by one. */
function AboutPages({ chosen, onChange }: { chosen: Details['pages']; onChange: (pages: Details['pages']) => void }) {
  const rows = useQuery(orpc.pages.list.queryOptions()).data ?? []
  const [added, setAdded] = useState(0)
  const titleOf = (id: string) => rows.find(row => row.id === id)?.title ?? 'A page that was deleted'
  return (
    <>
      <ComboField
        // Empty again after each choice, for the next one.
        key={added}
        label="Pages and services that it is about"
        placeholder="Type a part of the title"
        options={rows.filter(({ id }) => !chosen.includes(id)).map(({ id, title }) => ({ value: id, label: title }))}
        value={null}
        autoFocus={added > 0}
        onChange={value => {
          const row = rows.find(({ id }) => id === value)
          if (row === undefined) return
          onChange([...chosen, row.id])
          setAdded(added + 1)
        }}
      />
      {chosen.length > 0 && (
        <ul className="about-pages" aria-label="It is about">
          {chosen.map(id => (
            <li key={id}>
              {titleOf(id)}
              <Button
                size="small"
                kind="bare"
                about={titleOf(id)}
                onPress={() => onChange(chosen.filter(each => each !== id))}
              >
                Take out
              </Button>
            </li>
          ))}
        </ul>
      )}
    </>
  )
}
