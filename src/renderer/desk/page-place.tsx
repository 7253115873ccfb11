import { useQuery } from '@tanstack/react-query'
import { useParams } from '@tanstack/react-router'
import { pageIdSchema } from '../../shared/content/index.ts'
import { MissingPlace } from '../app/missing-place.tsx'
import { historyPlace, places } from '../app/places.ts'
import { orpc } from '../connection/api.ts'
import { Answer } from '../ui/answer.tsx'
import { LinkButton } from '../ui/button.tsx'
import { StateChip } from '../ui/chip.tsx'
import { PlaceLink } from '../ui/link.tsx'
import { Place } from '../ui/place.tsx'
import { RenderedDoc } from '../ui/rendered-doc.tsx'

/** One page, to be read. */
export function PagePlace() {
  const parsed = pageIdSchema.safeParse(useParams({ strict: false }).id)
  const open = useQuery(
    orpc.pages.open.queryOptions({ input: { id: parsed.data ?? ('' as never) }, enabled: parsed.success }),
  )
  if (!parsed.success) return <MissingPlace />
  return (
    <Answer query={open} reading="Opening the page">
      {({ id, entry, state, doc }) => (
        <Place
          key={id}
          long
          title={entry.fields.title}
          lead={<StateChip state={state} />}
          crumbs={<PlaceLink href={places.pages}>Pages</PlaceLink>}
          actions={<LinkButton href={historyPlace(id)}>History</LinkButton>}
        >
          <article className="sheet paper">
            <RenderedDoc doc={doc} />
          </article>
        </Place>
      )}
    </Answer>
  )
}
