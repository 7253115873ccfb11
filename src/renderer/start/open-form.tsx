import type { Hello } from '../connection/answers.ts'
import { api } from '../connection/api.ts'
import { settled } from '../connection/use-request.ts'
import { Button } from '../ui/button.tsx'
import { TextField } from '../ui/fields.tsx'
import { RefusalNotice } from '../ui/notice.tsx'
import { sayRefusal } from '../ui/toasts.tsx'
import { openTroubles } from './missing.ts'
import { useTypedFields } from './typed-fields.ts'
import { useCheckedForm } from './use-checked-form.ts'
import { useOpening } from './use-opening.ts'

/** Opens a workspace whose folder is on this computer. */
export function OpenForm({ hello, onCancel }: { hello: Hello; onCancel: () => void }) {
  const [fields, set, forget] = useTypedFields('open', { folder: '' })
  const opening = useOpening(api.start.open)
  const { form, trouble, onSubmit } = useCheckedForm(openTroubles(fields), ['folder'], () => {
    void opening.open({ workspace: fields.folder.trim() }).then(done => done && forget())
  })

  async function choose() {
    const answer = await settled(() => api.start.chooseFolder())
    if (!sayRefusal(answer) && answer.folder !== null) set('folder')(answer.folder)
  }

  return (
    <form ref={form} className="form" onSubmit={onSubmit} noValidate>
      <TextField
        label="Folder"
        name="folder"
        autoFocus
        value={fields.folder}
        onChange={set('folder')}
        trouble={trouble('folder')}
        help="The whole path of the folder that has “signpost.yml” in it."
      />
      <RefusalNotice refusal={opening.refusal} />
      <div className="actions">
        <Button kind="main" type="submit" busy={opening.busy}>
          Open it
        </Button>
        {hello.canChooseFolder && <Button onPress={() => void choose()}>Choose the folder…</Button>}
        <Button kind="bare" onPress={onCancel}>
          Not now
        </Button>
      </div>
    </form>
  )
}
