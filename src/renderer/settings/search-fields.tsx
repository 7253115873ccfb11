import { Plus, X } from 'lucide-react'
import { useState } from 'react'
import type { SameMeaning } from '../../shared/content/index.ts'
import { Button, IconButton } from '../ui/button.tsx'
import { TextField } from '../ui/fields.tsx'
import { Sheet } from '../ui/sheet.tsx'
import type { ConfigPart } from './config-part.ts'
import { replacedAt, without } from './lists.ts'
import { LongList } from './long-list.tsx'

/** The words by which families search, and what the site calls it. */
export function SearchFields({ config, onChange }: ConfigPart) {
  const { site } = config
  const [added, setAdded] = useState<number | null>(null)
  const set = (search: SameMeaning[]) => onChange({ site: { ...site, search } })
  return (
    <Sheet title="Search words" note="for the search of the site">
      <p className="soft sheet-body">
        The search knows the usual ones already (“statement” finds EHC plan, “respite” finds short breaks), and a word
        with a letter wrong. Add what families call things here; your own words count more than the usual ones.
      </p>
      <LongList
        summary={`${site.search.length === 1 ? '1 search word' : `${site.search.length} search words`} of your own`}
      >
        <ul className="settings-list">
          {site.search.map((pair, index) => (
            <li key={index} className="settings-line">
              <TextField
                label={`What families type, ${index + 1}`}
                autoFocus={index === added}
                value={pair.says}
                onChange={says => set(replacedAt(site.search, index, { ...pair, says }))}
              />
              <TextField
                label="What the site calls it"
                value={pair.means}
                onChange={means => set(replacedAt(site.search, index, { ...pair, means }))}
              />
              <span className="settings-move">
                <IconButton
                  label={`Take “${pair.says}” away`}
                  icon={X}
                  onPress={() => set(without(site.search, index))}
                />
              </span>
            </li>
          ))}
        </ul>
        <div className="sheet-foot">
          <Button
            icon={Plus}
            onPress={() => {
              setAdded(site.search.length)
              set([...site.search, { says: '', means: '' }])
            }}
          >
            Add a search word
          </Button>
        </div>
      </LongList>
    </Sheet>
  )
}
