const schemes: ReadonlySet<string> = new Set(['http:', 'https:', 'mailto:', 'tel:'])

/** What a link may fill in of an email; some mail programs would take a file of this computer along (`attach`). */
const ofAnEmail = /^(?:to|cc|bcc|subject|body)=/i

/** The address, if it is one that a browser, mail program or telephone may be given; `file:` or an app's own is not. */
export function externalAddress(url: string): string | null {
  if (!URL.canParse(url)) return null
  const parsed = new URL(url)
  if (!schemes.has(parsed.protocol)) return null
  if (parsed.protocol === 'mailto:') {
    const filled = parsed.search.slice(1).split('&')
    parsed.search = filled.filter(part => ofAnEmail.test(part)).join('&')
  }
  return parsed.href
}
