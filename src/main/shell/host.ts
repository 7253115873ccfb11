import type { Router } from '@orpc/server'
import type { AppEvent, contract } from '../../shared/contract/index.ts'
import type { Refusal } from '../../shared/outcome.ts'
import type { SecretStore, Theme } from '../settings/index.ts'

/**
 * Where the program and what hosts its window meet. A shell gives a `Host` and gets an `App`; neither knows more of the
 * other. A shell holds no logic: window, menu, dialogs, notifications, secrets, port.
 */

/** The contract, answered. */
export type AppRouter = Router<typeof contract, Record<never, never>>

/** A file asked for by the window: a picture, a page of the preview. Null means that there is none. */
export interface Response {
  status: number
  headers: Record<string, string>
  body: Uint8Array<ArrayBuffer> | string
}

export interface App {
  router: AppRouter
  /** `path` is decoded, starts with `/`, and has no empty, `.` or `..` part and no backslash or NUL. */
  respond(request: { path: string; query: URLSearchParams }): Promise<Response | null>
  /** Tells every window. */
  emit(event: AppEvent): void
  /** A workspace named by a second start of the program; a refusal is told to the windows. */
  open(workspace: string): Promise<void>
  /** Finishes what is being written; afterwards the process may end. */
  close(): Promise<void>
}

export interface Host {
  shell: 'electron' | 'loopback'
  canChooseFolder: boolean
  /** The system's own folder dialog; null when the person changed their mind or there is no dialog. */
  chooseFolder(): Promise<string | null>
  secrets: SecretStore
  /** Hands an address to the system's browser or mail program; anything but http(s), mailto and tel is ignored. */
  openExternal(url: string): Promise<void>
  /** Said by the system without a sound. Choosing it brings the window to the front, and does `chosen`. */
  notify(title: string, text: string, chosen?: () => void): void
  /** What the person chose, so that the window's own frame and dialogs follow. */
  setTheme(theme: Theme): void
  /** Chromium's network stack in Electron (council proxies, inspected TLS), node's in loopback. */
  fetch: typeof fetch
}

/** `workspace` is an absolute path, to be opened at once. A refusal ends the start with its sentence. */
export type StartApp = (host: Host, start: { workspace: string | null }) => Promise<App | Refusal>

/** Where the build put what the shells need; made by the two entries, which alone know where they stand. */
export interface Built {
  /** The folder of the window's files. */
  window: string
  /** The one CommonJS file that a sandboxed preload may be. */
  preload: string
  /** The folder to give to the Electron binary. */
  app: string
}
