import { useQuery } from '@tanstack/react-query'
import { orpc } from '../connection/api.ts'
import { ComboField } from '../ui/combo-field.tsx'
import { TextField } from '../ui/fields.tsx'
import { Sheet } from '../ui/sheet.tsx'
import type { ConfigPart } from './config-part.ts'
import { EditableList } from './editable-list.tsx'
import { LongList } from './long-list.tsx'
import { UnreadNotice } from './unread-notice.tsx'

/** What is missing and being worked on, where the team wants families to read so. */
export function WorkingFields({ config, onChange }: ConfigPart) {
  const { site } = config
  const checklists = useQuery(orpc.checklist.list.queryOptions())
  const options = (checklists.data ?? []).flatMap(({ sections }) =>
    sections.flatMap(({ requirements }) =>
      requirements.map(({ id, text }) => ({ value: id, label: `${id}: ${text}` })),
    ),
  )
  return (
    <Sheet title="What we are working on" note="for families">
      <UnreadNotice under="What we are working on" />
      <p className="soft sheet-body">
        Each has a page of its own, for as long as nothing on the site answers the requirement. Leave it empty to say
        nothing.
      </p>
      <LongList
        fields="working"
        summary={`${site.working.length === 1 ? '1 thing' : `${site.working.length} things`} that you are working on`}
      >
        <EditableList
          items={site.working}
          onChange={working => onChange({ site: { ...site, working } })}
          adding={[{ label: 'Add what you are working on', items: [{ requirement: '', says: '', until: '' }] }]}
          takeAway={({ says }) => `Take “${says}” away`}
        >
          {({ item: gap, index, change }) => (
            <>
              <TextField
                label={`What is missing, ${index + 1}`}
                name={`working.${index}.says`}
                value={gap.says}
                onChange={says => change({ ...gap, says })}
              />
              <ComboField
                key={`${options.length > 0}`}
                label="The requirement that it will answer"
                name={`working.${index}.requirement`}
                options={options}
                value={gap.requirement || null}
                onChange={requirement => change({ ...gap, requirement: requirement ?? '' })}
              />
              <TextField
                label="What families can do until then"
                rows={3}
                value={gap.until}
                onChange={until => change({ ...gap, until })}
              />
            </>
          )}
        </EditableList>
      </LongList>
    </Sheet>
  )
}
