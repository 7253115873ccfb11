import { RPCLink } from '@orpc/client/message-port'
import { portHere, portWanted } from '../../shared/contract/handover.ts'
import type { Connect } from './transport.ts'

/** The Electron shell: the preload hands over one end of a MessagePort when the window says that it listens. */
export const messagePort: Connect = () =>
  new Promise(resolve => {
    const receive = (event: MessageEvent<unknown>) => {
      const [port] = event.ports
      if (event.source !== window || !isPortHere(event.data) || port === undefined) return
      window.removeEventListener('message', receive)
      const closed = new Promise<void>(gone => port.addEventListener('close', () => gone(), { once: true }))
      const link = new RPCLink({ port })
      port.start()
      resolve({ link, closed })
    }
    window.addEventListener('message', receive)
    window.postMessage({ kind: portWanted }, window.location.origin)
  })

function isPortHere(data: unknown): boolean {
  return typeof data === 'object' && data !== null && 'kind' in data && data.kind === portHere
}
