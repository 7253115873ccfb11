import { useState } from 'react'
import type { CommentView } from '../../shared/contract/index.ts'
import { useAct } from '../activity/use-act.ts'
import { places } from '../app/places.ts'
import { api } from '../connection/api.ts'
import { useOpened } from '../connection/session.ts'
import { useKeptFields } from '../connection/use-kept.ts'
import { useNow } from '../state/use-now.ts'
import { Button, LinkButton } from '../ui/button.tsx'
import { TextField } from '../ui/fields.tsx'
import { Notice, RefusalNotice } from '../ui/notice.tsx'
import { Sheet } from '../ui/sheet.tsx'
import { dayOf } from '../words/dates.ts'
import { RecognisedNotice } from './recognised-notice.tsx'

/** Exactly what families will read, agreed to by a person: nothing else of a comment leaves the team. */
export function PublishSheet({ view }: { view: CommentView }) {
  const { readOnly } = useOpened()
  const now = useNow()
  const { comment, answer, published, onSite, answeredSince } = view
  const [typed, setTyped, forget] = useKeptFields(`public:${comment.id}`, {
    said: published?.said ?? comment.words.slice(0, 2000),
    did: published?.did ?? answer?.text ?? '',
  })
  const { said, did } = typed
  const [asked, setAsked] = useState(false)
  const publish = useAct(api.feedback.publish)
  const unpublish = useAct(api.feedback.unpublish)
  const isSame = published?.said === said.trim() && published.did === did.trim()

  async function submit() {
    setAsked(true)
    if (said.trim() === '' || did.trim() === '') return
    if ((await publish.run({ id: comment.id, said, did })) === null) return
    forget(typed)
    void publish.sayDone('Families read these words from the next publish on.')
  }

  async function takeOff() {
    if ((await unpublish.run({ id: comment.id })) === null) return
    void unpublish.sayDone('The answer leaves the site with the next publish.')
  }

  return (
    <Sheet
      title="You said, we did"
      {...(published && { note: `agreed by ${published.by.name}, ${dayOf(published.at, now)}` })}
    >
      <form
        className="form sheet-form"
        onSubmit={event => {
          event.preventDefault()
          void submit()
        }}
      >
        <p className="soft">
          {published === null
            ? 'Families do not read this yet. Nobody may be recognised in what is published.'
            : onSite
              ? 'Families read this on the site.'
              : 'Families read this from the next publish on.'}
        </p>
        {answeredSince && (
          <Notice tone="warn">
            <p>The answer above was written anew after these words were agreed. Take over what has to be said.</p>
          </Notice>
        )}
        <TextField
          label="You said"
          rows={3}
          value={said}
          onChange={said => setTyped({ said, did })}
          trouble={asked && said.trim() === '' ? 'Say what the comment was about.' : null}
        />
        <TextField
          label="We did"
          rows={3}
          value={did}
          onChange={did => setTyped({ said, did })}
          trouble={asked && did.trim() === '' ? 'Say what was done, or why it cannot be.' : null}
        />
        <RecognisedNotice text={`${said}\n${did}`} where="in what would be published" />
        <RefusalNotice refusal={publish.refusal ?? unpublish.refusal} />
        <div className="actions">
          <Button kind="main" type="submit" isDisabled={readOnly !== null || isSame} busy={publish.busy}>
            {published === null ? 'Agree to publish this' : 'Agree to the new words'}
          </Button>
          {published !== null && (
            <Button isDisabled={readOnly !== null} busy={unpublish.busy} onPress={() => void takeOff()}>
              Take it off the site
            </Button>
          )}
          {published !== null && !onSite && <LinkButton href={places.live}>See what will change</LinkButton>}
        </div>
      </form>
    </Sheet>
  )
}
