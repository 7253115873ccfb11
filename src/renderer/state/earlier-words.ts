import { wordsIn } from './begun.ts'
import type { KeptForm } from './kept-form.ts'

/** What is said of words that were overtaken, and what the person can do about it: nothing of it happens by itself. */
export interface EarlierNotice {
  sentence: string
  nextStep: string
  actions: readonly { label: string; run: () => void }[]
}

/** One notice for each; `changed` is called after something was done about one. */
export function earlierNotices<T>(form: KeptForm<T>, changed: () => void): EarlierNotice[] {
  return form.earlier().map(one => ({
    sentence: `This was changed since you began to write here. You had written: “${wordsIn(one)}”`,
    nextStep: 'Your words are kept on this laptop until you say what becomes of them.',
    actions: [
      ...(form.canHold(one) ? [{ label: 'Put them in', run: () => then(() => form.putIn(one)) }] : []),
      { label: 'Let them go', run: () => then(() => form.letGo(one)) },
    ],
  }))

  function then(act: () => void) {
    act()
    changed()
  }
}
