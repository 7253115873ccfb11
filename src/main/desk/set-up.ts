import { isAbsolute } from 'node:path'
import { type SiteConfig, workspacePathSchema } from '../../shared/content/index.ts'
import { isRefusal, type Refusal, refuse } from '../../shared/outcome.ts'
import type { Person } from '../../shared/review/index.ts'
import { withMe, withPublishFolder, workspaceKey } from '../settings/index.ts'
import { keepVersion } from './arrange-pages.ts'
import { firstName } from './page-history.ts'
import { changed, meOrRefusal, type Session } from './session.ts'

/** The site's settings are a file of the workspace like any other: changing them is a version. */
export async function setConfig(session: Session, config: SiteConfig): Promise<{ kind: 'ok' } | Refusal> {
  const me = meOrRefusal(session)
  if (isRefusal(me)) return me
  const set = await session.workspace.setConfig(config)
  if (isRefusal(set)) return set
  const path = workspacePathSchema.parse('signpost.yml')
  return keepVersion(session, [path], `${firstName(me.name)} changed the settings`, { kind: 'ok' })
}

export async function setMe(session: Session, me: Person): Promise<{ kind: 'ok' } | Refusal> {
  const key = workspaceKey(session.workspace.root)
  const kept = await session.world.settings.change(data => withMe(data, me, key))
  if (isRefusal(kept)) return kept
  changed(session, null)
  return { kind: 'ok' }
}

/** Only a person at this computer can let the site be written into a folder of it; a workspace from elsewhere cannot. */
export async function allowFolder(session: Session, folder: string): Promise<{ kind: 'ok' } | Refusal> {
  if (!isAbsolute(folder)) {
    return refuse(
      'not-absolute',
      `“${folder}” does not say where on this laptop the folder is.`,
      'Type the whole path of the folder.',
    )
  }
  const key = workspaceKey(session.workspace.root)
  const kept = await session.world.settings.change(data => withPublishFolder(data, key, folder))
  return isRefusal(kept) ? kept : { kind: 'ok' }
}
