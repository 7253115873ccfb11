import { useKeptFields } from '../../connection/use-kept.ts'
import type { PageSession } from '../session/page-session.ts'

export interface KeptDialog<T> {
  typed: T
  set(change: Partial<T>): void
  /** They stand in the page now: they leave this laptop's disk once the draft of the page has them. */
  done(): void
  /** The person lets go of them. */
  leave(): void
}

/**
 * What is typed into a dialog about one thing of a page, as safe as the page's own words: closing the dialog, leaving the
 * page and a crash lose none of it, and it is there when the dialog opens about the same thing again.
 */
export function useKeptDialog<T extends object>(
  session: Pick<PageSession, 'id' | 'flush'>,
  about: string,
  initial: T,
): KeptDialog<T> {
  const [typed, setTyped, forget] = useKeptFields(`dialog:${session.id}:${about}`.slice(0, 4000), initial)
  return {
    typed,
    set: change => setTyped(now => ({ ...now, ...change })),
    done: () => forget(undefined, undefined, session.flush()),
    leave: () => forget(),
  }
}
