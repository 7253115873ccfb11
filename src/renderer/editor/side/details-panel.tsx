import type { Editor } from '@tiptap/react'
import { useMemo, useState } from 'react'
import type { Doc } from '../../../shared/content/index.ts'
import { MoveDialog } from '../../desk/move-dialog.tsx'
import { useValue } from '../../state/value-store.ts'
import { Button } from '../../ui/button.tsx'
import { count } from '../../words/counts.ts'
import type { PageProblems } from '../checks/page-problems.ts'
import type { PageSession } from '../session/page-session.ts'
import { useSessionView } from '../session/use-session.ts'
import { LanguageFields } from './language-fields.tsx'
import { OwnerField } from './owner-field.tsx'
import { PageDetails } from './page-details.tsx'
import { ReviewFields } from './review-fields.tsx'
import { ServiceDetails } from './service-details.tsx'
import { wordsOf } from './word-count.ts'

interface DetailsPanelProps {
  editor: Editor
  session: PageSession
  problems: PageProblems
  readOnly: boolean
}

export function DetailsPanel({ editor, session, problems, readOnly }: DetailsPanelProps) {
  return (
    <div className="side-stack">
      <OwnerField session={session} />
      <ReviewFields session={session} readOnly={readOnly} />
      <PageDetails session={session} readOnly={readOnly} />
      <LanguageFields session={session} readOnly={readOnly} />
      <ServiceDetails session={session} readOnly={readOnly} />
      <AddressLine session={session} readOnly={readOnly} />
      <WordCount editor={editor} problems={problems} />
    </div>
  )
}

function AddressLine({ session, readOnly }: { session: PageSession; readOnly: boolean }) {
  const [open, setOpen] = useState(false)
  const section = useSessionView(session, view => view.section)
  const slug = useSessionView(session, view => view.slug)
  const title = useSessionView(session, view => view.entry.fields.title)
  const kind = useSessionView(session, view => view.entry.kind)
  const path = useSessionView(session, view => view.path)
  return (
    <section aria-label="Address">
      <h2 className="field-label">Address</h2>
      <p className="side-address">
        /{kind === 'page' ? section : 'services'}/{slug}/
      </p>
      <Button
        size="small"
        isDisabled={readOnly}
        // What is typed is a version first, so that it moves along.
        onPress={() => void session.save().then(() => setOpen(true))}
      >
        Change the address…
      </Button>
      <MoveDialog row={{ id: session.id, kind, title, section, path }} isOpen={open} onClose={() => setOpen(false)} />
    </section>
  )
}

/** Counted again whenever the checks have looked, which is after a pause. */
function WordCount({ editor, problems }: { editor: Editor; problems: PageProblems }) {
  const checked = useValue(problems.list)
  const words = useMemo(() => wordsOf(editor.getJSON() as Doc), [editor, checked])
  return <p className="soft">{count(words, 'word')} in the text.</p>
}
