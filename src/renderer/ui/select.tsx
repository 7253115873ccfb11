import { Check, ChevronDown } from 'lucide-react'
import type { ReactNode } from 'react'
import {
  Button,
  Label,
  ListBox,
  ListBoxItem,
  Popover,
  Radio,
  RadioGroup,
  Select,
  SelectValue,
  Text,
} from 'react-aria-components'

export interface Option {
  value: string
  label: string
  /** A softer line beneath. */
  help?: string
}

interface SelectFieldProps {
  label: string
  value: string
  options: readonly Option[]
  onChange: (value: string) => void
  help?: string
  isDisabled?: boolean
}

export function SelectField({ label, value, options, onChange, help, isDisabled = false }: SelectFieldProps) {
  return (
    <Select
      className="field"
      value={value}
      isDisabled={isDisabled}
      onChange={key => {
        if (key !== null) onChange(String(key))
      }}
    >
      <Label className="field-label">{label}</Label>
      {help && (
        <Text slot="description" className="field-help">
          {help}
        </Text>
      )}
      <Button className="field-input select-button">
        <SelectValue className="select-value" />
        <ChevronDown className="icon" aria-hidden="true" />
      </Button>
      <Popover className="popover">
        <ListBox className="menu" items={options.map(option => ({ ...option, id: option.value }))}>
          {option => <OptionItem option={option} />}
        </ListBox>
      </Popover>
    </Select>
  )
}

/** One line of a list to choose from, here and in a combobox. */
export function OptionItem({ option }: { option: Option }) {
  return (
    <ListBoxItem id={option.value} textValue={option.label} className="menu-item option">
      {({ isSelected }) => (
        <>
          <span className="option-words">
            <span>{option.label}</span>
            {option.help && <span className="soft option-help">{option.help}</span>}
          </span>
          {isSelected && <Check className="icon" aria-hidden="true" />}
        </>
      )}
    </ListBoxItem>
  )
}

interface RadioFieldProps {
  label: string
  value: string
  options: readonly Option[]
  onChange: (value: string) => void
  help?: ReactNode
}

/** A few choices, all to be seen at once. */
export function RadioField({ label, value, options, onChange, help }: RadioFieldProps) {
  return (
    <RadioGroup className="field" value={value} onChange={onChange}>
      <Label className="field-label">{label}</Label>
      {help && (
        <Text slot="description" className="field-help">
          {help}
        </Text>
      )}
      <div className="radios">
        {options.map(option => (
          <Radio key={option.value} value={option.value} className="radio">
            <span className="radio-dot" aria-hidden="true" />
            <span>
              <span className="radio-label">{option.label}</span>
              {option.help && <span className="soft radio-help">{option.help}</span>}
            </span>
          </Radio>
        ))}
      </div>
    </RadioGroup>
  )
}
