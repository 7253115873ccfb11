import { randomBytes } from 'node:crypto'
import { noncePlaceholder } from '../../shared/contract/handover.ts'
import { type Headers, previewHeaders, windowFileHeaders, windowHeaders, workspaceFileHeaders } from './headers.ts'
import type { App, Response } from './host.ts'
import type { WindowFiles } from './window-files.ts'

export interface AnswerDeps {
  files: WindowFiles
  respond: App['respond']
  /** The WebSocket's origin in loopback; null in Electron. */
  socket: string | null
}

/** What the window asks for by address, in either shell: its own page and files, a preview, a picture of the workspace. */
export async function answer({ files, respond, socket }: AnswerDeps, url: URL): Promise<Response> {
  const path = plainPath(url.pathname)
  if (path === null) return notFound()
  if (isOfWorkspace(path)) {
    const response = await respond({ path, query: url.searchParams })
    return response === null ? notFound() : guarded(response, path)
  }
  if (path === '/' || path === '/index.html') return thePage(await files.page(), socket)
  const file = await files.file(path)
  if (file === null) return notFound()
  return { status: 200, headers: withType(windowFileHeaders(), file.type), body: file.body }
}

/** The shell's headers win over the program's: nothing that is answered can loosen them. */
function guarded(response: Response, path: string): Response {
  const headers = path.startsWith('/preview/') ? previewHeaders() : workspaceFileHeaders()
  const fixed = new Set(Object.keys(headers).map(name => name.toLowerCase()))
  const own = Object.entries(response.headers).filter(([name]) => !fixed.has(name.toLowerCase()))
  return { ...response, headers: { ...Object.fromEntries(own), ...headers } }
}

function thePage(html: string | null, socket: string | null): Response {
  const nonce = randomBytes(16).toString('base64')
  const headers = withType(windowHeaders({ nonce, socket }), 'text/html; charset=utf-8')
  if (html === null) return { status: 503, headers, body: 'The window has not been built yet: run npm run build.' }
  return { status: 200, headers, body: html.replaceAll(noncePlaceholder, nonce) }
}

export function notFound(): Response {
  return {
    status: 404,
    headers: withType(workspaceFileHeaders(), 'text/plain; charset=utf-8'),
    body: 'There is nothing at this address.',
  }
}

function withType(headers: Headers, type: string): Headers {
  return { ...headers, 'Content-Type': type }
}

function isOfWorkspace(path: string): boolean {
  return /^\/(preview|media|app)\//.test(path)
}

/** The decoded path, or null for one that could mean two things: `..`, a backslash, NUL, an encoded slash, a bad escape. */
export function plainPath(pathname: string): string | null {
  if (/%2f|%5c|%00/i.test(pathname)) return null
  let path: string
  try {
    path = decodeURIComponent(pathname)
  } catch {
    return null
  }
  if (!path.startsWith('/') || /[\\\0]/.test(path)) return null
  const parts = path.slice(1).split('/')
  const plain = parts.every(
    (part, index) => part !== '.' && part !== '..' && (part !== '' || index === parts.length - 1),
  )
  return plain ? path : null
}
