import { RPCHandler } from '@orpc/server/message-port'
import { type IpcMainEvent, ipcMain, MessageChannelMain, type MessagePortMain, type WebContents } from 'electron'
import { portHere, portWanted } from '../../../shared/contract/handover.ts'
import type { AppRouter } from '../host.ts'
import { isWindowAddress } from './scheme.ts'

/**
 * Hands one end of a MessagePort to the window each time that its page is loaded. It is the only message that the main
 * process listens to; everything else goes through the port, where the contract's schemas are the door.
 */
export function handOverPort(router: AppRouter): void {
  const handler = new RPCHandler(router)
  const open = new WeakMap<WebContents, MessagePortMain>()
  ipcMain.on(portWanted, event => {
    if (!isFromWindow(event)) return
    // A page that was loaded again has lost the other end of the former one.
    open.get(event.sender)?.close()
    const { port1, port2 } = new MessageChannelMain()
    open.set(event.sender, port1)
    handler.upgrade(port1)
    port1.start()
    event.senderFrame?.postMessage(portHere, null, [port2])
  })
}

/** The top frame of a window, at the window's own address: not a frame in it, and not what it was led astray to. */
function isFromWindow({ sender, senderFrame }: IpcMainEvent): boolean {
  return senderFrame !== null && senderFrame === sender.mainFrame && isWindowAddress(senderFrame.url)
}
