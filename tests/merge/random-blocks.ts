import type { Block, Inline, ListItem, Mark, TableRow } from '../../src/shared/content/index.ts'
import { type Prose, proseFrom } from '../bench/prose.ts'
import { randomPhrase, randomSentence } from './random-words.ts'

/**
 * Blocks of every kind with real words, made of a number: the same number is the same block. A `word` that is given is in
 * it once, so that it can be looked for afterwards.
 */
export function randomBlock(seed: number, word = ''): Block {
  const prose = proseFrom(seed)
  return prose.pick(kinds)(prose, word)
}

export function randomParagraph(seed: number, word = ''): Block {
  const prose = proseFrom(seed)
  const sentences = Array.from({ length: 1 + prose.number(4) }, () => randomSentence(prose))
  return paragraph([...sentences, ...(word === '' ? [] : [`We add ${word} here.`])].join(' '))
}

export function randomHeading(seed: number, word = ''): Block {
  const prose = proseFrom(seed)
  const level = prose.pick([2, 2, 2, 3] as const)
  return { type: 'heading', attrs: { level }, content: words(spaced(randomPhrase(prose), word)) }
}

/** A word that nobody has written: four syllables that follow from its number, which is below 100,000,000. */
export function coined(number: number): string {
  return [1_000_000, 10_000, 100, 1]
    .map(unit => Math.floor(number / unit) % 100)
    .map(syllable => (consonants[Math.floor(syllable / 5)] ?? 'b') + (vowels[syllable % 5] ?? 'a'))
    .join('')
}

const consonants = [...'bcdfghjklmnpqrstvwxz']
const vowels = [...'aeiou']

const spaced = (...parts: string[]) => parts.filter(part => part !== '').join(' ')
const words = (text: string, marks?: Mark[]): Inline[] => [{ type: 'text', text, ...(marks ? { marks } : {}) }]
const paragraph = (text: string): Block => ({ type: 'paragraph', content: words(text) })

function marked(prose: Prose, word: string): Block {
  const mark = prose.pick<Mark>([
    { type: 'bold' },
    { type: 'italic' },
    { type: 'link', attrs: { href: 'https://example.org/help', title: null } },
    { type: 'lang', attrs: { lang: 'pl' } },
  ])
  const content = [...words(`${randomSentence(prose)} See `), ...words(spaced(randomPhrase(prose), word), [mark])]
  return { type: 'paragraph', content: [...content, ...words(' first.')] }
}

function items(prose: Prose, word: string, deep = 1): ListItem[] {
  return Array.from({ length: 1 + prose.number(4) }, (_, at): ListItem => {
    const own = paragraph(spaced(randomPhrase(prose), at === 0 ? word : ''))
    const inner = deep > 0 && prose.number(5) === 0
    return {
      type: 'listItem',
      content: [own, ...(inner ? [{ type: 'bulletList' as const, content: items(prose, '', deep - 1) }] : [])],
    }
  })
}

function table(prose: Prose, word: string): Block {
  const columns = 2 + prose.number(2)
  const row = (type: 'tableHeader' | 'tableCell', first: string): TableRow => ({
    type: 'tableRow',
    content: Array.from({ length: columns }, (_, at) => ({
      type,
      attrs: { align: null, colspan: 1, rowspan: 1, colwidth: null },
      content: words(at === 0 ? spaced(randomPhrase(prose), first) : randomPhrase(prose)),
    })),
  })
  const rows = Array.from({ length: 1 + prose.number(3) }, () => row('tableCell', ''))
  return {
    type: 'table',
    attrs: { caption: spaced('Who does what', word) },
    content: [row('tableHeader', ''), ...rows],
  }
}

const contact = { textphone: '', website: '', hours: '', address: '' }

const kinds: readonly ((prose: Prose, word: string) => Block)[] = [
  (prose, word) => randomParagraph(prose.number(1e9), word),
  (prose, word) => randomParagraph(prose.number(1e9), word),
  (prose, word) => randomHeading(prose.number(1e9), word),
  marked,
  (prose, word) => ({ type: 'bulletList', content: items(prose, word) }),
  (prose, word) => ({ type: 'orderedList', attrs: { start: 1 }, content: items(prose, word) }),
  (prose, word) => ({
    type: 'steps',
    content: [{ type: 'orderedList', attrs: { start: 1 }, content: items(prose, word) }],
  }),
  table,
  (prose, word) => ({
    type: 'callout',
    attrs: { kind: prose.pick(['info', 'important', 'warning'] as const) },
    content: [randomParagraph(prose.number(1e9), word), randomParagraph(prose.number(1e9))],
  }),
  (prose, word) => ({
    type: 'details',
    content: [
      { type: 'summary', content: words(spaced(randomPhrase(prose), word)) },
      randomParagraph(prose.number(1e9)),
    ],
  }),
  (prose, word) => ({ type: 'blockquote', content: [randomParagraph(prose.number(1e9), word)] }),
  (prose, word) => ({
    type: 'codeBlock',
    attrs: { language: null },
    content: [{ type: 'text', text: spaced(randomPhrase(prose), word) }],
  }),
  (prose, word) => ({
    type: 'figure',
    attrs: {
      src: `media/${prose.number(99)}.jpg`,
      alt: spaced(randomPhrase(prose), word),
      decorative: false,
      caption: '',
    },
  }),
  (prose, word) => ({
    type: 'contact',
    attrs: {
      ...contact,
      name: spaced('The travel team', word),
      telephone: `01632 960${100 + prose.number(800)}`,
      email: '',
    },
    content: [randomParagraph(prose.number(1e9))],
  }),
  (prose, word) => ({
    type: 'document',
    attrs: { src: `media/${prose.number(99)}.pdf`, title: spaced(randomPhrase(prose), word) },
  }),
  (_, word) => ({ type: 'kept', attrs: { source: `<div>${spaced('kept', word)}</div>` } }),
]
