import { createHash, randomBytes, timingSafeEqual } from 'node:crypto'
import type { Whose } from './whose-connection.ts'

/**
 * Who may talk to the loopback window. Any page in any browser on this computer can send a request to 127.0.0.1, so each
 * one has to show that it was meant for this very address (Host: DNS rebinding), comes from this very window (Origin and
 * Sec-Fetch-Site: other sites), and belongs to the person who was given the address (cookie). Nobody but the user who
 * started Signpost can make a cookie of the address (decision 16).
 */

export type Refused = { kind: 'refused'; status: 400 | 401 | 403; sentence: string }
export type Admitted = { kind: 'admitted' }
export type Exchanged = { kind: 'exchanged'; cookie: string }

export interface Asked {
  host: string | undefined
  origin: string | undefined
  site: string | undefined
  cookie: string | undefined
}

export interface Admission {
  /** A new one-time token; the one before it, if it was not used, is void. 256 bits, base64url. */
  newToken(): string
  /** The cookie for a token that is good, once. `whose` is asked only then: it takes a while. */
  exchange(token: string | null, whose: () => Whose): Exchanged | Refused
  /** Whether this request was meant for this address and comes from its own window. */
  isOurs(asked: Asked): Admitted | Refused
  /** The same, and from somebody who came in by a token. */
  admit(asked: Asked): Admitted | Refused
  /** For a WebSocket, whose Origin every browser sends: without one it is no browser of ours. */
  admitSocket(asked: Asked): Admitted | Refused
}

export function createAdmission(port: number): Admission {
  const host = `127.0.0.1:${port}`
  const origin = `http://${host}`
  // Browsers send a cookie to every port of a host: the name keeps two Signposts apart.
  const cookieName = `signpost-${port}`
  const sessions: Buffer[] = []
  let waiting: Buffer | null = null

  const isOurs: Admission['isOurs'] = asked => {
    if (asked.host !== host) return refused(403, 'This address is not Signpost’s own.')
    if (asked.origin !== undefined && asked.origin !== origin) return refused(403, fromElsewhere)
    if (asked.site !== undefined && asked.site !== 'same-origin' && asked.site !== 'none') {
      return refused(403, fromElsewhere)
    }
    return admitted
  }
  const admit: Admission['admit'] = asked => {
    const ours = isOurs(asked)
    if (ours.kind === 'refused') return ours
    const shown = cookieValues(asked.cookie, cookieName).map(digest)
    const known = shown.some(one => sessions.some(session => timingSafeEqual(one, session)))
    return known ? admitted : refused(401, comeInAgain)
  }
  return {
    newToken() {
      const token = secret()
      waiting = digest(token)
      return token
    },
    exchange(token, whose) {
      if (token === null || waiting === null || !timingSafeEqual(digest(token), waiting))
        return refused(401, comeInAgain)
      // And the address stays good for whom it was meant.
      if (whose() === 'a-strangers') return refused(403, 'Signpost answers only the person who started it.')
      waiting = null
      const session = secret()
      sessions.push(digest(session))
      return { kind: 'exchanged', cookie: `${cookieName}=${session}; HttpOnly; SameSite=Strict; Path=/` }
    },
    isOurs,
    admit,
    admitSocket: asked => (asked.origin === undefined ? refused(403, fromElsewhere) : admit(asked)),
  }
}

const admitted: Admitted = { kind: 'admitted' }
const fromElsewhere = 'Signpost answers only its own window. Copy its address into the address bar.'
const comeInAgain =
  'This address of Signpost has been used already, or is out of date. Press Enter where Signpost was started to get a new one.'

function refused(status: Refused['status'], sentence: string): Refused {
  return { kind: 'refused', status, sentence }
}

/** 256 bits. */
function secret(): string {
  return randomBytes(32).toString('base64url')
}

/** Kept and compared in this form, so that all are of one length and memory holds no secret. */
function digest(value: string): Buffer {
  return createHash('sha256').update(value).digest()
}

function cookieValues(header: string | undefined, name: string): string[] {
  return (header ?? '')
    .split(';')
    .map(pair => pair.trim())
    .filter(pair => pair.startsWith(`${name}=`))
    .map(pair => pair.slice(name.length + 1))
}
