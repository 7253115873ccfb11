import { readFileSync } from 'node:fs'
import type { Socket } from 'node:net'
import { endianness } from 'node:os'

/**
 * Whose program is at the other end of a connection. The address that lets a browser in stands in the argument list of the
 * program that opens it, and on Linux each user of a computer can read that of every other: so the system itself is asked,
 * which knows the user of every open connection (proc_pid_net(5): `tcp`, `tcp6`).
 */
export type Whose =
  | 'ours'
  | 'a-strangers'
  /** The system does not say: it is not Linux, or keeps the list to itself. */
  | 'unknown'

export interface End {
  address: string
  port: number
}

/** `table` is the system's list of connections; `user` is who runs Signpost. */
export function whoseIn(table: string, here: End, there: End, user: number): Whose {
  const [ours, theirs] = [endIn(here), endIn(there)]
  const lines = table.split('\n').map(columns)
  // A list that leaves out even this end of the connection says nothing of the other.
  if (!lines.some(({ from, to }) => from === ours && to === theirs)) return 'unknown'
  const line = lines.find(({ from, to }) => from === theirs && to === ours)
  // Whoever closed their end has no name in the list any more, and cannot hear an answer either.
  if (line?.state !== established) return 'a-strangers'
  return line.user === String(user) || line.user === root ? 'ours' : 'a-strangers'
}

export function whoseIs(socket: Socket): Whose {
  const table = tableOfSystem()
  const user = process.getuid?.()
  if (table === null || user === undefined) return 'unknown'
  const { localAddress, localPort, remoteAddress, remotePort } = socket
  // A connection that has ended already.
  if (localAddress === undefined || localPort === undefined) return 'a-strangers'
  if (remoteAddress === undefined || remotePort === undefined) return 'a-strangers'
  return whoseIn(table, { address: localAddress, port: localPort }, { address: remoteAddress, port: remotePort }, user)
}

/** Whether this system says whose a connection is. */
export function saysWhose(): boolean {
  return tableOfSystem() !== null
}

/** In the kernel's `tcp_states.h`. */
const established = '01'
/** Who may do everything on this computer anyway. */
const root = '0'

function tableOfSystem(): string | null {
  if (process.platform !== 'linux') return null
  const tables = ['/proc/net/tcp', '/proc/net/tcp6'].map(path => {
    try {
      return readFileSync(path, 'latin1')
    } catch {
      // A system without IPv6 has only the first; some keep both to themselves.
      return null
    }
  })
  return tables[0] === null ? null : tables.join('\n')
}

/** `sl local_address rem_address st tx_queue:rx_queue tr:tm->when retrnsmt uid …` */
function columns(line: string) {
  const [, from = '', to = '', state, , , , user] = line.trim().split(/\s+/)
  return { from: asIpv4(from), to: asIpv4(to), state, user }
}

/** A program may reach 127.0.0.1 as ::ffff:127.0.0.1 (RFC 4291, 2.5.5.2). */
const asIpv4 = (end: string) => end.replace(/^0{16}(FFFF0000|0000FFFF)/, '')

/** `0100007F:1F90` is 127.0.0.1:8080: the address is a number as the machine keeps it, the port is not. */
function endIn({ address, port }: End): string {
  const bytes = address.split('.').map(byte => Number(byte).toString(16).padStart(2, '0'))
  const kept = endianness() === 'LE' ? bytes.reverse() : bytes
  return `${kept.join('')}:${port.toString(16).padStart(4, '0')}`.toUpperCase()
}
