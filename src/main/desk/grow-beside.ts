import { basename, dirname, join } from 'node:path'
import { isRefusal, type Refusal, refuse } from '../../shared/outcome.ts'
import { nodeDisk, orDiskTrouble, patiently } from '../files/index.ts'
import { moveIn, placeForWorkspace, takeLock } from '../workspace/index.ts'

/**
 * Lets a new workspace grow in a hidden folder beside its place. It takes its name when it is whole: whatever happens
 * meanwhile leaves no half workspace, and it can be started again at the same place. Refuses as `createWorkspace` does.
 */
export async function growBeside(
  folder: string,
  grow: (growing: string, root: string) => Promise<object | Refusal>,
): Promise<{ kind: 'grown'; root: string } | Refusal> {
  const place = await placeForWorkspace(folder)
  if (isRefusal(place)) return place
  const { root } = place
  const beside = join(dirname(root), `.${basename(root)}-starting`)
  const clear = (path: string) => patiently(nodeDisk, () => nodeDisk.rm(path, { recursive: true, force: true }))
  return orDiskTrouble(async () => {
    const locked = await takeLock(beside, { disk: nodeDisk })
    if (locked.kind === 'held') return startedElsewhere()
    try {
      const growing = join(beside, 'workspace')
      await clear(growing)
      const grown = await grow(growing, root)
      if (isRefusal(grown)) return grown
      await moveIn(growing, root)
      return { kind: 'grown' as const, root }
    } finally {
      await locked.lock.release()
      // What is left of it is in nobody's way, and the next start here clears it.
      await clear(beside).catch(() => undefined)
    }
  })
}

const startedElsewhere = (): Refusal =>
  refuse(
    'starting-elsewhere',
    'Another Signpost on this laptop is starting a workspace in this folder at this moment.',
    'Wait until it has finished, then open the workspace.',
  )
