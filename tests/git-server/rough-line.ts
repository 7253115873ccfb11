import { createServer, type IncomingMessage, request, type ServerResponse } from 'node:http'
import type { AddressInfo } from 'node:net'

/**
 * What becomes of one request on the way to the server and back. `lost`: the server did what was asked, and the answer
 * never came. `shortened`: the answer ends early and looks whole. `stalls`: nothing more comes, and no
 * end either. `twice`: a proxy on the way asked again by itself.
 */
export type Manner =
  | { kind: 'well' }
  | { kind: 'late'; ms: number }
  | { kind: 'cut-going'; afterBytes: number }
  | { kind: 'cut-coming'; afterBytes: number }
  | { kind: 'shortened'; afterBytes: number }
  | { kind: 'stalls'; afterBytes: number }
  | { kind: 'lost' }
  | { kind: 'twice' }
  | { kind: 'off' }

export interface RoughLine {
  /** `http://127.0.0.1:<port>`, in the place of the server's own. */
  readonly origin: string
  /** Asked once for each request. */
  behave(next: () => Manner): void
  stop(): Promise<void>
}

/** A proxy of ours between one laptop and a server. `to`: the server's own `http://127.0.0.1:<port>`. */
export async function startRoughLine(to: string): Promise<RoughLine> {
  let next: () => Manner = () => ({ kind: 'well' })
  const server = createServer((incoming, response) => {
    pass(to, incoming, response, next()).catch(() => response.destroy())
  })
  await new Promise<void>(resolve => server.listen(0, '127.0.0.1', resolve))
  const { port } = server.address() as AddressInfo
  return {
    origin: `http://127.0.0.1:${port}`,
    behave: manner => {
      next = manner
    },
    stop: async () => {
      server.closeAllConnections()
      await new Promise(done => server.close(done))
    },
  }
}

interface Answer {
  status: number
  headers: Record<string, string | string[] | undefined>
  body: Buffer
}

async function pass(to: string, incoming: IncomingMessage, response: ServerResponse, manner: Manner): Promise<void> {
  if (manner.kind === 'off') return void incoming.socket.destroy()
  const body = await bytesOf(incoming)
  if (manner.kind === 'cut-going') {
    // The server hears the beginning only, and the laptop nothing.
    await ask(to, incoming, body.subarray(0, manner.afterBytes), body.length).catch(() => undefined)
    return void incoming.socket.destroy()
  }
  if (manner.kind === 'late') await new Promise(resolve => setTimeout(resolve, manner.ms))
  if (manner.kind === 'twice') await ask(to, incoming, body)
  const answer = await ask(to, incoming, body)
  if (manner.kind === 'lost') return void incoming.socket.destroy()
  send(response, answer, manner)
}

function send(response: ServerResponse, { status, headers, body }: Answer, manner: Manner): void {
  const { 'content-length': _, 'transfer-encoding': __, connection: ___, ...kept } = headers
  response.writeHead(status, kept)
  const end = 'afterBytes' in manner ? manner.afterBytes : body.length
  const cut = manner.kind === 'cut-coming' || manner.kind === 'stalls'
  if (!cut) response.end(body.subarray(0, end))
  else response.write(body.subarray(0, end), () => manner.kind === 'cut-coming' && response.destroy())
}

/** `promised`: how long the body is said to be, where it is cut on the way. */
function ask(to: string, incoming: IncomingMessage, body: Buffer, promised = body.length): Promise<Answer> {
  const { 'transfer-encoding': _, host: __, connection: ___, ...headers } = incoming.headers
  return new Promise((resolve, reject) => {
    const { method } = incoming
    const options = { method, headers: { ...headers, ...(method === 'POST' ? { 'content-length': promised } : {}) } }
    const asking = request(`${to}${incoming.url ?? '/'}`, options, answer => {
      bytesOf(answer).then(
        bytes => resolve({ status: answer.statusCode ?? 502, headers: answer.headers, body: bytes }),
        reject,
      )
    })
    asking.on('error', reject)
    if (promised > body.length) asking.write(body, () => setTimeout(() => asking.destroy(new Error('cut')), 20))
    else asking.end(body)
  })
}

async function bytesOf(stream: AsyncIterable<Buffer>): Promise<Buffer> {
  const parts: Buffer[] = []
  for await (const part of stream) parts.push(part)
  return Buffer.concat(parts)
}
