import { emailPattern, webPattern } from '../contact-details.ts'
import { linking, proseOf } from '../edit-text.ts'
import { matchesIn } from '../matches.ts'
import { type Finding, rule } from '../rule.ts'

/** Spelled out against machines that collect addresses; it keeps people out as well. */
const hiddenPattern =
  /[\p{L}\p{N}][\p{L}\p{N}._-]{0,63} ?(?:(?:[[({] ?at ?[\])}]) ?[\p{L}\p{N}-]+(?: ?(?:[[({] ?dot ?[\])}]|\.) ?[\p{L}\p{N}-]+)+| at [\p{L}\p{N}-]+(?: dot [\p{L}\p{N}-]+){0,3} dot (?:com|gov|info|net|org|uk)(?!\p{L}))/giu

/** An email or web address among the words that is no link: on the site nobody can tap it. */
export const addressTyped = rule({
  id: 'address-typed',
  severity: 'warning',
  wcag: [],
  source: 'GOV.UK content design: make links that people can follow',
  why: 'On a phone an address that is no link has to be remembered, and typed again without a mistake.',
  on: {
    text: block => {
      // Captions and contact details are shown by the site in its own way.
      if (block.elsewhere !== undefined || !/@|:\/\/|www\.|[[({] ?at ?[\])}]| dot /i.test(block.text)) return null
      const prose = proseOf(block)
      const found = (pattern: RegExp) =>
        matchesIn(prose, pattern).map(match => ({
          words: match[0],
          place: { path: block.path, start: match.index, end: match.index + match[0].length },
        }))
      const emails = found(emailPattern).map(({ words, place }): Finding => {
        const fix = linking('Make it a link', block, place.start, place.end, `mailto:${words}`)
        return { message: `“${words}” is not a link, so nobody can tap it.`, place, fix }
      })
      const webs = found(webPattern).map(
        ({ words, place }): Finding => ({
          message: `“${words}” is not a link. Say what is there, and make those words the link.`,
          place,
        }),
      )
      const hidden = found(hiddenPattern).map(
        ({ words, place }): Finding => ({
          message: `“${words}” is an address that has to be put together first. Make it a link.`,
          place,
        }),
      )
      return [...emails, ...webs, ...hidden]
    },
  },
  examples: {
    fail: [
      'Write to help@example.org.',
      'See www.example.org/travel.',
      'Look at (https://example.org/a).',
      'Write to help [at] example [dot] org.',
      'Our email is help at example dot org.',
    ],
    pass: [
      'Write to [help@example.org](mailto:help@example.org).',
      '[www.example.org](https://www.example.org/)',
      'Type `www.example.org` in the bar.',
      'Ask @ the desk, or look on GOV.UK.',
      'Look at the dot on the map.',
    ],
  },
})
