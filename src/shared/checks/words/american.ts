import list from '../../../../resources/words/american.json' with { type: 'json' }
import { watchFor } from './watched.ts'

const british: ReadonlyMap<string, string> = new Map(Object.entries(list.words))

export function isAmerican(word: string): boolean {
  return british.has(word)
}

/** The words of a text that are spelt as in America, and how each is spelt in Britain. */
export const americanIn = watchFor(british)
