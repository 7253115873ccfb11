import { useQuery } from '@tanstack/react-query'
import { FileText, FileUp } from 'lucide-react'
import { useState } from 'react'
import { FileTrigger, ListBox, ListBoxItem } from 'react-aria-components'
import { mediaAddress } from '../../connection/addresses.ts'
import type { MediaItem } from '../../connection/answers.ts'
import { orpc } from '../../connection/api.ts'
import { folded } from '../../desk/narrow-rows.ts'
import { Answer } from '../../ui/answer.tsx'
import { Button } from '../../ui/button.tsx'
import { SearchField } from '../../ui/fields.tsx'

interface MediaChoiceProps {
  /** Pictures, or everything else. */
  pictures: boolean
  onItem: (item: MediaItem) => void
  onFile: (file: File) => void
}

/** The library's, or a file of this computer. */
export function MediaChoice({ pictures, onItem, onFile }: MediaChoiceProps) {
  const media = useQuery(orpc.media.list.queryOptions())
  const [find, setFind] = useState('')
  const what = pictures ? 'picture' : 'document'
  return (
    <>
      <div className="actions">
        <FileTrigger
          {...(pictures && { acceptedFileTypes: ['image/*'] })}
          onSelect={files => {
            const [file] = files ?? []
            if (file !== undefined) onFile(file)
          }}
        >
          <Button icon={FileUp}>A file from this laptop</Button>
        </FileTrigger>
      </div>
      <Answer query={media} reading="Reading the library">
        {items => {
          const shown = items.filter(
            item => item.picture === pictures && folded(`${item.name} ${item.alt}`).includes(folded(find.trim())),
          )
          return (
            <>
              <SearchField label={`Or one that the team has already`} value={find} onChange={setFind} />
              <ListBox
                className="media-choice"
                aria-label={pictures ? 'Pictures of the library' : 'Documents of the library'}
                layout="grid"
                items={shown.map(item => ({ ...item, id: item.name }))}
                selectionMode="single"
                onSelectionChange={keys => {
                  const [name] = keys === 'all' ? [] : [...keys]
                  const item = shown.find(one => one.name === name)
                  if (item !== undefined) onItem(item)
                }}
                renderEmptyState={() => <p className="soft">There is no such {what} in the library.</p>}
              >
                {item => (
                  <ListBoxItem className="media-option" textValue={`${item.name}. ${item.alt}`}>
                    {item.picture ? (
                      <img src={mediaAddress(item.name)} alt="" loading="lazy" />
                    ) : (
                      <FileText className="icon" aria-hidden="true" />
                    )}
                    <span className="strong">{item.name}</span>
                    {item.picture && <span className="soft">{item.decorative ? 'Decorative' : item.alt}</span>}
                  </ListBoxItem>
                )}
              </ListBox>
            </>
          )
        }}
      </Answer>
    </>
  )
}
