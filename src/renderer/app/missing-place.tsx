import { Signpost } from 'lucide-react'
import { LinkButton } from '../ui/button.tsx'
import { Empty } from '../ui/empty.tsx'
import { Place } from '../ui/place.tsx'
import { places } from './places.ts'

/** An address that leads nowhere, such as a page that a colleague has deleted. */
export function MissingPlace() {
  return (
    <Place title="Nothing is here">
      <Empty
        icon={Signpost}
        title="This address leads nowhere"
        actions={<LinkButton href={places.pages}>See all pages</LinkButton>}
      >
        What was here may have been moved or deleted. Deleted pages can be put back from Recently deleted.
      </Empty>
    </Place>
  )
}
