import type { Element } from 'hast'
import { wordsIn } from '../../content/index.ts'
import { said, shownStyleOf } from '../markup/attributes.ts'
import { shownAs } from '../markup/colours.ts'
import type { MarkupElement } from '../markup/markup.ts'
import { wordsOf } from '../markup/words.ts'
import { rule } from '../rule.ts'

/** Of a class that is there to make a line look like a heading; “title” alone is also that of cards and boxes. */
const named =
  /^(?:.*[-_])?(?:heading|headline|subheading|sub-heading|h[1-6])\d?(?:[-_]\w+)?$|^Mso(?:Heading|Title|Subtitle)\d?$|^(?:section|page|content|sub)[-_]?title$/i
/** What has a place or a meaning of its own, where a large line heads nothing. */
const elsewhere =
  /^(?:a|button|label|th|td|caption|legend|summary|figcaption|nav|header|footer|blockquote|dl|li|form|svg|h[1-6])$/

/** A line that looks like a heading by its style or its class, and is none. WCAG 2.2 SC 1.3.1, failure F2. */
export const headingStyled = rule({
  id: 'heading-styled',
  severity: 'warning',
  wcag: ['1.3.1'],
  why: 'It looks like a heading, but nobody can jump to it, and a screen reader reads it as any other line.',
  on: {
    elements: {
      p: seen => finding(seen),
      div: seen => finding(seen),
      span: seen => finding(seen),
      font: seen => finding(seen),
      big: seen => finding(seen),
    },
  },
  examples: {
    fail: ['One.\n\n<p style="font-size: 24px; font-weight: bold">Who can apply</p>\n\nAny family can.'],
    pass: ['## Who can apply\n\nAny family can.'],
    html: {
      fail: [
        '<p style="font-size: 24px; font-weight: bold">Who can apply</p><p>Any family can.</p>',
        '<style>.big { font-size: 1.6em; font-weight: 700 }</style><p class="big">Who can apply</p><p>Any family can.</p>',
        '<div class="section-heading">Who can apply</div><p>Any family can.</p>',
        '<p>Ask us.</p><p><span style="font-size: 24pt">Bus passes</span></p><p>Ask the school for a form.</p>',
        '<p><font size="5"><b>Bus passes</b></font></p><p>Ask the school for a form.</p>',
        '<p class="MsoTitle">Bus passes</p><p>Ask the school for a form.</p>',
      ],
      pass: [
        '<h2 class="section-heading"><span class="heading-text">Who can apply</span></h2><p>Any family can.</p>',
        '<p style="font-size: 24px">You can apply at any time, and we answer in ten days.</p><p>Ring us.</p>',
        '<div class="card-title"><a href="/a">Autism</a></div><p>Clubs.</p>',
        '<style>.price { font-size: 2em; font-weight: bold }</style><p class="price">£12.50</p><p>for a day</p>',
        '<p>Ring us.</p><p class="heading">The last line</p>',
        '<p>It costs <font size="5">nothing</font> at all.</p><p>Ask the school for a form.</p>',
        '<p><font size="2">Bus passes</font></p><p>Ask the school for a form.</p>',
        '<p>Ask us.</p><p><span style="font-size: 24pt">Bus passes</span></p>',
      ],
    },
  },
})

const places = /^(?:div|body|main|section|article|td|center)$/

function finding(seen: MarkupElement) {
  const { element, tag, around, place } = seen
  const words = wordsOf(element)
  const count = wordsIn(words).length
  if (count === 0 || count > 10 || /[.!;,]$|\d{3}|£|@/.test(words) || !/\p{L}{3}/u.test(words)) return null
  if (around.some(({ tagName }) => elsewhere.test(tagName)) || hasBlocks(element)) return null
  const isPart = !/^(?:p|div)$/.test(tag)
  // A part of a line heads nothing; only what is the whole of one does.
  if (isPart && around[0] && wordsOf(around[0]) !== words && !places.test(around[0].tagName)) return null
  const line = isPart ? around.findIndex(each => places.test(each.tagName) || wordsOf(each) !== words) : 0
  const [whole = element, parent] = line > 0 ? around.slice(line - 1) : [element, around[0]]
  if (!headsSomething(whole, parent) || !(hasClass(element) || looksLarge(seen))) return null
  return { message: `“${words}” looks like a heading and is none.`, place }
}

function hasClass(element: Element): boolean {
  return (said(element, 'className') ?? '').split(/\s+/).some(name => named.test(name))
}

/** Larger than the text by its own style, and bold; or very large. Of the seven sizes of `font`, the third is the text’s. */
function looksLarge({ element, tag, around }: MarkupElement): boolean {
  if (tag === 'big') return true
  if (tag === 'font') return /^\s*(?:[5-7]|\+[2-4])\s*$/.test(said(element, 'size') ?? '')
  if (!shownStyleOf(element).has('font-size')) return false
  const shown = shownAs([...around.toReversed(), element])
  return shown !== null && ((shown.size >= 19 && shown.isBold) || shown.size >= 24)
}

function hasBlocks(element: Element): boolean {
  return element.children.some(
    child =>
      child.type === 'element' && (/^(?:p|div|ul|ol|table|a|img|input|br)$/.test(child.tagName) || hasBlocks(child)),
  )
}

/** Something with words of its own stands right behind it. */
function headsSomething(element: Element, parent: Element | undefined): boolean {
  const next = parent?.children
    .slice(parent.children.indexOf(element) + 1)
    .find(child => child.type === 'element' || (child.type === 'text' && child.value.trim() !== ''))
  if (next?.type === 'text') return true
  return next?.type === 'element' && !/^h[1-6]$/.test(next.tagName) && wordsIn(wordsOf(next)).length > 2
}
