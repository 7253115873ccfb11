import type { Doc } from '../../shared/content/index.ts'
import type { Choice } from '../../shared/contract/index.ts'
import type { Refusal } from '../../shared/outcome.ts'
import { useKeptText } from '../state/use-kept-text.ts'
import { Button } from '../ui/button.tsx'
import { DialogActions, DialogBox } from '../ui/dialog.tsx'
import { TextField } from '../ui/fields.tsx'
import { RefusalNotice } from '../ui/notice.tsx'
import { RenderedDoc } from '../ui/rendered-doc.tsx'
import { docFromText, textFromDoc } from './written.ts'

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
  const [typed, setTyped] = useKeptText(`choice:${choice.id}`)
  const text = typed === '' ? textFromDoc(choice.mine.doc) : typed
  const doc = docFromText(text)
  return (
    <form
      className="write-form"
      onSubmit={event => {
        event.preventDefault()
        onWritten(doc)
      }}
    >
      <TextField
        label="The words"
        rows={6}
        autoFocus
        value={text}
        onChange={setTyped}
        help="An empty line starts a new paragraph. Links and lists are written as they are in the file: [words](address), and a hyphen before each point."
      />
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
