import type { ReactNode } from 'react'
import { Link } from 'react-aria-components'
import { hrefOf } from '../../shared/content/index.ts'
import { outsideLink } from './button.tsx'

/** A link to a place in the window; hrefs are made by `app/places.ts`. */
export function PlaceLink({ href, className, children }: { href: string; className?: string; children: ReactNode }) {
  return (
    <Link href={href} className={className ?? ''}>
      {children}
    </Link>
  )
}

/** A link out of Signpost, which the shell opens in the system's browser; the words alone where it would lead to script. */
export function OutsideLink({ href, children }: { href: string; children: ReactNode }) {
  const address = hrefOf(href)
  if (address === null) return children
  return (
    <a href={address} {...outsideLink}>
      {children}
    </a>
  )
}
