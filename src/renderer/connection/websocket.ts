import { RPCLink } from '@orpc/client/websocket'
import { socketPath } from '../../shared/contract/handover.ts'
import type { Connect } from './transport.ts'

/** The loopback shell: a WebSocket to the address that this window came from. */
export function websocketTo(url: string): Connect {
  return () =>
    new Promise((resolve, reject) => {
      const websocket = new WebSocket(url)
      const closed = new Promise<void>(gone => websocket.addEventListener('close', () => gone(), { once: true }))
      websocket.addEventListener('open', () => resolve({ link: new RPCLink({ websocket }), closed }), { once: true })
      websocket.addEventListener('close', () => reject(new Error('Nobody answers.')), { once: true })
    })
}

/** `http://127.0.0.1:1234/…` is served by a process that listens on `ws://127.0.0.1:1234/rpc`. */
export function rpcAddress(location: Pick<Location, 'protocol' | 'host'>): string {
  return `${location.protocol === 'https:' ? 'wss' : 'ws'}://${location.host}${socketPath}`
}
