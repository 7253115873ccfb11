import { Check } from 'lucide-react'
import { Button } from '../ui/button.tsx'
import type { Way } from './ways.ts'

interface WayButtonProps {
  way: Way
  chosen: boolean
  onChoose: () => void
}

/** One way to answer, with its key. Pressed again, it is no answer any more. */
export function WayButton({ way, chosen, onChoose }: WayButtonProps) {
  return (
    <Button aria-pressed={chosen} onPress={onChoose} {...(chosen && { icon: Check })}>
      {way.label}{' '}
      <span className="way-key" aria-hidden="true">
        {way.key}
      </span>
    </Button>
  )
}
