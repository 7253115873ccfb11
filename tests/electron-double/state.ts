import type { EventEmitter } from 'node:events'
import type { Application } from './application.ts'
import type { BrowserWindow, WebContents } from './windows.ts'

/** What the parts of one double know of each other. */
export interface DoubleState {
  app: Application
  ipcMain: EventEmitter
  windows: BrowserWindow[]
  contents: WebContents[]
  request(url: string): Promise<Response>
}
