import { createORPCClient } from '@orpc/client'
import type { ContractRouterClient } from '@orpc/contract'
import { createTanstackQueryUtils } from '@orpc/tanstack-query'
import type { contract } from '../../shared/contract/index.ts'
import { keepConnected } from './keep-connected.ts'
import { messagePort } from './message-port.ts'
import { rpcAddress, websocketTo } from './websocket.ts'

export type Api = ContractRouterClient<typeof contract>

/** Served over http by the loopback shell; anything else is Electron's own scheme. */
const connect = window.location.protocol.startsWith('http') ? websocketTo(rpcAddress(window.location)) : messagePort

export const connection = keepConnected({
  connect,
  wait: milliseconds => new Promise(resolve => setTimeout(resolve, milliseconds)),
})

/** The main process, typed: `await api.pages.list()`. Rejects with `ConnectionLost` while it does not answer. */
export const api: Api = createORPCClient(connection.link)

/** The same as options for TanStack Query: `useQuery(orpc.pages.list.queryOptions())`. */
export const orpc = createTanstackQueryUtils(api)
