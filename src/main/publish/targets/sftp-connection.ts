import type { Client, SFTPWrapper } from 'ssh2'
import type { Refusal } from '../../../shared/outcome.ts'
import { codeOf } from '../../files/index.ts'
import { hostKeyInWords, waysToProve } from './host-key.ts'
import { hostName, notSftp, noWayIn, otherKey, type SftpTarget, turnedAway } from './sftp-words.ts'
import type { NotReached } from './target.ts'
import type { WayIn } from './way-in.ts'

/** The line to a web host: to see who is there, and to sign in once that is the one that is trusted. */

export interface LineOptions {
  signal?: AbortSignal | undefined
  /** How long one question may stay without an answer, in milliseconds. */
  patience?: number | undefined
}

const defaultPatience = 60_000

export interface Line {
  kind: 'line'
  sftp: SFTPWrapper
  /** Why the line is no more; null while it is. */
  lost(): Refusal | NotReached | null
  /** Rejects when the line breaks or nothing is answered for too long. */
  answered<T>(ask: (answer: (error: Error | null | undefined, value?: T) => void) => void): Promise<T>
  close(): void
}

/** The key that a host shows, in words. Nothing is said to it but hello. */
export async function keyShownBy(
  target: Pick<SftpTarget, 'host' | 'port'>,
  options: LineOptions,
): Promise<{ kind: 'key'; hostKey: string } | NotReached | Refusal> {
  const { client, ended, shown } = await call({ ...target, user: 'signpost' }, null, '', options)
  const why = await ended
  client.destroy()
  const hostKey = shown()
  return hostKey === null ? why : { kind: 'key', hostKey }
}

/** Signs in, if the host shows the key that the way in was given for and that the team trusts. */
export async function signIn(
  target: Pick<SftpTarget, 'host' | 'port' | 'user' | 'hostKey'>,
  wayIn: WayIn,
  options: LineOptions,
): Promise<Line | NotReached | Refusal> {
  if (wayIn.hostKey !== target.hostKey) return noWayIn(target)
  const { client, ended, ready } = await call(target, wayIn, target.hostKey, options)
  let why: Refusal | NotReached | null = null
  void ended.then(reason => {
    why ??= reason
  })
  const patience = options.patience ?? defaultPatience

  async function answered<T>(ask: (answer: (error: Error | null | undefined, value?: T) => void) => void): Promise<T> {
    return await new Promise<T>((resolve, reject) => {
      const timer = setTimeout(() => {
        why ??= away(target)
        client.destroy()
        reject(new Error('no answer'))
      }, patience)
      const done = (work: () => void) => {
        clearTimeout(timer)
        work()
      }
      void ended.then(() => done(() => reject(new Error('the line is gone'))))
      ask((error, value) => done(() => (error ? reject(error) : resolve(value as T))))
    })
  }

  const signedIn = await Promise.race([ready, ended])
  if (signedIn !== 'ready') {
    client.destroy()
    return signedIn
  }
  try {
    const sftp = await answered<SFTPWrapper>(answer => client.sftp(answer))
    return { kind: 'line', sftp, lost: () => why, answered, close: () => client.end() }
  } catch (error) {
    client.destroy()
    return why ?? notSftp(target, String(error))
  }
}

interface Call {
  client: Client
  ready: Promise<'ready'>
  /** Why there is no line, or none any more. */
  ended: Promise<Refusal | NotReached>
  shown(): string | null
}

/** `trusted` is the one key to go on with; empty to hang up once a key was shown. */
async function call(
  target: Pick<SftpTarget, 'host' | 'port' | 'user'>,
  wayIn: WayIn | null,
  trusted: string,
  { signal, patience = defaultPatience }: LineOptions,
): Promise<Call> {
  // Loaded when it is needed: most computers never speak to a web host.
  const { Client } = await import('ssh2')
  const client = new Client()
  const opened = Promise.withResolvers<'ready'>()
  const over = Promise.withResolvers<Refusal | NotReached>()
  let shown: string | null = null
  const stop = () => client.destroy()
  client.on('ready', () => {
    // Each small question would wait for the answer to the last one otherwise.
    client.setNoDelay(true)
    opened.resolve('ready')
  })
  client.on('error', error => over.resolve(inWords(target, error, shown, trusted)))
  client.on('close', () => {
    signal?.removeEventListener('abort', stop)
    over.resolve(away(target))
  })
  const password = wayIn !== null && 'password' in wayIn ? wayIn.password : null
  client.on('keyboard-interactive', (_name, _instructions, _language, prompts, finish) =>
    finish(prompts.map(() => password ?? '')),
  )
  signal?.addEventListener('abort', stop, { once: true })
  client.connect({
    host: target.host,
    port: target.port,
    username: target.user,
    ...secretOf(wayIn),
    tryKeyboard: password !== null,
    readyTimeout: Math.min(patience, 20_000),
    keepaliveInterval: 10_000,
    keepaliveCountMax: 3,
    algorithms: { serverHostKey: waysToProve(trusted) },
    hostVerifier: (key: Buffer) => {
      shown = hostKeyInWords(key)
      return shown === trusted
    },
  })
  return { client, ready: opened.promise, ended: over.promise, shown: () => shown }
}

function secretOf(wayIn: WayIn | null): { password?: string; privateKey?: string; passphrase?: string } {
  if (wayIn === null) return {}
  if ('password' in wayIn) return { password: wayIn.password }
  const { privateKey, passphrase } = wayIn
  return passphrase === '' ? { privateKey } : { privateKey, passphrase }
}

function inWords(
  target: Pick<SftpTarget, 'host' | 'port' | 'user'>,
  error: Error & { level?: string },
  shown: string | null,
  trusted: string,
): Refusal | NotReached {
  if (shown !== null && shown !== trusted) return otherKey(target, shown)
  if (error.level === 'client-authentication') return turnedAway(target)
  if (error.level === 'client-timeout' || codeOf(error) !== null) return away(target)
  // It has keys, and none of the kind that is trusted.
  if (/host key/i.test(error.message)) return otherKey(target, null)
  return shown === null || error.level === 'protocol' ? notSftp(target, error.message) : away(target)
}

function away(target: Pick<SftpTarget, 'host' | 'port'>): NotReached {
  return { kind: 'waiting', reason: 'offline', place: `the web host ${hostName(target)}` }
}

/** Whether a private key can be read with this passphrase, without asking anybody. */
export async function canRead(privateKey: string, passphrase: string): Promise<boolean> {
  const { utils } = await import('ssh2')
  const parsed = utils.parseKey(privateKey, passphrase)
  return !(parsed instanceof Error) && parsed.isPrivateKey()
}
