import type { CommandId } from '../shared/contract/commands.ts'
import type { AppEvent } from '../shared/contract/index.ts'
import { noteOfDay, type Session } from './desk/index.ts'
import type { Host } from './shell/index.ts'

/** Soon after the start, and soon after a new day begins for somebody who never closes Signpost. */
const betweenLooks = 10 * 60 * 1000

/** Says once a day what needs the person, as long as a workspace is open; answers how to stop. */
export function tellDaily(session: () => Session | null, notify: (sentence: string) => void): () => void {
  // A look that fails, as on a full disk, is no reason to disturb anybody: the next one comes.
  const timer = setInterval(() => void tellOfDay(session(), notify).catch(console.error), betweenLooks)
  timer.unref()
  return () => clearInterval(timer)
}

/** Said by the system; choosing it leads to the week, wherever in Signpost somebody is. */
export function saidOfWeek(
  { notify }: Pick<Host, 'notify'>,
  emit: (event: AppEvent) => void,
): (sentence: string) => void {
  return sentence =>
    notify('Signpost', sentence, () => emit({ kind: 'command', command: 'go-week' satisfies CommandId }))
}

export async function tellOfDay(session: Session | null, notify: (sentence: string) => void): Promise<void> {
  const note = session === null ? null : await noteOfDay(session)
  if (note !== null) notify(note)
}
