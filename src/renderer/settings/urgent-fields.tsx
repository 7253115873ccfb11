import { useQuery } from '@tanstack/react-query'
import { CircleAlert } from 'lucide-react'
import type { Urgent } from '../../shared/content/index.ts'
import type { PageRow } from '../../shared/contract/index.ts'
import { isRefusal } from '../../shared/outcome.ts'
import { orpc } from '../connection/api.ts'
import { ComboField } from '../ui/combo-field.tsx'
import { TextField } from '../ui/fields.tsx'
import { Sheet } from '../ui/sheet.tsx'
import type { ConfigPart } from './config-part.ts'
import { EditableList } from './editable-list.tsx'
import { LongList } from './long-list.tsx'
import { UnreadNotice } from './unread-notice.tsx'
import { urgentWords } from './urgent-words.ts'

/** As many as somebody in a hurry reads, and as the settings keep. */
const most = 10

/** Who helps at once: what stands before all that a search finds where somebody may not be safe. */
export function UrgentFields({ config: { site }, onChange }: ConfigPart) {
  const pages = useQuery(orpc.pages.list.queryOptions())
  const options = (pages.data ?? []).map(row => ({ value: addressOf(row), label: row.title }))
  // Its words may be empty, where the title of what it leads to says enough.
  const nameOf = ({ says, to }: Urgent) =>
    says.trim() || (options.find(({ value }) => value === to.replace(/#.*$/, ''))?.label ?? 'this one')
  return (
    <Sheet title="Urgent help" note="before what a search finds">
      <UnreadNotice under="Urgent help" />
      <p className="soft sheet-body">
        Whoever searches for “suicide”, “not safe” or the like reads first whom to ring: 999 and NHS 111, which stand
        there always, and then these, in this order. Name a service with its telephone number, or the page that says
        what to do.
      </p>
      <LongList
        fields="urgent"
        summary={`${site.urgent.length === 1 ? '1 who helps' : `${site.urgent.length} who help`} at once`}
      >
        <EditableList
          items={site.urgent}
          onChange={urgent => onChange({ site: { ...site, urgent } })}
          adding={site.urgent.length < most ? [{ label: 'Add who helps at once', items: [{ to: '', says: '' }] }] : []}
          takeAway={urgent => `Take “${nameOf(urgent)}” away`}
          moving={urgent => `“${nameOf(urgent)}”`}
        >
          {({ item: urgent, index, change }) => (
            <>
              <TextField
                label={`When it is the right help, ${index + 1}`}
                name={`urgent.${index}.says`}
                value={urgent.says}
                onChange={says => change({ ...urgent, says })}
                help="Such as: Somebody hurts a child."
              />
              <ComboField
                // The list of pages comes a moment later, and a field keeps the options that it began with.
                key={`${options.length > 0}`}
                label="The service or page"
                name={`urgent.${index}.to`}
                options={options}
                value={urgent.to.replace(/#.*$/, '') || null}
                onChange={to => change({ ...urgent, to: to ?? '' })}
              />
              {urgent.to !== '' && pages.data !== undefined && (
                <WhatFamiliesRead
                  says={urgent.says}
                  row={pages.data.find(row => addressOf(row) === urgent.to.replace(/#.*$/, ''))}
                />
              )}
            </>
          )}
        </EditableList>
      </LongList>
    </Sheet>
  )
}

const addressOf = ({ kind, id }: PageRow) => `${kind}:${id}`

function WhatFamiliesRead({ says, row }: { says: string; row: PageRow | undefined }) {
  if (row === undefined) return <Read {...urgentWords(says, null)} />
  return <ReadOf says={says} row={row} />
}

/** A list of pages has no telephone numbers, so each is asked for what stands in it. */
function ReadOf({ says, row: { id, title } }: { says: string; row: PageRow }) {
  const { data } = useQuery(orpc.pages.open.queryOptions({ input: { id } }))
  if (data === undefined || isRefusal(data)) return null
  const { entry, families } = data
  const telephone = entry.kind === 'service' ? entry.fields.telephone : null
  return <Read {...urgentWords(says, { title, telephone, published: families.kind !== 'nothing' })} />
}

function Read({ reads, trouble }: ReturnType<typeof urgentWords>) {
  return (
    <div className="settings-read">
      {reads !== null && <p className="soft">Families read: {reads}</p>}
      {trouble !== null && (
        <p className="field-trouble">
          <CircleAlert className="icon" aria-hidden="true" />
          {trouble}
        </p>
      )}
    </div>
  )
}
