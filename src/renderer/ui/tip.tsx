import type { ReactElement } from 'react'
import { Tooltip, TooltipTrigger } from 'react-aria-components'
import { Keys } from './keys.tsx'

interface TipProps {
  words: string
  shortcut?: string
  /** The one control that it belongs to. */
  children: ReactElement
}

/** A label that shows on focus and hover; never the only place where something is said. */
export function Tip({ words, shortcut, children }: TipProps) {
  return (
    <TooltipTrigger delay={500} closeDelay={100}>
      {children}
      <Tooltip className="tooltip" offset={6}>
        {words}
        {shortcut && <Keys shortcut={shortcut} />}
      </Tooltip>
    </TooltipTrigger>
  )
}
