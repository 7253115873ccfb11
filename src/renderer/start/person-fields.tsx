import { TextField } from '../ui/fields.tsx'

interface PersonFieldsProps {
  name: string
  email: string
  set(field: 'name' | 'email'): (value: string) => void
  /** What is wrong with a field, for whoever tried to go on; null for nothing. */
  trouble(field: 'name' | 'email'): string | null
}

/** Who works here: what colleagues read beside every change. */
export function PersonFields({ name, email, set, trouble }: PersonFieldsProps) {
  return (
    <div className="form-pair">
      <TextField
        label="Your name"
        name="name"
        autoComplete="name"
        value={name}
        onChange={set('name')}
        trouble={trouble('name')}
      />
      <TextField
        label="Your work email"
        name="email"
        type="email"
        autoComplete="email"
        value={email}
        onChange={set('email')}
        trouble={trouble('email')}
      />
    </div>
  )
}
