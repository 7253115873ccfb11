import { rule } from '../rule.ts'

/** “<insert name>”, which Markdown and browsers take for a tag. */
const prompts =
  /^(?:insert|name|your|date|add|enter|tbc|tba|xx+|placeholder|phone|telephone|email|venue|council|school|number|price|cost|postcode|service|team|officer|link here|url|insertname|day|month|year)$/

/** A place to fill in, between signs that make a tag of it: a browser shows nothing there. */
export const leftoverTags = rule({
  id: 'leftover-tags',
  severity: 'error',
  wcag: [],
  source: 'Nothing unfinished is published',
  why: 'A browser leaves out what it takes for a tag, so a sentence has a gap where the words were to be.',
  on: {
    elements: {
      '*': ({ tag, element, place }) =>
        prompts.test(tag) && {
          message: `“<${[tag, ...Object.keys(element.properties)].join(' ')}>” is left over and still has to be written.`,
          place,
        },
    },
  },
  examples: {
    fail: ['It is for children in <insert name of area> only.'],
    pass: ['It is for children in Leigh only.', 'Type `<name>` there.'],
    html: {
      fail: ['<p>Meet at <venue> on Monday.</p>'],
      pass: ['<p>Meet at the hub on <time>Monday</time>.</p>'],
    },
  },
})
