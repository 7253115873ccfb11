import http from 'node:http'
import tls from 'node:tls'

/**
 * Makes node's network behave like the rest of a council laptop: certificates that the system trusts (networks that
 * inspect TLS), and the proxy variables HTTPS_PROXY, HTTP_PROXY and NO_PROXY. Verification is never switched off. The same
 * as `node --use-system-ca --use-env-proxy`, for however the program was started; a node that is too old for it (below 24.5)
 * keeps its own defaults.
 */
export function useSystemNetwork(env: Readonly<Record<string, string | undefined>>): void {
  if (typeof tls.setDefaultCACertificates === 'function') {
    tls.setDefaultCACertificates([...tls.getCACertificates('default'), ...tls.getCACertificates('system')])
  }
  const proxies = [env.HTTPS_PROXY, env.https_proxy, env.HTTP_PROXY, env.http_proxy]
  if (proxies.some(Boolean) && typeof http.setGlobalProxyFromEnv === 'function') http.setGlobalProxyFromEnv()
}

/** `fetch` on the system's network. Reading the system's certificates takes a while, and most commands ask nobody. */
export function fetchOnSystemNetwork(env: Parameters<typeof useSystemNetwork>[0]): typeof globalThis.fetch {
  let isReady = false
  return (input, init) => {
    if (!isReady) useSystemNetwork(env)
    isReady = true
    return globalThis.fetch(input, init)
  }
}
