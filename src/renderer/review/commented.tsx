import { MessageSquarePlus, MessageSquareQuote } from 'lucide-react'
import { useCallback, useMemo, useRef, useState } from 'react'
import { findQuote } from '../../shared/review/index.ts'
import type { Quote } from '../../shared/review/records.ts'
import { useCommandHandler } from '../commands/index.ts'
import type { ReviewView } from '../connection/answers.ts'
import { useOpened } from '../connection/session.ts'
import { Button } from '../ui/button.tsx'
import { ComparedDoc } from '../ui/rendered-doc.tsx'
import { articleText, offsetsOf, rangeAt } from './article-text.ts'
import { CommentForm } from './comment-form.tsx'
import { CommentList } from './comment-list.tsx'
import { quoteAt, type Sentence, sentencesOf } from './quotes.ts'
import { SentencePicker } from './sentence-picker.tsx'
import { useArticle } from './use-article.ts'
import { useHighlights } from './use-highlights.ts'

/** What somebody is about to comment on; `quote` is null for the whole page. */
interface Commenting {
  quote: Quote | null
}

/** The page with what changed marked, and beside it what colleagues said about its words. */
export function Commented({ view }: { view: ReviewView }) {
  const { readOnly } = useOpened()
  const { root, article } = useArticle(view.hash)
  const [commenting, setCommenting] = useState<Commenting | null>(null)
  const [picking, setPicking] = useState<readonly Sentence[] | null>(null)
  const [here, setHere] = useState<string | null>(null)
  const button = useRef<HTMLButtonElement>(null)

  const ranges = useMemo(() => rangesOf(article, view), [article, view])
  const open = useMemo(
    () => view.comments.filter(({ settled }) => !settled).flatMap(({ id }) => ranges.get(id) ?? []),
    [view.comments, ranges],
  )
  const current = useMemo(() => {
    const range = here === null ? undefined : ranges.get(here)
    return range ? [range] : []
  }, [here, ranges])
  useHighlights('comment', open)
  useHighlights('comment-here', current)

  /** On the words that are selected; without a selection, on a sentence chosen from a list. */
  const comment = useCallback(() => {
    if (root.current === null) return
    const now = articleText(root.current)
    const selection = document.getSelection()
    const chosen = selection && selection.rangeCount > 0 ? offsetsOf(now, selection.getRangeAt(0)) : null
    const quote = chosen && quoteAt(now.text, chosen.start, chosen.end)
    if (quote) setCommenting({ quote })
    else setPicking(sentencesOf(now.text))
  }, [root])
  useCommandHandler('comment', comment, readOnly === null)

  function pick({ start, end }: Sentence) {
    setPicking(null)
    if (article) setCommenting({ quote: quoteAt(article.text, start, end) })
  }

  function close() {
    setCommenting(null)
    button.current?.focus()
  }

  return (
    <div className="two">
      <article className="sheet paper" aria-label="The page">
        {view.live !== null && view.live.title !== view.title && <WasCalled title={view.live.title} />}
        <p className="paper-summary">{view.summary}</p>
        <ComparedDoc ref={root} before={view.live === null ? view.doc : view.live.doc} after={view.doc} />
      </article>
      <aside className="beside" aria-label="Comments">
        <div className="actions">
          <Button ref={button} icon={MessageSquareQuote} isDisabled={readOnly !== null} onPress={comment}>
            Comment on chosen words
          </Button>
          <Button
            kind="bare"
            icon={MessageSquarePlus}
            isDisabled={readOnly !== null}
            onPress={() => setCommenting({ quote: null })}
          >
            On the whole page
          </Button>
        </div>
        {commenting && <CommentForm id={view.id} hash={view.hash} quote={commenting.quote} onClose={close} />}
        <CommentList view={view} found={ranges} here={here} onHere={setHere} />
      </aside>
      <SentencePicker sentences={picking} onPick={pick} onClose={() => setPicking(null)} />
    </div>
  )
}

function WasCalled({ title }: { title: string }) {
  return (
    <p className="soft paper-was">
      Title on the live page: <del>{title}</del>
    </p>
  )
}

/** Where each comment's words stand now; those whose words are gone are not in it. */
function rangesOf(article: ReturnType<typeof articleText> | null, view: ReviewView): ReadonlyMap<string, Range> {
  const ranges = new Map<string, Range>()
  if (article === null) return ranges
  for (const { id, quote } of view.comments) {
    const place = quote && findQuote(article.text, quote)
    const range = place && rangeAt(article, place.start, place.end)
    if (range) ranges.set(id, range)
  }
  return ranges
}
