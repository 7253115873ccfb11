import { existsSync } from 'node:fs'
import { join } from 'node:path'

/** The packager writes this file when it was told where updates will be; without it nothing is ever asked of the network. */
export function feedFile(packaged: boolean, resources: string): string | null {
  const file = join(resources, 'app-update.yml')
  return packaged && existsSync(file) ? file : null
}

/** Looks for a newer Signpost once at the start, fetches it in the background, and installs it when the program ends. */
export async function lookForUpdates(feed: string | null): Promise<void> {
  if (feed === null) return
  const { default: updater } = await import('electron-updater')
  updater.autoUpdater.updateConfigPath = feed
  // Offline, or a feed that is gone: this Signpost works on, and asks again at the next start.
  await updater.autoUpdater.checkForUpdatesAndNotify().catch(() => null)
}
