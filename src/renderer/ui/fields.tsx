import { CircleAlert, Search, X } from 'lucide-react'
import type { ReactNode } from 'react'
import {
  Button as AriaButton,
  SearchField as AriaSearchField,
  type SearchFieldProps as AriaSearchFieldProps,
  TextField as AriaTextField,
  type TextFieldProps as AriaTextFieldProps,
  Checkbox,
  type CheckboxProps,
  Input,
  Label,
  Text,
  TextArea,
} from 'react-aria-components'
import { useFormTrouble } from './form-troubles.tsx'
import './fields.css'

interface TextFieldProps extends Omit<AriaTextFieldProps, 'children' | 'className' | 'style'> {
  label: string
  /** Says before somebody types what belongs here. */
  help?: ReactNode
  /** What is not right yet, and the next step; the words that were typed stay. */
  trouble?: string | null
  /** More than one line. */
  rows?: number
  placeholder?: string
  /** What Signpost made of the words; said to a screen reader when it changes. */
  told?: string | null
}

export function TextField({ label, help, trouble: own, rows, told, placeholder = '', ...rest }: TextFieldProps) {
  const ofForm = useFormTrouble(rest.name)
  const trouble = own || ofForm
  return (
    <AriaTextField {...rest} className="field" isInvalid={Boolean(trouble)}>
      <Label className="field-label">{label}</Label>
      {help && (
        <Text slot="description" className="field-help">
          {help}
        </Text>
      )}
      {trouble && (
        <Text slot="errorMessage" className="field-trouble">
          <CircleAlert className="icon" aria-hidden="true" />
          {trouble}
        </Text>
      )}
      {rows === undefined ? (
        <Input className="field-input" placeholder={placeholder} />
      ) : (
        <TextArea className="field-input" rows={rows} />
      )}
      {told !== undefined && (
        <p className="field-told" role="status">
          {told}
        </p>
      )}
    </AriaTextField>
  )
}

interface SearchFieldProps extends Omit<AriaSearchFieldProps, 'children' | 'className' | 'style'> {
  label: string
  placeholder?: string
}

/** Search as you type; Escape empties it. */
export function SearchField({ label, placeholder, ...rest }: SearchFieldProps) {
  return (
    <AriaSearchField {...rest} className="field search">
      {({ isEmpty }) => (
        <>
          <Label className="field-label">{label}</Label>
          <div className="search-box">
            <Search className="icon" aria-hidden="true" />
            <Input className="field-input" placeholder={placeholder ?? ''} />
            {!isEmpty && (
              <AriaButton className="button button-bare button-icon search-clear" aria-label="Empty the search">
                <X aria-hidden="true" />
              </AriaButton>
            )}
          </div>
        </>
      )}
    </AriaSearchField>
  )
}

export function CheckField({
  children,
  ...rest
}: Omit<CheckboxProps, 'children' | 'className' | 'style'> & { children: ReactNode }) {
  return (
    <Checkbox {...rest} className="check">
      <CheckMark />
      <span>{children}</span>
    </Checkbox>
  )
}

/** The box of a checkbox as it is seen. */
export function CheckMark() {
  return (
    <span className="check-box" aria-hidden="true">
      <svg viewBox="0 0 18 18" aria-hidden="true">
        <path d="M3 9.5 7.2 14 15 4.5" />
      </svg>
    </span>
  )
}
