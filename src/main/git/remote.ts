import git from 'isomorphic-git'
import { isRefusal, type Refusal, refuse } from '../../shared/outcome.ts'
import { type Address, readAddress } from './address.ts'
import type { Repository } from './repository.ts'

/** Where this workspace is shared; null for one that is on this laptop only. The token is never kept here. */
export async function readRemote(repository: Repository): Promise<Address | null> {
  const url: unknown = await git.getConfig({ ...repository, path: 'remote.origin.url' })
  if (typeof url !== 'string' || url === '') return null
  const address = readAddress(url)
  if (isRefusal(address)) return null
  const username: unknown = await git.getConfig({ ...repository, path: 'signpost.username' })
  return { ...address, username: typeof username === 'string' ? username : address.username }
}

export async function writeRemote(repository: Repository, address: Address): Promise<void> {
  const set = (path: string, value: string) => git.setConfig({ ...repository, path, value })
  await set('remote.origin.url', address.url)
  await set('remote.origin.fetch', '+refs/heads/*:refs/remotes/origin/*')
  await set('signpost.username', address.username)
}

export const notShared = (): Refusal =>
  refuse(
    'not-shared',
    'This workspace is on this laptop only: it has no shared copy yet. Your work is saved here.',
    'To share it, enter the address of a shared copy in Settings.',
  )
