import { useState } from 'react'
import type { Comment } from '../../shared/contract/index.ts'
import type { ReviewView } from '../connection/answers.ts'
import { Button } from '../ui/button.tsx'
import { count } from '../words/counts.ts'
import type { PlacedWords } from './article-text.ts'
import { CommentCard } from './comment-card.tsx'

interface CommentListProps {
  view: ReviewView
  /** Where the words of each comment stand; a comment that is not in it is on the page, or its words are gone. */
  found: ReadonlyMap<string, PlacedWords>
  here: string | null
  onHere: (id: string | null) => void
  onTake: (comment: Comment) => void
}

/** What colleagues said: open ones first, in the order of the page; settled ones behind a button. */
export function CommentList({ view, found, here, onHere, onTake }: CommentListProps) {
  const [all, setAll] = useState(false)
  const settled = view.comments.filter(comment => comment.settled)
  const open = view.comments.filter(comment => !comment.settled).toSorted(byPlace(found))
  const shown = all ? [...open, ...settled] : open
  return (
    <>
      {shown.length === 0 && <p className="soft beside-none">No comments yet.</p>}
      <ul className="comments" aria-label="Comments">
        {shown.map(comment => (
          <CommentCard
            key={comment.id}
            page={view.id}
            comment={comment}
            place={found.get(comment.id) ?? null}
            isHere={here === comment.id}
            onHere={() => onHere(comment.id)}
            onTake={() => onTake(comment)}
          />
        ))}
      </ul>
      {settled.length > 0 && (
        <Button kind="bare" size="small" aria-expanded={all} onPress={() => setAll(!all)}>
          {all ? 'Hide settled comments' : `Show ${count(settled.length, 'settled comment')}`}
        </Button>
      )}
    </>
  )
}

function byPlace(found: ReadonlyMap<string, PlacedWords>) {
  return (a: { id: string }, b: { id: string }): number => {
    const first = found.get(a.id)?.range
    const second = found.get(b.id)?.range
    if (first && second) return first.compareBoundaryPoints(Range.START_TO_START, second)
    return Number(first === undefined) - Number(second === undefined)
  }
}
