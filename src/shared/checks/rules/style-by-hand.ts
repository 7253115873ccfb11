import type { Element } from 'hast'
import { wordsIn } from '../../content/index.ts'
import { said, shownStyleOf, styleOf } from '../markup/attributes.ts'
import { isVivid, lightnessOf, shownAs, toneOf } from '../markup/colours.ts'
import type { MarkupElement } from '../markup/markup.ts'
import { wordsOf } from '../markup/words.ts'
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
        if (set.length > 0) return { message: `The ${list} of these words is set by hand.`, place: seen.place }
        const message = byClass(seen)
        return message !== null && { message, place: seen.place }
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
        '<p style="line-height: 1em !important">Words.</p>',
        `<style>.tight { line-height: 90% }</style><p class="tight">${'Words and more. '.repeat(8)}</p>`,
        '<table bgcolor="yellow"><tr><th>Ages</th></tr><tr><td>5</td></tr></table>',
        '<p><big>Words.</big></p>',
        '<style>.fine { font-size: 8pt }</style><p class="fine">Words and more.</p>',
        '<style>.alert { color: #c00 }</style><p>We are <span class="alert">closed</span> today.</p>',
        '<p><small><small>Words.</small></small></p>',
        '<p>Lunch costs £3. <sup>Children who stay for the whole day also pay for tea.</sup></p>',
      ],
      pass: [
        '<p style="margin-top: 1em; max-width: 40em">Words.</p>',
        '<p style="color: inherit">Words.</p>',
        '<div bgcolor="#fffbe6"><p>Words.</p></div><table bgcolor="#eeeeee"><tr><th>Ages</th></tr><tr><td>5</td></tr></table>',
        '<p style="color: inherit !important; color: red">Words.</p>',
        '<p style="color: #0b0c0c; background-color: #fff">Words.</p>',
        '<style>body { color: #0b0c0c; font-size: 1.1rem } .hint { color: #505a5f } h2 { color: #003078 }</style><h2>Cost</h2><p>It is <span class="hint">free</span>.</p>',
        '<p><small>Words.</small></p>',
        `<style>h1 { line-height: 1 } p { line-height: 1.5 } td { line-height: 24px }</style><h1>Clubs</h1><p>${'Words and more. '.repeat(8)}</p>`,
        '<p>The 2<sup>nd</sup> of H<sub>2</sub>O. See <a href="#n"><sup>note 3, at the foot</sup></a>.</p>',
        '<td style="text-align: right">£1</td>',
        '<svg style="color: red"><path d="M0 0" fill="red"></path></svg>',
      ],
    },
  },
})

/** A mark, a number or “opens in a new tab” may stand above the line; a sentence may not. */
const mostRaised = 6
/** Smaller than this (9 points), nobody means it to be read. */
const least = 12
/** Lines nearer to each other than this (in heights of a letter) run together where there are several of them. */
const leastSpacing = 1.1
const severalLines = 20

/** What a class does to some words that the design of a whole site does not do. */
function byClass({ element, tag, around }: MarkupElement): string | null {
  if (drawn.test(tag) || !element.children.some(child => child.type === 'text' && /\p{L}{2}/u.test(child.value)))
    return null
  const all = [element, ...around]
  const size = shownAs(all.toReversed())?.size ?? least
  if (size < least && all.some(each => shownStyleOf(each).has('font-size'))) return 'These words are set very small.'
  const lines = spacingOf(shownStyleOf(element).get('line-height') ?? '')
  if (lines !== null && lines < leastSpacing && wordsIn(wordsOf(element)).length > severalLines)
    return 'The lines of these words are set close together.'
  if (/^su[bp]$/.test(tag) && wordsIn(wordsOf(element)).length > mostRaised)
    return 'These words are set small, above or below the line.'
  if (tag === 'small' && around[0]?.tagName === 'small') return 'These words are set very small.'
  const colour = shownStyleOf(element).get('color') ?? ''
  const [parent] = around
  const isInLine =
    /^(?:span|b|strong|i|em|font)$/.test(tag) && parent !== undefined && !/^(?:a|button|label)$/.test(parent.tagName)
  if (!isInLine || !isVivid(colour) || wordsOf(parent) === wordsOf(element)) return null
  return 'The colour of these words is set by hand.'
}

/** In heights of a letter; null where it is said in another way. */
function spacingOf(value: string): number | null {
  const [, number, unit] = /^([\d.]+)(%|em)?$/.exec(value) ?? []
  return number === undefined ? null : Number(number) / (unit === '%' ? 100 : 1)
}

function setByHand({ element, tag }: MarkupElement): string[] {
  const style = [...styleOf(element)].flatMap(([property, value]) => {
    const name = names[property]
    return name === undefined ||
      (asElsewhere.test(value) && !(property === 'line-height' && /^1/.test(value))) ||
      (property === 'background' && !hasColour(value)) ||
      isAsPlain(property, value)
      ? []
      : [name]
  })
  if (tag === 'big') return [...style, 'size']
  return tag === 'font'
    ? [...style, ...ofFont(element)]
    : [...style, ...(isStrong(said(element, 'bgColor')) ? ['colour'] : [])]
}

function ofFont(element: Element): string[] {
  const given = { color: 'colour', size: 'size', face: 'font' }
  return Object.entries(given).flatMap(([attribute, name]) => (said(element, attribute) === null ? [] : [name]))
}

/** A pale box behind words is read as well as none; whether words on it stand out is another rule's to say. */
function isStrong(background: string | null): boolean {
  return background !== null && !(lightnessOf(background) > 90)
}

/** As words are anyway: black or nearly so, on white or nearly so. */
function isAsPlain(property: string, value: string): boolean {
  const tone = toneOf(value)
  return tone !== null && (property === 'color' ? tone < 30 : /^background/.test(property) && tone > 94)
}

function hasColour(value: string): boolean {
  return !/^(?:url\(|linear-gradient)/.test(value)
}
