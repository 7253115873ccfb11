import { useQuery } from '@tanstack/react-query'
import type { PageRow } from '../../shared/contract/index.ts'
import { pagePlace } from '../app/places.ts'
import { orpc } from '../connection/api.ts'
import { Row, Rows } from '../ui/sheet.tsx'
import { markWords } from './mark-words.ts'

interface FullTextHitsProps {
  text: string
  kind: PageRow['kind']
  /** Those that the title search shows already. */
  leaveOut: readonly Pick<PageRow, 'id'>[]
}

/** Pages that have the words inside them, with the words around the hit; beneath those that have them in the title. */
export function FullTextHits({ text, kind, leaveOut }: FullTextHitsProps) {
  const wanted = text.trim()
  const hits = useQuery(
    orpc.pages.search.queryOptions({
      input: { text: wanted },
      enabled: wanted.length > 1,
      placeholderData: last => last,
    }),
  )
  const shown = new Set(leaveOut.map(row => row.id))
  const found = wanted.length > 1 ? (hits.data ?? []).filter(hit => hit.kind === kind && !shown.has(hit.id)) : []
  if (found.length === 0) return null
  return (
    <section className="hits" aria-label="With these words inside">
      <div className="sheet-top">
        <h2>
          With these words inside <span>{found.length}</span>
        </h2>
      </div>
      <Rows>
        {found.map(hit => (
          <Row key={hit.id} title={hit.title} href={pagePlace(hit.id)}>
            {markWords(hit.excerpt, wanted).map(({ words, hit: isHit, start }) =>
              isHit ? <mark key={start}>{words}</mark> : <span key={start}>{words}</span>,
            )}
          </Row>
        ))}
      </Rows>
    </section>
  )
}
