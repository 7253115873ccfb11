import { basePath, siteUrl } from './addresses.ts'
import { escapeHtml } from './html.ts'
import type { Redirect, SiteInput, TextFile } from './input.ts'

/** The files that browsers, search engines and Signpost itself read: sitemap, robots and redirect rules. */
export function filesForMachines(
  input: SiteInput,
  addresses: readonly string[],
  redirects: readonly Redirect[],
): TextFile[] {
  const url = siteUrl(input.config.publish.url)
  return [
    ...(url !== null ? [{ path: 'sitemap.xml', content: sitemap(url, addresses) }] : []),
    { path: 'robots.txt', content: robots(url) },
    { path: '_redirects', content: redirectRules(basePath(input.config.publish.url), redirects) },
  ]
}

export const versionPath = 'version.json'

/** What is read back from the web to see which publish families get. `pages` counts pages and services. */
export function versionFile({ stamp, pages, services }: SiteInput): TextFile {
  const content = { publish: stamp.publish, at: stamp.at, pages: pages.length + services.length }
  return { path: versionPath, content: `${JSON.stringify(content)}\n` }
}

function sitemap(url: string, addresses: readonly string[]): string {
  const lines = addresses.map(address => `<url><loc>${escapeHtml(`${url}${address}`)}</loc></url>\n`)
  return `<?xml version="1.0" encoding="UTF-8"?>\n<urlset xmlns="http://www.sitemaps.org/schemas/sitemap/0.9">\n${lines.join('')}</urlset>\n`
}

function robots(url: string | null): string {
  const where = url === null ? '' : `Sitemap: ${url}/sitemap.xml\n`
  return `User-agent: *\nAllow: /\n${where}`
}

/** The form that several static hosts read; others use the pages that lead on by themselves. */
function redirectRules(base: string, redirects: readonly Redirect[]): string {
  const root = base.slice(0, -1)
  return redirects.map(({ from, to }) => `${root}${from} ${root}${to} 301\n`).join('')
}
