import { rewording } from '../edit-text.ts'
import { rule } from '../rule.ts'

const address =
  /^\(?(?:(?:https?:\/\/|www\.)\S+|[\w-]+(?:\.[\w-]+)*\.(?:uk|com|org|net|gov|info|london|eu)(?:\/\S*)?)\)?$/i
/** Written so, it is the name of the government's website and not its address. */
const isName = /^GOV\.UK$/

/** A web address shown as the words of a link. WCAG 2.2 SC 2.4.4: a screen reader spells it out, letter by letter. */
export const linkAddress = rule({
  id: 'link-address',
  severity: 'warning',
  wcag: ['2.4.4'],
  why: 'A screen reader spells a web address out letter by letter, and it tells nobody what they will find.',
  on: {
    link: ({ text, href, block, start, end, place }, { titles }) => {
      if (/^(?:mailto|tel):/i.test(href) || isName.test(text.trim()) || !address.test(text.trim())) return null
      const message = `“${text.trim()}” is a web address. Say what is there instead.`
      const title = titles.get(/^(?:page|service):([^#]+)/.exec(href)?.[1] ?? '')
      if (title === undefined || title.trim() === '') return { message, place }
      return { message, place, fix: rewording(`Write “${title}”`, block, start, end, title) }
    },
  },
  examples: {
    fail: [
      '[https://example.org/travel](https://example.org/travel)',
      'See [www.example.org](https://www.example.org).',
      'Look at [www.example.org/travel](page:01ARZ3NDEKTSV4RRFFQ69G5FAV).',
    ],
    pass: [
      '[Travel to school](https://example.org/travel)',
      '[help@example.org](mailto:help@example.org)',
      '[GOV.UK](https://www.gov.uk/)',
    ],
  },
})
