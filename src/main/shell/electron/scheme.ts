import { protocol, type Session } from 'electron'
import { type AnswerDeps, answer, notFound } from '../answer.ts'
import type { Response as Answered } from '../host.ts'

/** The window's own scheme, so that it is neither a file (which may read other files) nor a website. */
const scheme = 'app'
const windowHost = 'signpost'
export const windowAddress = `${scheme}://${windowHost}/`

/** Has to be said before Electron is ready, and can be said once. */
export function declareScheme(): void {
  protocol.registerSchemesAsPrivileged([
    { scheme, privileges: { standard: true, secure: true, supportFetchAPI: true, codeCache: true } },
  ])
}

export function serveScheme(session: Session, deps: AnswerDeps): void {
  session.protocol.handle(scheme, async request => {
    const url = new URL(request.url)
    const ours = url.host === windowHost && (request.method === 'GET' || request.method === 'HEAD')
    const answered: Answered = ours ? await answer(deps, url) : notFound()
    return new Response(request.method === 'HEAD' ? null : answered.body, {
      status: answered.status,
      headers: answered.headers,
    })
  })
}

/** Whether an address is the window's own; a host that only begins like it is not. */
export function isWindowAddress(url: string): boolean {
  if (!URL.canParse(url)) return false
  const { protocol: named, host } = new URL(url)
  return named === `${scheme}:` && host === windowHost
}

/** Whether an address is a page of the preview, the only thing that a frame in the window may show. */
export function isPreviewAddress(url: string): boolean {
  return isWindowAddress(url) && new URL(url).pathname.startsWith('/preview/')
}
