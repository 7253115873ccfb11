import type { Editor } from '@tiptap/react'
import { type KeyboardEvent, useRef } from 'react'
import { withCommon } from '../session/entry-fields.ts'
import type { PageSession } from '../session/page-session.ts'
import { useSessionView } from '../session/use-session.ts'

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
  const summaryField = useRef<HTMLTextAreaElement>(null)

  function onEnter(event: KeyboardEvent, go: () => void) {
    if (event.key !== 'Enter' || event.nativeEvent.isComposing) return
    event.preventDefault()
    go()
  }

  return (
    <div className="page-head">
      <textarea
        id={titleFieldId}
        className="title-field"
        aria-label="Title"
        placeholder="Title"
        rows={1}
        readOnly={readOnly}
        value={title}
        onChange={event => session.setEntry(entry => withCommon(entry, { title: oneLine(event.target.value) }))}
        onKeyDown={event => onEnter(event, () => summaryField.current?.focus())}
      />
      <textarea
        id={summaryFieldId}
        ref={summaryField}
        className="summary-field"
        aria-label="Summary"
        placeholder="Summary: one or two sentences for lists and for search."
        rows={1}
        readOnly={readOnly}
        value={summary}
        onChange={event => session.setEntry(entry => withCommon(entry, { summary: oneLine(event.target.value) }))}
        onKeyDown={event => onEnter(event, () => editor.commands.focus('start'))}
      />
    </div>
  )
}

/** A field of one line: what is pasted into it with line breaks becomes one. */
function oneLine(text: string): string {
  return text.replace(/\s*\n\s*/g, ' ')
}
