import { useState } from 'react'
import { useAct } from '../activity/use-act.ts'
import type { MediaItem } from '../connection/answers.ts'
import { api } from '../connection/api.ts'
import { useKeptFields } from '../connection/use-kept.ts'
import { DialogBox } from '../ui/dialog.tsx'
import { DialogForm } from '../ui/dialog-form.tsx'
import { MediaWordsFields, wordsTrouble } from './media-words.tsx'

/** Changes what is said about a picture or a document, wherever it is used. */
export function DescribeDialog({ item, onClose }: { item: MediaItem; onClose: () => void }) {
  const [words, setWords, forget] = useKeptFields(`describe:${item.name}`, {
    alt: item.alt,
    decorative: item.decorative,
    credit: item.credit,
  })
  const [asked, setAsked] = useState(false)
  const describe = useAct(api.media.describe)
  const trouble = wordsTrouble(words, item.picture)

  function leave() {
    forget()
    onClose()
  }

  async function submit() {
    setAsked(true)
    if (trouble !== null) return
    if ((await describe.run({ name: item.name, ...words })) === null) return
    void describe.sayDone(`The description of “${item.name}” is kept.`)
    leave()
  }

  return (
    <DialogBox isOpen onClose={onClose} title={`Describe “${item.name}”`}>
      <DialogForm
        onSubmit={submit}
        onClose={leave}
        leave="Leave it as it is"
        act="Keep the description"
        doing={describe}
      >
        <MediaWordsFields words={words} onChange={setWords} picture={item.picture} trouble={asked ? trouble : null} />
      </DialogForm>
    </DialogBox>
  )
}
