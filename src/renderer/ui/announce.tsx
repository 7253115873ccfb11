import { useValue, valueStore } from '../state/value-store.ts'

const said = valueStore({ words: '', turn: 0 })

/** Says something politely to a screen reader: a count, that something was saved. The screen shows it elsewhere. */
export function announce(words: string): void {
  said.set(now => ({ words, turn: now.turn + 1 }))
}

/** Stands once in the window. The turn changes an unseen space, so that the same words are said again when they recur. */
export function Announcer() {
  const { words, turn } = useValue(said)
  return (
    <div role="status" className="unseen">
      {words}
      {turn % 2 === 1 ? '\u00a0' : ''}
    </div>
  )
}
