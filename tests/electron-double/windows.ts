import { EventEmitter } from 'node:events'
import { readFileSync } from 'node:fs'
import type { MessagePort } from 'node:worker_threads'
import { takePort } from './message-port-main.ts'
import { type LoadedPage, loadPage } from './sandboxed-preload.ts'
import type { DoubleState } from './state.ts'
import { moved } from './transfer.ts'

/** What Electron assumes where a program says nothing. */
const assumed = {
  sandbox: true,
  contextIsolation: true,
  nodeIntegration: false,
  nodeIntegrationInWorker: false,
  nodeIntegrationInSubFrames: false,
  webSecurity: true,
  allowRunningInsecureContent: false,
  experimentalFeatures: false,
  webviewTag: false,
  spellcheck: true,
  devTools: true,
}
export type Preferences = typeof assumed & { preload?: string }

export class WebFrame {
  readonly #contents: WebContents
  readonly url: string

  constructor(contents: WebContents, url: string) {
    this.#contents = contents
    this.url = url
  }

  postMessage(channel: string, message: unknown, transfer: unknown[] = []): void {
    const sent = moved(message, transfer.map(takePort))
    this.#contents.page?.deliver(channel, sent.value, sent.ports as MessagePort[])
  }
}

interface Preventable {
  defaultPrevented: boolean
  preventDefault(): void
}

export class WebContents extends EventEmitter {
  mainFrame: WebFrame
  page: LoadedPage | null = null
  /** What the window shows, as it came. */
  shown: Response | null = null
  crashed = false
  reloads = 0
  readonly preferences: Preferences
  readonly #state: DoubleState
  #openHandler: ((details: { url: string }) => { action: string }) | null = null
  #url = ''

  constructor(state: DoubleState, preferences: Preferences) {
    super()
    this.#state = state
    this.preferences = preferences
    this.mainFrame = new WebFrame(this, '')
    state.contents.push(this)
    state.app.emit('web-contents-created', {}, this)
  }

  getURL(): string {
    return this.#url
  }

  setWindowOpenHandler(handler: (details: { url: string }) => { action: string }): void {
    this.#openHandler = handler
  }

  async load(url: string): Promise<void> {
    const response = await this.#state.request(url)
    if (!response.ok) throw new Error(`ERR_FAILED (${response.status}) loading '${url}'`)
    this.#url = url
    this.shown = response
    this.mainFrame = new WebFrame(this, url)
    const { preload, sandbox } = this.preferences
    if (preload === undefined) return
    if (!sandbox) throw new Error('This double runs sandboxed preloads only')
    this.page = loadPage({
      code: readFileSync(preload, 'utf8'),
      url,
      toMain: (channel, args) => this.sendAs(this.mainFrame, channel, args as unknown[]),
    })
  }

  reload(): void {
    this.reloads += 1
  }

  forcefullyCrashRenderer(): void {
    this.emit('render-process-gone', {}, { reason: 'crashed', exitCode: 1 })
  }

  /** A message to the main process as some frame of this window would send it. */
  sendAs(frame: WebFrame | null, channel: string, args: unknown[]): void {
    this.#state.ipcMain.emit(channel, { sender: this, senderFrame: frame, ports: [] }, ...args)
  }

  /** A page or a frame tries to go somewhere; answers whether it could. */
  navigates(url: string, { isMainFrame = true } = {}): boolean {
    const anyFrame = preventable({ url, isMainFrame, isSameDocument: false })
    this.emit('will-frame-navigate', anyFrame)
    if (anyFrame.defaultPrevented) return false
    if (!isMainFrame) return true
    const main = preventable({ url, isMainFrame, isSameDocument: false })
    this.emit('will-navigate', main)
    return !main.defaultPrevented
  }

  redirects(url: string): boolean {
    const event = preventable({ url, isMainFrame: true })
    this.emit('will-redirect', event)
    return !event.defaultPrevented
  }

  /** A page tries to open a window; Electron opens it unless it is told not to. */
  opensWindow(url: string): boolean {
    return (this.#openHandler?.({ url }) ?? { action: 'allow' }).action === 'allow'
  }

  attachesWebview(): boolean {
    if (!this.preferences.webviewTag) return false
    const event = preventable({})
    this.emit('will-attach-webview', event, {}, {})
    return !event.defaultPrevented
  }
}

export function preventable<T extends object>(details: T): T & Preventable {
  return {
    ...details,
    defaultPrevented: false,
    preventDefault() {
      this.defaultPrevented = true
    },
  }
}

export interface WindowOptions {
  width?: number
  height?: number
  x?: number
  y?: number
  show?: boolean
  webPreferences?: Partial<Preferences>
}

export class BrowserWindow extends EventEmitter {
  readonly webContents: WebContents
  readonly options: WindowOptions
  visible: boolean
  maximised = false
  minimised = false
  focused = 0
  readonly #state: DoubleState

  constructor(state: DoubleState, options: WindowOptions = {}) {
    super()
    this.#state = state
    if (!state.app.isReady()) throw new Error('Cannot create BrowserWindow before app is ready')
    this.options = options
    this.visible = options.show ?? true
    this.webContents = new WebContents(state, { ...assumed, ...options.webPreferences })
    state.windows.push(this)
  }

  async loadURL(url: string): Promise<void> {
    await this.webContents.load(url)
    this.emit('ready-to-show')
  }
  show(): void {
    this.visible = true
  }
  focus(): void {
    this.focused += 1
  }
  maximize(): void {
    this.maximised = true
  }
  isMaximized(): boolean {
    return this.maximised
  }
  isMinimized(): boolean {
    return this.minimised
  }
  restore(): void {
    this.minimised = false
  }
  getNormalBounds() {
    const { x = 10, y = 20, width = 800, height = 600 } = this.options
    return { x, y, width, height }
  }
  /** The person closes the window. */
  close(): void {
    const { windows, app } = this.#state
    this.emit('close', preventable({}))
    windows.splice(windows.indexOf(this), 1)
    this.emit('closed')
    if (windows.length === 0 && !app.quitting) app.emit('window-all-closed')
  }
}

/** The class that a program makes its windows of, bound to one double. */
export function browserWindowOf(state: DoubleState) {
  return class extends BrowserWindow {
    constructor(options?: WindowOptions) {
      super(state, options)
    }
  }
}
