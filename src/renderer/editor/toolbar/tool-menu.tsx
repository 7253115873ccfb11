import { Check, ChevronDown, type LucideIcon } from 'lucide-react'
import { useRef } from 'react'
import { Button, Menu, MenuItem, MenuTrigger, Popover, Separator } from 'react-aria-components'
import { Keys } from '../../ui/keys.tsx'
import { Tip } from '../../ui/tip.tsx'

export interface Tool {
  id: string
  label: string
  icon?: LucideIcon
  shortcut?: string
  /** One of several, and this is the one: shown with a tick. */
  chosen?: boolean
  /** Begins a new group. */
  line?: boolean
  run: () => void
}

interface ToolMenuProps {
  label: string
  /** Words on the button; with an icon alone, the label shows on focus and hover. */
  words?: string
  /** The words change with the cursor: the button keeps its width, so that nothing moves. */
  steady?: boolean
  icon?: LucideIcon
  /** The cursor is in such a thing. */
  pressed?: boolean
  disabled?: boolean
  /** The menu was left with nothing chosen: back to the text that it is about. */
  onLeave: () => void
  tools: readonly Tool[]
}

/** A menu of the text toolbar. */
export function ToolMenu({
  label,
  words,
  icon: Icon,
  steady = false,
  pressed = false,
  disabled = false,
  onLeave,
  tools,
}: ToolMenuProps) {
  const chose = useRef(false)
  const button = (
    <Button
      className={`button button-bare tool${pressed ? ' tool-on' : ''}${words === undefined ? ' tool-icon' : ''}${steady ? ' tool-steady' : ''}`}
      aria-label={words === undefined ? label : `${label}: ${words}`}
      isDisabled={disabled}
    >
      {Icon && <Icon aria-hidden="true" />}
      {words}
      <ChevronDown className="tool-down" aria-hidden="true" />
    </Button>
  )
  return (
    <MenuTrigger
      onOpenChange={open => {
        if (!open && !chose.current) onLeave()
        chose.current = false
      }}
    >
      {words === undefined ? <Tip words={label}>{button}</Tip> : button}
      <Popover className="popover" placement="bottom start">
        <Menu
          className="menu"
          onAction={key => {
            chose.current = true
            tools.find(tool => tool.id === key)?.run()
          }}
        >
          {tools.flatMap(tool => [
            ...(tool.line ? [<Separator key={`${tool.id}-line`} className="menu-line" />] : []),
            <ToolLine key={tool.id} tool={tool} />,
          ])}
        </Menu>
      </Popover>
    </MenuTrigger>
  )
}

function ToolLine({ tool }: { tool: Tool }) {
  const Icon = tool.icon
  return (
    <MenuItem
      id={tool.id}
      className="menu-item"
      textValue={tool.label}
      {...(tool.chosen !== undefined && { 'aria-label': tool.chosen ? `${tool.label}, chosen` : tool.label })}
    >
      {Icon && <Icon className="icon" aria-hidden="true" />}
      <span>{tool.label}</span>
      {tool.chosen && <Check className="icon menu-tick" aria-hidden="true" />}
      {tool.shortcut && <Keys shortcut={tool.shortcut} />}
    </MenuItem>
  )
}
