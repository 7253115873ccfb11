import { createCipheriv, createDecipheriv, randomBytes } from 'node:crypto'
import { EventEmitter } from 'node:events'
import type { Application } from './application.ts'

/** The system's own things: menu, dialogs, notifications, the browser, the keychain, the screen. */

const roles = new Set(
  'undo redo cut copy paste selectAll close quit help appMenu zoomIn zoomOut resetZoom togglefullscreen'.split(' '),
)
const modifiers = new Set(['CmdOrCtrl', 'CommandOrControl', 'Alt', 'Shift', 'Ctrl', 'Control', 'Cmd', 'Super'])
const keys =
  /^([A-Z0-9]|F([1-9]|1\d|2[0-4])|Enter|Return|Space|Tab|Escape|Esc|Up|Down|Left|Right|Delete|Backspace|[./,;'[\]\\=-])$/

export interface MenuItem {
  id?: string
  label?: string
  role?: string
  type?: string
  accelerator?: string
  registerAccelerator?: boolean
  click?: () => void
  submenu?: MenuItem[]
}

/** Electron takes a template only if it can make a menu of it. */
export function checkedMenu(template: MenuItem[]): MenuItem[] {
  for (const { label, role, type, accelerator, submenu } of template) {
    if (label === undefined && role === undefined && type !== 'separator') {
      throw new TypeError('Invalid template for MenuItem: must have at least one of label, role or type')
    }
    if (role !== undefined && !roles.has(role)) throw new TypeError(`Unknown role ${role}`)
    if (accelerator !== undefined && !isAccelerator(accelerator)) {
      throw new TypeError(`conversion failure from ${accelerator}`)
    }
    if (submenu !== undefined) checkedMenu(submenu)
  }
  return template
}

export function isAccelerator(accelerator: string): boolean {
  const parts = accelerator.split('+')
  const key = parts.pop() ?? ''
  return keys.test(key) && parts.every(part => modifiers.has(part))
}

/** A keychain whose key is made afresh; on Linux it may be none at all (`basic_text`). */
export class SafeStorage {
  readonly #key = randomBytes(32)
  readonly #app: Application
  readonly #backend: string

  constructor(app: Application, backend: string) {
    this.#app = app
    this.#backend = backend
  }

  async isAsyncEncryptionAvailable(): Promise<boolean> {
    return this.#app.isReady()
  }
  getSelectedStorageBackend(): string {
    return this.#app.isReady() ? this.#backend : 'unknown'
  }
  async encryptStringAsync(text: string): Promise<Buffer> {
    this.#mustBeReady()
    const iv = randomBytes(12)
    const cipher = createCipheriv('aes-256-gcm', this.#key, iv)
    const body = Buffer.concat([cipher.update(text, 'utf8'), cipher.final()])
    return Buffer.concat([iv, cipher.getAuthTag(), body])
  }
  async decryptStringAsync(encrypted: Buffer): Promise<{ result: string; shouldReEncrypt: boolean }> {
    this.#mustBeReady()
    const decipher = createDecipheriv('aes-256-gcm', this.#key, encrypted.subarray(0, 12))
    decipher.setAuthTag(encrypted.subarray(12, 28))
    const result = Buffer.concat([decipher.update(encrypted.subarray(28)), decipher.final()]).toString('utf8')
    return { result, shouldReEncrypt: false }
  }
  #mustBeReady(): void {
    if (!this.#app.isReady()) throw new Error('safeStorage cannot be used before app is ready')
  }
}

/** What was shown to the person, and what they answer. */
export class Desktop {
  readonly opened: string[] = []
  readonly errors: { title: string; content: string }[] = []
  readonly notified: { title: string; body: string; click: () => void }[] = []
  menu: MenuItem[] = []
  folder: string | null = null
  button = 0

  readonly shell = {
    openExternal: async (url: string) => {
      this.opened.push(url)
    },
  }
  readonly dialog = {
    showErrorBox: (title: string, content: string) => {
      this.errors.push({ title, content })
    },
    showOpenDialog: async () => ({
      canceled: this.folder === null,
      filePaths: this.folder === null ? [] : [this.folder],
    }),
    showMessageBox: async () => ({ response: this.button }),
  }

  notificationClass() {
    const { notified } = this
    return class Notification extends EventEmitter {
      static isSupported(): boolean {
        return true
      }
      readonly #options: { title: string; body: string }
      constructor(options: { title: string; body: string }) {
        super()
        this.#options = options
      }
      show(): void {
        notified.push({ ...this.#options, click: () => this.emit('click') })
      }
    }
  }
}
