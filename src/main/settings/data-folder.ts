import { createHash } from 'node:crypto'
import { realpathSync } from 'node:fs'
import { join, resolve } from 'node:path'

/** What decides where this computer's own state lives; `process` has all three. */
export interface Host {
  env: Readonly<Record<string, string | undefined>>
  platform: NodeJS.Platform
  /** The person's home folder. */
  home: string
}

/**
 * The folder for this computer's own state, never inside a workspace and never synced between computers: on Windows the
 * local (not the roaming) application data, because drafts and locks belong to one machine. `SIGNPOST_DATA` overrides.
 */
export function dataFolder({ env, platform, home }: Host): string {
  if (env.SIGNPOST_DATA) return resolve(env.SIGNPOST_DATA)
  switch (platform) {
    case 'win32':
      return join(env.LOCALAPPDATA || join(home, 'AppData', 'Local'), 'signpost')
    case 'darwin':
      return join(home, 'Library', 'Application Support', 'signpost')
    default:
      return join(env.XDG_DATA_HOME || join(home, '.local', 'share'), 'signpost')
  }
}

/** Names one workspace on this computer: the same folder has the same key, however its path was written. */
export function workspaceKey(workspace: string): string {
  return createHash('sha256').update(trueName(workspace)).digest('hex').slice(0, 32)
}

/** Where this computer keeps what belongs to one workspace: drafts, choices, the index. */
export function workspaceDataFolder(data: string, workspace: string): string {
  return join(data, 'workspaces', workspaceKey(workspace))
}

function trueName(path: string): string {
  try {
    return realpathSync.native(path)
  } catch {
    // A folder that is not there (yet) has only the name it was called by.
    return resolve(path)
  }
}
