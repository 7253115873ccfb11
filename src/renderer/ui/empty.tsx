import type { LucideIcon } from 'lucide-react'
import type { ReactNode } from 'react'

interface EmptyProps {
  icon: LucideIcon
  title: string
  /** What to do first. */
  children: ReactNode
  actions?: ReactNode
  level?: 2 | 3
}

/** A place with nothing in it says so, and what to do first. */
export function Empty({ icon: Icon, title, children, actions, level = 2 }: EmptyProps) {
  const Heading = level === 2 ? 'h2' : 'h3'
  return (
    <div className="empty">
      <Icon aria-hidden="true" />
      <Heading>{title}</Heading>
      <p className="soft">{children}</p>
      {actions && <div className="actions">{actions}</div>}
    </div>
  )
}
