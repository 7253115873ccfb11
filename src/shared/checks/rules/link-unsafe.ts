import { rule } from '../rule.ts'

/** A link that only works on the author's own computer, or that runs something. */
export const linkUnsafe = rule({
  id: 'link-unsafe',
  severity: 'error',
  wcag: [],
  source: 'Links are for everybody: web, email, telephone, pages and documents of the site',
  why: 'This address works on one computer only, or not at all, so families would get nowhere.',
  on: {
    link: ({ text, href, place }) =>
      (/^(?:javascript|data|vbscript|file|blob):/i.test(href.trim()) ||
        /^https?:\/\/(?:localhost|127\.\d|10\.\d|192\.168\.\d|172\.(?:1[6-9]|2\d|3[01])\.\d|[^/.]+(?:\/|$))/i.test(
          href,
        ) ||
        /^(?:[a-z]:(?:\\|%5c|\/)|\\\\)/i.test(href) ||
        href.trim() === '#') && {
        message: `“${text.trim()}” has an address that families cannot open.`,
        place,
      },
  },
  examples: {
    fail: ['[Form](file:///C:/form.doc)', '[Rota](http://intranet/rota)', '[Top](#)', '[Test](http://localhost:8080/)'],
    pass: ['[Form](https://example.org/form)', '[Ring us](tel:01632960001)', '[Ten](https://10.example.org/)'],
  },
})
