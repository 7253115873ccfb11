import { useQuery } from '@tanstack/react-query'
import { useEffect } from 'react'
import type { Answer, Choice, Tried } from '../../shared/contract/index.ts'
import { isRefusal } from '../../shared/outcome.ts'
import { orpc } from '../connection/api.ts'
import { useOpened } from '../connection/session.ts'
import { severityWords } from '../editor/checks/severity-words.ts'
import { announce } from '../ui/announce.tsx'
import { Chip } from '../ui/chip.tsx'
import { RefusalNotice } from '../ui/notice.tsx'
import { RenderedDoc } from '../ui/rendered-doc.tsx'
import { Row, Rows, Sheet } from '../ui/sheet.tsx'
import { count } from '../words/counts.ts'
import { fieldDoc, wordsOf } from './readings.ts'
import { useSettled } from './use-settled.ts'
import type { Way } from './ways.ts'

interface ResultSheetProps {
  choice: Choice
  /** Null while nothing is chosen: then it is read as it stands on the page now. */
  answer: Answer | null
  way: Way | null
}

/** The page as the answer would leave it, and what the checks say of that, before anything is changed. */
export function ResultSheet({ choice, answer, way }: ResultSheetProps) {
  const { team } = useOpened().config
  const note = way === null ? 'as it stands now, until you choose' : `with your answer: ${way.label}`
  if (choice.file !== undefined) {
    return (
      <Sheet title="What happens" note={note}>
        <div className="sheet-body">
          <p>{way?.comes ?? 'Nothing is changed until you choose and finish.'}</p>
        </div>
      </Sheet>
    )
  }
  const shown = fieldDoc(wordsOf(choice, answer ?? { kind: 'theirs' }), choice.field, team)
  return (
    <Sheet title="As families would read it" note={note}>
      <div className="sheet-body in-place">
        <RenderedDoc doc={choice.above} className="faint" headingOffset={1} excerpt />
        <RenderedDoc
          doc={shown}
          className={choice.field === 'title' ? 'in-question as-title' : 'in-question'}
          headingOffset={1}
          excerpt
        />
        <RenderedDoc doc={choice.below} className="faint" headingOffset={1} excerpt />
      </div>
      {answer !== null && way !== null && <Checked choice={choice} answer={answer} label={way.label} />}
    </Sheet>
  )
}

interface CheckedProps {
  choice: Choice
  answer: Answer
  label: string
}

function Checked({ choice: { id }, answer, label }: CheckedProps) {
  const settled = useSettled(answer, answer.kind === 'written' ? 400 : 0)
  const { data } = useQuery(
    orpc.sync.tryOut.queryOptions({ input: { id, answer: settled }, placeholderData: now => now }),
  )
  const found = data === undefined || isRefusal(data) ? null : foundWords(data.problems.length)
  // Said after the answer itself, and not in its place; while somebody writes, only what is found changes.
  const words = found === null || answer.kind === 'written' ? found : `Your answer: ${label}. ${found}`
  useEffect(() => {
    if (words !== null) announce(words)
  }, [words])
  if (data === undefined) return <p className="sheet-foot soft">Looking at these words…</p>
  if (isRefusal(data))
    return (
      <div className="sheet-body">
        <RefusalNotice refusal={data} />
      </div>
    )
  return <Found tried={data} />
}

function foundWords(problems: number): string {
  return problems === 0 ? 'No problems found in these words.' : `${count(problems, 'problem')} found in these words.`
}

function Found({ tried: { problems, reviewAgain } }: { tried: Tried }) {
  return (
    <>
      {problems.length > 0 && (
        <Rows label="Problems in these words">
          {problems.map(({ severity, message, why }) => (
            <Row
              key={`${severity} ${message}`}
              chip={<Chip tone={severityWords[severity].tone}>{severityWords[severity].word}</Chip>}
              title={message}
            >
              {why}
            </Row>
          ))}
        </Rows>
      )}
      <p className="sheet-foot">
        <span>{foundWords(problems.length)}</span>
        {reviewAgain && <span className="soft">The page will need review again, because its words changed.</span>}
      </p>
    </>
  )
}
