import type { Editor } from '@tiptap/react'
import { useState } from 'react'
import { Button } from '../../ui/button.tsx'
import { DialogActions, DialogBox } from '../../ui/dialog.tsx'
import { TextField } from '../../ui/fields.tsx'
import { fileSize } from '../../words/counts.ts'
import type { PageSession } from '../session/page-session.ts'
import { useAddToLibrary } from './add-to-library.ts'
import { attributesAt, blockNamed, keepBlock, textOf } from './block-fields.ts'
import { type ChosenFile, chosenFile, keyOf, useChosen } from './chosen-file.ts'
import { FormDialog } from './form-dialog.tsx'
import { MediaChoice } from './media-choice.tsx'
import { useKeptDialog } from './use-kept-dialog.ts'

interface DocumentDialogProps {
  editor: Editor
  session: PageSession
  at: number | null
  file?: File
  onClose: () => void
}

type Chosen = ChosenFile | { kind: 'library'; src: string }

export function DocumentDialog({ editor, session, at, file, onClose }: DocumentDialogProps) {
  const { chosen, setChosen, isLooking } = useChosen<Chosen>(file, () =>
    at === null ? null : { kind: 'library', src: textOf(attributesAt(editor, at), 'src') },
  )
  const [about] = useState(() => ({
    block: blockNamed(editor, at, 'document'),
    fields: { title: textOf(attributesAt(editor, at), 'title') },
  }))
  // Another document starts with no title of a former one.
  const of = chosen === null ? about.block : `${about.block} ${keyOf(chosen)}`
  const kept = useKeptDialog(session, of, about.fields)
  const { title } = kept.typed
  const [asked, setAsked] = useState(false)
  const { add, request } = useAddToLibrary()

  async function submit() {
    setAsked(true)
    if (chosen === null || title.trim() === '') return
    const words = { alt: '', decorative: false, credit: '' }
    const src = chosen.kind === 'library' ? chosen.src : (await add(chosen.file, words))?.path
    if (src === undefined) return
    keepBlock(editor, at, 'document', { src, title: title.trim() })
    kept.done()
    onClose()
  }

  if (isLooking) return null
  if (chosen === null) {
    return (
      <DialogBox isOpen onClose={onClose} title="Document to download" width="wide">
        <p>Families read on telephones: words on the page are nearly always better than a document.</p>
        <MediaChoice
          pictures={false}
          onFile={picked => void chosenFile(picked).then(setChosen)}
          onItem={item => setChosen({ kind: 'library', src: item.path })}
        />
        <DialogActions>
          <Button onPress={onClose}>Cancel</Button>
        </DialogActions>
      </DialogBox>
    )
  }
  return (
    <FormDialog
      title="Document to download"
      act={at === null ? 'Put it in' : 'Change it'}
      onAct={() => void submit()}
      onClose={onClose}
      onLeave={kept.leave}
      busy={request.busy}
      refusal={request.refusal}
      other={<Button onPress={() => setChosen(null)}>Another document</Button>}
    >
      <p>
        <strong>{chosen.kind === 'file' ? chosen.file.name : chosen.src.replace(/^media\//, '')}</strong>
        {chosen.kind === 'file' && <span className="soft"> {fileSize(chosen.file.size)}</span>}
      </p>
      <TextField
        label="Title"
        autoFocus
        value={title}
        onChange={value => kept.set({ title: value })}
        help="What it is, in words. Its kind and size are added by themselves."
        trouble={asked && title.trim() === '' ? 'Write what the document is.' : null}
      />
    </FormDialog>
  )
}
