import list from '../../../../resources/words/american.json' with { type: 'json' }

const british: ReadonlyMap<string, string> = new Map(Object.entries(list.words))

export function isAmerican(word: string): boolean {
  return british.has(word)
}

/** How a word that is spelt as in America is spelt in Britain. */
export function britishFor(word: string): string | undefined {
  return british.get(word)
}
