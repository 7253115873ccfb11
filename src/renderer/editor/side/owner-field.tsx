import { OwnerSelect } from '../../ui/owner-select.tsx'
import { withOwner } from '../session/entry-fields.ts'
import type { PageSession } from '../session/page-session.ts'
import { useSessionView } from '../session/use-session.ts'

/** Who looks after the page. */
export function OwnerField({ session }: { session: PageSession }) {
  const owner = useSessionView(session, view => view.entry.fields.owner)
  return (
    <OwnerSelect label="Owner" value={owner} onChoose={email => session.setEntry(entry => withOwner(entry, email))} />
  )
}
