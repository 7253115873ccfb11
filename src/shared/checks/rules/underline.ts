import type { Element } from 'hast'
import { said, shownStyleOf } from '../markup/attributes.ts'
import type { MarkupElement } from '../markup/markup.ts'
import { within, wordsOf } from '../markup/words.ts'
import { rule } from '../rule.ts'

/** Underlined words that lead nowhere. */
export const underline = rule({
  id: 'underline',
  severity: 'warning',
  wcag: [],
  source: 'GOV.UK content style: do not use underlining, which looks like a link',
  why: 'On the web underlined words are links: people tap them, and think that the page is broken.',
  on: {
    elements: {
      '*': seen => isUnderlined(seen) && { message: 'These words are underlined, and are no link.', place: seen.place },
    },
  },
  examples: {
    fail: ['You <u>must</u> tell us.'],
    pass: ['You **must** tell us.'],
    html: {
      fail: [
        '<p>You <span style="text-decoration: underline">must</span> tell us.</p>',
        '<style>.must { text-decoration: underline }</style><p>You <span class="must">must</span> tell us.</p>',
        '<p>You <ins>must</ins> tell us.</p>',
      ],
      pass: [
        '<p><a href="/a" style="text-decoration: underline">Travel</a></p>',
        '<p><a href="/a"><u>Travel</u></a></p>',
        '<p style="text-decoration: none">Words.</p>',
        '<p>A parent <ins>or young person</ins> may ask. We added these words in 2015.</p>',
        '<p>You <del>may</del> <ins>must</ins> tell us.</p>',
        '<style>a { text-decoration: underline } .gone u { color: red }</style><p><a href="/a">Travel</a></p>',
      ],
    },
  },
})

/** What a text tells of as added, or puts in the place of what is struck out, is marked for what it is. */
function isOfAChange([parent]: readonly Element[]): boolean {
  if (parent === undefined) return false
  return (
    within(parent, 'del', 's').length > 0 ||
    /\b(?:add(?:ed|ition|s)?|amend\p{L}*|chang\p{L}*|insert\p{L}*|new words?|replac\p{L}*)\b/iu.test(wordsOf(parent))
  )
}

function isUnderlined({ element, tag, around }: MarkupElement): boolean {
  if (tag === 'a' || around.some(({ tagName }) => tagName === 'a')) return false
  const style = shownStyleOf(element)
  return (
    tag === 'u' ||
    (tag === 'ins' && said(element, 'dateTime') === null && !isOfAChange(around)) ||
    /\bunderline\b/.test(`${style.get('text-decoration') ?? ''} ${style.get('text-decoration-line') ?? ''}`)
  )
}
