import { describe, expect, test } from 'vitest'
import { pageFromHtml } from '../../src/main/import/index.ts'
import { childrenOf, type Node, textOf, type WorkspacePath, walk } from '../../src/shared/content/index.ts'

/** Each text and picture of the page, with what stands in the source where it is said to be. */
function written(html: string): [said: string, source: string | null][] {
  const { entry, body, places } = pageFromHtml('pages/files/page.md' as WorkspacePath, html)
  const found: [string, string | null][] = []
  walk(entry.doc, node => {
    const range = places.get(node)
    if (isShown(node)) found.push([textOf(node), range ? body.slice(range.start, range.end) : null])
  })
  return found
}

function isShown(node: Node): boolean {
  return node.type === 'image' || node.type === 'figure' || (node.type === 'text' && childrenOf(node).length === 0)
}

describe('where words and pictures stand in HTML', () => {
  test.each<[string, string, [string, string | null][]]>([
    [
      'words and their marks',
      '<p>One <b>two</b> three</p>',
      [
        ['One ', 'One'],
        ['two', 'two'],
        [' three', ' three'],
      ],
    ],
    ['references', '<p>Fish &amp; chips&nbsp;here</p>', [['Fish & chips\u00a0here', 'Fish &amp; chips&nbsp;here']]],
    ['lines', '<p>One\n   two</p>', [['One two', 'One\n   two']]],
    [
      'the same words twice',
      '<p>here</p><p>and <i>here</i></p>',
      [
        ['here', 'here'],
        ['and ', 'and'],
        ['here', 'here'],
      ],
    ],
    ['what nobody sees', '<style>p{}</style><p>One<script>two()</script></p>', [['One', 'One']]],
    ['a picture beside the file', '<p><img src="a.png" alt="Bus"></p>', [['', '<img src="a.png" alt="Bus">']]],
    [
      'a table',
      '<table><tr><th>A</th></tr><tr><td>one &lt; two</td></tr></table>',
      [
        ['A', 'A'],
        ['one < two', 'one &lt; two'],
      ],
    ],
    [
      'words with hyphens that may show',
      '<p>in&shy;for&shy;ma&shy;tion</p>',
      [['information', 'in&shy;for&shy;ma&shy;tion']],
    ],
  ])('%s', (_, html, expected) => {
    expect(written(html)).toEqual(expected)
  })
})
