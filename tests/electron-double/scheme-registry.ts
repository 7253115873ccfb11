import type { Application } from './application.ts'

export interface SchemePrivileges {
  standard?: boolean
  secure?: boolean
  bypassCSP?: boolean
  allowServiceWorkers?: boolean
  corsEnabled?: boolean
}
type Handler = (request: Request) => Promise<Response> | Response

/** Schemes of the program's own: privileged before `ready`, once; handled after it, once each. */
export class SchemeRegistry {
  readonly privileged = new Map<string, SchemePrivileges>()
  readonly #handlers = new Map<string, Handler>()
  readonly #app: Application
  #registered = false

  constructor(app: Application) {
    this.#app = app
  }

  registerSchemesAsPrivileged(schemes: { scheme: string; privileges?: SchemePrivileges }[]): void {
    if (this.#app.isReady()) {
      throw new Error('protocol.registerSchemesAsPrivileged should be called before app is ready')
    }
    if (this.#registered) throw new Error('protocol.registerSchemesAsPrivileged can only be called once')
    this.#registered = true
    for (const { scheme, privileges = {} } of schemes) this.privileged.set(scheme, privileges)
  }

  handle(scheme: string, handler: Handler): void {
    if (!this.#app.isReady()) throw new Error('protocol.handle can only be used after app is ready')
    if (this.#handlers.has(scheme)) throw new Error(`Failed to register protocol: ${scheme}`)
    this.#handlers.set(scheme, handler)
  }

  async request(url: string, init?: RequestInit): Promise<Response> {
    const handler = this.#handlers.get(new URL(url).protocol.replace(':', ''))
    if (handler === undefined) throw new Error(`net::ERR_UNKNOWN_URL_SCHEME loading '${url}'`)
    return handler(new Request(url, init))
  }
}
