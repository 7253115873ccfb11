import type { Doc } from '../../shared/content/index.ts'
import type { Choice } from '../../shared/contract/index.ts'
import type { Refusal } from '../../shared/outcome.ts'
import { useKeptText } from '../state/use-kept-text.ts'
import { Button } from '../ui/button.tsx'
import { DialogActions, DialogBox } from '../ui/dialog.tsx'
import { RefusalNotice } from '../ui/notice.tsx'
import { RenderedDoc } from '../ui/rendered-doc.tsx'
import { WordsEditor } from './words-editor.tsx'
import { keptDoc } from './written.ts'

interface WriteDialogProps {
  isOpen: boolean
  onClose: () => void
  choice: Choice
  busy: boolean
  refusal: Refusal | null
  onWritten: (doc: Doc) => void
}

/** A third way: the words written anew, starting from one's own, with how families would read them beneath. */
export function WriteDialog(props: WriteDialogProps) {
  return (
    <DialogBox isOpen={props.isOpen} onClose={props.onClose} title="Write it myself" width="wide">
      <WriteForm {...props} />
    </DialogBox>
  )
}

function WriteForm({ choice, busy, refusal, onClose, onWritten }: WriteDialogProps) {
  const [kept, keep] = useKeptText(`choice:${choice.id}`)
  const doc = keptDoc(kept) ?? choice.mine.doc
  return (
    <form
      className="write-form"
      onSubmit={event => {
        event.preventDefault()
        onWritten(doc)
      }}
    >
      <p className="soft">Your words are here to start from. Links and bold words stay as they are.</p>
      <WordsEditor label="The words" start={doc} onChange={next => keep(JSON.stringify(next))} />
      <h3>As families would read it</h3>
      <RenderedDoc doc={doc} headingOffset={2} />
      <RefusalNotice refusal={refusal} />
      <DialogActions>
        <Button onPress={onClose}>Back to both versions</Button>
        <Button kind="main" type="submit" busy={busy}>
          Use these words
        </Button>
      </DialogActions>
    </form>
  )
}
