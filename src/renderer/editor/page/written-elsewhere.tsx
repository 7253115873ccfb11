import { useValue } from '../../state/value-store.ts'
import { Button } from '../../ui/button.tsx'
import { Notice } from '../../ui/notice.tsx'
import type { WritingTurn } from '../session/writing-turn.ts'

/** Two windows never write one page at a time: the one that does not says so, and can take the page over. */
export function WrittenElsewhere({ turn }: { turn: WritingTurn }) {
  const state = useValue(turn.state)
  if (state === 'here') return null
  return (
    <Notice
      tone={state === 'not-yet' ? 'warn' : 'info'}
      announced
      actions={
        <Button size="small" busy={state === 'asking'} onPress={turn.ask}>
          Write here instead
        </Button>
      }
    >
      <p className="strong">You are writing this page in another window.</p>
      <p>
        {state === 'not-yet'
          ? 'That window could not save its last words, so it still has the page. Look there: it says what to do.'
          : 'You can read it here. What you type there shows here when it is saved as a version.'}
      </p>
    </Notice>
  )
}
