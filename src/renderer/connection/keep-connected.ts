import { type ClientContext, type ClientLink, DynamicLink } from '@orpc/client'
import { type ValueStore, valueStore } from '../state/value-store.ts'
import type { Connect, Transport } from './transport.ts'

/** `lost` says since when nobody has answered; the window keeps trying by itself. */
export type ConnectionState = { kind: 'opening' } | { kind: 'open'; times: number } | { kind: 'lost' }

export interface Connection {
  link: ClientLink<ClientContext>
  state: ValueStore<ConnectionState>
  /** Tries until `stop`; opens again whenever the road is lost. */
  start: () => void
  stop: () => void
}

/** A call while nobody answers fails at once, so that whoever asked can say so and keep what was typed. */
export class ConnectionLost extends Error {}

interface Options {
  connect: Connect
  /** Waits so many milliseconds. */
  wait: (milliseconds: number) => Promise<void>
}

/** Half a second after the first failure, then twice as long each time, and never more than five seconds. */
export function pauseBefore(attempt: number): number {
  return Math.min(500 * 2 ** attempt, 5_000)
}

export function keepConnected({ connect, wait }: Options): Connection {
  const state = valueStore<ConnectionState>({ kind: 'opening' })
  const first = Promise.withResolvers<void>()
  let transport: Transport | null = null
  let running = false

  async function run() {
    let failures = 0
    let times = 0
    while (running) {
      transport = await connect().catch(() => null)
      if (transport === null) {
        state.set({ kind: 'lost' })
        first.resolve()
        await wait(pauseBefore(failures))
        failures += 1
        continue
      }
      failures = 0
      times += 1
      state.set({ kind: 'open', times })
      first.resolve()
      await transport.closed
      transport = null
      if (running) state.set({ kind: 'lost' })
    }
  }

  return {
    link: new DynamicLink(async () => {
      await first.promise
      if (transport === null) throw new ConnectionLost('Signpost does not answer.')
      return transport.link
    }),
    state,
    start: () => {
      if (running) return
      running = true
      void run()
    },
    stop: () => {
      running = false
    },
  }
}
