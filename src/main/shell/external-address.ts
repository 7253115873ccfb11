const schemes: ReadonlySet<string> = new Set(['http:', 'https:', 'mailto:', 'tel:'])

/** The address, if it is one that a browser, mail program or telephone may be given; `file:` or an app's own is not. */
export function externalAddress(url: string): string | null {
  if (!URL.canParse(url)) return null
  const parsed = new URL(url)
  return schemes.has(parsed.protocol) ? parsed.href : null
}
