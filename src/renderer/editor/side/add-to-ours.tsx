import { useQueryClient } from '@tanstack/react-query'
import { useState } from 'react'
import type { Unknown } from '../../../shared/checks/rule.ts'
import { useAct } from '../../activity/use-act.ts'
import { api } from '../../connection/api.ts'
import { useKeptText } from '../../connection/use-kept.ts'
import { Button } from '../../ui/button.tsx'
import { TextField } from '../../ui/fields.tsx'
import { RefusalNotice } from '../../ui/notice.tsx'
import { FormDialog } from '../dialogs/form-dialog.tsx'

interface AddToOursProps {
  unknown: Unknown
  readOnly: boolean
}

/** A word that the dictionary lacks becomes one of the team's; a short form is asked what it stands for. */
export function AddToOurs({ unknown, readOnly }: AddToOursProps) {
  const { kind, word } = unknown
  const [asking, setAsking] = useState(false)
  const queries = useQueryClient()
  const add = useAct(api.settings.addWord)

  async function addWord() {
    if ((await add.run({ word, means: null })) === null) return
    await queries.invalidateQueries()
    focusTab()
    await add.sayDone(`“${word}” is one of your team’s words now.`)
  }

  return (
    <>
      <Button
        size="small"
        kind="bare"
        about={`: ${word}`}
        isDisabled={readOnly}
        busy={add.busy}
        onPress={() => (kind === 'word' ? void addWord() : setAsking(true))}
      >
        {kind === 'word' ? 'Add to our words' : 'Add to our glossary'}
      </Button>
      <RefusalNotice refusal={add.refusal} />
      {asking && <ShortFormDialog name={word} onClose={() => setAsking(false)} />}
    </>
  )
}

function ShortFormDialog({ name, onClose }: { name: string; onClose: () => void }) {
  const [means, setMeans, forget] = useKeptText(`means:${name}`)
  const [asked, setAsked] = useState(false)
  const queries = useQueryClient()
  const add = useAct(api.settings.addWord)

  async function submit() {
    setAsked(true)
    if (means.trim() === '' || (await add.run({ word: name, means })) === null) return
    forget()
    await queries.invalidateQueries()
    onClose()
    focusTab()
    await add.sayDone(`“${name}” is in your team’s glossary now.`)
  }

  return (
    <FormDialog
      title={`What “${name}” stands for`}
      act="Add to our glossary"
      onAct={() => void submit()}
      onClose={onClose}
      onLeave={forget}
      busy={add.busy}
      refusal={add.refusal}
    >
      <TextField
        label="In words"
        autoFocus
        value={means}
        onChange={setMeans}
        help="As it stands in the middle of a sentence: “occupational therapy”. Pages are offered these words from now on."
        trouble={asked && means.trim() === '' ? 'Type the words that it is short for.' : null}
      />
    </FormDialog>
  )
}

/** The card that was pressed goes with its problem: the list goes on from the tab that it stands under. */
function focusTab(): void {
  document.querySelector<HTMLElement>('[role=tab][aria-selected=true]')?.focus()
}
