import { useState } from 'react'
import type { Hello } from '../connection/answers.ts'
import { api } from '../connection/api.ts'
import { ConnectionTest } from '../settings/connection-test.tsx'
import { Button } from '../ui/button.tsx'
import { TextField } from '../ui/fields.tsx'
import { RefusalNotice } from '../ui/notice.tsx'
import { BegunJoin } from './begun-join.tsx'
import { FolderField } from './folder-field.tsx'
import { joinTroubles } from './missing.ts'
import { OpeningProgress } from './opening-progress.tsx'
import { PersonFields } from './person-fields.tsx'
import { useTypedFields } from './typed-fields.ts'
import { useCheckedForm } from './use-checked-form.ts'
import { useOpening } from './use-opening.ts'

const order = ['address', 'name', 'email', 'token'] as const

/** Joins a workspace that colleagues share already. */
export function JoinForm({ hello, onCancel }: { hello: Hello; onCancel: () => void }) {
  const [fields, set, forget] = useTypedFields('join', {
    address: hello.joining[0]?.address ?? '',
    name: hello.me?.name ?? '',
    email: hello.me?.email ?? '',
    folder: '',
  })
  const [token, setToken] = useState('')
  const joining = useOpening(api.start.join)
  const begun = hello.joining.find(each => each.address === fields.address.trim())
  const { form, trouble, onSubmit } = useCheckedForm(joinTroubles({ ...fields, token }), order, () => {
    const { address, name, email, folder } = fields
    void joining
      .open({
        address: address.trim(),
        name: name.trim(),
        email: email.trim(),
        token: token.trim(),
        ...(folder.trim() !== '' && { folder: folder.trim() }),
      })
      .then(done => done && forget())
  })
  return (
    <form ref={form} className="form" onSubmit={onSubmit} noValidate>
      <TextField
        label="Address of the workspace"
        name="address"
        type="url"
        autoFocus
        value={fields.address}
        onChange={set('address')}
        trouble={trouble('address')}
        help="Your team or your IT colleagues have it. It starts with https://"
      />
      <PersonFields name={fields.name} email={fields.email} set={set} trouble={trouble} />
      <TextField
        label="Access token"
        name="token"
        type="password"
        autoComplete="off"
        value={token}
        onChange={setToken}
        trouble={trouble('token')}
        help="It works like a password. It is kept in this laptop’s own safe place, and nowhere else."
      />
      <FolderField hello={hello} folder={fields.folder} onChange={set('folder')} />
      <RefusalNotice refusal={joining.refusal} takesFocus />
      {begun !== undefined && !joining.busy && <BegunJoin begun={begun} />}
      {joining.busy ? (
        <OpeningProgress job="join" waiting="Asking for the workspace" />
      ) : (
        <div className="actions">
          <Button kind="main" type="submit">
            Join
          </Button>
          <Button kind="bare" onPress={onCancel}>
            Not now
          </Button>
        </div>
      )}
      {!joining.busy && <ConnectionTest wish={{ address: fields.address.trim(), token: token.trim() }} />}
    </form>
  )
}
