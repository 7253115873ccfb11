import { Check } from 'lucide-react'
import { useRef } from 'react'
import type { RequirementView } from '../../../shared/contract/index.ts'
import { Button } from '../../ui/button.tsx'
import { useKeptFocus } from '../../ui/use-kept-focus.ts'
import { listed } from '../../words/counts.ts'

interface RequirementItemProps {
  requirement: RequirementView
  /** The page's own words that speak for it. */
  because?: readonly string[]
  tagged: boolean
  readOnly: boolean
  onTag: () => void
}

export function RequirementItem({ requirement, because, tagged, readOnly, onTag }: RequirementItemProps) {
  const { id, text, kind, confidence } = requirement
  const done = useRef<HTMLSpanElement>(null)
  const keepFocus = useKeptFocus(done)
  return (
    <li className="tag" {...keepFocus}>
      <div>
        <p>
          <strong>{id}</strong> {text}
        </p>
        {because !== undefined && <p className="soft">Because of: {listed([...because], 4)}</p>}
        {kind !== 'content' && <p className="soft">{kindWords[kind]}</p>}
        {confidence === 'reconstructed' && <p className="soft">Our reconstruction, not seen in a source.</p>}
      </div>
      {tagged ? (
        <span className="tag-done" ref={done} tabIndex={-1}>
          <Check className="icon" aria-hidden="true" /> Tagged
        </span>
      ) : (
        <Button size="small" about={id} isDisabled={readOnly} onPress={onTag}>
          Tag
        </Button>
      )}
    </li>
  )
}

const kindWords: Readonly<Record<Exclude<RequirementView['kind'], 'content'>, string>> = {
  'whole-offer': 'Met by the site as a whole.',
  process: 'Met by something done, not by words alone.',
}
