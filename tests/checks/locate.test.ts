import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { locate } from '../../src/shared/checks/index.ts'
import {
  childrenOf,
  type Node,
  type ParsedEntry,
  type Place,
  parseEntry,
  textOf,
  type WorkspacePath,
  walk,
} from '../../src/shared/content/index.ts'

const read = (text: string): ParsedEntry => parseEntry('pages/health/page.md' as WorkspacePath, text)

/** The part of a file that a location means. */
function marked(text: string, { line, column, endLine, endColumn }: ReturnType<typeof locate>): string {
  const lines = text.split('\n')
  const offset = (at: number, unit: number) =>
    lines.slice(0, at - 1).reduce((sum, each) => sum + each.length + 1, 0) + unit - 1
  return text.slice(offset(line, column), offset(endLine, endColumn))
}

/** The place of some words, in the block that has them. */
function placeOf(root: Node, words: string): Place {
  let place: Place | null = null
  walk(root, (node, path) => {
    const isBlock = childrenOf(node).length > 0 && childrenOf(node).every(child => childrenOf(child).length === 0)
    const start = isBlock ? textOf(node).indexOf(words) : -1
    if (start >= 0) place ??= { path: [...path], start, end: start + words.length }
  })
  if (!place) throw new Error(`The page does not say “${words}”.`)
  return place
}

describe('words of the body', () => {
  test.each([
    ['plain words', 'See the plan soon.', 'plan', 'plan'],
    ['after an escape', 'A \\* star \\[and\\] here', 'here', 'here'],
    ['an escaped bracket', 'This \\[Say who\\] is left', '[Say who]', '\\[Say who\\]'],
    ['a reference', 'Fish &amp; chips today', 'chips', 'chips'],
    ['a reference as a character', 'Fish &amp; chips today', '&', '&amp;'],
    ['a reference to a reference', 'Fish &amp;amp; chips', '&amp;', '&amp;amp;'],
    ['after bold', 'A **very** long *day* here', 'here', 'here'],
    ['inside bold', 'A **very long** day', 'long', 'long'],
    ['across marks', 'A **very** long day', 'very long', 'very** long'],
    ['the words of a link', 'See [click here](https://example.org/a_(b)) now', 'click here', 'click here'],
    ['after a link', 'See [a \\] b](/x "title") now', 'now', 'now'],
    ['two links that are read as one', '[click](/a)[here](/a) now', 'clickhere', 'click](/a)[here'],
    ['an automatic link', 'See <https://example.org/a> now', 'https://example.org/a', 'https://example.org/a'],
    ['code', 'Type `a\\*b` in', 'a\\*b', 'a\\*b'],
    ['code with fences of two', 'Type `` a`b `` in', 'a`b', 'a`b'],
    ['another language', 'Say :span[dzień dobry]{lang=pl} now', 'dobry', 'dobry'],
    ['a second line', 'One two\nthree four', 'three', 'three'],
    ['across lines', 'One two\nthree four', 'two three', 'two\nthree'],
    ['a quote', '> One **two**\n> three four', 'four', 'four'],
    ['after a line break', 'One\\\ntwo three', 'three', 'three'],
    ['an item of a list', '- one\n- two \\& three\n  - four five', 'five', 'five'],
    ['a loose list', '1. one\n\n   more words\n\n2. two', 'more', 'more'],
    ['a heading', '## Who **can** apply ##', 'apply', 'apply'],
    ['a cell', '| A | B |\n| - | - |\n| one \\| two | [here](/x) |', 'two', 'two'],
    ['the words of a link in a cell', '| A | B |\n| - | - |\n| one \\| two | [here](/x) |', 'here', 'here'],
    ['a label', ':::details[What **if**]\nThen this.\n:::', 'if', 'if'],
    ['words in a box', ':::callout{kind=info}\nThen *this* happens.\n:::', 'happens', 'happens'],
    ['beyond the basic plane', '👩‍🎓 𝒜 **plan** here', 'here', 'here'],
    ['after kept source', 'Some <b>old</b> words', 'words', 'words'],
  ])('%s', (_, body, words, written) => {
    const text = `---\ntitle: "A page"\n---\n\nBefore.\n\n${body}\n\nAfter.\n`
    const parsed = read(text)
    const place = placeOf(parsed.entry.doc, words)
    expect(marked(text, locate({ field: 'body', place }, parsed, text))).toBe(written)
  })

  test('says lines and columns from 1, with the end after the last character', () => {
    const text = '---\ntitle: A\n---\n\nOne.\n\nSee **here**.\n'
    const parsed = read(text)
    expect(locate({ field: 'body', place: { path: [1], start: 4, end: 8 } }, parsed, text)).toEqual({
      line: 7,
      column: 7,
      endLine: 7,
      endColumn: 11,
    })
  })

  test('counts line endings of Windows and a byte order mark as they are', () => {
    const text = '\ufeff---\r\ntitle: A\r\n---\r\n\r\nOne.\r\n\r\nTwo\r\nthree here.\r\n'
    const parsed = read(text)
    const found = locate({ field: 'body', place: placeOf(parsed.entry.doc, 'here') }, parsed, text)
    expect(found).toEqual({ line: 8, column: 7, endLine: 8, endColumn: 11 })
  })

  test('a picture without words in a line is found by itself', () => {
    const text = 'Take the bus ![](media/bus.png) to school.'
    const parsed = read(text)
    expect(marked(text, locate({ field: 'body', place: { path: [0, 1] } }, parsed, text))).toBe('![](media/bus.png)')
    expect(marked(text, locate({ field: 'body', place: { path: [0], start: 13, end: 13 } }, parsed, text))).toBe(
      '![](media/bus.png)',
    )
  })
})

describe('whole nodes', () => {
  test.each<[string, string, number[], string]>([
    ['a block', 'One.\n\n**Two**\n\nThree.', [1], '**Two**'],
    ['a table', 'One.\n\n| A |\n| - |\n| b |', [1], '| A |\n| - |\n| b |'],
    ['a cell', '| A | B |\n| - | - |\n| one | *two* |', [0, 1, 1], 'two'],
    ['a picture', 'One.\n\n::figure{src="media/bus.png"}', [1], '::figure{src="media/bus.png"}'],
    ['what has no place of its own', ':::details\nWords.\n:::', [0, 0], ':::details\nWords.\n:::'],
  ])('%s', (_, body, path, written) => {
    const text = `---\ntitle: A page\n---\n${body}\n`
    expect(marked(text, locate({ field: 'body', place: { path } }, read(text), text))).toBe(written)
  })
})

describe('fields of the details at the top', () => {
  const text =
    '---\nid: 01ARZ3NDEKTSV4RRFFQ69G5FAV\ntitle: "Travel to school"\n# why\nsummary: >\n  Who can get\n  help.\nowner:\n---\nWords.\n'
  const at = (field: string, place: Place = { path: [] }) => marked(text, locate({ field, place }, read(text), text))

  test('from the name of the field to the end of its value', () => {
    expect(at('title')).toBe('title: "Travel to school"')
    expect(at('summary')).toBe('summary: >\n  Who can get\n  help.')
    expect(at('owner')).toBe('owner:')
  })

  test('the very words, where the value is written as it is read', () => {
    expect(at('title', { path: [], start: 10, end: 16 })).toBe('school')
    expect(at('summary', { path: [], start: 0, end: 3 })).toBe('summary: >\n  Who can get\n  help.')
  })

  test('the first line for what the file does not have, or for details that nobody can read', () => {
    const first = { line: 1, column: 1, endLine: 1, endColumn: 1 }
    expect(locate({ field: 'audience', place: { path: [] } }, read(text), text)).toEqual(first)
    const broken = '---\ntitle: "A\n---\nWords.\n'
    expect(locate({ field: 'title', place: { path: [] } }, read(broken), broken)).toEqual(first)
    expect(locate({ field: 'title', place: { path: [] } }, read('Words.'), 'Words.')).toEqual(first)
  })
})

test('whatever the words and however they are marked, each word is found where it is written', () => {
  const word = fc.stringMatching(/^[a-z]{3,8}$/)
  const wrapped = fc.tuple(word, fc.constantFrom('', '**', '*', '`')).map(([text, mark]) => mark + text + mark)
  const written = fc.array(fc.oneof(wrapped, fc.constantFrom('&amp;', '\\*', '\\[', '😀')), {
    minLength: 1,
    maxLength: 8,
  })
  fc.assert(
    fc.property(fc.array(written, { minLength: 1, maxLength: 4 }), paragraphs => {
      const text = paragraphs.map(words => words.join(' ')).join('\n\n')
      const parsed = read(text)
      parsed.entry.doc.content.forEach((block, at) => {
        for (const found of textOf(block).matchAll(/[a-z]{3,}/g)) {
          const place = { path: [at], start: found.index, end: found.index + found[0].length }
          expect(marked(text, locate({ field: 'body', place }, parsed, text))).toBe(found[0])
        }
      })
    }),
    { numRuns: 150 },
  )
})
