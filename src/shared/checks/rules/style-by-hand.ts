import type { Element } from 'hast'
import { said, styleOf } from '../markup/attributes.ts'
import type { MarkupElement } from '../markup/markup.ts'
import { rule } from '../rule.ts'

const names: Readonly<Record<string, string>> = {
  color: 'colour',
  background: 'colour',
  'background-color': 'colour',
  font: 'font',
  'font-family': 'font',
  'font-size': 'size',
  'line-height': 'line spacing',
  'letter-spacing': 'letter spacing',
  'word-spacing': 'word spacing',
}
const asElsewhere =
  /^(?:inherit|initial|unset|revert|transparent|none|normal|currentcolor|100%|1(?:\.0)?em|1rem|medium)$/
/** What is drawn, not written: a chart's colours are its own. */
const drawn = /^(?:svg|canvas|img|video|iframe|hr|path|g|rect|circle)$/

/** Colour, size, font and spacing set by hand. WCAG 2.2 SC 1.4.8 and 1.4.12. */
export const styleByHand = rule({
  id: 'style-by-hand',
  severity: 'warning',
  wcag: ['1.4.12'],
  source: 'The site’s design decides how words look, the same on every page',
  why: 'Many people set colours, sizes and spacing that they can read; what is set by hand in a page gets in their way.',
  on: {
    elements: {
      '*': seen => {
        const set = drawn.test(seen.tag) || seen.around.some(({ tagName }) => tagName === 'svg') ? [] : setByHand(seen)
        const list = [...new Set(set)].join(' and ')
        return set.length > 0 && { message: `The ${list} of these words is set by hand.`, place: seen.place }
      },
    },
  },
  examples: {
    fail: ['Some <font color="navy">blue</font> words.', 'Some <span style="color: #003078">blue</span> words.'],
    pass: ['Some **bold** words.'],
    html: {
      fail: [
        '<p style="font-size: 18px">Words.</p>',
        '<p style="line-height: 1">Words.</p>',
        '<table bgcolor="#eeeeee"><tr><th>Ages</th></tr><tr><td>5</td></tr></table>',
        '<p><big>Words.</big></p>',
      ],
      pass: [
        '<p style="margin-top: 1em; max-width: 40em">Words.</p>',
        '<p style="color: inherit">Words.</p>',
        '<td style="text-align: right">£1</td>',
        '<svg style="color: red"><path d="M0 0" fill="red"></path></svg>',
      ],
    },
  },
})

function setByHand({ element, tag }: MarkupElement): string[] {
  const style = [...styleOf(element)].flatMap(([property, value]) => {
    const name = names[property]
    return name === undefined || asElsewhere.test(value) || (property === 'background' && !hasColour(value))
      ? []
      : [name]
  })
  if (tag === 'big') return [...style, 'size']
  return tag === 'font'
    ? [...style, ...ofFont(element)]
    : [...style, ...(said(element, 'bgColor') === null ? [] : ['colour'])]
}

function ofFont(element: Element): string[] {
  const given = { color: 'colour', size: 'size', face: 'font' }
  return Object.entries(given).flatMap(([attribute, name]) => (said(element, attribute) === null ? [] : [name]))
}

function hasColour(value: string): boolean {
  return !/^(?:url\(|linear-gradient)/.test(value)
}
