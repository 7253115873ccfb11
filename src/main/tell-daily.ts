import { noteOfDay, type Session } from './desk/index.ts'

/** Soon after the start, and soon after a new day begins for somebody who never closes Signpost. */
const betweenLooks = 10 * 60 * 1000

/** Says once a day what needs the person, as long as a workspace is open; answers how to stop. */
export function tellDaily(session: () => Session | null, notify: (sentence: string) => void): () => void {
  // A look that fails, as on a full disk, is no reason to disturb anybody: the next one comes.
  const timer = setInterval(() => void tellOfDay(session(), notify).catch(console.error), betweenLooks)
  timer.unref()
  return () => clearInterval(timer)
}

export async function tellOfDay(session: Session | null, notify: (sentence: string) => void): Promise<void> {
  const note = session === null ? null : await noteOfDay(session)
  if (note !== null) notify(note)
}
