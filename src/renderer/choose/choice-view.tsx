import { useState } from 'react'
import type { Answer, Choice } from '../../shared/contract/index.ts'
import { useAct } from '../activity/use-act.ts'
import { pagePlace } from '../app/places.ts'
import { api } from '../connection/api.ts'
import { useNow } from '../state/use-now.ts'
import { Button } from '../ui/button.tsx'
import { PlaceLink } from '../ui/link.tsx'
import { RefusalNotice } from '../ui/notice.tsx'
import { Place } from '../ui/place.tsx'
import { RenderedDoc } from '../ui/rendered-doc.tsx'
import { Sheet } from '../ui/sheet.tsx'
import { firstName, whose } from '../words/counts.ts'
import { dayAndTime } from '../words/dates.ts'
import { type Reading, wordsOf } from './readings.ts'
import { SideCard } from './side-card.tsx'
import { whatChanged } from './what-changed.ts'
import { WriteDialog } from './write-dialog.tsx'

interface ChoiceViewProps {
  choice: Choice
  turn: number
  many: number
  onLater: () => void
}

/** Both versions side by side, and beneath how families would read the one that is looked at. */
export function ChoiceView({ choice, turn, many, onLater }: ChoiceViewProps) {
  const now = useNow()
  const [reading, setReading] = useState<Reading>('mine')
  const [writing, setWriting] = useState(false)
  const [before, setBefore] = useState(false)
  const choose = useAct(api.sync.choose)
  const them = firstName(choice.theirs.by.name)

  async function answer(given: Answer) {
    if ((await choose.run({ id: choice.id, answer: given })) === null) return
    setWriting(false)
    void choose.sayDone(
      many > turn ? 'Chosen. The next one is here.' : 'Chosen. It is being shared with your colleagues.',
    )
  }

  const look = (at: Reading) => ({ onLook: () => setReading(at) })
  return (
    <Place
      title={`You and ${them} both changed ${whatChanged(choice)}`}
      windowTitle={`Choose the words: ${choice.title}`}
      crumbs={<PlaceLink href={pagePlace(choice.page)}>{choice.title}</PlaceLink>}
      lead={
        <p>
          Both are kept until you choose. Everything else on the page has been put together for you.
          {many > 1 && ` This is ${turn} of ${many}.`}
        </p>
      }
    >
      <div className="sides">
        <SideCard
          title="Yours"
          when={dayAndTime(choice.mine.at, now)}
          before={choice.before}
          side={choice.mine}
          chosen={reading === 'mine'}
          action="Keep mine"
          main
          busy={choose.busy}
          onChoose={() => void answer({ kind: 'mine' })}
          {...look('mine')}
        />
        <SideCard
          title={whose(choice.theirs.by.name)}
          when={dayAndTime(choice.theirs.at, now)}
          before={choice.before}
          side={choice.theirs}
          chosen={reading === 'theirs'}
          action={`Keep ${whose(choice.theirs.by.name)}`}
          busy={choose.busy}
          onChoose={() => void answer({ kind: 'theirs' })}
          {...look('theirs')}
        />
      </div>
      <RefusalNotice refusal={writing ? null : choose.refusal} />
      <div className="actions choose-more">
        <Button
          busy={choose.busy}
          onFocus={() => setReading('both')}
          onHoverStart={() => setReading('both')}
          onPress={() => void answer({ kind: 'both' })}
        >
          Keep both, one after the other
        </Button>
        <Button onPress={() => setWriting(true)}>Write it myself</Button>
        <Button kind="bare" onPress={onLater}>
          Decide later
        </Button>
      </div>
      <Sheet title="As families would read it" note={readingNote(reading, them)}>
        <div className="sheet-body in-place">
          <RenderedDoc doc={choice.above} className="faint" headingOffset={1} />
          <RenderedDoc doc={wordsOf(choice, reading)} className="in-question" headingOffset={1} />
          <RenderedDoc doc={choice.below} className="faint" headingOffset={1} />
        </div>
      </Sheet>
      <div className="gap">
        <Button kind="bare" aria-expanded={before} onPress={() => setBefore(!before)}>
          {before ? 'Hide the words before either change' : 'See the words before either change'}
        </Button>
        {before && (
          <div className="card">
            <RenderedDoc doc={choice.before} headingOffset={1} />
          </div>
        )}
      </div>
      <WriteDialog
        isOpen={writing}
        onClose={() => setWriting(false)}
        choice={choice}
        busy={choose.busy}
        refusal={choose.refusal}
        onWritten={doc => void answer({ kind: 'written', doc })}
      />
    </Place>
  )
}

function readingNote(reading: Reading, them: string): string {
  if (reading === 'both') return 'with both, one after the other'
  return reading === 'mine' ? 'with yours' : `with ${whose(them)}`
}
