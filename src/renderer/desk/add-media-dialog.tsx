import { useEffect, useState } from 'react'
import { useAct } from '../activity/use-act.ts'
import { api } from '../connection/api.ts'
import { useKeptFields } from '../connection/use-kept.ts'
import { DialogBox } from '../ui/dialog.tsx'
import { DialogForm } from '../ui/dialog-form.tsx'
import { fileSize } from '../words/counts.ts'
import { base64Of } from './base64.ts'
import { MediaWordsFields, wordsTrouble } from './media-words.tsx'

interface AddMediaDialogProps {
  file: File
  /** See `fileMark`: what was typed of this very file is there again. */
  mark: string
  onClose: () => void
}

/** A picture is described before it goes in; the main process looks at its bytes for what it really is. */
export function AddMediaDialog({ file, mark, onClose }: AddMediaDialogProps) {
  const picture = file.type.startsWith('image/')
  const [words, setWords, forget] = useKeptFields(`add-media:${mark}`, { alt: '', decorative: false, credit: '' })
  const [asked, setAsked] = useState(false)
  const address = useObjectUrl(picture ? file : null)
  const add = useAct(api.media.add)
  const trouble = wordsTrouble(words, picture)

  async function submit() {
    setAsked(true)
    if (trouble !== null) return
    const data = base64Of(new Uint8Array(await file.arrayBuffer()))
    const added = await add.run({ name: file.name, data, ...words })
    if (added === null) return
    forget()
    void add.sayDone(`“${added.item.name}” is ready to use on any page.`)
    onClose()
  }

  return (
    <DialogBox isOpen onClose={onClose} title={`Add “${file.name}”`}>
      {address && <img className="media-preview" src={address} alt="" />}
      <p className="soft">{fileSize(file.size)}</p>
      <DialogForm
        onSubmit={submit}
        onClose={() => {
          forget()
          onClose()
        }}
        leave="Do not add it"
        act="Add it"
        doing={add}
      >
        <MediaWordsFields words={words} onChange={setWords} picture={picture} trouble={asked ? trouble : null} />
      </DialogForm>
    </DialogBox>
  )
}

/** An address for a file that is not anywhere yet, for as long as it is shown. */
function useObjectUrl(file: File | null): string | null {
  const [url, setUrl] = useState<string | null>(null)
  useEffect(() => {
    if (file === null) return
    const made = URL.createObjectURL(file)
    setUrl(made)
    return () => URL.revokeObjectURL(made)
  }, [file])
  return url
}
