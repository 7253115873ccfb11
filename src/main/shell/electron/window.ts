import { BrowserWindow, nativeTheme, screen } from 'electron'
import type { WindowState } from '../../settings/index.ts'
import { windowAddress } from './scheme.ts'
import { placeWindow, stateOf } from './window-state.ts'

/** Where the window was, on this computer. */
export interface WindowMemory {
  get(): WindowState | null
  set(state: WindowState): Promise<unknown>
}

export interface WindowDeps {
  preload: string
  memory: WindowMemory
  /** A program that is not installed shows the developer's tools; an installed one has none. */
  packaged: boolean
}

/** The one window. It is shown when it has something to show. */
export function createWindow({ preload, memory, packaged }: WindowDeps): BrowserWindow {
  const areas = screen.getAllDisplays().map(display => display.workArea)
  const { maximised, ...bounds } = placeWindow(memory.get(), areas)
  const window = new BrowserWindow({
    ...bounds,
    minWidth: 360,
    minHeight: 400,
    show: false,
    title: 'Signpost',
    // The colours of the page's own background, so that nothing flashes.
    backgroundColor: nativeTheme.shouldUseDarkColors ? '#131517' : '#f5f4f0',
    webPreferences: {
      preload,
      sandbox: true,
      contextIsolation: true,
      nodeIntegration: false,
      nodeIntegrationInWorker: false,
      nodeIntegrationInSubFrames: false,
      webSecurity: true,
      allowRunningInsecureContent: false,
      experimentalFeatures: false,
      webviewTag: false,
      navigateOnDragDrop: false,
      safeDialogs: true,
      devTools: !packaged,
      // Elsewhere Chromium would fetch a dictionary from the web; a Mac has its own.
      spellcheck: process.platform === 'darwin',
    },
  })
  window.once('ready-to-show', () => {
    if (maximised) window.maximize()
    window.show()
  })
  window.on('close', () => {
    void memory.set(stateOf(window.getNormalBounds(), window.isMaximized()))
  })
  return window
}

export function showWindow(window: BrowserWindow): Promise<void> {
  return window.loadURL(windowAddress)
}

export function bringToFront(window: BrowserWindow): void {
  if (window.isMinimized()) window.restore()
  window.focus()
}
