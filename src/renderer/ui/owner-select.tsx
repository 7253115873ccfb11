import { useOpened } from '../connection/session.ts'
import { SelectField } from './select.tsx'

const nobody = 'nobody'

interface OwnerSelectProps {
  label: string
  /** An email; empty for nobody. */
  value: string
  isDisabled?: boolean
  onChoose: (email: string) => void
}

/** Somebody of the team, or nobody yet. Whoever has left the team stays named until another is chosen. */
export function OwnerSelect({ label, value, isDisabled = false, onChoose }: OwnerSelectProps) {
  const { team } = useOpened().config
  const gone = value !== '' && team.every(({ email }) => email !== value)
  return (
    <SelectField
      label={label}
      value={value === '' ? nobody : value}
      isDisabled={isDisabled}
      onChange={email => onChoose(email === nobody ? '' : email)}
      options={[
        { value: nobody, label: 'Nobody yet' },
        ...team.map(({ name, email }) => ({ value: email, label: name })),
        ...(gone ? [{ value, label: `${value} (not in the team)` }] : []),
      ]}
    />
  )
}
