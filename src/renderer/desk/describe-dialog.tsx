import { useState } from 'react'
import { useAct } from '../activity/use-act.ts'
import type { MediaItem } from '../connection/answers.ts'
import { api } from '../connection/api.ts'
import { Button } from '../ui/button.tsx'
import { DialogActions, DialogBox } from '../ui/dialog.tsx'
import { RefusalNotice } from '../ui/notice.tsx'
import { MediaWordsFields, wordsTrouble } from './media-words.tsx'

/** Changes what is said about a picture or a document, wherever it is used. */
export function DescribeDialog({ item, onClose }: { item: MediaItem; onClose: () => void }) {
  const [words, setWords] = useState({ alt: item.alt, decorative: item.decorative, credit: item.credit })
  const [asked, setAsked] = useState(false)
  const describe = useAct(api.media.describe)
  const trouble = wordsTrouble(words, item.picture)

  async function submit() {
    setAsked(true)
    if (trouble !== null) return
    if ((await describe.run({ name: item.name, ...words })) === null) return
    void describe.sayDone(`The description of “${item.name}” is kept.`)
    onClose()
  }

  return (
    <DialogBox isOpen onClose={onClose} title={`Describe “${item.name}”`}>
      <form
        className="form"
        onSubmit={event => {
          event.preventDefault()
          void submit()
        }}
      >
        <MediaWordsFields words={words} onChange={setWords} picture={item.picture} trouble={asked ? trouble : null} />
        <RefusalNotice refusal={describe.refusal} />
        <DialogActions>
          <Button onPress={onClose}>Leave it as it is</Button>
          <Button kind="main" type="submit" busy={describe.busy}>
            Keep the description
          </Button>
        </DialogActions>
      </form>
    </DialogBox>
  )
}
