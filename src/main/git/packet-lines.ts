/** Git's way to say where one thing ends (pkt-line): four hexadecimal digits of length, themselves included, and the thing. */
export function packetLine(text: string): Buffer {
  const bytes = Buffer.from(text)
  return Buffer.concat([Buffer.from((bytes.length + 4).toString(16).padStart(4, '0')), bytes])
}

/** What stands in such lines; ends where they are cut. Signs without content (flush, delimiter) are left out. */
export function linesOf(bytes: Buffer): Buffer[] {
  const lines: Buffer[] = []
  for (let at = 0; at + 4 <= bytes.length; ) {
    const length = Number.parseInt(bytes.toString('latin1', at, at + 4), 16)
    if (Number.isNaN(length) || at + length > bytes.length) break
    if (length > 4) lines.push(bytes.subarray(at + 4, at + length))
    at += Math.max(4, length)
  }
  return lines
}
