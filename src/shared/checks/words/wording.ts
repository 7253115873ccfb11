import { rewording } from '../edit-text.ts'
import type { Finding, TextBlock } from '../rule.ts'
import { isOthers, isPartOfAddress, isPartOfName } from './context.ts'
import type { Hit } from './phrases.ts'

/** Phrases that a block says itself: not quoted, not shown as code, and no part of a name. */
export function saidIn(block: TextBlock, find: (text: string) => readonly Hit[]): readonly Hit[] {
  // A text alternative says what a picture shows, and may have to say it as the picture does.
  if (block.elsewhere === 'alt') return []
  return find(block.text).filter(
    hit => !isOthers(block, hit) && !isPartOfName(block.text, hit) && !isPartOfAddress(block.text, hit),
  )
}

/** What is told of a phrase, with the words that say the same as the fix where they fit every sentence. */
export function findingOf(block: TextBlock, hit: Hit, tell: (written: string, instead: string) => string): Finding {
  const { start, end, written, write, phrase } = hit
  const place = { path: block.path, start, end }
  const message = tell(`“${written}”`, write === null ? (phrase.advice ?? '') : `“${write}” says the same`)
  if (write === null) return { message, place }
  return { message, place, fix: rewording(`Write “${write}”`, block, start, end, write) }
}
