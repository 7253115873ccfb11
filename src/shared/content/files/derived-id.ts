import { type PageId, pageIdSchema } from '../ids.ts'

const digits = '0123456789ABCDEFGHJKMNPQRSTVWXYZ'

/**
 * An id for a page whose file has none: always the same for the same path, so that links made before it is saved still
 * hold after. It starts with 7Z, a time that no real id will carry for thousands of years.
 */
export function derivedId(path: string): PageId {
  let id = '7Z'
  for (let part = 0; part < 4; part += 1) {
    let hash = hashOf(`${part}:${path}`)
    for (let digit = 0; digit < 6; digit += 1) {
      id += digits[hash % 32]
      hash = Math.floor(hash / 32)
    }
  }
  return pageIdSchema.parse(id)
}

/** FNV-1a, 32 bits, stirred at the end so that paths which differ in one letter differ in every part. */
function hashOf(text: string): number {
  let hash = 0x811c9dc5
  for (let at = 0; at < text.length; at += 1) hash = Math.imul(hash ^ text.charCodeAt(at), 0x01000193)
  hash = Math.imul(hash ^ (hash >>> 16), 0x85ebca6b)
  hash = Math.imul(hash ^ (hash >>> 13), 0xc2b2ae35)
  return (hash ^ (hash >>> 16)) >>> 0
}
