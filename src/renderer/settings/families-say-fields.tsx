import { useQuery } from '@tanstack/react-query'
import { ArrowDown, ArrowUp, Plus, X } from 'lucide-react'
import { useState } from 'react'
import { type Audience, audiences, type SiteTask } from '../../shared/content/index.ts'
import { orpc } from '../connection/api.ts'
import { Button, IconButton } from '../ui/button.tsx'
import { ComboField } from '../ui/combo-field.tsx'
import { CheckField, TextField } from '../ui/fields.tsx'
import { Sheet } from '../ui/sheet.tsx'
import type { ConfigPart } from './config-part.ts'
import { moved, replacedAt, without } from './lists.ts'
import { LongList } from './long-list.tsx'

const doorWords: Readonly<Record<Audience, string>> = {
  parents: 'Parents',
  'young-people': 'Young people',
  professionals: 'Professionals',
}

/** What families come to do or worry about, in their own words: the first thing that they read on the home page. */
export function FamiliesSayFields({ config, onChange }: ConfigPart) {
  const { site } = config
  const pages = useQuery(orpc.pages.list.queryOptions())
  const [added, setAdded] = useState<number | null>(null)
  const set = (tasks: SiteTask[]) => onChange({ site: { ...site, tasks } })
  const options = (pages.data ?? []).map(({ id, kind, title }) => ({ value: `${kind}:${id}`, label: title }))
  return (
    <Sheet title="What families say" note="first on the home page">
      <p className="soft sheet-body">
        In their own words, each with the page that answers it. What is for nobody in particular is shown to everybody;
        the home page shows what is for parents, and each of the three doors what is for those who come in by it.
      </p>
      <LongList summary={`${site.tasks.length === 1 ? '1 sentence' : `${site.tasks.length} sentences`}`}>
        <ol className="settings-list">
          {site.tasks.map((task, index) => (
            <li key={index} className="settings-line">
              <TextField
                label={`What families say, ${index + 1}`}
                autoFocus={index === added}
                value={task.says}
                onChange={says => set(replacedAt(site.tasks, index, { ...task, says }))}
              />
              <ComboField
                // The list of pages comes a moment later, and a field keeps the options that it began with.
                key={`${options.length > 0}`}
                label="The page that answers it"
                options={options}
                value={task.to.replace(/#.*$/, '') || null}
                onChange={to => set(replacedAt(site.tasks, index, { ...task, to: to ?? '' }))}
              />
              <fieldset className="settings-roles">
                <legend className="unseen">For whom “{task.says}” is</legend>
                {audiences.map(audience => (
                  <CheckField
                    key={audience}
                    isSelected={task.for.includes(audience)}
                    onChange={has =>
                      set(replacedAt(site.tasks, index, { ...task, for: withDoor(task.for, audience, has) }))
                    }
                  >
                    {doorWords[audience]}
                  </CheckField>
                ))}
              </fieldset>
              <span className="settings-move">
                <IconButton
                  label={`Move “${task.says}” up`}
                  icon={ArrowUp}
                  isDisabled={index === 0}
                  onPress={() => set(moved(site.tasks, index, -1))}
                />
                <IconButton
                  label={`Move “${task.says}” down`}
                  icon={ArrowDown}
                  isDisabled={index === site.tasks.length - 1}
                  onPress={() => set(moved(site.tasks, index, 1))}
                />
                <IconButton
                  label={`Take “${task.says}” away`}
                  icon={X}
                  onPress={() => set(without(site.tasks, index))}
                />
              </span>
            </li>
          ))}
        </ol>
        <div className="sheet-foot">
          <Button
            icon={Plus}
            onPress={() => {
              setAdded(site.tasks.length)
              set([...site.tasks, { says: '', to: '', for: [] }])
            }}
          >
            Add what families say
          </Button>
        </div>
      </LongList>
    </Sheet>
  )
}

function withDoor(has: readonly Audience[], audience: Audience, wanted: boolean): Audience[] {
  return audiences.filter(each => (each === audience ? wanted : has.includes(each)))
}
