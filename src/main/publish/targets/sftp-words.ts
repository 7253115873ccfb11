import type { PublishTarget } from '../../../shared/content/index.ts'
import { type Refusal, refuse } from '../../../shared/outcome.ts'

/** What a web host, or the way to it, can do to a publish, in a sentence with a next step. */

export type SftpTarget = Extract<PublishTarget, { kind: 'sftp' }>
export type WebHost = Pick<SftpTarget, 'host' | 'port' | 'user'>

export const hostName = ({ host, port }: Pick<SftpTarget, 'host' | 'port'>) => (port === 22 ? host : `${host}:${port}`)

export function noKeyTrusted(target: Pick<SftpTarget, 'host' | 'port'>): Refusal {
  return refuse(
    'host-key-unknown',
    `Nobody has said yet by which key the web host ${hostName(target)} is known, so nothing was sent.`,
    'Look at its key in Settings, under “Web hosts”, and compare it with what the web host’s people say.',
  )
}

export function otherKey(target: Pick<SftpTarget, 'host' | 'port'>, shown: string | null): Refusal {
  return refuse(
    'host-key-changed',
    `The web host ${hostName(target)} shows another key than the one that is trusted${shown === null ? '' : `: ${shown}`}. Nothing was sent, and no password was given: somebody may stand in between.`,
    'Ask whoever runs the web host whether they changed its key. If they did, trust the new one in Settings, under “Web hosts”.',
  )
}

export function noWayIn({ user, ...host }: WebHost): Refusal {
  return refuse(
    'no-way-in',
    `This laptop has no password or key for ${user} at ${hostName(host)}, so nothing was sent.`,
    'Give one in Settings, under “Web hosts”, then publish again.',
  )
}

export function turnedAway({ user, ...host }: WebHost): Refusal {
  return refuse(
    'turned-away',
    `The web host ${hostName(host)} did not let ${user} in. Nothing was sent.`,
    'Check the user name, and give the password or key again in Settings, under “Web hosts”.',
  )
}

export function notSftp(target: Pick<SftpTarget, 'host' | 'port'>, detail: string): Refusal {
  return refuse(
    'not-sftp',
    `What answers at ${hostName(target)} does not take files by SFTP. Nothing was sent.`,
    'Check the server and the port in Settings, or ask whoever runs the web host for them.',
    detail,
  )
}

export function mayNotWrite(target: SftpTarget, detail: string): Refusal {
  return refuse(
    'folder-not-writable',
    `${target.user} may not write in ${target.folder} at ${hostName(target)}, so the site could not be sent there.`,
    'Ask whoever runs the web host to let you write in that folder, then publish again.',
    detail,
  )
}

export function notTaken(target: SftpTarget, detail: string): Refusal {
  return refuse(
    'file-not-taken',
    `The web host ${hostName(target)} did not take a file, so only a part of the site could be sent. It may be full.`,
    'Ask whoever runs the web host whether there is space, then publish again: Signpost sends only what is missing.',
    detail,
  )
}

/** Putting a file in another's place in one step is OpenSSH's `posix-rename`, which nearly every host has. */
export function cannotReplace(target: SftpTarget): Refusal {
  return refuse(
    'cannot-replace',
    `The web host ${hostName(target)} cannot put a new page in the place of an old one in one step, so families could meet a gap. Nothing was changed.`,
    'Ask whoever runs the web host for a server with that (OpenSSH has it), or publish into a folder.',
  )
}
