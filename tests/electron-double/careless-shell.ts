import { mkdtemp, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { onTestFinished } from 'vitest'
import { type ElectronDouble, electronDouble } from './index.ts'

/**
 * A shell that breaks every promise of the security list, as many programs do: it proves that each promise can fail. Its
 * window opens a page of the web, with everything on and nothing refused.
 */
export async function startCarelessShell(): Promise<ElectronDouble> {
  const double = electronDouble()
  const { app, BrowserWindow, ipcMain, MessageChannelMain, protocol, shell } = double.module
  protocol.registerSchemesAsPrivileged([
    { scheme: 'app', privileges: { bypassCSP: true, allowServiceWorkers: true, corsEnabled: true } },
  ])
  app.becomeReady()
  protocol.handle('app', () => new Response('<p>Page</p>', { headers: { 'Content-Security-Policy': 'script-src *' } }))
  app.on('web-contents-created', (_: unknown, contents: { setWindowOpenHandler(handler: unknown): void }) => {
    contents.setWindowOpenHandler(({ url }: { url: string }) => {
      void shell.openExternal(url)
      return { action: 'allow' }
    })
  })
  ipcMain.on('signpost:port-wanted', event => {
    const { port1, port2 } = new MessageChannelMain()
    port1.start()
    event.senderFrame?.postMessage('signpost:port-here', null, [port2])
  })

  const folder = await mkdtemp(join(tmpdir(), 'signpost-careless-'))
  onTestFinished(() => rm(folder, { recursive: true }))
  const preload = join(folder, 'preload.cjs')
  await writeFile(preload, carelessPreload)
  const careful = new BrowserWindow({
    webPreferences: {
      preload,
      contextIsolation: false,
      nodeIntegration: true,
      webSecurity: false,
      experimentalFeatures: true,
      webviewTag: true,
    },
  })
  await careful.loadURL('app://elsewhere/')
  // This double runs sandboxed preloads only; the sandbox is taken away when the preload has run.
  careful.webContents.preferences.sandbox = false
  return double
}

const carelessPreload = `
const { ipcRenderer, contextBridge } = require('electron')
contextBridge.exposeInMainWorld('ipc', ipcRenderer)
window.addEventListener('message', event => {
  if (event.data.kind === 'signpost:port-wanted') ipcRenderer.send('signpost:port-wanted')
})
ipcRenderer.on('signpost:port-here', event => window.postMessage({}, '*', event.ports))
`
