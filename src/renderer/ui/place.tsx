import { type ReactNode, useEffect, useRef } from 'react'

interface PlaceProps {
  title: string
  /** The window's title where it says more than the heading: “History of Travel to school”. */
  windowTitle?: string
  lead?: ReactNode
  /** Above the heading: the way back. */
  crumbs?: ReactNode
  actions?: ReactNode
  /** A page's title is longer than a place's name, and is set smaller. */
  long?: boolean
  children: ReactNode
}

/**
 * A place that a person can be in: its heading takes the focus when the place opens, so that a screen reader starts
 * there and not at the top of the window (WCAG 2.2 SC 2.4.3), unless somebody was led to one line or field of it; and the window's
 * title names it (SC 2.4.2).
 */
export function Place({ title, windowTitle, lead, crumbs, actions, long = false, children }: PlaceProps) {
  const heading = useRef<HTMLHeadingElement>(null)
  useEffect(() => {
    document.title = `${windowTitle ?? title} – Signpost`
  }, [title, windowTitle])
  useEffect(() => {
    const place = heading.current?.closest('.place')
    if (place?.querySelector('[aria-current]:focus, [data-led-to]:focus')) return
    heading.current?.focus({ preventScroll: true })
    heading.current?.closest('main')?.scrollTo({ top: 0 })
  }, [])
  return (
    <div className="place">
      <div className="place-top">
        <div className="place-words">
          {crumbs && <div className="crumbs">{crumbs}</div>}
          <h1 ref={heading} tabIndex={-1} className={long ? 'place-long' : ''}>
            {title}
          </h1>
          {lead && <div className="place-lead">{lead}</div>}
        </div>
        {actions && <div className="place-actions">{actions}</div>}
      </div>
      {children}
    </div>
  )
}
