/**
 * The few kinds of CBOR (RFC 8949) that Pagefind's files are made of: whole numbers, texts, and lists that say how many they
 * hold. Nothing is copied that is only passed on.
 */

export type PackedReader = ReturnType<typeof packedReader>

/** Bytes that are none of these kinds, or end too soon. */
class NotPacked extends Error {}

/** What `read` makes of packed bytes; null where they are nothing of the kind. */
export function unpacked<T>(bytes: Uint8Array, read: (reader: PackedReader) => T): T | null {
  try {
    return read(packedReader(bytes))
  } catch (error) {
    if (error instanceof NotPacked) return null
    throw error
  }
}

const kinds = { number: 0, below: 1, text: 3, list: 4 } as const

/** How many bytes a number has behind its first, by what that says. */
const widths: Readonly<Record<number, number>> = { 24: 1, 25: 2, 26: 4 }

export function packedReader(bytes: Uint8Array, from = 0) {
  const view = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength)
  let at = from
  let kind = 0

  function head(): number {
    const first = view[at] ?? missing()
    kind = first >> 5
    const low = first & 31
    at += 1
    if (low < 24) return low
    const width = widths[low] ?? missing()
    if (at + width > view.length) missing()
    let value = 0
    for (let left = width; left > 0; left--) value = value * 256 + (view[at++] ?? 0)
    return value
  }

  function one(wanted: number): number {
    const value = head()
    return kind === wanted ? value : missing()
  }

  return {
    bytes,
    at: () => at,
    list: () => one(kinds.list),
    number: () => one(kinds.number),
    /** Below zero too. */
    whole(): number {
      const value = head()
      if (kind === kinds.below) return -value - 1
      return kind === kinds.number ? value : missing()
    },
    text(): string {
      const length = one(kinds.text)
      if (at + length > view.length) missing()
      at += length
      return view.toString('utf8', at - length, at)
    },
    /** Passes over a list of numbers. */
    skipNumbers(): void {
      for (let left = one(kinds.list); left > 0; left--) {
        const first = view[at] ?? missing()
        if (first >> 5 > kinds.below) missing()
        const low = first & 31
        at += low < 24 ? 1 : 1 + (widths[low] ?? missing())
      }
      if (at > view.length) missing()
    },
  }
}

function missing(): never {
  throw new NotPacked()
}

export type PackedWriter = ReturnType<typeof packedWriter>

export function packedWriter() {
  let out = Buffer.allocUnsafe(4096)
  let length = 0

  function room(more: number): void {
    if (length + more <= out.length) return
    const wider = Buffer.allocUnsafe(Math.max(out.length * 2, length + more))
    out.copy(wider, 0, 0, length)
    out = wider
  }

  function head(kind: number, value: number): void {
    room(5)
    const [width, low] = value < 24 ? [0, value] : value < 0x100 ? [1, 24] : value < 0x10000 ? [2, 25] : [4, 26]
    out[length] = (kind << 5) | low
    if (width > 0) out.writeUIntBE(value, length + 1, width)
    length += 1 + width
  }

  /** A short text of plain letters; answers whether it is one. */
  function putPlain(text: string): boolean {
    room(text.length + 1)
    for (let at = 0; at < text.length; at++) {
      const code = text.charCodeAt(at)
      if (code > 127) return false
      out[length + 1 + at] = code
    }
    out[length] = (kinds.text << 5) | text.length
    length += 1 + text.length
    return true
  }

  return {
    list: (count: number) => head(kinds.list, count),
    whole: (value: number) => (value < 0 ? head(kinds.below, -value - 1) : head(kinds.number, value)),
    text(text: string): void {
      // A call for each of very many short ones would take longer than all the rest.
      if (text.length < 24 && putPlain(text)) return
      const bytes = Buffer.byteLength(text)
      head(kinds.text, bytes)
      room(bytes)
      length += out.write(text, length)
    },
    /** Bytes that are packed already. */
    packed(bytes: Uint8Array, from = 0, to = bytes.length): void {
      room(to - from)
      out.set(bytes.subarray(from, to), length)
      length += to - from
    },
    length: () => length,
    /** What was written, until something else is. */
    written: (): Uint8Array => out.subarray(0, length),
    clear(): void {
      length = 0
    },
  }
}
