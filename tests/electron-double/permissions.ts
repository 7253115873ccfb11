type RequestHandler = (contents: unknown, permission: string, answer: (granted: boolean) => void) => void

/** A session's doors: Electron lets a page through the first two until a program shuts them. */
export class Permissions {
  #request: RequestHandler | null = null
  #check: ((contents: unknown, permission: string) => boolean) | null = null
  #device: ((details: unknown) => boolean) | null = null
  #display: ((request: unknown, answer: (streams: unknown) => void) => void) | null = null

  setPermissionRequestHandler(handler: RequestHandler | null): void {
    this.#request = handler
  }
  setPermissionCheckHandler(handler: ((contents: unknown, permission: string) => boolean) | null): void {
    this.#check = handler
  }
  setDevicePermissionHandler(handler: ((details: unknown) => boolean) | null): void {
    this.#device = handler
  }
  setDisplayMediaRequestHandler(
    handler: ((request: unknown, answer: (streams: unknown) => void) => void) | null,
  ): void {
    this.#display = handler
  }

  /** What a page gets that asks for this. */
  granted(permission: string): Promise<boolean> {
    const handler = this.#request
    return handler === null ? Promise.resolve(true) : new Promise(resolve => handler({}, permission, resolve))
  }
  checked(permission: string): boolean {
    return this.#check?.({}, permission) ?? true
  }
  /** Whether a page would be given a device; without a handler Electron gives none that the person did not pick. */
  device(): boolean {
    return this.#device?.({ deviceType: 'usb' }) ?? false
  }
  /** Whether a page would be given a picture of the screen; without a handler Electron gives none. */
  display(): Promise<boolean> {
    const handler = this.#display
    return handler === null
      ? Promise.resolve(false)
      : new Promise(resolve => handler({}, streams => resolve(streams !== null)))
  }
}
