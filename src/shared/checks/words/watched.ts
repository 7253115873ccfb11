import { rememberedOfText, rememberedOfWord } from '../remembered.ts'
import { tokensOf } from './tokens.ts'

/** Where a word of a text stands that somebody watches for, and what is known of that word. */
export interface Seen<T> {
  /** The place among the text's tokens. */
  at: number
  known: T
}

/**
 * Lists of words that are watched for. There are many lists and many more words in a page, most of which are on no list: so
 * each word of a text is looked up once for all of the lists together.
 */
const watched = new Map<string, { list: number; known: unknown }[]>()
const nothing: readonly never[] = []
let lists = 0
let seenIn = rememberedOfText(look)
let listsOf = rememberedOfWord(watchers)

/** The words of a text, as `tokensOf` writes them, that stand in `words`, in their order. */
export function watchFor<T>(words: Iterable<readonly [string, T]>): (text: string) => readonly Seen<T>[] {
  const list = lists
  lists += 1
  for (const [word, known] of words) {
    const others = watched.get(word)
    if (others) others.push({ list, known })
    else watched.set(word, [{ list, known }])
  }
  // What was seen before this list came says nothing of it.
  seenIn = rememberedOfText(look)
  listsOf = rememberedOfWord(watchers)
  return text => (seenIn(text).get(list) as readonly Seen<T>[] | undefined) ?? nothing
}

function watchers(word: string): readonly { list: number; known: unknown }[] {
  return watched.get(word) ?? nothing
}

function look(text: string): ReadonlyMap<number, readonly Seen<unknown>[]> {
  const seen = new Map<number, Seen<unknown>[]>()
  tokensOf(text).forEach(({ noted }, at) => {
    for (const { list, known } of listsOf(noted)) {
      const before = seen.get(list)
      if (before) before.push({ at, known })
      else seen.set(list, [{ at, known }])
    }
  })
  return seen
}
