import { type ReactNode, useId, useRef } from 'react'
import { useInContents } from './contents.tsx'
import { PlaceLink } from './link.tsx'
import { useKeptFocus } from './use-kept-focus.ts'
import { useLedTo } from './use-led-to.ts'

interface SheetProps {
  title: string
  /** Said after the title in a softer voice: “4, oldest first”. */
  note?: string
  actions?: ReactNode
  foot?: ReactNode
  children?: ReactNode
}

/** A part of a place with its own heading: a region that screen readers list by name. */
export function Sheet({ title, note, actions, foot, children }: SheetProps) {
  const id = useId()
  const heading = useRef<HTMLHeadingElement>(null)
  const keepFocus = useKeptFocus(heading)
  useInContents(title, heading)
  return (
    <section className="sheet" aria-labelledby={id} {...keepFocus}>
      <div className="sheet-top">
        <h2 id={id} ref={heading} tabIndex={-1}>
          {title} {note && <span>{note}</span>}
        </h2>
        {actions && <div className="actions">{actions}</div>}
      </div>
      {children}
      {foot && <div className="sheet-foot">{foot}</div>}
    </section>
  )
}

export function Rows({ children, label }: { children: ReactNode; label?: string }) {
  return (
    <ul className="rows" aria-label={label}>
      {children}
    </ul>
  )
}

interface RowProps {
  chip?: ReactNode
  title: ReactNode
  href?: string
  children?: ReactNode
  actions?: ReactNode
  /** The keyboard came into the row, or left it: a command can then mean this one thing. */
  onFocusWithin?: (inside: boolean) => void
  /** Somebody was led to just this row. */
  isLedTo?: boolean
}

/** One thing and what can be done with it: its state, its name, one sentence, its buttons. */
export function Row({ chip, title, href, children, actions, onFocusWithin, isLedTo = false }: RowProps) {
  const ledTo = useLedTo(isLedTo)
  return (
    <li {...ledTo} className="row" onFocus={() => onFocusWithin?.(true)} onBlur={() => onFocusWithin?.(false)}>
      {chip}
      <div className="row-words">
        <RowTitle href={href}>{title}</RowTitle>
        {children && <div className="soft">{children}</div>}
      </div>
      {actions && <div className="actions">{actions}</div>}
    </li>
  )
}

function RowTitle({ href, children }: { href: string | undefined; children: ReactNode }) {
  if (href === undefined) return <span className="row-title">{children}</span>
  return (
    <PlaceLink href={href} className="row-title">
      {children}
    </PlaceLink>
  )
}
