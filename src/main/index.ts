import { app } from 'electron'
import { isWithoutWindow, type OpenWindow, openWishIn, processTerminal, runCommandLine } from './command-line/index.ts'
import { placesFrom, programsBeside } from './places.ts'
import { startApp } from './program.ts'
import { createServices } from './services.ts'
import { openSettings, withWindow } from './settings/index.ts'
import { prepareElectron, runElectron, wishIn } from './shell/electron/index.ts'

/** Signpost in Electron. Electron waits for this file before it is ready, so nothing here may wait for Electron. */
const packaged = app.isPackaged
const places = placesFrom(import.meta.dirname, packaged ? process.resourcesPath : null)
prepareElectron(places.data)
if (packaged) Object.assign(process.env, programsBeside(process.resourcesPath, process))
const settings = await openSettings({ data: places.data, now: () => new Date() })

const words = wishIn(process.argv, packaged)
const open = isWithoutWindow(words) ? null : opening(words, process.cwd())
if (open === null || open.shell === 'loopback') void inTerminal()
else void inWindow(open)

/** `signpost team` is `signpost open team`, as when a folder is dropped on the program. */
function opening(asked: readonly string[], folder: string): OpenWindow | null {
  return openWishIn(asked[0] === 'open' ? asked.slice(1) : asked, folder)
}

async function inTerminal(): Promise<void> {
  const services = createServices(places, settings)
  app.exit(await runCommandLine(words, { terminal: processTerminal(process), services }))
}

async function inWindow({ workspace }: OpenWindow): Promise<void> {
  await runElectron({
    startApp: (host, { workspace }) => startApp({ places, settings }, host, workspace),
    built: places.built,
    data: places.data,
    memory: {
      get: () => settings.data().window,
      set: state => settings.change(data => withWindow(data, state)),
    },
    resources: packaged ? process.resourcesPath : places.built.app,
    workspace,
    workspaceIn: (argv, folder) => opening(wishIn(argv, packaged), folder)?.workspace ?? null,
  })
}
