import type { LucideIcon } from 'lucide-react'
import { ToggleButton } from 'react-aria-components'
import { IconButton } from '../../ui/button.tsx'
import { Tip } from '../../ui/tip.tsx'

interface ToolButtonProps {
  label: string
  icon: LucideIcon
  shortcut?: string
  /** Left out for a tool that does something instead of switching it on and off. */
  on?: boolean
  disabled?: boolean
  onPress: () => void
}

/** A tool of the text toolbar: an icon whose label shows on focus and hover. */
export function ToolButton({ label, icon: Icon, shortcut, on, disabled = false, onPress }: ToolButtonProps) {
  if (on === undefined) {
    return (
      <IconButton label={label} icon={Icon} isDisabled={disabled} onPress={onPress} {...(shortcut && { shortcut })} />
    )
  }
  return (
    <Tip words={label} {...(shortcut && { shortcut })}>
      <ToggleButton
        className={`button button-bare button-icon tool${on ? ' tool-on' : ''}`}
        aria-label={label}
        isSelected={on}
        isDisabled={disabled}
        onChange={onPress}
      >
        <Icon aria-hidden="true" />
      </ToggleButton>
    </Tip>
  )
}
