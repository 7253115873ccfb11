import { ChevronDown, type LucideIcon, MoreHorizontal } from 'lucide-react'
import { Button, Menu, MenuItem, MenuTrigger, Popover, Separator } from 'react-aria-components'
import { Keys } from './keys.tsx'

export interface MenuAct {
  id: string
  label: string
  icon?: LucideIcon
  shortcut?: string
  /** Takes something away: last, after a line. */
  stop?: boolean
  disabled?: boolean
  run: () => void
}

interface MenuButtonProps {
  /** “More about Travel to school”: what the menu is about, for those who do not see where it stands. */
  label: string
  acts: readonly MenuAct[]
  /** Words on the button; three dots when there are none. */
  words?: string
  kind?: 'plain' | 'bare'
  size?: 'small' | 'medium'
}

export function MenuButton({ label, acts, words, kind = 'bare', size = 'medium' }: MenuButtonProps) {
  const look = `button button-${kind}${size === 'small' ? ' button-small' : ''}${words ? '' : ' button-icon'}`
  const keep = acts.filter(act => !act.stop)
  const stop = acts.filter(act => act.stop)
  return (
    <MenuTrigger>
      <Button className={look} aria-label={label}>
        {words ?? <MoreHorizontal aria-hidden="true" />}
        {words && <ChevronDown aria-hidden="true" />}
      </Button>
      <Popover className="popover" placement="bottom end">
        <Menu className="menu" onAction={key => acts.find(act => act.id === key)?.run()}>
          {keep.map(act => (
            <MenuLine key={act.id} act={act} />
          ))}
          {keep.length > 0 && stop.length > 0 && <Separator className="menu-line" />}
          {stop.map(act => (
            <MenuLine key={act.id} act={act} />
          ))}
        </Menu>
      </Popover>
    </MenuTrigger>
  )
}

function MenuLine({ act }: { act: MenuAct }) {
  const Icon = act.icon
  return (
    <MenuItem
      id={act.id}
      textValue={act.label}
      isDisabled={act.disabled ?? false}
      className={act.stop ? 'menu-item menu-item-stop' : 'menu-item'}
    >
      {Icon && <Icon className="icon" aria-hidden="true" />}
      <span>{act.label}</span>
      {act.shortcut && <Keys shortcut={act.shortcut} />}
    </MenuItem>
  )
}
