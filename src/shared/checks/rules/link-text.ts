import { rule } from '../rule.ts'

/** Words that name what a link is, not where it goes; a link of nothing else says nothing. */
const empty = new Set(
  'a about all an and below click continue details document download find follow following for form from full further go here how i info information it its learn link links look me more next now of on online open our out page pages please press read see site some tap that the their them there these this those through to today via view visit web webpage website your apply'.split(
    ' ',
  ),
)
/** Without one of these, small words may be a name: “Out and about”, “Go for it”. */
const hollow =
  /\b(?:apply|below|click|continue|details|document|download|following|form|full|here|info|information|link|links|more|next|now|online|page|pages|press|read|site|tap|this|view|visit|web|webpage|website)\b/
const opensElsewhere = /[([,–-]?\s?(?:link )?opens (?:in )?(?:a )?new (?:tab|window|page)\s?[)\]]?|\(external link\)/gi

/** Link text that says nothing out of context. WCAG 2.2 SC 2.4.4; screen-reader users list links on their own. */
export const linkText = rule({
  id: 'link-text',
  severity: 'error',
  wcag: ['2.4.4'],
  why: 'People who use a screen reader often jump from link to link, so each link must make sense alone.',
  on: {
    link: ({ text, place }) => {
      if (isVague(text)) return { message: `“${text.trim()}” does not say where it goes.`, place }
      // It does say where it goes, after two words that mean nothing to whoever does not click.
      if (!/^\s*(?:please )?(?:click|tap|press) (?:here|on|this|the link)\b/i.test(text)) return null
      return { message: `“${text.trim()}” can start with what is there, without “click”.`, place, severity: 'warning' }
    },
  },
  examples: {
    fail: [
      '[click here](/travel/)',
      'For help with travel see [here](/travel/).',
      '[Read more…](/travel/)',
      '[our website (opens in a new tab)](https://example.org/)',
      '[Click here to apply for travel](/travel/)',
    ],
    pass: [
      '[Apply for help with travel](/travel/)',
      '[Here to help: our team](/team/)',
      '[Download the travel form](/form/)',
      '[Travel to school (opens in a new tab)](/travel/)',
      '[Out and about](/out/), [Go for it](/go/) and [About us](/us/)',
    ],
  },
})

/** Whether a link's words tell nothing of where it leads. */
export function isVague(text: string): boolean {
  const words =
    text
      .toLowerCase()
      .replace(opensElsewhere, ' ')
      .match(/[\p{L}\p{N}’']+/gu) ?? []
  return words.length > 0 && words.every(word => empty.has(word)) && hollow.test(words.join(' '))
}
