import { isRefusal, type Refusal } from '../../shared/outcome.ts'
import { places } from '../app/places.ts'
import type { UndoneAct } from '../connection/answers.ts'
import { api } from '../connection/api.ts'
import { settled } from '../connection/use-request.ts'
import { say, sayRefusal } from '../ui/toasts.tsx'
import { forgetAct, noteDoneAgain, noteUndone, windowActs } from './window-acts.ts'

/**
 * Undoes one act. Answers the refusal, for the place where it was asked; what was undone is said at the foot of the
 * window. Where its words clash with later ones, it leads to the choice between them.
 */
export async function undoAct(act: string): Promise<Refusal | null> {
  const answer = await settled(() => api.activity.undo({ act }))
  if (isRefusal(answer)) return refused(act, answer)
  if (answer.kind === 'asks') return goAndChoose()
  noteUndone(act, answer.act)
  say(answer.sentence, 'good', { label: 'Do it again', run: () => void doAgainAndSay(answer.act) })
  return null
}

/** Does again what `act` had undone. */
export async function doAgain(act: string): Promise<Refusal | null> {
  const answer = await settled(() => api.activity.undo({ act }))
  if (isRefusal(answer)) return refused(act, answer)
  if (answer.kind === 'asks') return goAndChoose()
  noteDoneAgain(act, answer.act)
  sayAgain(answer)
  return null
}

/** Somebody changed the same words since: which of them stand is chosen where all such questions are. */
function goAndChoose(): null {
  window.location.hash = places.choose
  return null
}

function sayAgain({ act, sentence }: UndoneAct): void {
  say(sentence, 'good', { label: 'Undo', run: () => void undoAndSay(act) })
}

/** Whatever could never be undone from here again is not offered to the keys again. */
function refused(act: string, refusal: Refusal): Refusal {
  if (['undone-already', 'nothing-left', 'no-such-act'].includes(refusal.code)) forgetAct(act)
  return refusal
}

/** The same, where nothing on screen is the place for a refusal. */
export async function undoAndSay(act: string): Promise<void> {
  sayRefusal(await undoAct(act))
}

async function doAgainAndSay(act: string): Promise<void> {
  sayRefusal(await doAgain(act))
}

/** The keys of Undo, wherever no text is being written: the last act of this window. */
export async function undoLast(): Promise<void> {
  if (isInField('undo')) return
  const act = windowActs.get().done.at(-1)
  if (act === undefined) return say('Nothing was done in this window yet. “What was done” lists everything.', 'info')
  await undoAndSay(act)
}

export async function redoLast(): Promise<void> {
  if (isInField('redo')) return
  const act = windowActs.get().undone.at(-1)
  if (act === undefined) return say('Nothing was undone in this window that could be done again.', 'info')
  await doAgainAndSay(act)
}

/** On a Mac the system's menu hears the keys before the field does: what was typed there is meant, not an act. */
function isInField(command: 'undo' | 'redo'): boolean {
  const focused = document.activeElement
  const isField = focused instanceof HTMLInputElement || focused instanceof HTMLTextAreaElement
  return isField && (document.execCommand(command) || true)
}
