import { EventEmitter } from 'node:events'
import { existsSync } from 'node:fs'
import { preventable } from './windows.ts'

/** Electron's application, and the order of its life: what has to be said before `ready`, and what only after. */
export class Application extends EventEmitter {
  isPackaged = false
  sandboxed = false
  /** Null while the program runs. */
  exitCode: number | null = null
  quitting = false
  readonly #first: boolean
  #ready = false
  readonly #whenReady = Promise.withResolvers<void>()

  constructor({ first, packaged }: { first: boolean; packaged: boolean }) {
    super()
    this.#first = first
    this.isPackaged = packaged
  }

  isReady(): boolean {
    return this.#ready
  }
  whenReady(): Promise<void> {
    return this.#whenReady.promise
  }
  enableSandbox(): void {
    if (this.#ready) throw new Error('app.enableSandbox() can only be called before app is ready')
    this.sandboxed = true
  }
  /** Where Electron keeps things, by its own names; what was not set is where the system has it. */
  readonly paths = new Map<string, string>()
  setPath(name: string, path: string): void {
    if (name === 'userData' && this.#ready) throw new Error('userData has to be set before app is ready')
    if (!existsSync(path)) throw new Error(`Failed to set '${name}' path: ${path} is not there`)
    this.paths.set(name, path)
  }
  /** The lock is a file among the user's data, so that moving them afterwards is too late. */
  requestSingleInstanceLock(): boolean {
    if (!this.paths.has('userData')) throw new Error('The lock would be the same for every data folder')
    return this.#first
  }
  /** Electron closes the windows first, and then asks whether the program may end. */
  quit(): void {
    this.quitting = true
    this.emit('before-quit', preventable({}))
    const event = preventable({})
    this.emit('will-quit', event)
    if (!event.defaultPrevented) this.exit(0)
  }
  exit(code = 0): void {
    this.exitCode ??= code
    this.emit('quit')
  }

  /** The system says that Electron may begin. */
  becomeReady(): void {
    this.#ready = true
    this.emit('ready')
    this.#whenReady.resolve()
  }
}
