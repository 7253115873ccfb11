import { useQuery, useQueryClient } from '@tanstack/react-query'
import { useState } from 'react'
import type { WebHost } from '../connection/answers.ts'
import { api, orpc } from '../connection/api.ts'
import { useOpened } from '../connection/session.ts'
import { useRequest } from '../connection/use-request.ts'
import { useCheckedForm } from '../start/use-checked-form.ts'
import { Button } from '../ui/button.tsx'
import { TextField } from '../ui/fields.tsx'
import { RefusalNotice } from '../ui/notice.tsx'
import { RadioField } from '../ui/select.tsx'
import { Sheet } from '../ui/sheet.tsx'
import { say } from '../ui/toasts.tsx'
import { HostKey } from './host-key.tsx'
import { wayInTroubles } from './troubles.ts'

const keptWords = {
  keychain: 'You can publish there from this laptop. What you sign in with is in this laptop’s own safe place.',
  'this-session':
    'You can publish there until Signpost is closed: this laptop has no safe place for what you sign in with.',
  none: 'Nothing to sign in with there is kept on this laptop.',
} as const

const ways = [
  { value: 'password', label: 'A password', help: '' },
  { value: 'key', label: 'A private key', help: 'The text of the key, from “-----BEGIN” to “-----END”.' },
] as const

/** The servers that the site is put on: each is trusted by its key, and each person signs in with something of their own. */
export function WebHostsSheet() {
  const hosts = useQuery(orpc.live.hosts.queryOptions()).data ?? []
  if (hosts.length === 0) return null
  return (
    <Sheet title="Web hosts" note="your way in, on this laptop">
      {hosts.map(host => (
        <div className="sheet-body" key={`${host.user}@${host.host}:${host.port}`}>
          <HostForm host={host} />
        </div>
      ))}
    </Sheet>
  )
}

function HostForm({ host }: { host: WebHost }) {
  const queries = useQueryClient()
  const { readOnly } = useOpened()
  const [shown, setShown] = useState<string | null>(null)
  const [way, setWay] = useState<'password' | 'key'>('password')
  const [password, setPassword] = useState('')
  const [privateKey, setPrivateKey] = useState('')
  const [passphrase, setPassphrase] = useState('')
  const look = useRequest(api.live.lookAtHost)
  const trust = useRequest(api.live.trustHost)
  const hostKey = shown ?? host.hostKey
  const name = `${host.user} at ${host.host}`

  const { form, trouble, onSubmit } = useCheckedForm(
    wayInTroubles({ way, password, privateKey }),
    ['password', 'privateKey'],
    async () => {
      const secret = way === 'key' ? { kind: way, privateKey, passphrase } : { kind: way, password }
      const { host: server, port, user } = host
      if ((await trust.run({ host: server, port, user, hostKey, secret })) === null) return
      setPassword('')
      setPrivateKey('')
      setPassphrase('')
      setShown(null)
      await queries.invalidateQueries()
      say(`Signed in as ${name}. You can publish there now.`)
    },
  )

  async function lookAtKey() {
    const found = await look.run({ host: host.host, port: host.port })
    setShown(found?.hostKey ?? null)
  }

  return (
    <>
      <p className="settings-lead strong">{name}</p>
      <p className="settings-lead">{keptWords[host.secretKept]}</p>
      <HostKey trusted={host.hostKey} shown={shown} server={host.host} />
      <RefusalNotice refusal={look.refusal} />
      <div className="actions">
        <Button about={host.host} busy={look.busy} onPress={() => void lookAtKey()}>
          Look at the server’s key
        </Button>
      </div>
      {hostKey !== '' && (
        <form ref={form} className="form" onSubmit={onSubmit} noValidate aria-label={`Sign in as ${name}`}>
          <RadioField
            label={`What ${host.user} signs in with`}
            value={way}
            options={ways}
            onChange={value => setWay(value === 'key' ? 'key' : 'password')}
          />
          {way === 'password' ? (
            <TextField
              label="Password"
              name="password"
              type="password"
              autoComplete="off"
              value={password}
              onChange={setPassword}
              trouble={trouble('password')}
            />
          ) : (
            <>
              <TextField
                label="Private key"
                name="privateKey"
                rows={4}
                autoComplete="off"
                value={privateKey}
                onChange={setPrivateKey}
                trouble={trouble('privateKey')}
              />
              <TextField
                label="Passphrase of the key"
                help="Leave it empty if the key has none."
                type="password"
                autoComplete="off"
                value={passphrase}
                onChange={setPassphrase}
              />
            </>
          )}
          <RefusalNotice refusal={trust.refusal} />
          <div className="actions">
            <Button type="submit" busy={trust.busy} isDisabled={readOnly !== null}>
              {hostKey === host.hostKey ? 'Sign in and keep it' : 'Trust this key, sign in and keep it'}
            </Button>
          </div>
        </form>
      )}
    </>
  )
}
