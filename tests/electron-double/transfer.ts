import { MessageChannel, type MessagePort, receiveMessageOnPort, type TransferListItem } from 'node:worker_threads'

/**
 * A message as it arrives on the other side of a process: structured-cloned by the real algorithm (a function throws), its
 * ports moved (a second move of the same port throws, as in Electron).
 */
export function moved(value: unknown, ports: readonly MessagePort[] = []): { value: unknown; ports: MessagePort[] } {
  const { port1, port2 } = new MessageChannel()
  try {
    port1.postMessage({ value, ports }, [...ports] as TransferListItem[])
    return receiveMessageOnPort(port2)?.message
  } finally {
    port1.close()
    port2.close()
  }
}
