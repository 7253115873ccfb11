import { derivedId } from '../../content/index.ts'

const letters = '0123456789ABCDEFGHJKMNPQRSTVWXYZ'

/**
 * The id of an entry as the standard wants it, a UUID: the same bits but for six, which say that it is one of version 8
 * (RFC 9562). It stays as long as the id of the entry, which is for ever.
 */
export function uuidOf(id: string): string {
  const bits = Array.from(id.slice(1), letter => letters.indexOf(letter).toString(2).padStart(5, '0')).join('')
  const whole = BigInt(`0b${Number(id[0]).toString(2).padStart(3, '0')}${bits}`)
  const hex = whole.toString(16).padStart(32, '0')
  const variant = (8 + (Number.parseInt(hex[16] ?? '0', 16) % 4)).toString(16)
  return [hex.slice(0, 8), hex.slice(8, 12), `8${hex.slice(13, 16)}`, variant + hex.slice(17, 20), hex.slice(20)].join(
    '-',
  )
}

/** For what has no id of its own, such as a place: always the same for the same words. */
export function uuidFor(...words: readonly string[]): string {
  return uuidOf(derivedId(words.join('\n')))
}
