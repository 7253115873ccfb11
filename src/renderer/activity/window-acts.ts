import { valueStore } from '../state/value-store.ts'

/** What was done in this window, and what of it was undone; each by the name that the main process knows it by. */
export interface WindowActs {
  readonly done: readonly string[]
  readonly undone: readonly string[]
}

const none: WindowActs = { done: [], undone: [] }
export const windowActs = valueStore(none)

/** Something new was done: what had been undone before it is not done again by the keys. */
export function noteDone(act: string): void {
  windowActs.set(({ done }) => (done.at(-1) === act ? { done, undone: [] } : { done: [...done, act], undone: [] }))
}

/** `act` was undone by `by`: the keys of Redo undo that one in turn. */
export function noteUndone(act: string, by: string): void {
  windowActs.set(({ done, undone }) => ({ done: done.filter(each => each !== act), undone: [...undone, by] }))
}

/** What `act` had undone was done again by `by`: the keys of Undo undo that one. */
export function noteDoneAgain(act: string, by: string): void {
  windowActs.set(({ done, undone }) => ({ done: [...done, by], undone: undone.filter(each => each !== act) }))
}

/** Nothing is left to do with it here. */
export function forgetAct(act: string): void {
  const others = (acts: readonly string[]) => acts.filter(each => each !== act)
  windowActs.set(({ done, undone }) => ({ done: others(done), undone: others(undone) }))
}

/** Another workspace has other acts. */
export function forgetActs(): void {
  windowActs.set(none)
}
