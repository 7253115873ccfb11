import { linking } from '../edit-text.ts'
import { rule } from '../rule.ts'

/** What mail filters and search pages put around an address when it is copied from them; the address is the first group. */
const wrappers = [
  /^https?:\/\/[^/]*safelinks\.protection\.outlook\.com\/.*?[?&]url=([^&#]+)/i,
  /^https?:\/\/(?:www\.)?google\.[a-z.]+\/url\?(?:.*&)?(?:q|url)=([^&#]+)/i,
  /^https?:\/\/l\.facebook\.com\/l\.php\?(?:.*&)?u=([^&#]+)/i,
  /^https?:\/\/urldefense\.com\/v3\/__(.+?)__;/i,
]

/** A link that was copied out of a mail program, and goes by way of its filter. */
export const linkWrapped = rule({
  id: 'link-wrapped',
  severity: 'warning',
  wcag: [],
  source: 'A link leads families straight to where it says',
  why: 'It leads through a filter that can see who follows it, and that may stop working for people outside the council.',
  on: {
    link: ({ text, href, block, start, end, place }) => {
      const inner = unwrapped(href)
      return (
        inner !== null && {
          message: `“${text.trim()}” was copied from a mail or a search, and goes a long way round.`,
          place,
          fix: linking('Make it lead straight there', block, start, end, inner),
        }
      )
    },
  },
  examples: {
    fail: [
      '[Form](https://eur02.safelinks.protection.outlook.com/?url=https%3A%2F%2Fexample.org%2Fform&data=05%7C01)',
      '[Form](https://www.google.com/url?sa=t&q=https://example.org/form)',
    ],
    pass: [
      '[Form](https://example.org/form?url=https://example.org/)',
      '[Form](https://www.google.com/maps?q=Southend)',
    ],
  },
})

function unwrapped(href: string): string | null {
  const written = wrappers.map(wrapper => wrapper.exec(href)?.[1]).find(inner => inner !== undefined)
  if (written === undefined) return null
  const inner = /^https?:\/\//i.test(written) ? written : decoded(written)
  return inner !== null && /^https?:\/\/[^\s]+$/i.test(inner) ? inner : null
}

function decoded(written: string): string | null {
  // The language's only way to say that percent signs do not fit.
  try {
    return decodeURIComponent(written)
  } catch {
    return null
  }
}
