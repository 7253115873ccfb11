import { useId } from 'react'
import type { Doc } from '../../shared/content/index.ts'
import type { Choice } from '../../shared/contract/index.ts'
import { Button } from '../ui/button.tsx'
import { ComparedDoc } from '../ui/rendered-doc.tsx'

interface SideCardProps {
  title: string
  when: string
  before: Doc
  side: Choice['mine']
  /** Shown below as families would read it. */
  chosen: boolean
  action: string
  main?: boolean
  busy: boolean
  onLook: () => void
  onChoose: () => void
}

/** One person's words, with what they changed marked, and the button that keeps them. */
export function SideCard(props: SideCardProps) {
  const id = useId()
  const { title, when, before, side, chosen, action, main = false, busy, onLook, onChoose } = props
  return (
    <section className={chosen ? 'card card-here side' : 'card side'} aria-labelledby={id}>
      <h2 id={id}>
        {title} <span className="soft side-when">{when}</span>
      </h2>
      {side.doc.content.length === 0 ? (
        <p className="side-removed">Took these words out.</p>
      ) : (
        <ComparedDoc before={before} after={side.doc} headingOffset={1} />
      )}
      <div className="actions">
        <Button kind={main ? 'main' : 'plain'} busy={busy} onFocus={onLook} onHoverStart={onLook} onPress={onChoose}>
          {action}
        </Button>
      </div>
    </section>
  )
}
