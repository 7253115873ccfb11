/** What was found in a text that may tell who somebody is. */

export const recognisedKinds = [
  'name',
  'email',
  'telephone',
  'postcode',
  'address',
  'birth',
  'number',
  'child-at-school',
  'post',
  'account',
] as const
export type RecognisedKind = (typeof recognisedKinds)[number]

export interface Recognised {
  kind: RecognisedKind
  /** As they stand in the text, from `start` to `end`. */
  words: string
  start: number
  end: number
}

export interface KnownWords {
  /** Words with a capital that are no person's name: of pages, services, sections, the council. In small letters. */
  notNames: ReadonlySet<string>
}

export function matches(kind: RecognisedKind, text: string, pattern: RegExp): Recognised[] {
  return [...text.matchAll(pattern)].map(({ 0: words, index }) => ({
    kind,
    words,
    start: index,
    end: index + words.length,
  }))
}
