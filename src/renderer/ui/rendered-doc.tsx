import { useQuery } from '@tanstack/react-query'
import { type Ref, useMemo } from 'react'
import { type Doc, type HtmlContext, renderHtml } from '../../shared/content/index.ts'
import type { PageRow } from '../../shared/contract/index.ts'
import { compareToHtml } from '../../shared/review/index.ts'
import { pagePlace } from '../app/places.ts'
import { mediaAddress } from '../connection/addresses.ts'
import type { MediaItem } from '../connection/answers.ts'
import { orpc } from '../connection/api.ts'
import { followLink } from './follow-link.ts'
import './rendered-doc.css'

interface SafeHtmlProps {
  html: string
  className?: string
  /** The language of the words is the site's; passages in another carry their own. */
  ref?: Ref<HTMLDivElement>
}

/**
 * The only place of the window that sets HTML. It is safe because the HTML is made from the document model by the content
 * folder's renderer, which escapes every word and every attribute, writes no script, style or event handler, and lets
 * only http(s), mailto, tel and the addresses of our own context into links; raw HTML of a page is kept as its source and
 * shown as text. The window's content policy would refuse a script all the same.
 */
function SafeHtml({ html, className = '', ref }: SafeHtmlProps) {
  return (
    // The links in it are the handles; the box only hears their presses, by mouse and keyboard alike.
    // biome-ignore lint/a11y/noStaticElementInteractions: see above
    // biome-ignore lint/a11y/useKeyWithClickEvents: Enter on a link is a click
    <div ref={ref} className={`doc ${className}`} onClick={followLink} dangerouslySetInnerHTML={{ __html: html }} />
  )
}

/** What the renderer has to know of the workspace, so that links lead to places of this window. */
function useHtmlContext(headingOffset: number, excerpt: boolean): HtmlContext {
  const rows = useQuery(orpc.pages.list.queryOptions()).data
  const media = useQuery(orpc.media.list.queryOptions()).data
  return useMemo(
    () => ({ ...htmlContext(rows ?? [], media ?? [], headingOffset), excerpt }),
    [rows, media, headingOffset, excerpt],
  )
}

function htmlContext(rows: readonly PageRow[], items: readonly MediaItem[], headingOffset: number): HtmlContext {
  const files = new Map(items.map(item => [`media/${item.name}`, item]))
  const byId = new Map<string, PageRow>(rows.map(row => [row.id, row]))
  return {
    href: href => {
      const [kind = '', rest = ''] = splitAt(href, ':')
      if (kind === 'page' || kind === 'service') return `#${pagePlace(rest.split('#')[0] ?? '')}`
      return href.startsWith('media/') ? mediaAddress(href.slice('media/'.length)) : href
    },
    media: src => {
      const item = files.get(src)
      return item === undefined ? null : { url: mediaAddress(item.name), bytes: item.bytes }
    },
    service: id => {
      const row = byId.get(id)
      return row === undefined ? null : { title: row.title, href: `#${pagePlace(id)}`, summary: row.summary }
    },
    headingOffset,
    kept: 'show',
  }
}

function splitAt(text: string, sign: string): [string, string] {
  const at = text.indexOf(sign)
  return at === -1 ? [text, ''] : [text.slice(0, at), text.slice(at + 1)]
}

/** A document as families will read it. */
export function RenderedDoc({
  doc,
  className,
  headingOffset = 0,
  excerpt = false,
}: {
  doc: Doc
  className?: string
  headingOffset?: number
  /** The same words may stand on this screen more than once. */
  excerpt?: boolean
}) {
  const context = useHtmlContext(headingOffset, excerpt)
  const html = useMemo(() => renderHtml(doc, context), [doc, context])
  return <SafeHtml html={html} {...(className && { className })} />
}

interface ComparedDocProps {
  /** Null where there was nothing before: everything is new. */
  before: Doc | null
  after: Doc
  className?: string
  headingOffset?: number
  excerpt?: boolean
  /** Says before each change what it is, and after it that it ends, to whoever does not see the marks. */
  spoken?: boolean
  ref?: Ref<HTMLDivElement>
}

const spokenMarks = { added: ['added: ', ', end of added'], removed: ['taken out: ', ', end of taken out'] } as const

/** A document as families will read it, with what changed marked: `ins` and `del`, which are never colour alone. */
export function ComparedDoc(props: ComparedDocProps) {
  const { before, after, className, headingOffset = 0, excerpt = false, spoken = false, ref } = props
  const context = useHtmlContext(headingOffset, excerpt)
  const html = useMemo(
    () => compareToHtml(before, after, context, spoken ? spokenMarks : undefined),
    [before, after, context, spoken],
  )
  return <SafeHtml html={html} {...(className && { className })} {...(ref && { ref })} />
}
