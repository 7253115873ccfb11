import type { Hello } from '../connection/answers.ts'
import { api } from '../connection/api.ts'
import { Button } from '../ui/button.tsx'
import { TextField } from '../ui/fields.tsx'
import { RefusalNotice } from '../ui/notice.tsx'
import { FolderField } from './folder-field.tsx'
import { newTroubles } from './missing.ts'
import { PersonFields } from './person-fields.tsx'
import { useTypedFields } from './typed-fields.ts'
import { useCheckedForm } from './use-checked-form.ts'
import { useOpening } from './use-opening.ts'

const order = ['siteName', 'council', 'name', 'email'] as const

/** Makes a workspace of one's own, on this computer. */
export function NewForm({ hello, onCancel }: { hello: Hello; onCancel: () => void }) {
  const [fields, set, forget] = useTypedFields('new', {
    siteName: '',
    council: '',
    name: hello.me?.name ?? '',
    email: hello.me?.email ?? '',
    folder: '',
  })
  const making = useOpening(api.start.create)
  const { form, trouble, onSubmit } = useCheckedForm(newTroubles(fields), order, () => {
    const { siteName, council, name, email, folder } = fields
    void making
      .open({
        name: siteName.trim(),
        council: council.trim(),
        me: { name: name.trim(), email: email.trim() },
        ...(folder.trim() !== '' && { folder: folder.trim() }),
      })
      .then(done => done && forget())
  })
  return (
    <form ref={form} className="form" onSubmit={onSubmit} noValidate>
      <TextField
        label="Name of the Local Offer"
        name="siteName"
        autoFocus
        value={fields.siteName}
        onChange={set('siteName')}
        trouble={trouble('siteName')}
        help="Such as “Southend Local Offer”. Families read it at the top of the site."
      />
      <TextField
        label="Council"
        name="council"
        value={fields.council}
        onChange={set('council')}
        trouble={trouble('council')}
      />
      <PersonFields name={fields.name} email={fields.email} set={set} trouble={trouble} />
      <FolderField hello={hello} folder={fields.folder} onChange={set('folder')} />
      <RefusalNotice refusal={making.refusal} />
      <div className="actions">
        <Button kind="main" type="submit" busy={making.busy}>
          Start it
        </Button>
        <Button kind="bare" onPress={onCancel}>
          Not now
        </Button>
      </div>
    </form>
  )
}
