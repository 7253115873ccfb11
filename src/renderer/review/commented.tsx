import { MessageSquarePlus, MessageSquareQuote } from 'lucide-react'
import { useCallback, useMemo, useRef, useState } from 'react'
import type { Comment } from '../../shared/contract/index.ts'
import type { Quote } from '../../shared/review/records.ts'
import { useAct } from '../activity/use-act.ts'
import { useCommandHandler } from '../commands/index.ts'
import type { ReviewView } from '../connection/answers.ts'
import { api } from '../connection/api.ts'
import { useOpened } from '../connection/session.ts'
import { Button } from '../ui/button.tsx'
import { RefusalNotice } from '../ui/notice.tsx'
import { ComparedDoc } from '../ui/rendered-doc.tsx'
import { articleText, offsetsOf, placesOf } from './article-text.ts'
import { CommentForm } from './comment-form.tsx'
import { CommentList } from './comment-list.tsx'
import { quoteAt, type Sentence, sentencesOf } from './quotes.ts'
import { SentencePicker } from './sentence-picker.tsx'
import { useArticle } from './use-article.ts'
import { useHighlights } from './use-highlights.ts'
import { wordingToTake } from './wording-to-take.ts'

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

  const places = useMemo(() => (article === null ? new Map() : placesOf(article, view.comments)), [article, view])
  const open = useMemo(
    () => view.comments.filter(({ settled }) => !settled).flatMap(({ id }) => places.get(id)?.range ?? []),
    [view.comments, places],
  )
  const current = useMemo(() => {
    const range = here === null ? undefined : places.get(here)?.range
    return range ? [range] : []
  }, [here, places])
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

  const take = useAct(api.review.takeWording)
  const takeWording = useCallback(
    async ({ id }: Comment) => {
      if ((await take.run({ id: view.id, comment: id })) === null) return
      void take.sayDone('The wording is on the page. Somebody else has to read it now.')
    },
    [take.run, take.sayDone, view.id],
  )
  const toTake = wordingToTake(view.comments, here)
  useCommandHandler('take-wording', () => toTake && void takeWording(toTake), readOnly === null && toTake !== null)

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
        <RefusalNotice refusal={take.refusal} />
        <CommentList
          view={view}
          found={places}
          here={here}
          onHere={setHere}
          onTake={comment => void takeWording(comment)}
        />
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
