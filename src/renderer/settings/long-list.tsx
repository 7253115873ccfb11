import { type ReactNode, useState } from 'react'
import { useTroubleInside } from '../ui/form-troubles.tsx'

interface LongListProps {
  /** How many there are, in words: “23 sentences”. */
  summary: string
  /** How the names of its fields begin: it is open where something is wrong in one. */
  fields: string
  children: ReactNode
}

/** A list that is looked at more often than it is changed: one line, until somebody opens it. */
export function LongList({ summary, fields, children }: LongListProps) {
  const [opened, setOpen] = useState(false)
  const isWrong = useTroubleInside(`${fields}.`)
  const open = opened || isWrong
  return (
    <details className="settings-fold" open={open} onToggle={event => setOpen(event.currentTarget.open)}>
      <summary>{summary}</summary>
      {open && children}
    </details>
  )
}
