import { useNow } from '../../state/use-now.ts'
import { StateChip } from '../../ui/chip.tsx'
import type { PageSession } from '../session/page-session.ts'
import { familiesSee, savingWords, stateOnScreen } from '../session/saving-words.ts'
import { useJournalState, useSessionView } from '../session/use-session.ts'

/** The page's state, where its words are, and what families see: one line under the heading. */
export function SavingLine({ session }: { session: PageSession }) {
  const now = useNow()
  const state = useSessionView(session, stateOnScreen)
  const families = useSessionView(session, view => view.families)
  const { sentence, tone } = savingWords(useJournalState(session))
  return (
    <p className="saving-line">
      <StateChip state={state} />{' '}
      <span role={tone === 'stop' ? 'alert' : undefined} className={tone === 'stop' ? 'saving-stop' : ''}>
        {sentence}
      </span>{' '}
      {familiesSee(state, families, now)}
    </p>
  )
}
