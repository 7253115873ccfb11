import type { Editor } from '@tiptap/react'
import type { KeyboardEvent } from 'react'
import { withCommon } from '../session/entry-fields.ts'
import type { PageSession } from '../session/page-session.ts'
import { useSessionView } from '../session/use-session.ts'
import { LineField } from './line-field.tsx'

interface TitleFieldsProps {
  session: PageSession
  editor: Editor
  readOnly: boolean
}

export const titleFieldId = 'page-title'
export const summaryFieldId = 'page-summary'

/** Title and summary, written where families read them. Enter goes on to the next, and at last into the text. */
export function TitleFields({ session, editor, readOnly }: TitleFieldsProps) {
  const title = useSessionView(session, view => view.entry.fields.title)
  const summary = useSessionView(session, view => view.entry.fields.summary)

  function onEnter(event: KeyboardEvent, go: () => void) {
    if (event.key !== 'Enter' || event.nativeEvent.isComposing) return
    event.preventDefault()
    go()
  }

  return (
    <div className="page-head">
      <LineField
        id={titleFieldId}
        className="title-field"
        aria-label="Title"
        placeholder="Title"
        readOnly={readOnly}
        value={title}
        onType={line => session.setEntry(entry => withCommon(entry, { title: line }))}
        onKeyDown={event => onEnter(event, () => document.getElementById(summaryFieldId)?.focus())}
      />
      <LineField
        id={summaryFieldId}
        className="summary-field"
        aria-label="Summary"
        placeholder="Summary: one or two sentences for lists and for search."
        readOnly={readOnly}
        value={summary}
        onType={line => session.setEntry(entry => withCommon(entry, { summary: line }))}
        onKeyDown={event => onEnter(event, () => editor.commands.focus('start'))}
      />
    </div>
  )
}
