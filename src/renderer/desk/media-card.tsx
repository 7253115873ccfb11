import { FileText } from 'lucide-react'
import { useState } from 'react'
import { useAct } from '../activity/use-act.ts'
import { mediaAddress } from '../connection/addresses.ts'
import type { MediaItem } from '../connection/answers.ts'
import { api } from '../connection/api.ts'
import { useOpened } from '../connection/session.ts'
import { Button } from '../ui/button.tsx'
import { Chip } from '../ui/chip.tsx'
import { Confirm } from '../ui/confirm.tsx'
import { count, fileSize } from '../words/counts.ts'

/** One picture or document: what it looks like, what is said about it, and where it is used. */
export function MediaCard({ item, onDescribe }: { item: MediaItem; onDescribe: () => void }) {
  const { readOnly, config } = useOpened()
  const isLogo = config.site.logo === item.path
  const [asking, setAsking] = useState(false)
  const remove = useAct(api.media.remove)

  async function act() {
    if ((await remove.run({ name: item.name })) === null) return
    setAsking(false)
    void remove.sayDone(`“${item.name}” was moved to Recently deleted.`)
  }

  return (
    <li className="media-card">
      <div className="media-picture">
        {item.picture ? (
          // The description stands in words beneath, so that the picture says nothing twice.
          <img src={mediaAddress(item.name)} alt="" loading="lazy" />
        ) : (
          <FileText aria-hidden="true" />
        )}
      </div>
      <h2 className="media-name">{item.name}</h2>
      <p className="media-alt">{descriptionOf(item)}</p>
      <p className="soft">
        {fileSize(item.bytes)}, {isLogo ? 'the logo of the site' : `used on ${count(item.usedBy.length, 'page')}`}
      </p>
      <div className="actions">
        <Button size="small" about={item.name} isDisabled={readOnly !== null} onPress={onDescribe}>
          Describe
        </Button>
        {item.usedBy.length === 0 && !isLogo && (
          <Button
            size="small"
            kind="bare"
            about={item.name}
            isDisabled={readOnly !== null}
            onPress={() => setAsking(true)}
          >
            Delete…
          </Button>
        )}
      </div>
      <Confirm
        isOpen={asking}
        onClose={() => setAsking(false)}
        title={`Delete “${item.name}”?`}
        keep="Keep it"
        act="Delete"
        busy={remove.busy}
        refusal={remove.refusal}
        onAct={() => void act()}
      >
        <p>No page uses it. It goes to Recently deleted, and you can put it back from there.</p>
      </Confirm>
    </li>
  )
}

function descriptionOf({ picture, decorative, alt }: MediaItem) {
  if (!picture) return 'Document'
  if (decorative) return <Chip>Decorative</Chip>
  return alt === '' ? <Chip tone="stop">No description yet</Chip> : alt
}
