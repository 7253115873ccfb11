import fc from 'fast-check'
import type { Nodes } from 'hast'
import { fromHtml } from 'hast-util-from-html'
import { describe, expect, test } from 'vitest'
import {
  type Block,
  type Doc,
  docToHtml,
  hrefOf,
  htmlToDoc,
  normaliseDoc,
  parseBody,
  readingText,
  renderHtml,
  serialiseBody,
  sizeInWords,
  textOf,
  wordsIn,
} from '../../src/shared/content/index.ts'
import { arbitraryDoc } from './arbitrary-doc.ts'
import { arbitraryHtml } from './arbitrary-text.ts'
import { plainContext } from './plain-context.ts'

const html = (markdown: string): string => renderHtml(parseBody(markdown).doc, plainContext)
const markdown = (source: string): string => serialiseBody(htmlToDoc(source).doc)

/** Every element of a tree, by what could do harm. */
function dangers(node: Nodes): string[] {
  const inside = 'children' in node ? node.children.flatMap(dangers) : []
  if (node.type !== 'element') return inside
  const handlers = Object.keys(node.properties).filter(
    name => /^on/i.test(name) || name === 'style' || name === 'srcDoc',
  )
  const addresses = ['href', 'src'].flatMap(name => {
    const address = node.properties[name]
    return typeof address === 'string' && hrefOf(address) === null ? [`${name}=${address}`] : []
  })
  const element = /^(?:script|style|iframe|object|embed|form|svg|math|base|meta|link)$/.test(node.tagName)
    ? [node.tagName]
    : []
  return [...inside, ...element, ...handlers, ...addresses]
}

describe('a page as HTML', () => {
  test.each([
    ['a heading with its address', '## What next?', '<h2 class="govuk-heading-l" id="what-next">What next?</h2>'],
    [
      'a link that goes on over a line break',
      '[one\\\ntwo](page:x)',
      '<p class="govuk-body"><a class="govuk-link" href="/pages/x/">one<br>two</a></p>',
    ],
    ['a link that may not be', '[words](javascript:alert(1))', '<p class="govuk-body">words</p>'],
    [
      'words in another language',
      ':span[Dzień dobry]{lang=pl}',
      '<p class="govuk-body"><span lang="pl">Dzień dobry</span></p>',
    ],
    ['a short list', '- one\n- two', '<ul class="govuk-list govuk-list--bullet"><li>one</li><li>two</li></ul>'],
    [
      'a document with its format and size',
      '::document{src="media/a.docx" title="Form"}',
      '<p class="govuk-body document"><a class="govuk-link" href="/media/a.docx">Form (Word document, 123 KB)</a></p>',
    ],
    [
      'a decorative picture',
      '::figure{src="media/a.png" alt="x" decorative}',
      '<figure class="figure"><img src="/media/a.png" alt="" width="800" height="600" loading="lazy"></figure>',
    ],
    ['HTML that was kept, as its words', 'a <b onclick="x()">b</b> c', '<p class="govuk-body">a b c</p>'],
  ])('%s', (_, source, expected) => {
    expect(html(source)).toBe(expected)
  })

  test('every header cell says what it is the header of', () => {
    const page = html(':::table{header=both caption="Prices"}\n| a | b |\n| - | - |\n| c | d |\n:::')
    expect(page).toMatch(/<th scope="col"[^>]*>a<\/th><th scope="col"[^>]*>b<\/th>/)
    expect(page).toMatch(/<th scope="row"[^>]*>c<\/th><td[^>]*>d<\/td>/)
    expect(page).toMatch(/<caption[^>]*>Prices<\/caption>/)
  })

  test('kept source can be shown, as the letters that it is', () => {
    const shown = renderHtml(parseBody('<script>alert(1)</script>').doc, { ...plainContext, kept: 'show' })
    expect(shown).toContain('Kept as it was')
    expect(shown).toContain('&#x3C;script>alert(1)')
  })

  test('nothing in any document can run, wherever it is shown', () => {
    fc.assert(
      fc.property(arbitraryDoc, fc.constantFrom<'show' | 'text'>('show', 'text'), (doc, kept) => {
        expect(dangers(docToHtml(doc, { ...plainContext, href: href => href, kept }))).toEqual([])
      }),
      { numRuns: 100 },
    )
  })

  test('nothing in any HTML that was pasted can run, and a browser reads the page as it was meant', () => {
    fc.assert(
      fc.property(arbitraryHtml, source => {
        const { doc } = htmlToDoc(source)
        const page = renderHtml(doc, plainContext)
        expect(dangers(fromHtml(page, { fragment: true }))).toEqual([])
        expect(dangers(fromHtml(renderHtml(parseBody(source).doc, plainContext), { fragment: true }))).toEqual([])
        expect(normaliseDoc(doc)).toEqual(doc)
      }),
      { numRuns: 200 },
    )
  })

  test.each([
    ['https://example.org/', true],
    ['mailto:a@example.org', true],
    ['tel:01632960123', true],
    ['/pages/x/', true],
    ['../x/', true],
    ['#top', true],
    ['javascript:alert(1)', false],
    [' java\nscript:alert(1)', false],
    ['\u0001javascript:alert(1)', false],
    ['JAVASCRIPT:alert(1)', false],
    ['data:text/html,<script>alert(1)</script>', false],
    ['vbscript:x', false],
    ['file:///etc/passwd', false],
    ['https:evil', false],
    ['', false],
  ])('the address %j may be written: %s', (href, may) => {
    expect(hrefOf(href) !== null).toBe(may)
  })

  test.each([
    [0, '0 bytes'],
    [999, '999 bytes'],
    [1_500, '2 KB'],
    [999_499, '999 KB'],
    [999_500, '1 MB'],
    [2_440_000, '2.4 MB'],
  ])('%d bytes are %s', (bytes, words) => {
    expect(sizeInWords(bytes)).toBe(words)
  })
})

describe('HTML from elsewhere', () => {
  test.each([
    ['bold and italic', '<p>a <b>b</b> <em>c</em></p>', 'a **b** *c*\n'],
    [
      'links, and not those that could run',
      '<a href="https://example.org">a</a> <a href="javascript:x">b</a>',
      '[a](https://example.org) b\n',
    ],
    ['headings', '<h1>a</h1><h3>b</h3>', '# a\n\n### b\n'],
    ['lists in lists', '<ul><li>a<ul><li>b</li></ul></li></ul>', '- a\n  - b\n'],
    ['lists beside their items, as old editors write them', '<ul><li>a</li><ul><li>b</li></ul></ul>', '- a\n  - b\n'],
    ['a table with a header row', '<table><tr><th>a<th>b<tr><td>1<td>2</table>', '| a | b |\n| - | - |\n| 1 | 2 |\n'],
    [
      'a table with a caption and none',
      '<table><caption>Prices</caption><tr><td>1<td>2</table>',
      ':::table{caption="Prices" header="none"}\n| 1 | 2 |\n| - | - |\n:::\n',
    ],
    ['paragraphs in a cell', '<table><tr><th><p>a</p><p>b</p></th></tr></table>', '| a<br>b |\n| - |\n'],
    ['a picture', '<p><img src="media/a.png" alt="A hall"></p>', '::figure{src="media/a.png" alt="A hall"}\n'],
    [
      'a figure with its caption',
      '<figure><img src="media/a.png" alt="A"><figcaption>B</figcaption></figure>',
      '::figure{src="media/a.png" alt="A" caption="B"}\n',
    ],
    ['show and hide', '<details><summary>a</summary><p>b</p></details>', ':::details[a]\nb\n:::\n'],
    ['another language', '<p>a <span lang="pl">b</span> <span lang="en-GB">c</span></p>', 'a :span[b]{lang="pl"} c\n'],
    ['line breaks, two of which are a new paragraph', '<p>a<br>b<br><br>c</p>', 'a\\\nb\n\nc\n'],
    ['wrappers of no meaning', '<div><section><div>a</div><div>b</div></section></div>', 'a\n\nb\n'],
    ['scripts and styles', '<style>p{}</style><script>x()</script><p>a</p>', 'a\n'],
    [
      'a paste from Google Docs',
      '<b style="font-weight:normal"><p><span style="font-weight:700">a</span> b</p></b>',
      '**a** b\n',
    ],
    [
      'the copied part of a clipboard',
      '<html><body>x<!--StartFragment--><p>a</p><!--EndFragment-->y</body></html>',
      'a\n',
    ],
    ['text that looks like Markdown', '<p># a * b</p>', '\\# a \\* b\n'],
    [
      'a link around a heading',
      '<a href="https://example.org"><h3>a</h3><p>b</p></a>',
      '### [a](https://example.org)\n\n[b](https://example.org)\n',
    ],
    ['a quotation', '<blockquote><p>a</p></blockquote>', '> a\n'],
    ['a line', '<p>a</p><hr><p>b</p>', 'a\n\n___\n\nb\n'],
  ])('%s', (_, source, expected) => {
    expect(markdown(source)).toBe(expected)
  })

  test('the lists that Word draws with paragraphs become lists', () => {
    const item = (level: number, marker: string, words: string) =>
      `<p class=MsoListParagraph style='mso-list:l0 level${level} lfo1'><![if !supportLists]><span style='mso-list:Ignore'>${marker}<span>&nbsp;&nbsp; </span></span><![endif]>${words}<o:p></o:p></p>\n`
    const { doc, repaired } = htmlToDoc(
      item(1, '·', 'one') + item(2, 'o', 'two') + item(1, '·', 'three') + item(1, '1.', 'four'),
    )
    expect(serialiseBody(doc)).toBe('- one\n  - two\n- three\n\n1. four\n')
    expect(repaired).toEqual(['Paragraphs that looked like a list are now a real list.'])
  })

  test('cells that were joined stand apart, and it says so', () => {
    const { doc, repaired } = htmlToDoc('<table><tr><th colspan=2>a</th></tr><tr><td>1<td>2</tr></table>')
    expect(serialiseBody(doc)).toBe('| a | |\n| - | - |\n| 1 | 2 |\n')
    expect(repaired).toHaveLength(1)
  })

  test('a picture that is only on somebody’s computer leaves its words and a sentence', () => {
    const { doc, repaired } = htmlToDoc('<p>See <img src="file:///C:/a.png" alt="the map"></p>')
    expect(textOf(doc)).toBe('See the map')
    expect(repaired).toEqual(['A picture could not come along. Add it again from a file.'])
  })

  test.each([
    ['elements', '<div>'.repeat(4000)],
    ['marks', '<b>'.repeat(4000)],
    ['lists', '<ul><li>'.repeat(3000)],
    ['tables', '<table><tr><td>'.repeat(3000)],
  ])('%s inside one another without end leave their words', (_, source) => {
    expect(readingText(htmlToDoc(`${source}words`).doc)).toBe('words')
  })

  test('every word that a browser would show is there', () => {
    const page = fc.array(
      fc.constantFrom(
        '<p>',
        '</p>',
        '<div>',
        '<b>',
        '</b>',
        '<ul><li>',
        '</ul>',
        '<td>',
        '<table><tr><td>',
        '</table>',
        '<h2>',
        '<dl><dt>',
        '<dd>',
        '<section>',
        '<br>',
        '<summary>',
        '<details>',
        '</details>',
        '<pre>',
        '</pre>',
        '<figure>',
        '<figcaption>',
        '</figure>',
        'one',
        ' two ',
        'three',
        '&amp;four',
      ),
    )
    fc.assert(
      fc.property(page, parts => {
        const source = parts.join('')
        const shown = wordsIn(allText(fromHtml(source, { fragment: true })))
        const kept = readingText(htmlToDoc(source).doc)
        expect(shown.filter(word => !kept.includes(word))).toEqual([])
      }),
      { numRuns: 300 },
    )
  })

  test('a document that was shown, copied and pasted is nearly itself', () => {
    const block: Block = parseBody('Words **bold**, *italic* and [a link](https://example.org)\\\nhere.').doc
      .content[0] as Block
    const doc: Doc = { type: 'doc', content: [block] }
    expect(htmlToDoc(renderHtml(doc, plainContext)).doc).toEqual(doc)
  })
})

function allText(node: Nodes): string {
  if (node.type === 'text') return node.value
  return 'children' in node ? node.children.map(allText).join(' ') : ''
}
