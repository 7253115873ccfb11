import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { type HtmlContext, parseBody, renderHtml } from '../../src/shared/content/index.ts'
import { compareToHtml } from '../../src/shared/review/index.ts'

const context: HtmlContext = {
  href: href => href,
  media: src => ({ url: `/${src}` }),
  service: () => null,
  headingOffset: 0,
  kept: 'show',
}
const doc = (markdown: string) => parseBody(markdown).doc
const html = (before: string, after: string) => compareToHtml(doc(before), doc(after), context)

/** What is left when one side of the changes is taken away, as words. */
function words(marked: string, drop: 'ins' | 'del'): string {
  return marked
    .replace(new RegExp(`<${drop}>.*?</${drop}>`, 'gs'), '')
    .replace(/<[^>]+>/g, ' ')
    .replace(/\s+/g, ' ')
    .trim()
}
const plain = (markdown: string) => words(renderHtml(doc(markdown), context), 'ins')

describe('what changed since the live page', () => {
  test('is marked in the words, and nothing else is', () => {
    const marked = html('Ask for a meeting soon.', 'Ask for a meeting within two weeks.')
    expect(marked).toContain('Ask for a meeting <del>soon</del><ins>within two weeks</ins>.')
  })

  test('is read phrase by phrase, not with every other word marked', () => {
    const marked = html('School refusal is often called that.', 'Finding school too hard to face is often called that.')
    expect(marked).toContain(
      '<del>School refusal</del><ins>Finding school too hard to face</ins> is often called that.',
    )
  })

  test('a new page is read as it is', () => {
    expect(compareToHtml(null, doc('New words.'), context)).toBe(renderHtml(doc('New words.'), context))
  })

  test('a paragraph that went, and one that came', () => {
    const marked = html('Keep this.\n\nSchool refusal is wrong.', 'Keep this.\n\nRing 01632 960 001 today.')
    expect(marked).toContain('<del>School refusal is wrong.</del>')
    expect(marked).toContain('<ins>Ring 01632 960 001 today.</ins>')
    expect(marked).not.toContain('<del>Keep')
  })

  test('inside a list and a table, without breaking their shape', () => {
    expect(html('- a pass\n- a taxi', '- a pass\n- a minibus\n- a taxi')).toContain('<ins>a minibus</ins>')
    const table = (cell: string) => `| Who | How |\n| --- | --- |\n| Early help | ${cell} |`
    const marked = html(table('Telephone'), table('Form'))
    expect(marked).toMatch(/<td[^>]*><del>Telephone<\/del><ins>Form<\/ins><\/td>/)
    expect(marked.match(/<td/g)).toHaveLength(2)
  })

  test('a picture that came or went is said in words', () => {
    const figure = '::figure{src="media/bus.png" alt="A school bus"}'
    expect(html('Words.', `Words.\n\n${figure}`)).toContain('<ins>Added: picture “A school bus”</ins>')
    expect(html(`Words.\n\n${figure}`, 'Words.')).toContain('<del>Removed: picture “A school bus”</del>')
  })

  test('words that look like markup, or like the marks themselves, stay words', () => {
    const marked = html('Safe.', 'Safe. \uE000\\<script>alert(1)\\</script>\uE001')
    expect(marked).not.toContain('<script')
    expect(marked).not.toMatch(/[\uE000-\uE003]/)
  })

  test('taking away what came leaves the words before, and what went leaves the words now', () => {
    const sentence = fc.array(fc.constantFrom('tell', 'the', 'school', 'plan', 'move', 'six', 'weeks'), {
      minLength: 1,
      maxLength: 8,
    })
    const page = fc.array(fc.tuple(fc.constantFrom('', '## ', '- ', '> '), sentence), { minLength: 1, maxLength: 6 })
    const write = (blocks: [string, string[]][]) => blocks.map(([mark, text]) => mark + text.join(' ')).join('\n\n')
    fc.assert(
      fc.property(page, page, (before, after) => {
        const marked = html(write(before), write(after))
        expect(words(marked, 'ins')).toBe(plain(write(before)))
        expect(words(marked, 'del')).toBe(plain(write(after)))
      }),
      { numRuns: 200 },
    )
  })
})
