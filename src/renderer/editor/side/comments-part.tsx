import { useQuery } from '@tanstack/react-query'
import type { Editor } from '@tiptap/react'
import { useMemo, useState } from 'react'
import type { Comment } from '../../../shared/contract/index.ts'
import { findQuote } from '../../../shared/review/index.ts'
import { orpc } from '../../connection/api.ts'
import { articleText, rangeAt } from '../../review/article-text.ts'
import { CommentCard } from '../../review/comment-card.tsx'
import { useValue } from '../../state/value-store.ts'
import type { PageProblems } from '../checks/page-problems.ts'
import type { PageSession } from '../session/page-session.ts'

interface CommentsPartProps {
  editor: Editor
  session: PageSession
  problems: PageProblems
}

/** What a colleague asked for, beneath the problems, until it is settled. */
export function CommentsPart({ editor, session, problems }: CommentsPartProps) {
  const comments = useQuery(orpc.review.comments.queryOptions({ input: { id: session.id } })).data ?? []
  const [here, setHere] = useState<string | null>(null)
  const open = comments.filter(({ settled }) => !settled)
  // Words move while somebody types: where comments stand is looked up again when the checks have looked.
  const checked = useValue(problems.list)
  const ranges = useMemo(() => rangesOf(editor, open), [editor, comments, checked])
  if (open.length === 0) return null
  return (
    <section aria-label="Comments" className="side-comments">
      <h2 className="side-heading">Comments</h2>
      <ul className="comments">
        {open.map(comment => (
          <CommentCard
            key={comment.id}
            page={session.id}
            comment={comment}
            range={ranges.get(comment.id) ?? null}
            isHere={here === comment.id}
            onHere={() => setHere(comment.id)}
          />
        ))}
      </ul>
    </section>
  )
}

function rangesOf(editor: Editor, comments: readonly Comment[]): ReadonlyMap<string, Range> {
  if (editor.isDestroyed) return new Map()
  const article = articleText(editor.view.dom)
  return new Map(
    comments.flatMap(({ id, quote }) => {
      const found = quote === null ? null : findQuote(article.text, quote)
      const range = found === null ? null : rangeAt(article, found.start, found.end)
      return range === null ? [] : [[id, range] as const]
    }),
  )
}
