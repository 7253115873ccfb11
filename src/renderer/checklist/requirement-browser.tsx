import { SearchX } from 'lucide-react'
import { useDeferredValue, useMemo, useState } from 'react'
import type { ChecklistView, Coverage, RequirementView } from '../../shared/contract/index.ts'
import { useOpened } from '../connection/session.ts'
import { Button } from '../ui/button.tsx'
import { Empty } from '../ui/empty.tsx'
import { SearchField } from '../ui/fields.tsx'
import { SelectField } from '../ui/select.tsx'
import { count } from '../words/counts.ts'
import { AddRequirementDialog } from './add-requirement-dialog.tsx'
import { ChangeRequirementDialog } from './change-requirement-dialog.tsx'
import { narrowRequirements, type RequirementFilter } from './narrow-requirements.ts'
import { RequirementRow } from './requirement-row.tsx'
import { statusWords } from './words.ts'

interface RequirementBrowserProps {
  checklist: ChecklistView
  coverage: Coverage
  filter: RequirementFilter
  onFilter: (filter: RequirementFilter) => void
  /** The requirement that somebody was led to. */
  asked: string | null
}

const all = 'all'
const statuses = ['yes', 'limited', 'no', 'not-by-pages'] as const

/** Every requirement with what answers it, narrowed by words, strand, status or gap. */
export function RequirementBrowser({ checklist, coverage, filter, onFilter, asked: ledTo }: RequirementBrowserProps) {
  const asked = useDeferredValue(filter)
  const { readOnly } = useOpened()
  const [changing, setChanging] = useState<RequirementView | null>(null)
  const [adds, setAdds] = useState(false)
  const groups = useMemo(() => narrowRequirements(checklist, coverage, asked), [checklist, coverage, asked])
  const many = groups.reduce((sum, group) => sum + group.requirements.length, 0)
  const gap = coverage.gaps.find(each => each.id === filter.gap)

  /** Sets one part of the filter; `all` takes it away. */
  function set(part: keyof RequirementFilter, value: string) {
    const { [part]: _, ...rest } = filter
    onFilter(value === all || value === '' ? rest : { ...rest, [part]: value })
  }

  return (
    <section className="sheet" aria-labelledby="requirements">
      <div className="sheet-top">
        <h2 id="requirements" tabIndex={-1}>
          What it asks <span>{count(many, 'requirement')}</span>
        </h2>
        <Button isDisabled={readOnly !== null} onPress={() => setAdds(true)}>
          Add a requirement…
        </Button>
      </div>
      <div className="requirement-tools">
        <SearchField label="Find a requirement" value={filter.find ?? ''} onChange={text => set('find', text)} />
        <SelectField
          label="Strand"
          value={filter.section ?? all}
          onChange={value => set('section', value)}
          options={[
            { value: all, label: 'All strands' },
            ...checklist.sections.map(({ id, title }) => ({ value: id, label: title })),
          ]}
        />
        <SelectField
          label="Answered"
          value={filter.status ?? all}
          onChange={value => set('status', value)}
          options={[
            { value: all, label: 'Any answer' },
            ...statuses.map(status => ({ value: status, label: statusWords[status].word })),
          ]}
        />
      </div>
      {gap && (
        <p className="requirement-gap">
          Only what belongs to the gap “{gap.label}”.{' '}
          <Button size="small" kind="bare" onPress={() => set('gap', all)}>
            Show all
          </Button>
        </p>
      )}
      {groups.length === 0 ? (
        <Empty
          icon={SearchX}
          title="Nothing fits"
          level={3}
          actions={<Button onPress={() => onFilter({})}>Show all</Button>}
        >
          Try fewer or other words.
        </Empty>
      ) : (
        groups.map(group => (
          <section key={group.id} className="requirement-group" aria-label={group.title}>
            <h3>{group.title}</h3>
            {group.note && <p className="soft">{group.note}</p>}
            <ul className="rows">
              {group.requirements.map(({ asked: requirement, covered }) => (
                <RequirementRow
                  key={requirement.id}
                  asked={requirement}
                  covered={covered}
                  isLedTo={requirement.id === ledTo}
                  onChange={readOnly === null ? () => setChanging(requirement) : null}
                />
              ))}
            </ul>
          </section>
        ))
      )}
      {changing !== null && (
        <ChangeRequirementDialog checklist={checklist.id} requirement={changing} onClose={() => setChanging(null)} />
      )}
      {adds && <AddRequirementDialog checklist={checklist} onClose={() => setAdds(false)} />}
    </section>
  )
}
