import { type ReactNode, useRef, useState } from 'react'
import type { AnswerKind, Choice, Reply } from '../../shared/contract/index.ts'
import { pagePlace } from '../app/places.ts'
import { useOpened } from '../connection/session.ts'
import { useNow } from '../state/use-now.ts'
import { announce } from '../ui/announce.tsx'
import { Button } from '../ui/button.tsx'
import { PlaceLink } from '../ui/link.tsx'
import { RenderedDoc } from '../ui/rendered-doc.tsx'
import { firstName, whose } from '../words/counts.ts'
import { dayAndTime } from '../words/dates.ts'
import { answerOf, fieldDoc, firstWords } from './readings.ts'
import { ResultSheet } from './result-sheet.tsx'
import { SideCard } from './side-card.tsx'
import { useSingleKeys } from './use-single-keys.ts'
import { WayButton } from './way-button.tsx'
import { keysFor, type Way, waysFor } from './ways.ts'
import { WriteSheet } from './write-sheet.tsx'

interface QuestionViewProps {
  choice: Choice
  reply: Reply
  onReply: (reply: Reply) => void
}

/** Both versions side by side, the ways to answer, and what the answer would come to. */
export function QuestionView({ choice, reply, onReply }: QuestionViewProps) {
  const buttons = useRef<HTMLDivElement>(null)
  const [asked, setAsked] = useState(false)
  const [marked, setMarked] = useState(true)
  const [before, setBefore] = useState(false)
  const ways = waysFor(choice)
  const chosen = ways.find(({ answer }) => answer === reply.answer) ?? null

  function choose({ answer, label, comes = '' }: Way) {
    const again = reply.answer === answer && answer !== 'written'
    announce(again ? 'No answer chosen.' : `Your answer: ${label}. ${comes}`)
    setAsked(answer === 'written')
    onReply({
      answer: again ? null : answer,
      written: answer === 'written' ? (reply.written ?? firstWords(choice)) : reply.written,
    })
  }
  /** From the words back to the button that led there. */
  function leaveWords() {
    setAsked(false)
    buttons.current?.querySelector<HTMLElement>('[data-way="written"] button')?.focus()
  }
  useSingleKeys(keysFor(ways, choose))
  const words = choice.file === undefined
  const rest = ways.filter(({ answer }) => answer === 'both' || answer === 'written')
  const button = (way: Way) => (
    <span key={way.answer} data-way={way.answer}>
      <WayButton way={way} chosen={chosen === way} onChoose={() => choose(way)} />
    </span>
  )
  return (
    <div className="question">
      <Sides choice={choice} ways={ways} answer={reply.answer} marked={marked && words} button={button} />
      <div ref={buttons} className="actions choose-more">
        {rest.map(button)}
        {words && (
          <Button kind="bare" aria-pressed={!marked} onPress={() => setMarked(!marked)}>
            Show only the words
          </Button>
        )}
        {words && (
          <Button kind="bare" aria-pressed={before} onPress={() => setBefore(!before)}>
            {choice.undoing === undefined ? 'Show the words before' : 'Show the words in between'}
          </Button>
        )}
      </div>
      {before && <Before choice={choice} />}
      {reply.answer === 'written' && (
        <WriteSheet
          choice={choice}
          doc={reply.written ?? firstWords(choice)}
          takesFocus={asked}
          onChange={written => onReply({ answer: 'written', written })}
          onLeave={leaveWords}
        />
      )}
      <ResultSheet choice={choice} answer={answerOf(reply, choice)} way={chosen} />
    </div>
  )
}

/** The page that a question is about, as the way back to it; a picture is on no page of its own. */
export function Crumbs({ page, title }: Choice) {
  return page === null ? <span className="soft">{title}</span> : <PlaceLink href={pagePlace(page)}>{title}</PlaceLink>
}

function Before({ choice }: { choice: Choice }) {
  const { team } = useOpened().config
  const doc = fieldDoc(choice.before, choice.field, team)
  return (
    <section
      className="card choose-before"
      aria-label={choice.undoing === undefined ? 'The words before either change' : 'The words in between'}
    >
      {doc.content.length === 0 ? (
        <p className="side-removed">There was nothing here.</p>
      ) : (
        <RenderedDoc doc={doc} headingOffset={1} excerpt />
      )}
    </section>
  )
}

interface SidesProps {
  choice: Choice
  ways: readonly Way[]
  answer: AnswerKind | null
  marked: boolean
  button: (way: Way) => ReactNode
}

function Sides({ choice, ways, answer, marked, button }: SidesProps) {
  const now = useNow()
  const { team } = useOpened().config
  const { field, theirs, mine } = choice
  const before = choice.file === undefined ? fieldDoc(choice.before, field, team) : null
  const titles = sideTitles(choice, { mine: dayAndTime(mine.at, now), theirs: dayAndTime(theirs.at, now) })
  return (
    <div className="sides">
      {(['mine', 'theirs'] as const).map(which => (
        <SideCard
          key={which}
          {...titles[which]}
          before={before}
          doc={fieldDoc(choice[which].doc, field, team)}
          none={noWords(choice)}
          chosen={answer === which}
          marked={marked}
        >
          {ways.filter(way => way.answer === which).map(button)}
        </SideCard>
      ))}
    </div>
  )
}

interface SideTitle {
  title: string
  when: string
}

/** Whose words each side has, and from when; where an undo asks, which of them stood first. */
function sideTitles(
  { undoing, theirs }: Choice,
  when: Record<'mine' | 'theirs', string>,
): Record<'mine' | 'theirs', SideTitle> {
  const them = firstName(theirs.by.name)
  return undoing === undefined
    ? { mine: { title: 'Yours', when: when.mine }, theirs: { title: whose(them), when: when.theirs } }
    : {
        mine: { title: 'As it was', when: `before ${when.mine}` },
        theirs: { title: 'As it stands now', when: `by ${them}, ${when.theirs}` },
      }
}

function noWords({ file, field, undoing }: Choice): string {
  if (file !== undefined) return 'Deleted the page.'
  if (undoing !== undefined) return 'No words here.'
  return field === 'body' ? 'Took these words out.' : 'Left it empty.'
}
