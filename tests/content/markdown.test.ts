import { describe, expect, test } from 'vitest'
import { type Block, type Doc, parseBody, serialiseBody, textOf, walk } from '../../src/shared/content/index.ts'

const blocksOf = (markdown: string): Block[] => parseBody(markdown).doc.content
const written = (markdown: string): string => serialiseBody(parseBody(markdown).doc)
const typesOf = (markdown: string): string[] => blocksOf(markdown).map(({ type }) => type)

describe('prose stays prose', () => {
  test.each([
    'Open at 10:30 on Monday.',
    'See note:this and a::b.',
    'Write to someone@example.org or look at www.example.org.',
    'It costs £5 ~~not £6~~.',
    'A footnote [^1] that is none.',
  ])('%s', text => {
    const [block] = blocksOf(text)
    expect(block?.type).toBe('paragraph')
    expect(block && textOf(block)).toBe(text)
    expect(block).toEqual({ type: 'paragraph', content: [{ type: 'text', text }] })
  })

  test('a time of day is written as it was typed, with no sign before its colon', () => {
    expect(written('Open at 10:30, note:this.')).toBe('Open at 10:30, note:this.\n')
  })

  test('a task list is a list whose items start with brackets', () => {
    const [list] = blocksOf('- [ ] ring the school')
    expect(list && textOf(list)).toBe('[ ] ring the school')
  })

  test('a line that was broken by hand is one line', () => {
    expect(written('one\ntwo\n')).toBe('one two\n')
  })
})

describe('what the model cannot hold is kept to the letter', () => {
  test.each([
    ['raw HTML', '<div class="x">\n  <b>Old</b>\n</div>'],
    ['an unknown directive', ':::map{postcode="SS1 1AA"}\nThe **area**.\n\n- one\n:::'],
    ['an unknown leaf directive', '::map[The area]{zoom=3}'],
    ['a known directive with more in it than it holds', ':::callout{kind="info" colour="red"}\nWords\n:::'],
    ['a known directive with a word it does not know', ':::callout{kind="loud"}\nWords\n:::'],
    ['a figure that says one thing twice', '::figure{src="a.png" src="b.png"}'],
    ['steps that are no list', ':::steps\nWords\n:::'],
    ['a definition', '[name]: https://example.org "Title"'],
    ['a comment', '<!-- ask Sam\n\nabout this -->'],
  ])('%s', (_, source) => {
    expect(blocksOf(`Before\n\n${source}\n\nAfter`)).toEqual([
      { type: 'paragraph', content: [{ type: 'text', text: 'Before' }] },
      { type: 'kept', attrs: { source } },
      { type: 'paragraph', content: [{ type: 'text', text: 'After' }] },
    ])
    expect(written(source)).toBe(`${source}\n`)
  })

  test('inside a list and a quotation its source is its own, without their marks', () => {
    const [quote] = blocksOf('> - <div>\n>   old\n>   </div>')
    let source = ''
    if (!quote) throw new Error('There is no quotation.')
    walk(quote, node => {
      if (node.type === 'kept') source = node.attrs.source
    })
    expect(source).toBe('<div>\nold\n</div>')
  })

  test('in a line of text', () => {
    expect(blocksOf('H<sub>2</sub>O')).toEqual([
      {
        type: 'paragraph',
        content: [
          { type: 'text', text: 'H' },
          { type: 'keptInline', attrs: { source: '<sub>' } },
          { type: 'text', text: '2' },
          { type: 'keptInline', attrs: { source: '</sub>' } },
          { type: 'text', text: 'O' },
        ],
      },
    ])
  })

  test('what was left open is closed, so that it does not swallow what is written after it', () => {
    const { doc } = parseBody('<!-- note')
    const after: Block = { type: 'paragraph', content: [{ type: 'text', text: 'After' }] }
    const longer: Doc = { type: 'doc', content: [...doc.content, after] }
    expect(parseBody(serialiseBody(longer)).doc.content.at(-1)).toEqual(after)
  })
})

describe('what people write is written as people write it', () => {
  test.each([
    '# Title\n\nWords with **bold**, *italic*, `code` and [a link](https://example.org "Title").\n',
    'Words **bold [and a link](page:01J00000000000000000000001) inside** go on.\n',
    '- one\n- two\n  1. three\n  2. four\n',
    '- one\n\n  more of one\n\n- two\n',
    '1. one\n2. two\n\n1) another list\n',
    '> A quotation\n>\n> of two paragraphs\n',
    '| Name | Price |\n| - | -: |\n| a | 1<br>2 |\n',
    ':::table{caption="Prices" header="both"}\n| Name | Price |\n| - | - |\n| a | 1 |\n:::\n',
    ':::details[What *if*?]\nThen.\n:::\n',
    '::::callout{kind="warning"}\n:::details[More]\nWords\n:::\n::::\n',
    ':span[Dzień dobry]{lang="pl"}, she said.\n',
    'First line\\\nsecond line\n',
    '```js title="x"\nlet a = 1\n```\n',
  ])('%j', markdown => {
    expect(written(markdown)).toBe(markdown)
  })

  test('a reference to a definition is the link it stands for', () => {
    expect(written('[words][x]\n\n[x]: https://example.org')).toBe(
      '[words](https://example.org)\n\n[x]: https://example.org\n',
    )
  })

  test('words in braces behind what is kept as it was are no part of it', () => {
    const content = [
      { type: 'keptInline' as const, attrs: { source: ':span[x]' } },
      { type: 'text' as const, text: '{lang=pl} and on' },
    ]
    const markdown = serialiseBody({ type: 'doc', content: [{ type: 'paragraph', content }] })
    expect(parseBody(markdown).doc.content).toEqual([{ type: 'paragraph', content }])
  })

  test('tables take only rows and columns that are there', () => {
    expect(written('| a | b |\n|-|-|\n| 1 |\n| 1 | 2 | 3 |')).toBe(
      '| a | b | |\n| - | - | - |\n| 1 | | |\n| 1 | 2 | 3 |\n',
    )
  })
})

describe('a text that is made to exhaust its reader', () => {
  test.each([
    ['quotations', '>'.repeat(5000)],
    ['lists', '- '.repeat(5000)],
    ['numbers', '1. '.repeat(5000)],
    ['fences', ':::a\n'.repeat(5000)],
    ['stars', '*a_'.repeat(5000)],
    ['brackets', '[a]('.repeat(5000)],
    ['code of a thousand lengths', Array.from({ length: 1000 }, (_, at) => '`'.repeat(at + 1)).join(' ')],
  ])('is plain paragraphs: %s', (_, text) => {
    expect(new Set(typesOf(text))).toEqual(new Set(['paragraph']))
    expect(textOf(parseBody(text).doc).replace(/\s/g, '')).toBe(text.replace(/\s/g, ''))
  })
})

describe('places', () => {
  test('every block and text knows where in the source it stands', () => {
    const markdown = '# Title\n\nSome **bold** words\n\n- item\n\n| a |\n| - |\n| cell |\n'
    const { doc, places } = parseBody(markdown)
    const found: string[] = []
    walk(doc, node => {
      const range = places.get(node)
      if (node.type === 'text') found.push(range ? markdown.slice(range.start, range.end) : 'nowhere')
      if (node.type === 'heading') expect(range).toEqual({ start: 0, end: 7 })
    })
    expect(found).toEqual(['Title', 'Some ', 'bold', ' words', 'item', 'a', 'cell'])
  })
})
