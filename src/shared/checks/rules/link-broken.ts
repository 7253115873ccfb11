import { rule } from '../rule.ts'

/** A link or picture that leads to something that is not in this workspace. */
export const linkBroken = rule({
  id: 'link-broken',
  severity: 'error',
  wcag: [],
  source: 'Families must be able to follow every link',
  why: 'A family that follows a dead link loses its way, and often gives up.',
  on: {
    link: ({ text, href, path, start, end }, { titles, media }) => {
      const id = /^(?:page|service):([0-9A-Z]{26})/.exec(href)?.[1]
      const name = /^media\/([^?#]+)/.exec(href)?.[1]
      const gone = Boolean((id && titles.size > 0 && !titles.has(id)) || (name && media.size > 0 && !media.has(name)))
      return (
        gone && { message: `“${text.trim()}” leads to something that is no longer here.`, place: { path, start, end } }
      )
    },
    nodes: {
      figure: ({ attrs }, path, { media }) =>
        isMissing(attrs.src, media) && {
          message: `The picture “${attrs.src}” is not in this workspace.`,
          place: { path },
        },
      document: ({ attrs }, path, { media }) =>
        isMissing(attrs.src, media) && {
          message: `The document “${attrs.title}” is not in this workspace.`,
          place: { path },
        },
      service: ({ attrs }, path, { titles }) =>
        titles.size > 0 &&
        !titles.has(attrs.id) && { message: 'The service shown here is no longer in the directory.', place: { path } },
    },
  },
  examples: {
    fail: [
      '[Travel](page:01ARZ3NDEKTSV4RRFFQ69G5XXX)',
      '[Form (PDF, 2 kB)](media/gone.pdf)',
      '::figure{src="media/gone.png" alt="A bus"}',
    ],
    pass: [
      '[Travel](page:01ARZ3NDEKTSV4RRFFQ69G5FAV)',
      '[Travel](https://example.org/)',
      '::figure{src="media/bus.png" alt="A bus"}',
    ],
  },
})

function isMissing(src: string, media: ReadonlyMap<string, number>): boolean {
  return media.size > 0 && src.startsWith('media/') && !media.has(src.slice('media/'.length))
}
