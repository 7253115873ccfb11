import type { Editor } from '@tiptap/react'
import { useEffect, useState } from 'react'
import type { MediaItem } from '../../connection/answers.ts'
import { type MediaWords, MediaWordsFields, wordsTrouble } from '../../desk/media-words.tsx'
import { Button } from '../../ui/button.tsx'
import { DialogActions, DialogBox } from '../../ui/dialog.tsx'
import { TextField } from '../../ui/fields.tsx'
import { pictureAddress } from '../editor-tools.ts'
import type { PageSession } from '../session/page-session.ts'
import { useAddToLibrary } from './add-to-library.ts'
import { attributesAt, blockNamed, keepBlock, textOf } from './block-fields.ts'
import { type ChosenFile, chosenFile, keyOf, useChosen } from './chosen-file.ts'
import { FormDialog } from './form-dialog.tsx'
import { MediaChoice } from './media-choice.tsx'
import { useKeptDialog } from './use-kept-dialog.ts'

interface PictureDialogProps {
  editor: Editor
  session: PageSession
  at: number | null
  file?: File
  onClose: () => void
}

type Chosen = ChosenFile | { kind: 'library'; src: string; words: MediaWords }

/** A picture is chosen, and described before it goes in (WCAG 2.2 SC 1.1.1). */
export function PictureDialog({ editor, session, at, file, onClose }: PictureDialogProps) {
  const { chosen, setChosen, isLooking } = useChosen<Chosen>(file, () => chosenAt(editor, at))
  if (isLooking) return null
  if (chosen !== null) {
    return (
      <DescribePicture
        // Another picture starts with its own description.
        key={keyOf(chosen)}
        editor={editor}
        session={session}
        at={at}
        chosen={chosen}
        onOther={() => setChosen(null)}
        onClose={onClose}
      />
    )
  }
  return (
    <DialogBox isOpen onClose={onClose} title="Picture" width="wide">
      <MediaChoice
        pictures
        onFile={picked => void chosenFile(picked).then(setChosen)}
        onItem={item => setChosen({ kind: 'library', src: item.path, words: wordsOf(item) })}
      />
      <DialogActions>
        <Button onPress={onClose}>Cancel</Button>
      </DialogActions>
    </DialogBox>
  )
}

function chosenAt(editor: Editor, at: number | null): Chosen | null {
  if (at === null) return null
  const attrs = attributesAt(editor, at)
  const words = { alt: textOf(attrs, 'alt'), decorative: attrs.decorative === true, credit: '' }
  return { kind: 'library', src: textOf(attrs, 'src'), words }
}

function wordsOf({ alt, decorative, credit }: MediaItem): MediaWords {
  return { alt, decorative, credit }
}

interface DescribePictureProps {
  editor: Editor
  session: PageSession
  at: number | null
  chosen: Chosen
  onOther: () => void
  onClose: () => void
}

function DescribePicture({ editor, session, at, chosen, onOther, onClose }: DescribePictureProps) {
  const inLine = at !== null && editor.state.doc.nodeAt(at)?.type.name === 'image'
  const [about] = useState(() => {
    const block = blockNamed(editor, at, 'picture')
    const words: MediaWords = chosen.kind === 'library' ? chosen.words : { alt: '', decorative: false, credit: '' }
    return {
      // Another picture starts with its own description.
      block: `${block} ${keyOf(chosen)}`,
      fields: { ...words, caption: textOf(attributesAt(editor, at), 'caption') },
    }
  })
  const kept = useKeptDialog(session, about.block, about.fields)
  const { caption, ...words } = kept.typed
  const [asked, setAsked] = useState(false)
  const address = useAddressOf(chosen)
  const { add, request } = useAddToLibrary()
  const trouble = wordsTrouble(words, true)

  async function submit() {
    setAsked(true)
    if (trouble !== null) return
    const src = chosen.kind === 'library' ? chosen.src : (await add(chosen.file, words))?.path
    if (src === undefined) return
    const alt = words.decorative ? '' : words.alt.trim()
    if (inLine) keepBlock(editor, at, 'image', { src, alt })
    else keepBlock(editor, at, 'figure', { src, alt, decorative: words.decorative, caption: caption.trim() })
    kept.done()
    onClose()
  }

  return (
    <FormDialog
      title={at === null ? 'Describe the picture' : 'Picture'}
      act={at === null ? 'Put it in' : 'Change it'}
      onAct={() => void submit()}
      onClose={onClose}
      onLeave={kept.leave}
      busy={request.busy}
      refusal={request.refusal}
      other={<Button onPress={onOther}>Another picture</Button>}
    >
      {address !== null && <img className="picture-preview" src={address} alt="What you chose" />}
      <MediaWordsFields
        words={words}
        onChange={kept.set}
        picture
        trouble={asked ? trouble : null}
        credit={chosen.kind === 'file'}
      />
      {!inLine && (
        <TextField
          label="Caption"
          value={caption}
          onChange={value => kept.set({ caption: value })}
          help="Words under the picture that everybody reads. May be empty; it should not say the description again."
        />
      )}
    </FormDialog>
  )
}

/** A file has an address only for as long as it is shown here. */
function useAddressOf(chosen: Chosen): string | null {
  const [address, setAddress] = useState<string | null>(null)
  useEffect(() => {
    if (chosen.kind === 'library') {
      setAddress(pictureAddress(chosen.src))
      return
    }
    const made = URL.createObjectURL(chosen.file)
    setAddress(made)
    return () => URL.revokeObjectURL(made)
  }, [chosen])
  return address
}
