import { TextField } from '../ui/fields.tsx'
import { Sheet } from '../ui/sheet.tsx'
import type { ConfigPart } from './config-part.ts'
import { EditableList } from './editable-list.tsx'
import { LongList } from './long-list.tsx'
import { UnreadNotice } from './unread-notice.tsx'

/** The words by which families search, and what the site calls it. */
export function SearchFields({ config: { site }, onChange }: ConfigPart) {
  return (
    <Sheet title="Search words" note="for the search of the site">
      <UnreadNotice under="Search words" />
      <p className="soft sheet-body">
        The search knows the usual ones already (“statement” finds EHC plan, “respite” finds short breaks), and a word
        with a letter wrong. Add what families call things here; your own words count more than the usual ones.
      </p>
      <LongList
        fields="search"
        summary={`${site.search.length === 1 ? '1 search word' : `${site.search.length} search words`} of your own`}
      >
        <EditableList
          items={site.search}
          onChange={search => onChange({ site: { ...site, search } })}
          adding={[{ label: 'Add a search word', items: [{ says: '', means: '' }] }]}
          takeAway={({ says }) => `Take “${says}” away`}
        >
          {({ item: pair, index, change }) => (
            <>
              <TextField
                label={`What families type, ${index + 1}`}
                name={`search.${index}.says`}
                value={pair.says}
                onChange={says => change({ ...pair, says })}
              />
              <TextField
                label="What the site calls it"
                name={`search.${index}.means`}
                value={pair.means}
                onChange={means => change({ ...pair, means })}
              />
            </>
          )}
        </EditableList>
      </LongList>
    </Sheet>
  )
}
