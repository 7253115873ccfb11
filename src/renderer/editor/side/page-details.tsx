import { useQuery } from '@tanstack/react-query'
import type { Audience, PageFields } from '../../../shared/content/index.ts'
import { orpc } from '../../connection/api.ts'
import { ComboField } from '../../ui/combo-field.tsx'
import { CheckField } from '../../ui/fields.tsx'
import { audienceWords } from '../../words/audiences.ts'
import { withPageFields } from '../session/entry-fields.ts'
import type { PageSession } from '../session/page-session.ts'
import { useSessionView } from '../session/use-session.ts'
import { RelatedPages } from './related-pages.tsx'

/** What is known of a page beside its words. */
export function PageDetails({ session, readOnly }: { session: PageSession; readOnly: boolean }) {
  const entry = useSessionView(session, view => view.entry)
  const media = useQuery(orpc.media.list.queryOptions()).data ?? []
  const pages = useQuery(orpc.pages.list.queryOptions()).data ?? []
  if (entry.kind !== 'page') return null
  const { audience, related, easyRead } = entry.fields
  const set = (patch: Partial<PageFields>) => session.setEntry(now => withPageFields(now, patch))
  const easyReads = [
    ...pages
      .filter(row => row.kind === 'page' && row.id !== session.id)
      .map(row => ({ value: `page:${row.id}`, label: row.title, help: 'Page' })),
    ...media.filter(item => !item.picture).map(item => ({ value: item.path, label: item.name, help: 'Document' })),
  ]
  return (
    <>
      <fieldset>
        <legend className="field-label">Who it is for</legend>
        {(Object.keys(audienceWords) as Audience[]).map(one => (
          <CheckField
            key={one}
            isReadOnly={readOnly}
            isSelected={audience.includes(one)}
            onChange={on => set({ audience: on ? [...audience, one] : audience.filter(other => other !== one) })}
          >
            {audienceWords[one]}
          </CheckField>
        ))}
      </fieldset>
      <RelatedPages page={session.id} related={related} readOnly={readOnly} onChange={next => set({ related: next })} />
      <ComboField
        label="Easy read version"
        value={easyRead === '' ? null : easyRead}
        onChange={value => {
          if (!readOnly) set({ easyRead: value ?? '' })
        }}
        options={easyReads}
        help="The page or document that says the same in easy words and pictures. May be empty."
      />
    </>
  )
}
