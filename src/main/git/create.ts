import { join } from 'node:path'
import { instantSchema, workspacePathSchema } from '../../shared/content/ids.ts'
import { isRefusal, type Refusal, refuse } from '../../shared/outcome.ts'
import type { Person } from '../../shared/review/records.ts'
import { lstatOrNull, nodeDisk, orDiskTrouble, replaceFile } from '../files/index.ts'
import { commitExactly } from './commit.ts'
import type { HistoryDeps } from './desk.ts'
import { type History, openHistory } from './history.ts'
import { attributes } from './managed.ts'
import { deskRef, repositoryAt } from './repository.ts'
import { settleRepository, startRepository } from './start.ts'
import { workTreeAt } from './work-tree.ts'

/** Starts the history of a workspace whose files are already in `root`. Its first version holds all of them. */
export async function createHistory(root: string, by: Person, deps: HistoryDeps): Promise<History | Refusal> {
  const disk = deps.disk ?? nodeDisk
  const made = await orDiskTrouble(async () => {
    if (await lstatOrNull(disk, join(root, '.git'))) return alreadyStarted()
    await replaceFile(disk, join(root, '.signpost', 'tmp'), join(root, '.gitattributes'), attributes)
    const workTree = await workTreeAt(root, disk, deps.cache, Date.now)
    const files = new Map<string, Uint8Array>()
    for (const path of (await workTree.list()).paths) {
      const bytes = await workTree.read(path)
      if (isRefusal(bytes)) return bytes
      files.set(workspacePathSchema.parse(path), bytes)
    }
    const repository = await startRepository(root, disk, by)
    const at = instantSchema.parse(deps.now().toISOString())
    await commitExactly(repository, deskRef, null, files, { by, at, message: `${by.name} started this workspace` })
    await settleRepository(repository)
    return { kind: 'made' as const, repository: repositoryAt(root, disk) }
  })
  return isRefusal(made) ? made : openHistory(root, deps)
}

const alreadyStarted = () =>
  refuse(
    'already-a-workspace',
    'This folder has a history already, so Signpost left it as it is.',
    'Open it as it is, or choose another folder.',
  )
