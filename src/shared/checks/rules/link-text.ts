import { rule } from '../rule.ts'

const vague =
  /^(?:(?:please )?(?:click|tap|press|read|see|go|look|find|download)(?: (?:it|this|on|more|out|out more|the|this link|through|now))* ?(?:here|below|this|now)?|here|this|this (?:link|page|website|site|form|document)|link|more|read more|see more|learn more|find out more|more (?:information|info|details)|details|further information|website|visit (?:the |our )?(?:website|site|page)|download|form|apply|continue|next)(?: ?(?:here|now))?$/

/** Link text that says nothing out of context. WCAG 2.2 SC 2.4.4; screen-reader users list links on their own. */
export const linkText = rule({
  id: 'link-text',
  severity: 'error',
  wcag: ['2.4.4'],
  why: 'People who use a screen reader often jump from link to link, so each link must make sense alone.',
  on: {
    link: ({ text, path, start, end }) => {
      const plain = text
        .toLowerCase()
        .replace(/[^\p{L}\p{N} ]/gu, ' ')
        .replace(/\s+/g, ' ')
        .trim()
      return (
        plain !== '' &&
        vague.test(plain) && {
          message: `“${text.trim()}” does not say where it goes.`,
          place: { path, start, end },
        }
      )
    },
  },
  examples: {
    fail: ['[click here](/travel/)', 'For help with travel see [here](/travel/).', '[Read more…](/travel/)'],
    pass: [
      '[Apply for help with travel](/travel/)',
      '[Here to help: our team](/team/)',
      '[Download the travel form](/form/)',
    ],
  },
})
