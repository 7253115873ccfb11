import { useQuery } from '@tanstack/react-query'
import type { Editor } from '@tiptap/react'
import { useMemo, useState } from 'react'
import { useCommandHandler } from '../../commands/index.ts'
import { orpc } from '../../connection/api.ts'
import { articleText, placesOf } from '../../review/article-text.ts'
import { CommentCard } from '../../review/comment-card.tsx'
import { wordingToTake } from '../../review/wording-to-take.ts'
import { useValue } from '../../state/value-store.ts'
import { RefusalNotice } from '../../ui/notice.tsx'
import type { PageProblems } from '../checks/page-problems.ts'
import type { PageSession } from '../session/page-session.ts'
import { useTakeWording } from './use-take-wording.ts'

interface CommentsPartProps {
  editor: Editor
  session: PageSession
  problems: PageProblems
  readOnly: boolean
}

/** What a colleague asked for, beneath the problems, until it is settled. */
export function CommentsPart({ editor, session, problems, readOnly }: CommentsPartProps) {
  const comments = useQuery(orpc.review.comments.queryOptions({ input: { id: session.id } })).data ?? []
  const [here, setHere] = useState<string | null>(null)
  const open = comments.filter(({ settled }) => !settled)
  // Words move while somebody types: where comments stand is looked up again when the checks have looked.
  const checked = useValue(problems.list)
  const places = useMemo(
    // To gather the words of a long page takes longer than a key may wait, and most pages have no comments.
    () => (editor.isDestroyed || open.length === 0 ? new Map() : placesOf(articleText(editor.view.dom), open)),
    [editor, comments, checked],
  )
  const [take, refusal] = useTakeWording(editor, session)
  const toTake = wordingToTake(open, here)
  useCommandHandler('take-wording', () => toTake && void take(toTake), !readOnly && toTake !== null)
  if (open.length === 0) return null
  return (
    <section aria-label="Comments" className="side-comments">
      <h2 className="side-heading">Comments</h2>
      <RefusalNotice refusal={refusal} />
      <ul className="comments">
        {open.map(comment => (
          <CommentCard
            key={comment.id}
            page={session.id}
            comment={comment}
            place={places.get(comment.id) ?? null}
            isHere={here === comment.id}
            onHere={() => setHere(comment.id)}
            onTake={() => void take(comment)}
          />
        ))}
      </ul>
    </section>
  )
}
