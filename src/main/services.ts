import { isRefusal } from '../shared/outcome.ts'
import type { Services } from './command-line/index.ts'
import { beginThreadsAhead } from './desk/check-threads.ts'
import { checkUnlessAsBefore } from './last-check.ts'
import type { Places } from './places.ts'
import { type Settings, withElectronDownload } from './settings/index.ts'
import type { DownloadMemory } from './shell/index.ts'

const program = () => import('./program.ts')
const shell = () => import('./shell/index.ts')

/**
 * What the command line is given, in a terminal and inside Electron alike. Each command loads what it needs: to check a page
 * takes no window, and to say which version this is takes neither.
 */
export function createServices(places: Places, settings: Settings): Services {
  const reports = async () => (await import('./reports.ts')).createReports({ places, settings })
  return {
    version: places.version,
    openDesk: async (...wish) => (await reports()).openDesk(...wish),
    newWorkspace: async (...wish) => (await reports()).newWorkspace(...wish),
    async checkWorkspace(folder, wish, deps, onFile) {
      const check = async (files = 0) => {
        beginThreadsAhead(files)
        return (await reports()).checkWorkspace(folder, wish, deps)
      }
      // Where links lead follows from other people's servers, so it is looked at again.
      const report = wish.links
        ? await check()
        : await checkUnlessAsBefore(folder, { ...places, now: () => new Date() }, check)
      if (isRefusal(report)) return report
      for (const file of report.files) onFile(file)
      return { notSeen: report.notSeen }
    },
    checkFiles: async (...wish) => (await reports()).checkFiles(...wish),
    async openWindow(wish, told) {
      const [{ startApp }, { fetchLimits, openSignpost, surroundingsOf }] = await Promise.all([program(), shell()])
      return openSignpost(wish, {
        ...told,
        startApp: (host, { workspace }) => startApp({ places, settings }, host, workspace),
        built: places.built,
        surroundings: surroundingsOf(process),
        memory: downloadMemory(settings),
        limits: fetchLimits,
      })
    },
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
