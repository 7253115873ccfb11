import { useQuery } from '@tanstack/react-query'
import { FileUp, Images } from 'lucide-react'
import { useState } from 'react'
import { FileTrigger } from 'react-aria-components'
import type { MediaItem } from '../connection/answers.ts'
import { orpc } from '../connection/api.ts'
import { useOpened } from '../connection/session.ts'
import { Answer } from '../ui/answer.tsx'
import { Button } from '../ui/button.tsx'
import { Empty } from '../ui/empty.tsx'
import { SearchField } from '../ui/fields.tsx'
import { Place } from '../ui/place.tsx'
import { count } from '../words/counts.ts'
import { AddMediaDialog } from './add-media-dialog.tsx'
import { DescribeDialog } from './describe-dialog.tsx'
import { fileMark } from './file-mark.ts'
import { MediaCard } from './media-card.tsx'
import { folded } from './narrow-rows.ts'
import './media.css'

/** Pictures and documents: described once, used on many pages. */
export function MediaPlace() {
  const { readOnly } = useOpened()
  const media = useQuery(orpc.media.list.queryOptions())
  const [file, setFile] = useState<{ file: File; mark: string } | null>(null)
  async function choose([file]: readonly File[]) {
    setFile(file === undefined ? null : { file, mark: await fileMark(file) })
  }
  const add = (
    <FileTrigger onSelect={files => void choose([...(files ?? [])])}>
      <Button kind="main" icon={FileUp} isDisabled={readOnly !== null}>
        Add a file
      </Button>
    </FileTrigger>
  )
  return (
    <Place
      title="Pictures and documents"
      lead="Each is described once, for those who cannot see it, and can then be used on any page."
      actions={add}
    >
      <Answer query={media} reading="Reading the pictures and documents">
        {items =>
          items.length === 0 ? (
            <Empty icon={Images} title="No pictures or documents yet" actions={add}>
              Add one here, or while you write. Families read on telephones: a page is nearly always better than a
              document.
            </Empty>
          ) : (
            <MediaBrowser items={items} />
          )
        }
      </Answer>
      {file && <AddMediaDialog {...file} onClose={() => setFile(null)} />}
    </Place>
  )
}

function MediaBrowser({ items }: { items: readonly MediaItem[] }) {
  const [find, setFind] = useState('')
  const [described, setDescribed] = useState<MediaItem | null>(null)
  const shown = items.filter(({ name, alt }) => folded(`${name} ${alt}`).includes(folded(find.trim())))
  return (
    <>
      <div className="media-tools">
        <SearchField label="Find by name or description" value={find} onChange={setFind} />
        <p className="soft">{count(shown.length, 'file')}</p>
      </div>
      <ul className="media-grid">
        {shown.map(item => (
          <MediaCard key={item.name} item={item} onDescribe={() => setDescribed(item)} />
        ))}
      </ul>
      {described && <DescribeDialog item={described} onClose={() => setDescribed(null)} />}
    </>
  )
}
