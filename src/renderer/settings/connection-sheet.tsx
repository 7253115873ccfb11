import { useQuery } from '@tanstack/react-query'
import { useState } from 'react'
import { api, orpc } from '../connection/api.ts'
import { useKeptFields } from '../connection/use-kept.ts'
import { useRequest } from '../connection/use-request.ts'
import { useCheckedForm } from '../start/use-checked-form.ts'
import { withoutSecrets } from '../start/without-secrets.ts'
import { Answer } from '../ui/answer.tsx'
import { Button } from '../ui/button.tsx'
import { TextField } from '../ui/fields.tsx'
import { RefusalNotice } from '../ui/notice.tsx'
import { Sheet } from '../ui/sheet.tsx'
import { say } from '../ui/toasts.tsx'
import { ConnectionTest } from './connection-test.tsx'
import { connectionTroubles } from './troubles.ts'

const secretWords = {
  keychain: 'Your access token is in this laptop’s own safe place.',
  'this-session': 'This laptop has no safe place for the access token, so Signpost asks for it again after each start.',
  none: 'No access token is kept.',
} as const

/** Where the team's shared copy is. The token goes to the keychain, and is never shown again. */
export function ConnectionSheet() {
  const connection = useQuery(orpc.settings.connection.queryOptions())
  return (
    <Sheet title="Shared copy" note="with your team">
      <div className="sheet-body">
        <Answer query={connection} reading="Reading the connection">
          {({ address, secretKept }) => (
            <>
              <p className="settings-lead">
                {address === null
                  ? 'This workspace is on this laptop only. Connect it to share with your team.'
                  : secretWords[secretKept]}
              </p>
              <ConnectForm key={address ?? ''} address={address ?? ''} />
            </>
          )}
        </Answer>
      </div>
    </Sheet>
  )
}

/** Of half an address nothing is kept: the one that is there already is shown again. */
function keptAddress(typed: { address: string }) {
  const kept = withoutSecrets(typed)
  return kept.address === '' ? undefined : kept
}

function ConnectForm({ address: known }: { address: string }) {
  const [{ address }, setTyped, forget] = useKeptFields('shared-copy', { address: known }, undefined, {
    asKept: keptAddress,
  })
  const [token, setToken] = useState('')
  const connect = useRequest(api.settings.connect)
  const { form, trouble, onSubmit } = useCheckedForm(
    connectionTroubles({ address, token }),
    ['address', 'token'],
    async () => {
      if ((await connect.run({ address: address.trim(), token: token.trim() })) === null) return
      setToken('')
      forget({ address })
      say('Connected. Your work is shared from now on.')
    },
  )
  return (
    <>
      <form ref={form} className="form" onSubmit={onSubmit} noValidate>
        <TextField
          label="Address"
          name="address"
          type="url"
          value={address}
          onChange={address => setTyped({ address })}
          trouble={trouble('address')}
        />
        <TextField
          label={known === '' ? 'Access token' : 'New access token'}
          name="token"
          type="password"
          autoComplete="off"
          value={token}
          onChange={setToken}
          trouble={trouble('token')}
        />
        <RefusalNotice refusal={connect.refusal} />
        <div className="actions">
          <Button type="submit" busy={connect.busy}>
            {known === '' ? 'Connect' : 'Connect again'}
          </Button>
        </div>
      </form>
      <ConnectionTest wish={{ address: address.trim() === '' ? null : address.trim(), token: token.trim() }} />
    </>
  )
}
