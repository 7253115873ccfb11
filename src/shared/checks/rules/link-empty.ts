import { isForTheEye, said } from '../markup/attributes.ts'
import { within, wordsOf } from '../markup/words.ts'
import { rule } from '../rule.ts'

const other = ['href', 'id', 'name', 'role', 'tabIndex', 'onClick', 'ariaCurrent', 'ariaDisabled']

/** A link with no words, or only a sign, or without an address. WCAG 2.2 SC 2.4.4 and 4.1.2. */
export const linkEmpty = rule({
  id: 'link-empty',
  severity: 'error',
  wcag: ['2.4.4', '4.1.2'],
  why: 'A link without words is announced as “link” and nothing else.',
  on: {
    link: ({ text, start, end, place }) =>
      end > start &&
      !/[\p{L}\p{N}]/u.test(text) && {
        message: 'A link here has no words in it.',
        place,
      },
    nodes: {
      // A link without words cannot stand in a document, so it is kept as it was.
      keptInline: ({ attrs: { source } }, path) =>
        /^\[\s*\]\(./.test(source) && {
          message: 'A link here has no words in it.',
          place: { path },
          fix: { label: 'Take it out', edits: [{ path, nodes: [] }] },
        },
    },
    // A link with a picture is as good as the words of the picture, which are looked at by themselves.
    // An anchor has a name, and the link to the page that one is on may be left out.
    elements: {
      a: ({ element, place }) => {
        const words = wordsOf(element)
        const isOther =
          other.some(name => said(element, name) !== null) ||
          /\b(?:active|current|disabled|selected)\b/i.test(said(element, 'className') ?? '')
        return !isOther && words !== '' && { message: `“${words}” is made as a link, and leads nowhere.`, place }
      },
    },
    markupLink: ({ text, seen: { element, place } }) =>
      text === '' && within(element, 'img').every(isForTheEye) && { message: 'A link here has no words in it.', place },
  },
  examples: {
    fail: ['Travel [→](/travel/)', 'See [](/travel/) for more.', 'See [...](/travel/) for more.'],
    pass: ['[Travel →](/travel/)', '[16 to 19](/sixteen/)'],
    html: {
      fail: [
        '<p>Ask for <a>a form for travel</a>.</p>',
        '<p><a href="/travel"></a></p>',
        '<p><a href="/travel"><i class="icon-bus"></i></a></p>',
        '<p><a href="/travel"><img src="bus.png" role="presentation"></a></p>',
      ],
      pass: [
        '<nav><a href="/">Home</a> <a aria-current="page">Travel</a> <a class="is-disabled disabled">Next</a></nav>',
        '<h2><a name="_Toc1">Travel</a></h2>',
        '<p><a id="travel"></a>Travel</p>',
        '<p><a href="/travel" aria-label="Travel"><i class="icon-bus"></i></a></p>',
        '<p><a href="/travel"><svg role="img"><title>Travel</title></svg></a></p>',
      ],
    },
  },
})
