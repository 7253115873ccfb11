/**
 * How the window reaches the main process, before any question of the contract is asked.
 *
 * Electron: the window posts `{ kind: portWanted }` to itself once it listens; the preload answers, once, with
 * `{ kind: portHere }` and one MessagePort. Loopback: a WebSocket at `socketPath` of the window's own origin. A window
 * knows which it is in by its address: `app:` or `http:`.
 */
export const portWanted = 'signpost:port-wanted'
export const portHere = 'signpost:port-here'
export const socketPath = '/rpc'

/** Vite puts this into the page's `csp-nonce` meta element; the shell replaces it afresh each time the page is asked for. */
export const noncePlaceholder = 'SIGNPOST-NONCE'
