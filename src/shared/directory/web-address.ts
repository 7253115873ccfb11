/** Whether a browser may be sent there: a whole address of the web, and nothing that runs. */
export function isWebAddress(words: string): boolean {
  const address = words.trim()
  return URL.canParse(address) && /^https?:$/.test(new URL(address).protocol)
}
