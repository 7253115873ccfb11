import { useQuery } from '@tanstack/react-query'
import type { Editor } from '@tiptap/react'
import { useEditorState } from '@tiptap/react'
import { readingText } from '../../../shared/content/index.ts'
import { orpc } from '../../connection/api.ts'
import { useNow } from '../../state/use-now.ts'
import { dayAndTime } from '../../words/dates.ts'
import { writtenDoc } from '../document/written-doc.ts'
import type { PageSession } from '../session/page-session.ts'

/** Who last changed the paragraph, list or table that the cursor is in, and why. */
export function ParagraphHere({ editor, session }: { editor: Editor; session: PageSession }) {
  const paragraphs = useQuery(orpc.pages.paragraphs.queryOptions({ input: { id: session.id } })).data
  const words = useEditorState({
    editor,
    selector: ({ editor: { state } }) => {
      const block = writtenDoc(state.doc).content[state.selection.$from.index(0)]
      return block === undefined ? '' : readingText(block).replaceAll('\n', ' ')
    },
  })
  const now = useNow()
  if (paragraphs === undefined || words === '') return null
  const found = paragraphs.find(
    each => words.startsWith(each.words) && (each.words.length >= 120 || words === each.words),
  )
  return (
    <section aria-label="The part where the cursor is" className="version">
      <h2 className="side-heading">Where the cursor is</h2>
      <p className="comment-quote">{words.slice(0, 120)}</p>
      {found === undefined ? (
        <p className="soft">These words are not in a version yet.</p>
      ) : (
        <p className="soft">
          {found.version.by.name}, {dayAndTime(found.version.at, now)}: {found.version.sentence}.
          {found.why !== '' && ` “${found.why}”`}
        </p>
      )}
    </section>
  )
}
