import { useState } from 'react'
import { othersWhoDo } from '../../../shared/review/index.ts'
import { useAct } from '../../activity/use-act.ts'
import { settingPlace } from '../../app/places.ts'
import { api } from '../../connection/api.ts'
import { useOpened } from '../../connection/session.ts'
import { useKeptText } from '../../connection/use-kept.ts'
import { useValue } from '../../state/value-store.ts'
import { LinkButton } from '../../ui/button.tsx'
import { TextField } from '../../ui/fields.tsx'
import { Notice, RefusalNotice } from '../../ui/notice.tsx'
import { count, listed } from '../../words/counts.ts'
import type { PageProblems } from '../checks/page-problems.ts'
import { apart } from '../checks/prompts.ts'
import { leftWords } from '../checks/severity-words.ts'
import { FormDialog } from '../dialogs/form-dialog.tsx'
import type { PageSession } from '../session/page-session.ts'
import { useSessionView } from '../session/use-session.ts'

interface ReviewDialogProps {
  session: PageSession
  problems: PageProblems
  onClose: () => void
}

/** Asks a colleague to read exactly these words: they are a version first. */
export function ReviewDialog({ session, problems, onClose }: ReviewDialogProps) {
  const { items } = useValue(problems.list)
  const trouble = useSessionView(session, view => view.trouble)
  const [note, setNote, forget] = useKeptText(`ask:${session.id}`)
  const ask = useAct(api.review.ask)
  const { config, me } = useOpened()
  const readers = othersWhoDo(config.team, 'reviewer', me).map(({ name }) => name)
  const [saving, setSaving] = useState(false)
  const { prompts, problems: found } = apart(items)
  const stops = found.filter(({ problem }) => problem.severity === 'error').length

  async function submit() {
    setSaving(true)
    const refused = await session.save()
    setSaving(false)
    if (refused !== null || (await ask.run({ id: session.id, note: note.trim() })) === null) return
    forget()
    void session.changedElsewhere()
    void ask.sayDone('It waits for a colleague to read it.')
    onClose()
  }

  return (
    <FormDialog
      title="Ready for review"
      act="Ask for a review"
      onAct={() => void submit()}
      onClose={onClose}
      onLeave={forget}
      busy={saving || ask.busy}
      refusal={ask.refusal}
    >
      <p>A colleague reads these words as families will, and says “good” or “needs changes”. You can go on writing.</p>
      {readers.length > 0 && <p className="soft">In your team, {listed(readers, 4)} can review it.</p>}
      {prompts.length > 0 && (
        <Notice tone="warn">
          <p>{leftWords(prompts.length)} A colleague can read the page all the same; it can be published after that.</p>
        </Notice>
      )}
      {readers.length === 0 && (
        <Notice tone="warn">
          <p>Nobody else in your team reviews yet, so nobody would see that it waits.</p>
          <div className="actions">
            <LinkButton size="small" href={settingPlace('team')}>
              Add a colleague under Settings
            </LinkButton>
          </div>
        </Notice>
      )}
      {stops > 0 && (
        <Notice tone="warn">
          <p>
            {count(stops, 'problem')} on this page {stops === 1 ? 'stops' : 'stop'} publishing. A colleague can read it
            all the same.
          </p>
        </Notice>
      )}
      <RefusalNotice refusal={trouble} />
      <TextField
        label="Note for the reader"
        rows={3}
        value={note}
        onChange={setNote}
        help="What is new, or what you are not sure of. May be empty."
      />
    </FormDialog>
  )
}
