import { useState } from 'react'
import { useAct } from '../../activity/use-act.ts'
import { places } from '../../app/places.ts'
import { api } from '../../connection/api.ts'
import { Button } from '../../ui/button.tsx'
import { DialogActions, DialogBox } from '../../ui/dialog.tsx'
import { PlaceLink } from '../../ui/link.tsx'
import { Notice, RefusalNotice } from '../../ui/notice.tsx'
import type { PageProblems } from '../checks/page-problems.ts'
import type { PlacedProblem } from '../checks/problems-plugin.ts'
import { FormDialog } from '../dialogs/form-dialog.tsx'
import type { PageSession } from '../session/page-session.ts'
import { useSessionView } from '../session/use-session.ts'
import { LetBeFields, useLetBe } from './let-be-fields.tsx'

interface NotAProblemDialogProps {
  session: PageSession
  problems: PageProblems
  placed: PlacedProblem
  onClose: () => void
}

export function NotAProblemDialog(props: NotAProblemDialogProps) {
  return props.problems.mayDismiss(props.placed) ? <AskWhy {...props} /> : <Stops {...props} />
}

/** Lets a problem of this page be: why, until when, and who says so. What the decision is about is a version first. */
function AskWhy({ session, problems, placed, onClose }: NotAProblemDialogProps) {
  const letBe = useLetBe(`not-a-problem:${session.id}:${placed.id}`)
  const [saving, setSaving] = useState(false)
  const [gone, setGone] = useState(false)
  const unsaved = useSessionView(session, view => view.trouble)
  const dismiss = useAct(api.checks.notAProblem)

  async function submit() {
    const wish = letBe.wish()
    if (wish === null) return
    setSaving(true)
    const refused = await session.save()
    const about = refused === null ? await problems.aboutOf(placed.id) : null
    setSaving(false)
    if (refused !== null) return
    setGone(about === null)
    if (about === null) return
    const { rule } = placed.problem
    if ((await dismiss.run({ id: session.id, rule, about, ...wish })) === null) return
    letBe.forget()
    void dismiss.sayDone('It is not a problem here. It comes back when its words change.')
    onClose()
  }

  return (
    <FormDialog
      title="Not a problem here"
      act="It is not a problem here"
      onAct={() => void submit()}
      onClose={onClose}
      onLeave={letBe.forget}
      busy={saving || dismiss.busy}
      refusal={dismiss.refusal}
    >
      <p>{placed.problem.message}</p>
      <LetBeFields letBe={letBe} />
      <RefusalNotice refusal={unsaved} />
      {gone && (
        <Notice tone="warn" announced>
          <p>These words have changed since. Close this, and look at the problem again.</p>
        </Notice>
      )}
    </FormDialog>
  )
}

/** What stops publishing is not put aside on a page: the ways on that there are, in plain words. */
function Stops({ placed, onClose }: NotAProblemDialogProps) {
  return (
    <DialogBox isOpen onClose={onClose} title="This stops publishing">
      <div className="dialog-body">
        <p>{placed.problem.message}</p>
        <p>
          Nobody can put aside on one page what stops publishing. Where the check is wrong about these words, or they
          have to go out as they are:
        </p>
        <ul>
          <li>
            Let this one version go out all the same, with a reason, on{' '}
            <PlaceLink href={places.live}>Live site</PlaceLink>. Any change of the words ends that.
          </li>
          <li>
            Or have this check warn, on every page, in <PlaceLink href={places.checks}>What the checks do</PlaceLink>.
          </li>
        </ul>
        <DialogActions>
          <Button kind="main" onPress={onClose}>
            Close
          </Button>
        </DialogActions>
      </div>
    </DialogBox>
  )
}
