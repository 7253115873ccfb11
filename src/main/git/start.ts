import { randomBytes } from 'node:crypto'
import { basename, join } from 'node:path'
import git from 'isomorphic-git'
import { type Refusal, refuse } from '../../shared/outcome.ts'
import type { Person } from '../../shared/review/records.ts'
import { type Disk, patiently, replaceFile } from '../files/index.ts'
import { tidyPerson } from './people.ts'
import { type Repository, repositoryAt } from './repository.ts'

/**
 * A new repository under a passing name beside its place, so that a kill leaves either a whole one or none: the caller
 * fills it and then gives it its name. Set up so that other git programs treat the files as Signpost does.
 */
export async function startRepository(root: string, disk: Disk, by: Person): Promise<Repository> {
  const gitdir = join(root, `.git-${randomBytes(4).toString('hex')}`)
  const repository = repositoryAt(root, disk, gitdir)
  await git.init({ fs: repository.fs, dir: root, gitdir, defaultBranch: 'main' })
  const { name, email } = tidyPerson(by)
  const set = (path: string, value: string | boolean) => git.setConfig({ ...repository, path, value })
  await set('core.autocrlf', false)
  await set('user.name', name)
  await set('user.email', email)
  await replaceFile(disk, join(gitdir, 'signpost-tmp'), join(gitdir, 'info', 'exclude'), '.signpost/\n')
  return repository
}

/** Gives a whole repository its name, if it has not got that yet. */
export async function settleRepository(repository: Repository): Promise<void> {
  if (basename(repository.gitdir) === '.git') return
  await patiently(repository.disk, () => repository.disk.rename(repository.gitdir, join(repository.root, '.git')))
}

export const folderNotEmpty = (): Refusal =>
  refuse(
    'folder-not-empty',
    'This folder already has something in it, so Signpost left it alone.',
    'Choose another folder, or an empty one.',
  )
