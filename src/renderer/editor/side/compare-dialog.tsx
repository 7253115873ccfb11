import { useQuery } from '@tanstack/react-query'
import type { Editor } from '@tiptap/react'
import { useState } from 'react'
import { repairDoc } from '../../../shared/content/index.ts'
import type { Version } from '../../../shared/contract/index.ts'
import { orpc } from '../../connection/api.ts'
import { useNow } from '../../state/use-now.ts'
import { Answer } from '../../ui/answer.tsx'
import { Button } from '../../ui/button.tsx'
import { DialogActions, DialogBox } from '../../ui/dialog.tsx'
import { FieldChange } from '../../ui/field-change.tsx'
import { ComparedDoc } from '../../ui/rendered-doc.tsx'
import { dayAndTime } from '../../words/dates.ts'
import type { PageSession } from '../session/page-session.ts'

interface CompareDialogProps {
  editor: Editor
  session: PageSession
  version: Version
  onClose: () => void
}

/** What changed from an earlier version to the words on screen. */
export function CompareDialog({ editor, session, version, onClose }: CompareDialogProps) {
  const now = useNow()
  const [words] = useState(() => repairDoc(editor.getJSON()))
  const earlier = useQuery(orpc.pages.version.queryOptions({ input: { id: session.id, version: version.version } }))
  return (
    <DialogBox isOpen onClose={onClose} title={`Changed since ${dayAndTime(version.at, now)}`} width="wide">
      <p className="soft">Added words are underlined; words that are gone are crossed out.</p>
      <Answer query={earlier} reading="Reading the version">
        {({ doc, entry }) => (
          <>
            <FieldChange label="Title" before={entry.fields.title} after={session.view.get().entry.fields.title} />
            <FieldChange
              label="Summary"
              before={entry.fields.summary}
              after={session.view.get().entry.fields.summary}
            />
            <ComparedDoc before={doc} after={words} />
          </>
        )}
      </Answer>
      <DialogActions>
        <Button onPress={onClose}>Close</Button>
      </DialogActions>
    </DialogBox>
  )
}
