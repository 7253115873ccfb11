import { fromHtml } from 'hast-util-from-html'

/**
 * A text with its character references read and its escapes taken off, so that words can be compared by what they say and
 * not by how they are spelt.
 */
export function decoded(text: string): string {
  const bare = text.replace(/\\([!-/:-@[-`{-~])/g, '$1')
  return bare.replace(/&(?:#x[0-9a-f]{1,6}|#\d{1,7}|[a-z0-9]{2,32});/gi, reference => {
    const [node] = fromHtml(reference, { fragment: true }).children
    return node?.type === 'text' ? node.value : reference
  })
}
