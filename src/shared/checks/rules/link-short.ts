import { rule } from '../rule.ts'

/** Of those that shorten any address; one that leads to a single well-known site (youtu.be, forms.gle) says so. */
const shorteners =
  /^https?:\/\/(?:www\.)?(?:adf\.ly|bit\.do|bit\.ly|bitly\.com|bl\.ink|buff\.ly|cutt\.ly|dlvr\.it|goo\.gl|is\.gd|j\.mp|lnkd\.in|ow\.ly|qr\.ae|rb\.gy|rebrand\.ly|s\.id|shorturl\.at|shorturl\.com|snip\.ly|t\.co|t\.ly|tiny\.cc|tiny\.one|tinyurl\.com|trib\.al|tr\.im|u\.to|url\.ie|v\.gd)\/[^\s/?#]/i

/** A link by way of a service that shortens addresses. */
export const linkShort = rule({
  id: 'link-short',
  severity: 'warning',
  wcag: [],
  source: 'A link says where it leads; people are told not to open one that hides it',
  why: 'Nobody can tell where a shortened address leads, many filters at work and at school stop it, and it may end without notice.',
  on: {
    link: ({ text, href, place }) =>
      shorteners.test(href.trim()) &&
      !/^https?:\/\/goo\.gl\/maps\//i.test(href) && {
        message: `“${text.trim()}” has a shortened address. Open it, and use the address that it leads to.`,
        place,
      },
  },
  examples: {
    fail: ['[Book a swimming lesson](https://bit.ly/3abcdEf)', '[Survey](http://www.tinyurl.com/our-survey)'],
    pass: [
      '[Film of the hub](https://youtu.be/abcdefghijk)',
      '[Survey](https://forms.gle/abc), [map](https://maps.app.goo.gl/abc) and [form](https://www.gov.uk/dla)',
      '[How Bitly works](https://bit.ly/)',
      '[Club](https://habit.ly/club) and [team](https://example.org/t.co/x)',
    ],
  },
})
