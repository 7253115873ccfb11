import type { ReactNode } from 'react'
import { Link } from 'react-aria-components'
import { outsideLink } from './button.tsx'

/** A link to a place in the window; hrefs are made by `app/places.ts`. */
export function PlaceLink({ href, className, children }: { href: string; className?: string; children: ReactNode }) {
  return (
    <Link href={href} className={className ?? ''}>
      {children}
    </Link>
  )
}

/** A link out of Signpost, which the shell opens in the system's browser. */
export function OutsideLink({ href, children }: { href: string; children: ReactNode }) {
  return (
    <a href={href} {...outsideLink}>
      {children}
    </a>
  )
}
