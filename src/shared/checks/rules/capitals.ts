import { type Finding, rule } from '../rule.ts'

const run = /(?:\b\p{Lu}[\p{Lu}’'&-]+\b[^\p{L}\n.?!]*){3,}/gu

/** Words in capitals. WCAG 2.2 SC 1.3.1; harder to read, and some screen readers spell them out. */
export const capitals = rule({
  id: 'capitals',
  severity: 'warning',
  wcag: [],
  source: 'GOV.UK style: never use block capitals for large amounts of text',
  why: 'Capitals are slow to read, feel like shouting, and may be spelled out letter by letter.',
  on: {
    text: ({ text, path }) =>
      [...text.matchAll(run)].flatMap((match): Finding[] => {
        const words = match[0].trim()
        // A row of short acronyms (“SEND, EHC, CAMHS”) is not shouting; a word of six letters is.
        if (!/\p{Lu}{6,}/u.test(words)) return []
        return [
          {
            message: `“${words.slice(0, 60)}” is all in capitals.`,
            place: { path, start: match.index, end: match.index + words.length },
          },
        ]
      }),
  },
  examples: {
    fail: ['PLEASE READ THIS BEFORE YOU APPLY', 'You must NOT APPLY BEFORE SEPTEMBER.'],
    pass: ['Ask SENDIASS or the SEND team.', 'SEND, EHC and CAMHS are explained below.', 'Please read this.'],
  },
})
