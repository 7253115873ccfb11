import { type Refusal, refuse } from '../../shared/outcome.ts'
import type { GivenWebHost } from './desk-port.ts'
import type { Terminal } from './terminal.ts'

/**
 * What a pipeline signs in to a web host with. It names the host and the key that this is for, so that a workspace which
 * comes to name another gets nothing.
 */
export function givenWebHost(env: Terminal['env']): GivenWebHost | null | Refusal {
  const { SIGNPOST_WEB_HOST: named, SIGNPOST_WEB_HOST_PASSWORD: password, SIGNPOST_WEB_HOST_KEY: privateKey } = env
  if (!named && !password && !privateKey) return null
  const [, user, host, port = '22', hostKey] = hostAndKey.exec(named ?? '') ?? []
  if (user === undefined || host === undefined || hostKey === undefined) return notNamed
  const place = { user, host, port: Number(port) }
  if (privateKey) return { ...place, wayIn: { hostKey, privateKey, passphrase: '' } }
  return password ? { ...place, wayIn: { hostKey, password } } : notNamed
}

/** `offer@web.example.org:22 ssh-ed25519 SHA256:…`; the port may be left out. */
const hostAndKey = /^([^\s@]+)@([^\s@:]+)(?::(\d{1,5}))? (\S+ SHA256:\S+)$/

const notNamed = refuse(
  'half-a-web-host',
  'What SIGNPOST_WEB_HOST says is not enough to sign in to a web host.',
  'Set it to the account, the server and its key, such as “offer@web.example.org ssh-ed25519 SHA256:…”, and with it SIGNPOST_WEB_HOST_PASSWORD or SIGNPOST_WEB_HOST_KEY.',
)
