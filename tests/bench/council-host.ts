import { readFileSync, statSync } from 'node:fs'
import { createServer } from 'node:http'
import { join } from 'node:path'
import { brotliCompressSync, gzipSync } from 'node:zlib'
import { typeOf } from '../publish/web-host.ts'

/** A site's folder at an address, as a council's web host serves it. */
export interface CouncilHost {
  /** `http://127.0.0.1:1234`, without a slash at the end. */
  origin: string
  stop(): void
}

/**
 * Words compressed, pictures and typefaces kept by the browser for a day, everything else asked for again: what the usual
 * hosts do by themselves. Its headers are those of any plain host, since the content policy stands in each page
 * (src/shared/site/frame.ts); what is not there is answered with `404.html` and its status.
 */
export async function councilHost(folder: string): Promise<CouncilHost> {
  const server = createServer((request, response) => {
    const path = decodeURIComponent(new URL(request.url ?? '/', 'http://x').pathname)
    const name = path.endsWith('/') ? `${path}index.html` : path
    const found = fileAt(join(folder, name))
    const type = found === null ? typeOf('404.html') : typeOf(name)
    const bytes = found ?? fileAt(join(folder, '404.html')) ?? Buffer.from('Not found')
    const { encoding, sent } = compressed(bytes, type, String(request.headers['accept-encoding'] ?? ''))
    response.writeHead(found === null ? 404 : 200, {
      'content-type': type,
      'content-length': sent.length,
      'cache-control': /^(image|font)\//.test(type) ? 'max-age=86400' : 'no-cache',
      'x-content-type-options': 'nosniff',
      vary: 'accept-encoding',
      ...(encoding !== null && { 'content-encoding': encoding }),
    })
    response.end(sent)
  })
  await new Promise<void>(resolve => server.listen(0, '127.0.0.1', resolve))
  const place = server.address()
  if (place === null || typeof place === 'string') throw new Error('the server has no port')
  return {
    origin: `http://127.0.0.1:${place.port}`,
    stop() {
      server.closeAllConnections()
      server.close()
    },
  }
}

function fileAt(path: string): Buffer | null {
  return statSync(path, { throwIfNoEntry: false })?.isFile() ? readFileSync(path) : null
}

function compressed(bytes: Buffer, type: string, accepts: string): { encoding: string | null; sent: Buffer } {
  if (!/^text\/|json|svg|javascript|wasm|xml/.test(type)) return { encoding: null, sent: bytes }
  if (accepts.includes('br')) return { encoding: 'br', sent: brotliCompressSync(bytes) }
  if (accepts.includes('gzip')) return { encoding: 'gzip', sent: gzipSync(bytes) }
  return { encoding: null, sent: bytes }
}
