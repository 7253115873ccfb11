import { useQuery } from '@tanstack/react-query'
import { type Audience, audiences } from '../../shared/content/index.ts'
import { orpc } from '../connection/api.ts'
import { ComboField } from '../ui/combo-field.tsx'
import { CheckField, TextField } from '../ui/fields.tsx'
import { Sheet } from '../ui/sheet.tsx'
import type { ConfigPart } from './config-part.ts'
import { EditableList } from './editable-list.tsx'
import { LongList } from './long-list.tsx'
import { UnreadNotice } from './unread-notice.tsx'

const doorWords: Readonly<Record<Audience, string>> = {
  parents: 'Parents',
  'young-people': 'Young people',
  professionals: 'Professionals',
}

/** What families come to do or worry about, in their own words: the first thing that they read on the home page. */
export function FamiliesSayFields({ config, onChange }: ConfigPart) {
  const { site } = config
  const pages = useQuery(orpc.pages.list.queryOptions())
  const options = (pages.data ?? []).map(({ id, kind, title }) => ({ value: `${kind}:${id}`, label: title }))
  return (
    <Sheet title="What families say" note="first on the home page">
      <UnreadNotice under="What families say" />
      <p className="soft sheet-body">
        In their own words, each with the page that answers it. What is for nobody in particular is shown to everybody;
        the home page shows what is for parents, and each of the three doors what is for those who come in by it.
      </p>
      <LongList fields="tasks" summary={`${site.tasks.length === 1 ? '1 sentence' : `${site.tasks.length} sentences`}`}>
        <EditableList
          items={site.tasks}
          onChange={tasks => onChange({ site: { ...site, tasks } })}
          adding={[{ label: 'Add what families say', items: [{ says: '', to: '', for: [] }] }]}
          takeAway={({ says }) => `Take “${says}” away`}
          moving={({ says }) => `“${says}”`}
        >
          {({ item: task, index, change }) => (
            <>
              <TextField
                label={`What families say, ${index + 1}`}
                name={`tasks.${index}.says`}
                value={task.says}
                onChange={says => change({ ...task, says })}
              />
              <ComboField
                // The list of pages comes a moment later, and a field keeps the options that it began with.
                key={`${options.length > 0}`}
                label="The page that answers it"
                name={`tasks.${index}.to`}
                options={options}
                value={task.to.replace(/#.*$/, '') || null}
                onChange={to => change({ ...task, to: to ?? '' })}
              />
              <fieldset className="settings-roles">
                <legend className="unseen">For whom “{task.says}” is</legend>
                {audiences.map(audience => (
                  <CheckField
                    key={audience}
                    isSelected={task.for.includes(audience)}
                    onChange={has => change({ ...task, for: withDoor(task.for, audience, has) })}
                  >
                    {doorWords[audience]}
                  </CheckField>
                ))}
              </fieldset>
            </>
          )}
        </EditableList>
      </LongList>
    </Sheet>
  )
}

function withDoor(has: readonly Audience[], audience: Audience, wanted: boolean): Audience[] {
  return audiences.filter(each => (each === audience ? wanted : has.includes(each)))
}
