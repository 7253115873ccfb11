import { useQuery } from '@tanstack/react-query'
import { SearchX } from 'lucide-react'
import { useDeferredValue, useState } from 'react'
import type { CheckPolicy } from '../../shared/contract/index.ts'
import { useAct } from '../activity/use-act.ts'
import { places } from '../app/places.ts'
import { api, orpc } from '../connection/api.ts'
import { useOpened } from '../connection/session.ts'
import { Answer } from '../ui/answer.tsx'
import { Button } from '../ui/button.tsx'
import { Empty } from '../ui/empty.tsx'
import { CheckField, SearchField } from '../ui/fields.tsx'
import { PlaceLink } from '../ui/link.tsx'
import { Notice, RefusalNotice } from '../ui/notice.tsx'
import { Place } from '../ui/place.tsx'
import { SelectField } from '../ui/select.tsx'
import { Sheet } from '../ui/sheet.tsx'
import { count } from '../words/counts.ts'
import { CheckRow } from './check-row.tsx'
import { levelWords } from './level-words.ts'
import { allChecks, type CheckFilter, narrowChecks } from './narrow-checks.ts'
import './checks.css'

/** Every check in plain words, with why it matters, its examples, and what it does in this workspace. */
export function ChecksPlace() {
  const policy = useQuery(orpc.checks.policy.queryOptions())
  return (
    <Place
      title="What the checks do"
      crumbs={<PlaceLink href={places.settings}>Settings</PlaceLink>}
      lead={
        <p>
          For the whole team. What stops publishing holds a page back until it is mended; what warns or informs is shown
          beside the text.
        </p>
      }
    >
      <Answer query={policy} reading="Reading the checks">
        {found => <Checks policy={found} />}
      </Answer>
    </Place>
  )
}

function Checks({ policy }: { policy: CheckPolicy }) {
  const [filter, setFilter] = useState<CheckFilter>(allChecks)
  const groups = narrowChecks(policy, useDeferredValue(filter))
  const set = (change: Partial<CheckFilter>) => setFilter(now => ({ ...now, ...change }))
  const many = groups.reduce((sum, { checks }) => sum + checks.length, 0)
  return (
    <>
      {policy.trouble.length > 0 && (
        <Notice tone="warn">
          <p>The settings say something of the checks that this Signpost passes over:</p>
          <ul>
            {policy.trouble.map(sentence => (
              <li key={sentence}>{sentence}</li>
            ))}
          </ul>
        </Notice>
      )}
      <DismissStops on={policy.dismissStops} />
      <Sheet title="All checks" note={count(many, 'check')}>
        <div className="check-tools">
          <SearchField label="Find a check" value={filter.find} onChange={find => set({ find })} />
          <SelectField
            label="What it does now"
            value={filter.does ?? 'all'}
            onChange={value => set({ does: doesOf(value) })}
            options={[
              { value: 'all', label: 'Anything' },
              ...levelWords.map(({ level, label }) => ({ value: level, label })),
              { value: 'changed', label: 'Not as it comes' },
            ]}
          />
        </div>
        {groups.length === 0 ? (
          <Empty
            icon={SearchX}
            title="Nothing fits"
            level={3}
            actions={<Button onPress={() => setFilter(allChecks)}>Show all</Button>}
          >
            Try fewer or other words.
          </Empty>
        ) : (
          groups.map(({ id, title, checks }) => (
            <section key={id} className="check-group" aria-label={title}>
              <h3>{title}</h3>
              <ul className="rows">
                {checks.map(check => (
                  <CheckRow key={check.id} check={check} />
                ))}
              </ul>
            </section>
          ))
        )}
      </Sheet>
    </>
  )
}

function doesOf(value: string): CheckFilter['does'] {
  return value === 'changed' ? value : (levelWords.find(({ level }) => level === value)?.level ?? null)
}

/** Off unless a team says otherwise: whoever writes a page could open the gate a word at a time. */
function DismissStops({ on }: { on: boolean }) {
  const { readOnly } = useOpened()
  const set = useAct(api.checks.setDismissStops)

  async function change(next: boolean) {
    if ((await set.run({ on: next })) === null) return
    void set.sayDone(
      next
        ? 'What stops publishing may be “not a problem here” now.'
        : 'What stops publishing stops it on every page now.',
    )
  }

  return (
    <Sheet title="“Not a problem here”">
      <div className="sheet-body">
        <CheckField isSelected={on} isDisabled={readOnly !== null || set.busy} onChange={next => void change(next)}>
          May be said of what stops publishing too
        </CheckField>
        <p className="soft">
          As Signpost comes, it may not: a version with such a problem goes live only by somebody’s leave on Live site,
          with a reason.
        </p>
        <RefusalNotice refusal={set.refusal} />
      </div>
    </Sheet>
  )
}
