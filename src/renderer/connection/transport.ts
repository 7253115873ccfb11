import type { ClientContext, ClientLink } from '@orpc/client'

/** One open road to the main process. `closed` settles when it is gone; it never rejects. */
export interface Transport {
  link: ClientLink<ClientContext>
  closed: Promise<void>
}

/** Opens a road, or rejects when nobody answers. */
export type Connect = () => Promise<Transport>
