import { useQuery, useQueryClient } from '@tanstack/react-query'
import { Trash2 } from 'lucide-react'
import { useRef, useState } from 'react'
import type { SiteConfig } from '../../shared/content/index.ts'
import { useAct } from '../activity/use-act.ts'
import { api, orpc } from '../connection/api.ts'
import { useOpened } from '../connection/session.ts'
import { useKeptFields } from '../connection/use-kept.ts'
import { Answer } from '../ui/answer.tsx'
import { Button, IconButton } from '../ui/button.tsx'
import { TextField } from '../ui/fields.tsx'
import { RefusalNotice } from '../ui/notice.tsx'
import { Sheet } from '../ui/sheet.tsx'
import { UnreadNotice } from './unread-notice.tsx'

/** The words and short forms that the team has added, which the checks know on every page. */
export function OwnWordsSheet() {
  const config = useQuery(orpc.settings.config.queryOptions())
  return (
    <Sheet title="Our words" note="known to the spelling of every page">
      <UnreadNotice under="Our words" />
      <Answer query={config} reading="Reading your team’s words">
        {kept => <OwnWords {...kept} />}
      </Answer>
    </Sheet>
  )
}

function OwnWords({ words, shortForms }: Pick<SiteConfig, 'words' | 'shortForms'>) {
  const { readOnly } = useOpened()
  const queries = useQueryClient()
  const remove = useAct(api.settings.removeWord)
  const field = useRef<HTMLDivElement>(null)
  const isLocked = readOnly !== null
  const isEmpty = words.length + shortForms.length === 0

  async function takeOut(word: string) {
    if ((await remove.run({ word })) === null) return
    await queries.invalidateQueries()
    // The button that was pressed is gone with its word.
    field.current?.querySelector('input')?.focus()
    await remove.sayDone(`“${word}” is not one of your team’s words any more.`)
  }

  return (
    <div className="sheet-body form" ref={field}>
      <AddForm isLocked={isLocked} />
      {isEmpty && <p className="soft">None yet. You can also add a word from the list of problems beside a page.</p>}
      {!isEmpty && (
        <ul className="own-words" aria-label="Our words">
          {words.map(word => (
            <li key={word} className="own-word">
              <span>{word}</span>
              <IconButton
                label={`Take out ${word}`}
                icon={Trash2}
                isDisabled={isLocked}
                onPress={() => void takeOut(word)}
              />
            </li>
          ))}
          {shortForms.map(({ name, means }) => (
            <li key={name} className="own-word">
              <span>
                {name}: {means}
              </span>
              <IconButton
                label={`Take out ${name}`}
                icon={Trash2}
                isDisabled={isLocked}
                onPress={() => void takeOut(name)}
              />
            </li>
          ))}
        </ul>
      )}
      <RefusalNotice refusal={remove.refusal} />
    </div>
  )
}

function AddForm({ isLocked }: { isLocked: boolean }) {
  const queries = useQueryClient()
  const [{ word, means }, setTyped, forget] = useKeptFields('own-words', { word: '', means: '' })
  const [asked, setAsked] = useState(false)
  const add = useAct(api.settings.addWord)

  async function submit() {
    setAsked(true)
    if (word.trim() === '' || (await add.run({ word, means: means.trim() === '' ? null : means })) === null) return
    await queries.invalidateQueries()
    await add.sayDone(`“${word.trim()}” is one of your team’s words now.`)
    forget()
    setAsked(false)
  }

  return (
    <form
      className="form"
      noValidate
      onSubmit={event => {
        event.preventDefault()
        void submit()
      }}
    >
      <div className="form-pair">
        <TextField
          label="A word or a short form"
          value={word}
          onChange={word => setTyped(now => ({ ...now, word }))}
          trouble={asked && word.trim() === '' ? 'Type the word to add.' : null}
        />
        <TextField
          label="What it stands for, if it is a short form"
          value={means}
          onChange={means => setTyped(now => ({ ...now, means }))}
        />
      </div>
      <RefusalNotice refusal={add.refusal} />
      <div className="actions">
        <Button type="submit" isDisabled={isLocked} busy={add.busy}>
          Add to our words
        </Button>
      </div>
    </form>
  )
}
