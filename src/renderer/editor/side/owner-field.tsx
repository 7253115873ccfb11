import { useOpened } from '../../connection/session.ts'
import { SelectField } from '../../ui/select.tsx'
import { withOwner } from '../session/entry-fields.ts'
import type { PageSession } from '../session/page-session.ts'
import { useSessionView } from '../session/use-session.ts'

const nobody = 'nobody'

/** Who looks after the page. Somebody who has left the team stays named until another is chosen. */
export function OwnerField({ session }: { session: PageSession }) {
  const owner = useSessionView(session, view => view.entry.fields.owner)
  const { team } = useOpened().config
  const gone = owner !== '' && team.every(({ email }) => email !== owner)
  return (
    <SelectField
      label="Owner"
      value={owner === '' ? nobody : owner}
      onChange={value => session.setEntry(entry => withOwner(entry, value === nobody ? '' : value))}
      options={[
        { value: nobody, label: 'Nobody yet' },
        ...team.map(({ name, email }) => ({ value: email, label: name })),
        ...(gone ? [{ value: owner, label: `${owner} (not in the team)` }] : []),
      ]}
    />
  )
}
