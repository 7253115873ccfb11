import { ChevronDown, CircleAlert } from 'lucide-react'
import { Button, ComboBox, Input, Label, ListBox, Popover, Text } from 'react-aria-components'
import { useFormTrouble } from './form-troubles.tsx'
import { type Option, OptionItem } from './select.tsx'

interface ComboFieldProps {
  label: string
  options: readonly Option[]
  value: string | null
  onChange: (value: string | null) => void
  help?: string
  placeholder?: string
  /** For a field that takes the place of the one that was just used. */
  autoFocus?: boolean
  /** By which its form says what is wrong in it. */
  name?: string
}

/** Choose one of many by typing a part of it, or with the arrow down; whoever only passes by with Tab sees no list. */
export function ComboField(props: ComboFieldProps) {
  const { label, options, value, onChange, help, placeholder, autoFocus = false, name } = props
  const trouble = useFormTrouble(name)
  return (
    <ComboBox
      className="field"
      data-field={name}
      isInvalid={trouble !== null}
      defaultItems={options.map(option => ({ ...option, id: option.value }))}
      value={value}
      onChange={key => onChange(key === null ? null : String(key))}
      autoFocus={autoFocus}
    >
      <Label className="field-label">{label}</Label>
      {help && (
        <Text slot="description" className="field-help">
          {help}
        </Text>
      )}
      {trouble !== null && (
        <Text slot="errorMessage" className="field-trouble">
          <CircleAlert className="icon" aria-hidden="true" />
          {trouble}
        </Text>
      )}
      <div className="combo">
        <Input className="field-input" placeholder={placeholder ?? ''} />
        <Button className="button button-bare button-icon" aria-label="Show all">
          <ChevronDown aria-hidden="true" />
        </Button>
      </div>
      <Popover className="popover">
        <ListBox className="menu" renderEmptyState={() => <p className="menu-empty soft">Nothing has these words.</p>}>
          {(option: Option) => <OptionItem option={option} />}
        </ListBox>
      </Popover>
    </ComboBox>
  )
}
