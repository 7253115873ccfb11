import { type Refusal, refuse } from '../../shared/outcome.ts'

/** Where the shared copy is. The token is never a part of it. */
export interface Address {
  kind: 'address'
  url: string
  /** Some hosts want a name beside the token; most take any. */
  username: string
}

const anyName = 'signpost'

const notAnAddress = (sentence: string) =>
  refuse(
    'address',
    sentence,
    'Copy the address that begins with “https://” from your team’s git host, and paste it here.',
  )

/** Reads what a person pasted. Takes https, and http to this computer itself: a token never travels in the open. */
export function readAddress(text: string): Address | Refusal {
  const pasted = text.trim()
  if (/^[^/@\s]+@[^/:\s]+:/.test(pasted) || /^(ssh|git|file):/i.test(pasted)) {
    return notAnAddress('Signpost reaches the shared copy over the web, and this is another kind of address.')
  }
  const full = /^[a-z][a-z0-9+.-]*:\/\//i.test(pasted) ? pasted : `https://${pasted}`
  if (!URL.canParse(full)) return notAnAddress('This is not a web address.')
  const url = new URL(full)
  const here = /^(localhost|127\.0\.0\.1|\[::1\])$/.test(url.hostname)
  if (url.protocol !== 'https:' && !(url.protocol === 'http:' && here)) {
    return notAnAddress('This address is not protected on its way, so Signpost will not send your access token to it.')
  }
  if (url.pathname === '/' || (!here && !url.hostname.includes('.'))) {
    return notAnAddress('This address does not say which shared copy is meant.')
  }
  const username = nameIn(url)
  return { kind: 'address', url: `${url.origin}${url.pathname.replace(/\/+$/, '')}`, username }
}

/** Addresses are passed on with a token where the name should be, too: what could be one is not kept, in any file. */
function nameIn({ username }: URL): string {
  const isName = /^[\w.+@%-]+$/.test(username) && (username.length < 20 || /@|%40/.test(username))
  // A stray percent sign is the only thing that cannot be read, and stands in no name.
  return isName && !/%(?!40)/.test(username) ? decodeURIComponent(username) : anyName
}
