import { BadgeCheck } from 'lucide-react'
import { useEffect, useRef } from 'react'
import { type IsoDate, isoDateSchema } from '../../shared/content/index.ts'
import { pagePlace } from '../app/places.ts'
import { api } from '../connection/api.ts'
import { useOpened } from '../connection/session.ts'
import { useRequest } from '../connection/use-request.ts'
import { problemWanted } from '../desk/problem-wanted.ts'
import { useValue, valueStore } from '../state/value-store.ts'
import { announce } from '../ui/announce.tsx'
import { Button, LinkButton } from '../ui/button.tsx'
import { Empty } from '../ui/empty.tsx'
import { RefusalNotice } from '../ui/notice.tsx'
import { Progress } from '../ui/progress.tsx'
import { Row, Rows, Sheet } from '../ui/sheet.tsx'
import { openDrawnFrame } from './drawn-frame.ts'
import { type Looked, type Looking, lookAtPages, lookedWords } from './look-at-pages.ts'
import { StatementButton } from './statement-button.tsx'

/** Outlives the place: whoever goes to a page to mend it finds the others still here. It is about one workspace. */
const lastLook = valueStore<{ workspace: string; on: IsoDate; looking: Looking } | null>(null)

/**
 * What only shows when pages are drawn, looked for on all of them by axe-core, as the preview does for one. It takes the
 * thread that somebody types on, so it is done here alone, when somebody asks, and ends when they leave.
 */
export function DrawnSheet() {
  const { workspace } = useOpened()
  const last = useValue(lastLook)
  const now = last?.workspace === workspace ? last.looking : null
  const pages = useRequest(api.site.drawn)
  const abort = useRef<AbortController | null>(null)
  useEffect(() => () => abort.current?.abort(), [])
  const isLooking = now?.status === 'looking'

  async function look() {
    const all = await pages.run(undefined)
    if (all === null) return
    const mine = new AbortController()
    abort.current = mine
    const frame = openDrawnFrame()
    mine.signal.addEventListener('abort', frame.close)
    const on = isoDateSchema.parse(new Date().toLocaleDateString('sv-SE'))
    const tell = (looking: Looking) => lastLook.set({ workspace, on, looking })
    announce(lookedWords(await lookAtPages(all, frame.look, tell, mine.signal)))
    frame.close()
  }

  return (
    <Sheet
      title="As a browser shows it"
      {...(now !== null && !isLooking && { note: lookedWords(now) })}
      actions={
        <Button size="small" busy={pages.busy || isLooking} onPress={() => void look()}>
          Look at all pages
        </Button>
      }
      foot="Some faults show only when a browser draws the page: something to press that has no words, two tables of one name. The preview looks for them on one page; this does it on all of them. Stay here until it is done."
    >
      <RefusalNotice refusal={pages.refusal} />
      {isLooking && (
        <Progress
          sentence="Looking at the pages as families will get them"
          done={now.looked.length}
          total={now.total}
          onCancel={() => abort.current?.abort()}
        />
      )}
      {now !== null && <FoundRows looking={now} />}
      {now !== null && last !== null && <StatementButton looking={now} on={last.on} />}
    </Sheet>
  )
}

function FoundRows({ looking: { status, looked } }: { looking: Looking }) {
  const ofSite = new Set(looked.flatMap(({ found }) => found?.ofSite ?? []))
  const failed = looked.filter(({ found }) => found === null)
  const withWords = looked.filter(({ found }) => (found?.ofWords.length ?? 0) > 0)
  return (
    <>
      {withWords.length > 0 && (
        <Rows label="Found when the pages were drawn">{withWords.flatMap(one => rowsOf(one))}</Rows>
      )}
      {status === 'done' && withWords.length + failed.length === 0 && (
        <Empty icon={BadgeCheck} title="Nothing found" level={3}>
          What the checks read in the words is told above.
        </Empty>
      )}
      {failed.length > 0 && (
        <p className="sheet-words">Could not be looked at: {failed.map(({ page }) => page.title).join('; ')}.</p>
      )}
      {ofSite.size > 0 && (
        <p className="sheet-words">Not of your words, but of the site around them: {[...ofSite].join('; ')}.</p>
      )}
    </>
  )
}

function rowsOf({ page: { id, title }, found }: Looked) {
  return (found?.ofWords ?? []).map(({ id: finding, sentence, place }) => (
    <Row
      key={`${id} ${finding}`}
      title={title}
      href={pagePlace(id)}
      actions={
        <LinkButton
          size="small"
          href={pagePlace(id)}
          about={`${title}: ${sentence}`}
          onPress={() => problemWanted.set({ id, place, sentence })}
        >
          Show me
        </LinkButton>
      }
    >
      {sentence}
    </Row>
  ))
}
