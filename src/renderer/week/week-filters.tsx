import { riskLevels, type WeekFilter } from '../../shared/contract/index.ts'
import type { Week } from '../connection/answers.ts'
import { useNameOf, useOpened, useSectionTitle } from '../connection/session.ts'
import { SelectField } from '../ui/select.tsx'

interface WeekFiltersProps {
  week: Week
  filter: WeekFilter
  onChange: (change: WeekFilter) => void
}

const all = 'all'
const mine = 'mine'

const riskWords = {
  high: 'High: two or more of law, money, deadlines, numbers to ring',
  some: 'Some: one of these',
  none: 'None of these',
} as const

/** Narrows the week. Only what occurs in it is offered, with how many there are. */
export function WeekFilters({ week: { kinds, lines }, filter, onChange }: WeekFiltersProps) {
  const { me } = useOpened()
  const nameOf = useNameOf()
  const sectionTitle = useSectionTitle()
  const many = (has: (line: Week['lines'][number]) => boolean) => lines.filter(has).length
  const owners = [...new Set(lines.map(({ owner }) => owner))].filter(owner => owner !== '').toSorted()
  const sections = [...new Set(lines.map(({ section }) => section))].filter(section => section !== '')
  const set = (name: keyof WeekFilter, value: string, none = all) =>
    onChange({ ...filter, [name]: value === none ? undefined : value })
  const option = (value: string, label: string, count: number) => ({ value, label: `${label} (${count})` })
  return (
    <div className="list-tools week-tools">
      <SelectField
        label="Whose"
        value={filter.owner ?? mine}
        onChange={owner => set('owner', owner, mine)}
        options={[
          ...(me === null
            ? []
            : [
                option(
                  mine,
                  'Mine, and nobody’s',
                  many(line => line.mine),
                ),
              ]),
          option('everyone', 'Everyone’s', lines.length),
          option(
            'nobody',
            'Nobody’s',
            many(line => line.owner === ''),
          ),
          ...owners.map(owner =>
            option(
              owner,
              nameOf(owner),
              many(line => line.owner === owner),
            ),
          ),
        ]}
      />
      <SelectField
        label="Kind"
        value={filter.kind ?? all}
        onChange={kind => set('kind', kind)}
        options={[
          { value: all, label: 'Every kind' },
          ...kinds
            .filter(({ id }) => many(line => line.kind === id) > 0)
            .map(({ id, label }) =>
              option(
                id,
                label,
                many(line => line.kind === id),
              ),
            ),
        ]}
      />
      <SelectField
        label="Risk"
        value={filter.risk ?? all}
        onChange={risk => set('risk', risk)}
        options={[
          { value: all, label: 'Any risk' },
          ...riskLevels.map(risk =>
            option(
              risk,
              riskWords[risk],
              many(line => line.risk === risk),
            ),
          ),
        ]}
      />
      <SelectField
        label="Section"
        value={filter.section ?? all}
        onChange={section => set('section', section)}
        options={[
          { value: all, label: 'All sections' },
          ...sections.map(section =>
            option(
              section,
              sectionTitle(section),
              many(line => line.section === section),
            ),
          ),
        ]}
      />
    </div>
  )
}
