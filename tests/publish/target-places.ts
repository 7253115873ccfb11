import { execFileSync } from 'node:child_process'
import { join } from 'node:path'
import { manifestName } from '../../src/main/publish/manifest.ts'
import { branchTarget } from '../../src/main/publish/targets/branch.ts'
import { folderTarget } from '../../src/main/publish/targets/folder.ts'
import { sftpTarget } from '../../src/main/publish/targets/sftp.ts'
import type { BuiltSite, Delivered, NotReached } from '../../src/main/publish/targets/target.ts'
import type { Refusal } from '../../src/shared/outcome.ts'
import { team, temporaryFolder } from '../git/team.ts'
import { contentsOf, putFiles, someFolder } from './folders.ts'
import type { SshHost } from './web-host-by-ssh.ts'

/** One place of each kind that a site can be put in, on a real server, with what a test asks of all of them. */
export interface SomePlace {
  deliver(built: BuiltSite): Promise<Delivered | NotReached | Refusal>
  /** What families get: everything but Signpost's own list and rooms. */
  site(): Promise<Record<string, string>>
  /** Somebody else writes there. */
  put(files: Readonly<Record<string, string>>): Promise<void>
}

export type PlaceKind = 'folder' | 'sftp' | 'branch'

export async function somePlace(kind: PlaceKind, host: SshHost): Promise<SomePlace> {
  if (kind === 'branch') return await branchPlace()
  const folder = await someFolder()
  const wayIn = async () => host.wayIn
  return {
    deliver: built =>
      kind === 'folder'
        ? folderTarget.deliver({ kind, path: folder }, built)
        : sftpTarget.deliver(host.target(folder), { ...built, wayIn }),
    site: async () => served(await contentsOf(folder)),
    put: files => putFiles(folder, files),
  }
}

export function served(files: Record<string, string>): Record<string, string> {
  return Object.fromEntries(
    Object.entries(files).filter(([path]) => path !== manifestName && !path.startsWith('.signpost-tmp/')),
  )
}

async function branchPlace(): Promise<SomePlace> {
  const { server, laptops } = await team({}, 'priya')
  const [priya] = laptops
  if (priya === undefined) throw new Error('nobody')
  const offer = server.folder('offer')
  const git = (folder: string, ...words: string[]) =>
    execFileSync('git', ['-C', folder, '-c', 'user.name=x', '-c', 'user.email=x@example.org', ...words], {
      encoding: 'latin1',
      stdio: ['ignore', 'pipe', 'ignore'],
    })
  return {
    deliver: built =>
      branchTarget.deliver(
        { kind: 'branch', branch: 'site' },
        {
          ...built,
          history: priya.history,
          network: { auth: { token: priya.token } },
          by: priya.person,
          wayIn: async () => null,
        },
      ),
    site: async () => {
      if (git(offer, 'branch', '--list', 'site') === '') return {}
      const paths = git(offer, 'ls-tree', '-r', '--name-only', 'site').trim().split('\n')
      return served(Object.fromEntries(paths.map(path => [path, git(offer, 'show', `site:${path}`)])))
    },
    put: async files => {
      const copy = join(temporaryFolder(), 'copy')
      execFileSync('git', ['clone', '-q', offer, copy], { stdio: 'ignore' })
      const there = git(offer, 'branch', '--list', 'site') !== ''
      if (there) git(copy, 'checkout', '-q', 'site')
      else {
        git(copy, 'checkout', '-q', '--orphan', 'site')
        git(copy, 'rm', '-rfq', '.')
      }
      await putFiles(copy, files)
      git(copy, 'add', '-A')
      git(copy, 'commit', '-qm', 'By hand')
      git(copy, 'push', '-q', 'origin', 'site')
    },
  }
}
