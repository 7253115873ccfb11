import type { Services } from './command-line/index.ts'
import type { Places } from './places.ts'
import { createProgram } from './program.ts'
import { type Settings, withElectronDownload } from './settings/index.ts'
import { type DownloadMemory, fetchLimits, openSignpost, surroundingsOf } from './shell/index.ts'

/** What the command line is given, in a terminal and inside Electron alike. */
export function createServices(places: Places, settings: Settings): Services {
  const { startApp, ...desk } = createProgram({ places, settings })
  return {
    ...desk,
    version: places.version,
    openWindow: (wish, told) =>
      openSignpost(wish, {
        ...told,
        startApp,
        built: places.built,
        surroundings: surroundingsOf(process),
        memory: downloadMemory(settings),
        limits: fetchLimits,
      }),
  }
}

function downloadMemory(settings: Settings): DownloadMemory {
  return {
    failed: async () => settings.data().electronDownloadFailed,
    remember: async failed => {
      await settings.change(data => withElectronDownload(data, failed))
    },
  }
}
