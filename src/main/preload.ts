import { ipcRenderer } from 'electron'
import { portHere, portWanted } from '../shared/contract/handover.ts'

/**
 * The bridge between the window's page and the main process: it carries one MessagePort across, once, and nothing else.
 * The page is given no function and no object of Electron's.
 */
let asked = false

window.addEventListener('message', event => {
  // Only the page itself may ask: a frame in it is another window.
  if (asked || event.source !== window || !isWanted(event.data)) return
  asked = true
  ipcRenderer.send(portWanted)
})

ipcRenderer.once(portHere, event => {
  window.postMessage({ kind: portHere }, window.location.origin, event.ports)
})

function isWanted(data: unknown): boolean {
  return typeof data === 'object' && data !== null && 'kind' in data && data.kind === portWanted
}
