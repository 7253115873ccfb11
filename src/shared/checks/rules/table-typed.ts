import type { Block, Inline, Paragraph } from '../../content/index.ts'
import { type Finding, rule } from '../rule.ts'

/** Fewer lines may be a row of links, or an address. */
const least = 3
/** What stands between two cells: a bar, a tab, or a gap of three spaces that somebody typed. */
const between = /\s*[|¦│\t]\s*|[ \u00a0]{3,}/

/** Where every space is kept, two of them are a gap. */
const gap = /\s*[|¦│\t]\s*| {2,}/

const message = 'These lines are a table typed by hand. Make it a table with headers.'

/** A table that is typed with bars or gaps. WCAG 2.2 SC 1.3.1, failures F33 and F34. */
export const tableTyped = rule({
  id: 'table-typed',
  severity: 'warning',
  wcag: ['1.3.1'],
  why: 'A screen reader reads it line by line with every bar, and on a phone the columns fall apart.',
  on: {
    page: ({ doc }) => barsIn(doc.content),
    nodes: {
      paragraph: (paragraph, path) => isTable(linesOf(paragraph)) && { message, place: { path } },
      // Where nobody says what language it is in, it is as often a timetable as code.
      codeBlock: ({ attrs, content = [] }, path) => {
        const text = content.map(each => each.text).join('')
        const lines = text.split('\n').map(line => line.trim())
        const isCode = attrs.language || /[{}<>;=$]|\(\)/.test(text)
        return (
          !isCode &&
          isTable(
            lines.filter(line => line !== ''),
            gap,
          ) && { message, place: { path } }
        )
      },
    },
  },
  examples: {
    fail: [
      'Day \\| Club \\| Age\\\nMonday \\| Judo \\| 8\\\nTuesday \\| Chess \\| 9',
      'Day \\| Club\n\nMonday \\| Judo\n\nTuesday \\| Chess',
      'Day&nbsp;&nbsp;&nbsp;Club\\\nMonday&nbsp;&nbsp;&nbsp;Judo\\\nTuesday&nbsp;&nbsp;&nbsp;Chess',
    ],
    pass: [
      '| Day | Club |\n| - | - |\n| Monday | Judo |',
      'Home \\| Clubs \\| Judo',
      'Home \\| Clubs\n\nWe meet here.\n\nBack \\| Next\n\nTop \\| End',
      'Gull House\\\n1 High Street\\\nSouthend-on-Sea',
      'Monday: 9am to 5pm\\\nTuesday: 9am to 1pm\\\nFriday: closed',
      '`a | b`\\\n`c | d`\\\n`e | f`',
    ],
    html: {
      fail: [
        '<p>Day | Club<br>Monday | Judo<br>Tuesday | Chess</p>',
        '<pre>Monday    9am   Hall\nTuesday   4pm   Gym\nFriday    6pm   Pool</pre>',
      ],
      pass: [
        '<pre><code>a  =  1\nb  =  2\nc  =  3</code></pre>',
        '<pre>Row, row,\n  row your boat,\n  gently down the stream.</pre>',
        '<p>Ring us<br>Monday to Friday<br>9am to 5pm</p>',
      ],
    },
  },
})

function linesOf({ content = [] }: Paragraph): string[] {
  const lines = ['']
  const add = (text: string) => lines.push((lines.pop() ?? '') + text)
  const isCode = (inline: Inline) => inline.type === 'text' && inline.marks?.some(({ type }) => type === 'code')
  for (const inline of content) {
    if (inline.type === 'hardBreak') lines.push('')
    else if (inline.type === 'text' && !isCode(inline)) add(inline.text)
    else add('x')
  }
  return lines.map(line => line.trim()).filter(line => line !== '')
}

/** Paragraphs of one line each, one after another, that are rows with bars: two of them may be rows of links. */
function barsIn(blocks: readonly Block[]): Finding[] {
  const found: Finding[] = []
  let rows: string[] = []
  blocks.forEach((block, at) => {
    const lines = block.type === 'paragraph' ? linesOf(block) : []
    rows = lines.length === 1 && lines[0]?.includes('|') ? [...rows, ...lines] : []
    const next = blocks[at + 1]
    const isEnd = next?.type !== 'paragraph' || linesOf(next).length !== 1 || !linesOf(next)[0]?.includes('|')
    if (isEnd && isTable(rows)) found.push({ message, place: { path: [at - rows.length + 1] } })
  })
  return found
}

/** Every line has as many cells as the first, two at least. */
function isTable(lines: readonly string[], apart = between): boolean {
  const cells = lines.map(line => line.split(apart).length)
  const [first = 1] = cells
  return lines.length >= least && first > 1 && cells.every(count => count === first)
}
