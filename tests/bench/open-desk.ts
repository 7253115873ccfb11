import { join } from 'node:path'
import * as desk from '../../src/main/desk/index.ts'
import { openSettings, sessionSecrets } from '../../src/main/settings/index.ts'
import { isRefusal } from '../../src/shared/outcome.ts'
import { checkout } from './measure.ts'

const me = { name: 'Priya Nair', email: 'priya@example.org' }

/** Everything that works on a workspace, without a window. */
export async function openDesk(workspace: string, data: string): Promise<desk.OpenedSession> {
  const now = () => new Date()
  const world: desk.World = {
    now,
    resources: join(checkout, 'resources'),
    data,
    version: '0.0.0',
    settings: await openSettings({ data, now }),
    secrets: sessionSecrets(),
    fetch: globalThis.fetch,
    me,
    token: null,
    emit: () => undefined,
  }
  const opened = await desk.openSession(workspace, world, await desk.builtInChecklists(world.resources))
  if (isRefusal(opened)) throw new Error(opened.sentence)
  return opened
}
