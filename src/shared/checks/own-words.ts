import type { SiteConfig } from '../content/index.ts'
import { matchesIn } from './matches.ts'
import { remembered } from './remembered.ts'
import type { OwnWords } from './rule.ts'
import type { ShortForm } from './short-forms.ts'

/** The words that a team has added to the dictionary and to the glossary. */

export function ownWordsOf({ words, shortForms }: Pick<SiteConfig, 'words' | 'shortForms'>): OwnWords {
  return {
    words: new Set(words.map(plainly)),
    shortForms: new Map(shortForms.map(({ name, means }) => [name, means])),
  }
}

/** A word that the team knows, or its plural or its possessive. */
export function isOwnWord(written: string, own: OwnWords | undefined): boolean {
  if (own === undefined || own.words.size === 0) return false
  const word = plainly(written)
  const bare = word.replace(/'s$|(?<=s)'$/, '')
  const singular = [bare.replace(/s$/, ''), bare.replace(/es$/, ''), bare.replace(/ies$/, 'y')]
  return [word, bare, ...singular].some(form => own.words.has(form))
}

/** Where the team’s own short forms stand in a text. */
export function ownShortFormsIn(text: string, own: OwnWords | undefined): ShortForm[] {
  if (own === undefined || own.shortForms.size === 0) return []
  return [...own.shortForms].flatMap(([name, long]) =>
    text.includes(name)
      ? matchesIn(text, patternFor(name)).map(({ 0: all, 1: ending = '', index }): ShortForm => {
          const form = { short: name.toUpperCase(), written: name, long, start: index, end: index + all.length }
          return { ...form, ending: ending === '' ? '' : ending === 's' ? 's' : '’s' }
        })
      : [],
  )
}

const patternFor = remembered(
  name =>
    new RegExp(`(?<![\\p{L}\\p{N}@.])${name.replace(/[^\p{L}\p{N}]/gu, '\\$&')}(s|[’']s)?(?![\\p{L}\\p{N}@])`, 'gu'),
)

function plainly(word: string): string {
  return word.toLowerCase().replaceAll('’', "'")
}
