import { type ReactNode, useId } from 'react'
import type { Doc } from '../../shared/content/index.ts'
import { Chip } from '../ui/chip.tsx'
import { ComparedDoc, RenderedDoc } from '../ui/rendered-doc.tsx'
import { ScrollBox } from '../ui/scroll-box.tsx'

interface SideCardProps {
  title: string
  when: string
  /** Null where the whole page is in question: nothing is marked then. */
  before: Doc | null
  doc: Doc
  /** What stands here instead of words, where there are none. */
  none: string
  chosen: boolean
  /** Whether what this person changed is marked. */
  marked: boolean
  children: ReactNode
}

/** One person's words as families would read them, what they changed marked in words too, and the button that keeps them. */
export function SideCard({ title, when, before, doc, none, chosen, marked, children }: SideCardProps) {
  const id = useId()
  return (
    <section className={chosen ? 'card card-here side' : 'card side'} aria-labelledby={id}>
      <div className="side-top">
        <h2 id={id}>
          {title} <span className="soft side-when">{when}</span>
        </h2>
        {chosen && <Chip tone="accent">Your answer</Chip>}
      </div>
      <div className="side-words">
        {doc.content.length === 0 ? (
          <p className="side-removed">{none}</p>
        ) : before === null ? (
          // Of any length: the buttons beneath stay in reach.
          <ScrollBox label={`All of it: ${title}`}>
            <RenderedDoc doc={doc} headingOffset={1} excerpt />
          </ScrollBox>
        ) : marked ? (
          <ComparedDoc before={before} after={doc} headingOffset={1} excerpt spoken />
        ) : (
          <RenderedDoc doc={doc} headingOffset={1} excerpt />
        )}
      </div>
      <div className="actions">{children}</div>
    </section>
  )
}
