import type { Element } from 'hast'
import { isForTheEye, roleOf, said, shownStyleOf } from '../markup/attributes.ts'
import type { MarkupElement } from '../markup/markup.ts'
import { plainly, within, wordsOf } from '../markup/words.ts'
import { type Finding, rule } from '../rule.ts'

/** A link or a button that is called otherwise than it is written. WCAG 2.2 SC 2.5.3; W3C's ACT rule 2ee8b8. */
export const controlLabel = rule({
  id: 'control-label',
  severity: 'warning',
  wcag: ['2.5.3'],
  why: 'Whoever works by voice says the words on the screen, and it does not find them; whoever listens hears others.',
  on: { elements: { '*': differing } },
  examples: {
    fail: ['One.\n\n<div><a href="https://example.org/a" aria-label="Click to go on">Apply for a pass</a></div>'],
    pass: ['[Apply for a pass](https://example.org/a)'],
    html: {
      fail: [
        '<p><a href="/a" aria-label="Our clubs">Read about holidays</a></p>',
        '<p><button aria-label="Submit the form">Send your request</button></p>',
        '<p><a href="/a" aria-label="Proof of address, and how">Proof of address or age</a></p>',
      ],
      pass: [
        '<p><a href="/a" aria-label="Read more about travel to school">Read more</a></p>',
        '<p><a href="/a" aria-label="Play &amp; stay, on Mondays">Play and stay</a></p>',
        '<p><button aria-label="Close">×</button> <button aria-label="Next week">›</button></p>',
        '<p><button aria-label="Close the menu">X</button> <a href="/a" aria-label="Page 2 of 5">2</a></p>',
        '<p><button aria-label="Search"><i class="material-icons">search_glass</i></button></p>',
        '<style>button { font-family: "Material Icons" }</style><p><button aria-label="Find">search</button></p>',
        '<p><a href="tel:01632960001" aria-label="0 1 6 3 2, 9 6 0, 0 0 1">01632 960001</a></p>',
        '<p><a href="/a" aria-label="Share on a site"><span aria-hidden="true">ab</span></a></p>',
        '<p><a href="/cy" aria-label="Welsh version" lang="cy">Fersiwn Cymraeg</a></p>',
      ],
    },
  },
})

function differing({ element, tag, place }: MarkupElement): Finding | null {
  const label = said(element, 'ariaLabel')
  if (label === null || plainly(label) === '') return null
  const isControl =
    (tag === 'a' && said(element, 'href') !== null) || tag === 'button' || /^(?:button|link)$/.test(roleOf(element))
  // In another language the words and the name may each be for other readers.
  if (!isControl || said(element, 'lang') !== null || hasSigns(element)) return null
  const written = wordsOf(element)
  // A sign, a letter or a number is a picture of what it does.
  if (!/\p{L}{3}/u.test(written) || ` ${settled(label)} `.includes(` ${settled(written)} `)) return null
  return {
    message: `“${written}” is what stands here, and “${label.trim()}” is what it is called. Let the name begin with the words.`,
    place,
  }
}

/** A letter of a font for icons, or a word that is drawn as one: not what anybody sees. */
function hasSigns(element: Element): boolean {
  const font = shownStyleOf(element).get('font-family') ?? ''
  if (/\b(?:icons?|symbols?|awesome)\b/.test(font)) return true
  return within(element, 'i', 'span', 'svg').some(
    each => isForTheEye(each) || /\b(?:icon|glyph|material)/i.test(said(each, 'className') ?? ''),
  )
}

function settled(text: string): string {
  return plainly(text.replaceAll('&', ' and '))
}
