import fc from 'fast-check'
import type { Align, Block, Doc, Inline, ListItem, Mark, TableRow, Text } from '../../src/shared/content/index.ts'
import { arbitraryText } from './arbitrary-text.ts'

/** Every document that the editor can hold, tidy or not: what it can be made to hold with keys, paste and drag. */

const href = fc.constantFrom(
  'page:01J00000000000000000000001',
  'page:01J00000000000000000000001#next',
  'service:01J00000000000000000000002',
  'media/form.pdf',
  'https://example.org/a(b)_c*d?e=f&g=h#i[0]',
  'https://example.org/a b|c',
  'mailto:someone@example.org',
  'tel:01632960123',
  '#here',
  '',
)
const title = fc.option(fc.oneof(fc.constantFrom('A "title"', '[x]', 'a\nb', ''), arbitraryText), { nil: null })

const link = fc.record({ type: fc.constant('link' as const), attrs: fc.record({ href, title }) })
const lang = fc.record({
  type: fc.constant('lang' as const),
  attrs: fc.record({ lang: fc.constantFrom('pl', 'zh-Hant') }),
})
const bold = fc.constant({ type: 'bold' as const })
const italic = fc.constant({ type: 'italic' as const })
const code = fc.constant({ type: 'code' as const })

const marks: fc.Arbitrary<Mark[]> = fc
  .tuple(
    fc.option(link, { freq: 5 }),
    fc.option(lang, { freq: 7 }),
    fc.option(bold, { freq: 2 }),
    fc.option(italic, { freq: 2 }),
    fc.option(code, { freq: 6 }),
  )
  .map(all => all.filter(mark => mark !== null))

const text: fc.Arbitrary<Text> = fc
  .tuple(arbitraryText, marks)
  .map(([words, on]) => ({ type: 'text', text: words, ...(on.length ? { marks: on } : {}) }))

const keptInline = fc
  .constantFrom(
    '<b>',
    '</b>',
    '<span class="x">',
    '<!-- note -->',
    '<div>',
    '[](empty)',
    '<a title="a|b">',
    '<b\nid="x">',
    'plain',
    ':span[x]',
  )
  .map((source): Inline => ({ type: 'keptInline', attrs: { source } }))

const image = fc
  .tuple(fc.constantFrom('media/a.png', 'media/b c.png', ''), fc.oneof(arbitraryText, fc.constant('')), title, marks)
  .map(
    ([src, alt, label, on]): Inline => ({
      type: 'image',
      attrs: { src, alt, title: label },
      ...(on.length ? { marks: on } : {}),
    }),
  )

const inline: fc.Arbitrary<Inline> = fc.oneof(
  { arbitrary: text, weight: 8 },
  { arbitrary: fc.constant<Inline>({ type: 'hardBreak' }), weight: 2 },
  { arbitrary: image, weight: 1 },
  { arbitrary: keptInline, weight: 1 },
)

const words: fc.Arbitrary<{ content?: Inline[] }> = fc
  .array(inline, { maxLength: 6 })
  .map(content => (content.length ? { content } : {}))

const paragraph: fc.Arbitrary<Block> = words.map(content => ({ type: 'paragraph', ...content }))

const heading: fc.Arbitrary<Block> = fc
  .tuple(fc.constantFrom(1, 2, 3, 4, 5, 6), words)
  .map(([level, content]) => ({ type: 'heading', attrs: { level }, ...content }))

const line = fc.oneof(arbitraryText, fc.constant(''))

const codeBlock: fc.Arbitrary<Block> = fc
  .tuple(fc.constantFrom(null, 'js', 'html title="x y"', '`'), fc.array(line, { maxLength: 4 }))
  .map(([language, lines]) => ({
    type: 'codeBlock',
    attrs: { language },
    ...(lines.join('\n') ? { content: [{ type: 'text', text: lines.join('\n') }] } : {}),
  }))

const align: fc.Arbitrary<Align> = fc.constantFrom(null, null, 'left', 'center', 'right')
const cell = fc.tuple(fc.boolean(), align, words)
const row = (headers: boolean | null) =>
  fc.array(cell, { minLength: 1, maxLength: 3 }).map(
    (cells): TableRow => ({
      type: 'tableRow',
      content: cells.map(([header, side, content]) => ({
        type: (headers ?? header) ? 'tableHeader' : 'tableCell',
        attrs: { align: side, colspan: 1, rowspan: 1, colwidth: null },
        ...content,
      })),
    }),
  )
const table: fc.Arbitrary<Block> = fc
  .tuple(line, fc.oneof(row(true), row(false), row(null)), fc.array(fc.oneof(row(false), row(null)), { maxLength: 3 }))
  .map(([caption, first, rest]) => ({ type: 'table', attrs: { caption }, content: [first, ...rest] }))

const figure: fc.Arbitrary<Block> = fc
  .record({ src: fc.constantFrom('media/a.png', ''), alt: line, decorative: fc.boolean(), caption: line })
  .map(attrs => ({ type: 'figure', attrs }))
const video: fc.Arbitrary<Block> = fc
  .record({ href, title: line, poster: fc.constantFrom('', 'media/a.png'), transcript: href })
  .map(attrs => ({ type: 'video', attrs }))
const documentLink: fc.Arbitrary<Block> = fc
  .record({ src: fc.constantFrom('media/form.pdf', ''), title: line })
  .map(attrs => ({ type: 'document', attrs }))
const service: fc.Arbitrary<Block> = fc
  .constantFrom('01J00000000000000000000002', '')
  .map(id => ({ type: 'service', attrs: { id } }))
const rule = fc.constant<Block>({ type: 'horizontalRule' })
const kept: fc.Arbitrary<Block> = fc
  .constantFrom(
    '<div>\n  old *text*\n</div>',
    '<!-- a note\n\nwith a gap -->',
    '<!-- left open',
    '<script>\nleft open',
    ':::map{a="b"}\nwords\n\n- in a list\n:::',
    ':::map\nleft open',
    '::unknown[label]{x}',
    '[name]: https://example.org "Title"',
    '<b>',
    'no source at all',
    '<div>\n\n<p>two',
    '<table>\n\t<tr>\n</table>',
  )
  .map(source => ({ type: 'kept', attrs: { source } }))

const leaf: fc.Arbitrary<Block> = fc.oneof(
  { arbitrary: paragraph, weight: 6 },
  { arbitrary: heading, weight: 2 },
  codeBlock,
  table,
  figure,
  video,
  documentLink,
  service,
  rule,
  kept,
)

function containers(block: fc.Arbitrary<Block>): fc.Arbitrary<Block> {
  const some = fc.array(block, { minLength: 1, maxLength: 3 })
  const items: fc.Arbitrary<ListItem[]> = fc.array(
    fc
      .oneof(
        some,
        paragraph.map(only => [only]),
      )
      .map((content): ListItem => ({ type: 'listItem', content })),
    { minLength: 1, maxLength: 3 },
  )
  const ordered = fc
    .tuple(fc.constantFrom(1, 1, 0, 7), items)
    .map(([start, content]) => ({ type: 'orderedList' as const, attrs: { start }, content }))
  const contactAttrs = fc.record({
    name: line,
    telephone: line,
    textphone: line,
    email: line,
    website: line,
    hours: line,
    address: fc.constantFrom('', '1 High Street\nSouthend'),
  })
  return fc.oneof<fc.Arbitrary<Block>[]>(
    { arbitrary: items.map((content): Block => ({ type: 'bulletList', content })), weight: 3 } as never,
    { arbitrary: ordered, weight: 2 } as never,
    some.map((content): Block => ({ type: 'blockquote', content })),
    fc
      .tuple(fc.constantFrom('info', 'important', 'warning'), some)
      .map(([kind, content]): Block => ({ type: 'callout', attrs: { kind }, content })),
    fc
      .tuple(words, some)
      .map(
        ([summary, content]): Block => ({ type: 'details', content: [{ type: 'summary', ...summary }, ...content] }),
      ),
    ordered.map((list): Block => ({ type: 'steps', content: [list] })),
    fc
      .tuple(contactAttrs, fc.array(block, { maxLength: 2 }))
      .map(([attrs, content]): Block => ({ type: 'contact', attrs, ...(content.length ? { content } : {}) })),
  )
}

const { block } = fc.letrec<{ block: Block }>(tie => ({
  block: fc.oneof(
    { maxDepth: 3, withCrossShrink: true },
    { arbitrary: leaf, weight: 3 },
    { arbitrary: containers(tie('block')), weight: 2 },
  ),
}))

export const arbitraryBlock: fc.Arbitrary<Block> = block

export const arbitraryDoc: fc.Arbitrary<Doc> = fc
  .array(block, { minLength: 1, maxLength: 6 })
  .map(content => ({ type: 'doc', content }))
