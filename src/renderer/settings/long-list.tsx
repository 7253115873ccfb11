import { type ReactNode, useState } from 'react'

interface LongListProps {
  /** How many there are, in words: “23 sentences”. */
  summary: string
  children: ReactNode
}

/** A list that is looked at more often than it is changed: one line, until somebody opens it. */
export function LongList({ summary, children }: LongListProps) {
  const [open, setOpen] = useState(false)
  return (
    <details className="settings-fold" onToggle={event => setOpen(event.currentTarget.open)}>
      <summary>{summary}</summary>
      {open && children}
    </details>
  )
}
