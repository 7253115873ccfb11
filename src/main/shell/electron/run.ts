import { mkdirSync } from 'node:fs'
import { join } from 'node:path'
import { app, type BrowserWindow, dialog, Menu, session } from 'electron'
import { isRefusal } from '../../../shared/outcome.ts'
import type { App, Built, StartApp } from '../host.ts'
import { readyMessage } from '../start-electron.ts'
import { windowFiles } from '../window-files.ts'
import { surviveCrashes } from './crash.ts'
import { guardContents, refusePermissions } from './guard.ts'
import { electronHost } from './host.ts'
import { menuTemplate } from './menu.ts'
import { handOverPort } from './port.ts'
import { declareScheme, serveScheme } from './scheme.ts'
import { feedFile, lookForUpdates } from './updates.ts'
import { bringToFront, createWindow, showWindow, type WindowMemory } from './window.ts'

export interface RunElectron {
  startApp: StartApp
  built: Built
  /** This computer's own data folder. */
  data: string
  memory: WindowMemory
  /** Where the packager puts what belongs to the program: Electron's `process.resourcesPath`. */
  resources: string
  /** An absolute path, or null. */
  workspace: string | null
  /** The workspace that a second start names in its arguments, or null. */
  workspaceIn(argv: readonly string[], folder: string): string | null
}

/** Everything that has to be said before Electron is ready; call it first, without waiting for anything. */
export function prepareElectron(data: string): void {
  keepWith(data)
  declareScheme()
  app.enableSandbox()
  guardContents()
}

/**
 * What Chromium keeps stands with this computer's own data, and so does the lock that lets one Signpost run: two data
 * folders are two Signposts. Electron refuses a folder that is not there.
 */
function keepWith(data: string): void {
  const folder = join(data, 'window')
  mkdirSync(folder, { recursive: true })
  app.setPath('userData', folder)
}

/** The whole life of the Electron shell. One at a time: a second start hands over its wish and ends. */
export async function runElectron(run: RunElectron): Promise<void> {
  const { startApp, built, data, memory, resources, workspace, workspaceIn } = run
  if (!app.requestSingleInstanceLock()) {
    app.quit()
    return
  }
  await app.whenReady()
  refusePermissions(session.defaultSession)

  let window: BrowserWindow | null = null
  const program = await startApp(electronHost({ data, window: () => window }), { workspace })
  if (isRefusal(program)) {
    dialog.showErrorBox('Signpost could not start', `${program.sentence}\n\n${program.nextStep}`)
    app.exit(2)
    return
  }
  closeBeforeQuit(program)
  serveScheme(session.defaultSession, { files: windowFiles(built.window), respond: program.respond, socket: null })
  handOverPort(program.router)
  const choose = (command: string) => program.emit({ kind: 'command', command })
  Menu.setApplicationMenu(Menu.buildFromTemplate(menuTemplate({ platform: process.platform, choose })))

  window = createWindow({ preload: built.preload, memory, packaged: app.isPackaged })
  surviveCrashes({ window, now: Date.now, quit: () => app.quit() })
  window.on('closed', () => {
    window = null
  })
  app.on('window-all-closed', () => app.quit())
  app.on('second-instance', (_, argv, folder) => {
    if (window !== null) bringToFront(window)
    const named = workspaceIn(argv, folder)
    if (named !== null) void program.open(named)
  })
  await showWindow(window)
  process.send?.(readyMessage)
  void lookForUpdates(feedFile(app.isPackaged, resources))
}

/** The program ends when everything is written, and not before. */
function closeBeforeQuit(program: App): void {
  let closed = false
  app.on('will-quit', event => {
    if (closed) return
    event.preventDefault()
    void program.close().finally(() => {
      closed = true
      app.quit()
    })
  })
}
