import type { PageRow } from '../../shared/contract/index.ts'
import { pageStates } from '../../shared/review/records.ts'
import { useNameOf, useOpened } from '../connection/session.ts'
import { type Option, SelectField } from '../ui/select.tsx'
import { stateWords } from '../words/states.ts'
import type { ListSearch, ListSort } from './list-search.ts'

interface ListFiltersProps {
  rows: readonly PageRow[]
  search: ListSearch
  what: 'page' | 'service'
  onChange: (change: Partial<ListSearch>) => void
}

const all = 'all'

const sorts: readonly { value: ListSort; label: string }[] = [
  { value: 'title', label: 'By title' },
  { value: 'due', label: 'Review date, soonest first' },
  { value: 'changed', label: 'Last changed first' },
  { value: 'problems', label: 'Most problems first' },
]

/** Narrows the list; only what occurs in it is offered. */
export function ListFilters({ rows, search, what, onChange }: ListFiltersProps) {
  const { config } = useOpened()
  const nameOf = useNameOf()
  const owners = [...new Set(rows.map(row => row.owner))].filter(owner => owner !== '')
  const states = pageStates.filter(state => rows.some(row => row.state === state))
  const chosen = (value: string) => (value === all ? undefined : value)
  return (
    <>
      {what === 'page' ? (
        <SelectField
          label="Section"
          value={search.section ?? all}
          onChange={value => onChange({ section: chosen(value) })}
          options={[
            { value: all, label: 'All sections' },
            ...config.sections.map(({ slug, title }) => ({ value: slug, label: title })),
          ]}
        />
      ) : (
        <SelectField
          label="Owner"
          value={search.owner ?? all}
          onChange={value => onChange({ owner: chosen(value) })}
          options={[
            { value: all, label: 'Everybody' },
            ...owners.map(owner => ({ value: owner, label: nameOf(owner) })),
          ]}
        />
      )}
      <SelectField
        label="State"
        value={search.state ?? all}
        onChange={value => onChange({ state: pageStates.find(state => state === value) })}
        options={[
          { value: all, label: 'Any state' },
          ...states.map((state): Option => ({ value: state, label: stateWords[state].word })),
        ]}
      />
      <SelectField
        label="Order"
        value={search.sort ?? 'title'}
        onChange={value => onChange({ sort: sorts.find(sort => sort.value === value)?.value })}
        options={sorts}
      />
    </>
  )
}
