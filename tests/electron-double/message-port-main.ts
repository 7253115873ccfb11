import { EventEmitter } from 'node:events'
import { MessageChannel, type MessagePort } from 'node:worker_threads'
import { moved } from './transfer.ts'

/** Electron's own kind of port in the main process: an emitter whose messages wait until `start`. */
export class MessagePortMain extends EventEmitter {
  #port: MessagePort | null
  #started = false

  constructor(port: MessagePort) {
    super()
    this.#port = port
    port.on('close', () => this.emit('close'))
  }

  postMessage(message: unknown, transfer: MessagePortMain[] = []): void {
    const port = this.#usable()
    const sent = moved(message, transfer.map(takePort))
    port.postMessage(sent.value, sent.ports)
  }

  start(): void {
    const port = this.#usable()
    if (this.#started) return
    this.#started = true
    port.on('message', data => this.emit('message', { data, ports: [] }))
  }

  close(): void {
    this.#port?.close()
  }

  /** Gives the port away: after that, this end is nobody's any more. */
  take(): MessagePort {
    if (this.#started) throw new TypeError('A port that was started cannot be transferred')
    const port = this.#usable()
    this.#port = null
    return port
  }

  #usable(): MessagePort {
    if (this.#port === null) throw new TypeError('Port is neutered: it was transferred already')
    return this.#port
  }
}

export class MessageChannelMain {
  readonly port1: MessagePortMain
  readonly port2: MessagePortMain

  constructor() {
    const { port1, port2 } = new MessageChannel()
    this.port1 = new MessagePortMain(port1)
    this.port2 = new MessagePortMain(port2)
  }
}

export function takePort(port: unknown): MessagePort {
  if (!(port instanceof MessagePortMain))
    throw new TypeError('Only a MessagePortMain can be transferred from the main process')
  return port.take()
}
