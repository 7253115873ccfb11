import { useQuery } from '@tanstack/react-query'
import { pagePlace } from '../app/places.ts'
import { orpc } from '../connection/api.ts'
import { PlaceLink } from '../ui/link.tsx'

/** Pages that look as if they answer it and are not tagged, with the words that say so. */
export function Lookalikes({ checklist, requirement }: { checklist: string; requirement: string }) {
  const found = useQuery(orpc.evaluation.lookalikes.queryOptions({ input: { checklist, requirement } })).data ?? []
  if (found.length === 0) return null
  return (
    <div className="side-stack">
      <h3>Not tagged, but they look as if they answer it</h3>
      <ul>
        {found.map(({ id, title, words }) => (
          <li key={id}>
            <PlaceLink href={pagePlace(id)}>{title}</PlaceLink>{' '}
            <span className="soft">
              says{' '}
              {words
                .slice(0, 6)
                .map(word => `“${word}”`)
                .join(', ')}
            </span>
          </li>
        ))}
      </ul>
    </div>
  )
}
