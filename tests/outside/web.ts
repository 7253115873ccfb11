import { createServer, type IncomingMessage, type ServerResponse } from 'node:http'
import type { AddressInfo } from 'node:net'
import type { Address, Reach } from '../../src/main/outside/reach.ts'

export interface Web {
  /** `http://name.example:<port>/path` of the one server behind every name. */
  at(name: string, path?: string): string
  /** Everything that was asked: `HEAD name.example /path`. */
  asked: string[]
  agents: Set<string>
  close(): Promise<void>
}

type Answer = (path: string, request: IncomingMessage, response: ServerResponse) => void

/** A real server on this computer, which answers for whatever name it is asked by. */
export async function web(answer: Answer): Promise<Web> {
  const asked: string[] = []
  const agents = new Set<string>()
  const server = createServer((request, response) => {
    const path = request.url ?? ''
    asked.push(`${request.method} ${(request.headers.host ?? '').replace(/:\d+$/, '')} ${path}`)
    agents.add(request.headers['user-agent'] ?? '')
    answer(path, request, response)
  })
  await new Promise<void>(resolve => server.listen(0, '127.0.0.1', resolve))
  const { port } = server.address() as AddressInfo
  return {
    at: (name, path = '/') => `http://${name}:${port}${path}`,
    asked,
    agents,
    close: () => new Promise(resolve => server.close(() => resolve())),
  }
}

/** Names that lead to this computer, and counts how often each was looked up; the rest of the rules as they are. */
export function reachOf(names: Readonly<Record<string, readonly string[]>>): Reach & { lookedUp: string[] } {
  const lookedUp: string[] = []
  const turns = new Map<string, number>()
  return {
    lookedUp,
    async addressesOf(host) {
      lookedUp.push(host)
      const addresses = names[host]
      if (addresses === undefined) throw new Error('ENOTFOUND')
      const turn = turns.get(host) ?? 0
      turns.set(host, turn + 1)
      const address = addresses[Math.min(turn, addresses.length - 1)] ?? ''
      return [{ address, family: 4 } satisfies Address]
    },
    mayReach: ({ address }) => address === '127.0.0.1',
    mayUsePort: () => true,
  }
}
