import { execFileSync } from 'node:child_process'
import { chmodSync, existsSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'

/** What a power cut, a failing disk or a careless hand does to one file. */
export const damages = {
  'cut short': (path: string) => rewrite(path, readFileSync(path).subarray(0, readFileSync(path).length >> 1)),
  emptied: (path: string) => rewrite(path, Buffer.alloc(0)),
  'filled with zeros': (path: string) => rewrite(path, Buffer.alloc(readFileSync(path).length)),
  'filled with rubbish': (path: string) =>
    rewrite(path, Buffer.from(readFileSync(path).map((byte, at) => (byte * 31 + at * 7 + 11) % 256))),
  removed: (path: string) => rmSync(path, { recursive: true }),
} as const
export type Damage = keyof typeof damages

function rewrite(path: string, bytes: Buffer): void {
  chmodSync(path, 0o644)
  writeFileSync(path, bytes)
}

export const git = (root: string, ...args: string[]) =>
  execFileSync('git', ['-C', root, ...args], { encoding: 'utf8', stdio: ['ignore', 'pipe', 'pipe'] }).trim()

/** The file of its own that holds what `what` (as `git rev-parse` takes it) names. */
export function objectFile(root: string, what: string): string {
  const oid = git(root, 'rev-parse', what)
  return join(root, '.git/objects', oid.slice(0, 2), oid.slice(2))
}

/** The one pack of a repository, or its list of contents. */
export function packFile(root: string, ending: 'pack' | 'idx'): string {
  const folder = join(root, '.git/objects/pack')
  const [name] = readdirSync(folder).filter(each => each.endsWith(`.${ending}`))
  if (name === undefined) throw new Error('there is no pack')
  return join(folder, name)
}

/** What git itself says of a repository; empty where all is well. */
export function faultsOf(root: string): string {
  try {
    return git(root, 'fsck', '--strict', '--full', '--no-dangling')
  } catch (error) {
    return String(error)
  }
}

export const isThere = (path: string) => existsSync(path)
