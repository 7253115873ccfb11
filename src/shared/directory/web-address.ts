/** Whether a browser may be sent there: a whole address of the web, and nothing that runs. */
export function isWebAddress(words: string): boolean {
  const address = words.trim()
  return URL.canParse(address) && /^https?:$/.test(new URL(address).protocol)
}

/** A host as people say it, with what may follow it: `www.example.org`, `example.org/clubs`. */
const spoken = /^(?:[\p{L}\p{N}-]+\.)+\p{L}{2,}(?::\d+)?(?:[/?#]\S*)?$/u

/** `www.example.org` as a browser needs it; null where the words are no address, or are whole already. */
export function asWholeWebAddress(words: string): string | null {
  const address = `https://${words.trim()}`
  return spoken.test(words.trim()) && URL.canParse(address) ? address : null
}
