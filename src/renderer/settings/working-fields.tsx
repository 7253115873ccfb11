import { useQuery } from '@tanstack/react-query'
import { Plus, X } from 'lucide-react'
import { useState } from 'react'
import type { Working } from '../../shared/content/index.ts'
import { orpc } from '../connection/api.ts'
import { Button, IconButton } from '../ui/button.tsx'
import { ComboField } from '../ui/combo-field.tsx'
import { TextField } from '../ui/fields.tsx'
import { Sheet } from '../ui/sheet.tsx'
import type { ConfigPart } from './config-part.ts'
import { replacedAt, without } from './lists.ts'
import { LongList } from './long-list.tsx'

/** What is missing and being worked on, where the team wants families to read so. */
export function WorkingFields({ config, onChange }: ConfigPart) {
  const { site } = config
  const checklists = useQuery(orpc.checklist.list.queryOptions())
  const [added, setAdded] = useState<number | null>(null)
  const set = (working: Working[]) => onChange({ site: { ...site, working } })
  const options = (checklists.data ?? []).flatMap(({ sections }) =>
    sections.flatMap(({ requirements }) =>
      requirements.map(({ id, text }) => ({ value: id, label: `${id}: ${text}` })),
    ),
  )
  return (
    <Sheet title="What we are working on" note="for families">
      <p className="soft sheet-body">
        Each has a page of its own, for as long as nothing on the site answers the requirement. Leave it empty to say
        nothing.
      </p>
      <LongList
        summary={`${site.working.length === 1 ? '1 thing' : `${site.working.length} things`} that you are working on`}
      >
        <ul className="settings-list">
          {site.working.map((gap, index) => (
            <li key={index} className="settings-line">
              <TextField
                label={`What is missing, ${index + 1}`}
                autoFocus={index === added}
                value={gap.says}
                onChange={says => set(replacedAt(site.working, index, { ...gap, says }))}
              />
              <ComboField
                key={`${options.length > 0}`}
                label="The requirement that it will answer"
                options={options}
                value={gap.requirement || null}
                onChange={requirement =>
                  set(replacedAt(site.working, index, { ...gap, requirement: requirement ?? '' }))
                }
              />
              <TextField
                label="What families can do until then"
                rows={3}
                value={gap.until}
                onChange={until => set(replacedAt(site.working, index, { ...gap, until }))}
              />
              <span className="settings-move">
                <IconButton
                  label={`Take “${gap.says}” away`}
                  icon={X}
                  onPress={() => set(without(site.working, index))}
                />
              </span>
            </li>
          ))}
        </ul>
        <div className="sheet-foot">
          <Button
            icon={Plus}
            onPress={() => {
              setAdded(site.working.length)
              set([...site.working, { requirement: '', says: '', until: '' }])
            }}
          >
            Add what you are working on
          </Button>
        </div>
      </LongList>
    </Sheet>
  )
}
