import type { MouseEvent } from 'react'

/**
 * Where a link in a shown page leads: to a place of this window (its address starts with `#/`, and the window follows it
 * by itself), to a heading of the same page, or out of Signpost, into the system's browser.
 */
export function followLink(event: MouseEvent<HTMLElement>): void {
  const link = event.target instanceof Element ? event.target.closest('a') : null
  const href = link?.getAttribute('href') ?? ''
  if (link === null || href === '' || href.startsWith('#/')) return
  event.preventDefault()
  if (href.startsWith('#')) {
    const heading = event.currentTarget.querySelector(`[id="${CSS.escape(href.slice(1))}"]`)
    heading?.scrollIntoView({ block: 'start' })
  } else {
    window.open(link.href, '_blank', 'noreferrer')
  }
}
