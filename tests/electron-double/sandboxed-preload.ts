import { EventEmitter } from 'node:events'
import { createContext, Script } from 'node:vm'
import type { MessagePort } from 'node:worker_threads'
import { moved } from './transfer.ts'

/** What a page's script sees of its window: it hears messages and can post them to itself. */
export interface PageWindow {
  location: { origin: string; href: string; protocol: string }
  addEventListener(type: string, listener: (event: PageMessage) => void): void
  removeEventListener(type: string, listener: (event: PageMessage) => void): void
  postMessage(data: unknown, origin: string, ports?: readonly MessagePort[]): void
}
export interface PageMessage {
  data: unknown
  ports: readonly MessagePort[]
  source: unknown
  origin: string
}

export interface LoadedPage {
  /** The page's own world. */
  window: PageWindow
  /** Delivers a message of the main process to the preload. */
  deliver(channel: string, message: unknown, ports: readonly MessagePort[]): void
  /** Names that the preload put into the page's world. */
  exposed: Record<string, unknown>
  /** A message as if a frame in the page had posted it. */
  postFromFrame(data: unknown): void
}

export interface LoadPage {
  /** The preload's source: one CommonJS file. */
  code: string
  url: string
  /** Where `ipcRenderer.send` leads. */
  toMain(channel: string, message: unknown): void
}

/**
 * One page with its preload, in Electron's way: two worlds that share the page's messages and no object. The preload runs in
 * a context of its own that has neither node's globals nor its modules, and may require `electron` only.
 */
export function loadPage({ code, url, toMain }: LoadPage): LoadedPage {
  const { origin, protocol } = originOf(url)
  const listeners: { world: PageWindow; listener: (event: PageMessage) => void }[] = []
  const inbox = new EventEmitter()
  const exposed: Record<string, unknown> = {}

  /** Each world gets its own copy, whose source is its own window; a port goes to whoever takes it first. */
  const post = (data: unknown, ports: readonly MessagePort[], fromFrame: boolean) => {
    const sent = moved(data, ports)
    queueMicrotask(() => {
      for (const { world, listener } of [...listeners]) {
        const source = fromFrame ? { frame: true } : world
        listener({ data: structuredClone(sent.value), ports: sent.ports, source, origin })
      }
    })
  }
  const makeWorld = (): PageWindow => {
    const world: PageWindow = {
      location: { origin, href: url, protocol },
      addEventListener: (type, listener) => {
        if (type === 'message') listeners.push({ world, listener })
      },
      removeEventListener: (_, listener) => {
        const index = listeners.findIndex(one => one.listener === listener)
        if (index >= 0) listeners.splice(index, 1)
      },
      postMessage: (data, target, ports = []) => {
        if (target !== origin && target !== '*') return
        post(data, ports, false)
      },
    }
    return world
  }

  const ipcRenderer = {
    send: (channel: string, ...args: unknown[]) => toMain(channel, moved(args).value),
    on: (channel: string, listener: (...args: unknown[]) => void) => void inbox.on(channel, listener),
    once: (channel: string, listener: (...args: unknown[]) => void) => void inbox.once(channel, listener),
  }
  const contextBridge = {
    exposeInMainWorld(name: string, api: unknown) {
      exposed[name] = api
    },
  }
  const module = { exports: {} }
  const require = (name: string) => {
    if (name !== 'electron') throw new Error(`module not found: ${name}`)
    return { ipcRenderer, contextBridge }
  }
  const preloadWindow = makeWorld()
  const context = createContext({
    window: preloadWindow,
    location: preloadWindow.location,
    module,
    exports: module.exports,
    require,
  })
  new Script(code, { filename: 'preload.cjs' }).runInContext(context)

  return {
    window: makeWorld(),
    deliver: (channel, message, ports) => {
      inbox.emit(channel, { ports }, message)
    },
    exposed,
    postFromFrame: data => post(data, [], true),
  }
}

/** A standard scheme of one's own has an origin; node's URL does not know which schemes those are. */
function originOf(url: string): { origin: string; protocol: string } {
  const { protocol, host } = new URL(url)
  return { origin: `${protocol}//${host}`, protocol }
}
