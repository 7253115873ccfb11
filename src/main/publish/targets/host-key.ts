import { createHash } from 'node:crypto'
import type { ServerHostKeyAlgorithm } from 'ssh2'

/**
 * A web host's key in words that a person can compare: its kind and its fingerprint, as OpenSSH prints it,
 * `ssh-ed25519 SHA256:…` (RFC 4253, section 6.6, for how the kind stands in the key).
 */
export function hostKeyInWords(key: Buffer): string {
  const length = key.length >= 4 ? key.readUInt32BE(0) : 0
  const kind = key.toString('latin1', 4, 4 + length)
  return `${kind} SHA256:${createHash('sha256').update(key).digest('base64').replace(/=+$/, '')}`
}

const kinds: Readonly<Record<string, readonly ServerHostKeyAlgorithm[]>> = {
  'ssh-ed25519': ['ssh-ed25519'],
  'ecdsa-sha2-nistp256': ['ecdsa-sha2-nistp256'],
  'ecdsa-sha2-nistp384': ['ecdsa-sha2-nistp384'],
  'ecdsa-sha2-nistp521': ['ecdsa-sha2-nistp521'],
  'ssh-rsa': ['rsa-sha2-512', 'rsa-sha2-256'],
}

/** How a host may prove itself: with the key that is trusted, as it may have several; with any good one before that. */
export function waysToProve(trusted: string): ServerHostKeyAlgorithm[] {
  const [kind = ''] = trusted.split(' ')
  return [...(kinds[kind] ?? Object.values(kinds).flat())]
}
