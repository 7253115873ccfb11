/** Git's way to say where one thing ends (pkt-line): four hexadecimal digits of length, themselves included, and the thing. */
export function packetLine(text: string): Buffer {
  const bytes = Buffer.from(text)
  return Buffer.concat([Buffer.from((bytes.length + 4).toString(16).padStart(4, '0')), bytes])
}

/** Signs without content: the end of a list, and what stands between a request's frame and its words (protocol 2). */
export const flush = Buffer.from('0000')
export const delimiter = Buffer.from('0001')

/** What stands in such lines; ends where they are cut. Signs without content are left out. */
export function linesOf(bytes: Buffer): Buffer[] {
  const lines: Buffer[] = []
  for (let at = 0; ; ) {
    const length = lengthAt(bytes, at)
    if (length === null || at + length > bytes.length) return lines
    if (length > 4) lines.push(bytes.subarray(at + 4, at + length))
    at += Math.max(4, length)
  }
}

/** The same of an answer that is still coming, each line as soon as it is whole. */
export async function* linesIn(stream: AsyncIterable<Uint8Array>): AsyncGenerator<Buffer> {
  let rest = Buffer.alloc(0)
  for await (const part of stream) {
    rest = rest.length === 0 ? Buffer.from(part) : Buffer.concat([rest, part])
    let at = 0
    for (let length = lengthAt(rest, at); length !== null && at + length <= rest.length; length = lengthAt(rest, at)) {
      if (length > 4) yield rest.subarray(at + 4, at + length)
      at += Math.max(4, length)
    }
    rest = rest.subarray(at)
  }
}

/** Null where nothing more stands, or something that is no length. */
function lengthAt(bytes: Buffer, at: number): number | null {
  const digits = bytes.toString('latin1', at, at + 4)
  return /^[0-9a-f]{4}$/i.test(digits) ? Number.parseInt(digits, 16) : null
}
