import type { ReactNode } from 'react'
import type { SiteReport } from '../../shared/contract/index.ts'
import { sectionPlace } from '../app/places.ts'
import { useNameOf } from '../connection/session.ts'
import { PlaceLink } from '../ui/link.tsx'

type Share = Pick<SiteReport['sections'][number], 'pages' | 'found' | 'between'>

const columns = [
  { label: 'Pages', of: ({ pages }: Share) => pages },
  { label: 'Stop publishing', of: ({ found }: Share) => found.errors },
  { label: 'Harder to use', of: ({ found }: Share) => found.warnings },
  { label: 'Worth knowing', of: ({ found }: Share) => found.notices },
  { label: 'Between pages', of: ({ between }: Share) => between },
] as const

interface SharesTableProps<T extends Share> {
  caption: string
  /** What a row is. */
  head: string
  rows: readonly { key: string; name: ReactNode; share: T }[]
  last?: { label: string; of: (share: T) => string }
}

function SharesTable<T extends Share>({ caption, head, rows, last }: SharesTableProps<T>) {
  return (
    <div className="sheet">
      <table className="grid-table site-table">
        <caption>{caption}</caption>
        <thead>
          <tr>
            <th scope="col">{head}</th>
            {columns.map(({ label }) => (
              <th key={label} scope="col">
                {label}
              </th>
            ))}
            {last && <th scope="col">{last.label}</th>}
          </tr>
        </thead>
        <tbody>
          {rows.map(({ key, name, share }) => (
            <tr key={key}>
              <th scope="row">{name}</th>
              {columns.map(({ label, of }) => (
                <td key={label} data-label={label}>
                  {of(share)}
                </td>
              ))}
              {last && <td data-label={last.label}>{last.of(share)}</td>}
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  )
}

export function SectionsTable({ sections }: { sections: SiteReport['sections'] }) {
  const rows = sections.map(section => ({
    key: section.slug,
    name:
      section.slug === '' ? section.title : <PlaceLink href={sectionPlace(section.slug)}>{section.title}</PlaceLink>,
    share: section,
  }))
  const age = { label: 'Reading age', of: (share: SiteReport['sections'][number]) => ageWords(share.readingAge) }
  return <SharesTable caption="Problems and reading age by section" head="Section" rows={rows} last={age} />
}

export function OwnersTable({ owners }: { owners: SiteReport['owners'] }) {
  const nameOf = useNameOf()
  const rows = owners.map(share => ({
    key: share.owner,
    name: share.owner === '' ? 'Nobody yet' : nameOf(share.owner),
    share,
  }))
  return <SharesTable caption="Problems by who looks after the page" head="Who" rows={rows} />
}

function ageWords(age: number | null): string {
  return age === null ? 'too few words' : `${age} years`
}
