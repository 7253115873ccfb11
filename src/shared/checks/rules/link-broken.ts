import { headingsOf } from '../../content/index.ts'
import { unlinking } from '../edit-text.ts'
import { keptMarkup } from '../markup/kept.ts'
import { type CheckFacts, type Finding, rule } from '../rule.ts'

/** A link or picture that leads to something that is not in this workspace. */
export const linkBroken = rule({
  id: 'link-broken',
  severity: 'error',
  wcag: [],
  source: 'Families must be able to follow every link',
  why: 'A family that follows a dead link loses its way, and often gives up.',
  on: {
    link: ({ text, href, block, start, end, place }, facts) => {
      if (isGone(href, facts)) {
        const fix = unlinking('Take the link away', block, start, end)
        return { message: `“${text.trim()}” leads to something that is no longer here.`, place, fix }
      }
      // Only the workspace itself can know that nothing of it has such an address.
      const leads = /^(?:page:|service:|media\/|#|[a-z][a-z\d+.-]*:)/i.test(href) || facts.titles.size === 0
      return !leads && { message: `“${text.trim()}” has an address that is not whole: “${href}”.`, place }
    },
    pageOfDocument: ({ entry, links, doc, facts }) => {
      const headings = new Set(headingsOf(doc).map(({ slug }) => `#${slug}`))
      const leadsNowhere = (href: string) => /^#./.test(href) && !headings.has(href)
      // An old page may have put a name of its own into what is kept.
      const named = links.some(({ href }) => leadsNowhere(href)) ? keptMarkup(doc)?.named : undefined
      const lost = links
        .filter(({ href }) => leadsNowhere(href) && !named?.has(href.slice(1)))
        .map(({ text, block, start, end, place }) => ({
          message: `“${text.trim()}” leads to a heading that is not on this page.`,
          place,
          fix: unlinking('Take the link away', block, start, end),
        }))
      if (entry.kind !== 'page') return lost
      const { related, easyRead } = entry.fields
      const field = (name: string, message: string) => ({ message, place: { path: [] }, field: name })
      return [
        ...lost,
        ...related
          .filter(id => isGone(`page:${id}`, facts))
          .map(() => field('related', 'A related page is no longer here.')),
        ...(isGone(easyRead, facts) ? [field('easyRead', 'The easy read version is no longer here.')] : []),
      ]
    },
    markup: ({ links, named }) =>
      links
        .filter(({ href }) => /^#./.test(href) && href !== '#top' && !named.has(decoded(href.slice(1))))
        .map(({ text, place }) => ({ message: `“${text}” leads to a part that is not on this page.`, place })),
    nodes: {
      figure: ({ attrs }, path, facts) => isGone(attrs.src, facts) && missing(`The picture “${attrs.src}”`, path),
      image: ({ attrs }, path, facts) => isGone(attrs.src, facts) && missing(`The picture “${attrs.src}”`, path),
      document: ({ attrs }, path, facts) => isGone(attrs.src, facts) && missing(`The document “${attrs.title}”`, path),
      video: ({ attrs }, path, facts) => [
        ...(isGone(attrs.poster, facts) ? [missing(`The picture “${attrs.poster}”`, path)] : []),
        ...(isGone(attrs.transcript, facts) ? [missing(`The transcript of “${attrs.title}”`, path)] : []),
      ],
      service: ({ attrs }, path, facts) =>
        isGone(`service:${attrs.id}`, facts) && {
          message: 'The service shown here is no longer in the directory.',
          place: { path },
        },
    },
  },
  examples: {
    fail: [
      '[Travel](page:01ARZ3NDEKTSV4RRFFQ69G5XXX)',
      '[Form (PDF, 2 kB)](media/gone.pdf)',
      '::figure{src="media/gone.png" alt="A bus"}',
      'A ![bus](media/gone.png) here.',
      '[Travel](../travel.html)',
      '## Travel\n\n[Apply](#apply)',
    ],
    pass: [
      '[Travel](page:01ARZ3NDEKTSV4RRFFQ69G5FAV)',
      '[Travel](https://example.org/)',
      '::figure{src="media/bus.png" alt="A bus"}',
      '## How to apply\n\n[Apply](#how-to-apply)',
      '<a id="apply"></a>\n\nWords.\n\n[Apply](#apply)',
    ],
    html: {
      fail: ['<p><a href="#apply">Apply</a></p><h2 id="how">How</h2>'],
      pass: ['<p><a href="#apply">Apply</a></p><h2 id="apply">How</h2><p><a href="#top">Back to the top</a></p>'],
    },
  },
})

/** A reference to a page, a service or a file that the workspace does not have; what it has may not be known at all. */
function isGone(reference: string, { titles, media }: CheckFacts): boolean {
  const id = /^(?:page|service):([^#]+)/.exec(reference)?.[1]
  const name = /^media\/([^?#]+)/.exec(reference)?.[1]
  if (id !== undefined) return titles.size > 0 && !titles.has(id)
  return name !== undefined && media.size > 0 && !media.has(name)
}

function missing(what: string, path: number[]): Finding {
  return { message: `${what} is not in this workspace.`, place: { path } }
}

/** As a browser looks for it. */
function decoded(name: string): string {
  // The language's only way to say that percent signs do not fit.
  try {
    return decodeURIComponent(name)
  } catch {
    return name
  }
}
