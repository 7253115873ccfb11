import { useQuery } from '@tanstack/react-query'
import { pageIdSchema } from '../../shared/content/index.ts'
import type { Person } from '../../shared/review/records.ts'
import { orpc } from '../connection/api.ts'
import { ComboField } from '../ui/combo-field.tsx'
import { SelectField } from '../ui/select.tsx'
import type { ActivitySearch } from './activity-search.ts'

interface ActivityFiltersProps {
  search: ActivitySearch
  /** Everybody who ever did something. */
  people: readonly Person[]
  onChange: (change: ActivitySearch) => void
}

const everybody = 'everybody'

/** Narrows the list to one person, to one page, or to what that person did with that page. */
export function ActivityFilters({ search, people, onChange }: ActivityFiltersProps) {
  const rows = useQuery(orpc.pages.list.queryOptions()).data
  return (
    <div className="list-tools">
      <SelectField
        label="Who"
        value={search.by ?? everybody}
        onChange={value => onChange({ by: value === everybody ? undefined : value })}
        options={[
          { value: everybody, label: 'Everybody' },
          ...people.map(({ name, email }) => ({ value: email, label: name })),
        ]}
      />
      {rows !== undefined && (
        <ComboField
          label="Page or service"
          placeholder="All of them"
          value={search.page ?? null}
          onChange={value => onChange({ page: pageIdSchema.safeParse(value).data })}
          options={rows.map(({ id, title, kind }) => ({
            value: id,
            label: title,
            ...(kind === 'service' && { help: 'Service' }),
          }))}
        />
      )}
    </div>
  )
}
