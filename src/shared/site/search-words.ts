import { wordsIn } from '../content/index.ts'
import type { TextFile } from './input.ts'
import { compareText, type SiteIndex } from './site-index.ts'
import { usualWords } from './usual-words.ts'

/** What the search page knows beyond the index: the team's own words for things, and how the words of this site are spelt. */

const shortest = 4
/** On a phone, the list is loaded with the first search. */
const mostWords = 4_000

export function searchWordsFile(site: SiteIndex): TextFile {
  const ours = site.input.config.site.search
  const isOurs = new Set(ours.map(({ says }) => keyOf(says)))
  const all = [...ours, ...usualWords.filter(({ says }) => !isOurs.has(keyOf(says)))]
  // “Refuses school” is “school refusal”, and what that is called here may be for the team to say.
  const meaningOf = new Map(all.toReversed().map(({ says, means }) => [keyOf(says), means]))
  const same = all.map(({ says, means }) => [says, meaningOf.get(keyOf(means)) ?? means])
  const texts = [...site.byId.values()].flatMap(({ fields }) => [fields.title, fields.summary])
  const counted = new Map<string, number>()
  for (const word of [...texts, ...same.flat()].flatMap(text => wordsIn(text.toLowerCase().replace(/[’']/g, '')))) {
    for (const part of word.split('-')) if (part.length >= shortest) counted.set(part, (counted.get(part) ?? 0) + 1)
  }
  // The more often a word stands there, the likelier it is meant: of two that are as near, the first one is taken.
  const words = [...counted]
    .toSorted(([one, times], [other, others]) => others - times || compareText(one, other))
    .slice(0, mostWords)
    .map(([word]) => word)
  return { path: 'search/words.json', content: `${JSON.stringify({ same, words })}\n` }
}

function keyOf(words: string): string {
  return wordsIn(words.toLowerCase()).join(' ')
}
