/**
 * The points of a PNG, packed (RFC 1950 and 1951). Each row says how it differs from the one above (PNG, filter 2), which is
 * nothing for most rows of a picture of words; so only runs of the same byte are looked for. Node's own zlib packs otherwise on another kind of
 * processor, where the same page has to give the same bytes everywhere, and a general packer looks at every blank point: that takes
 * ten times as long.
 */
export function packedRows(points: Uint8Array, width: number, bits: 4 | 8): Uint8Array {
  const all = Buffer.from(points.buffer, points.byteOffset, points.byteLength)
  const length = (width * bits) / 8
  const height = points.length / width
  const pack = packer(length * height)
  let above: Buffer = Buffer.alloc(width)
  for (let row = 0; row < height; row++) {
    const own = all.subarray(row * width, (row + 1) * width)
    pack.run(2, 1)
    if (own.equals(above)) pack.run(0, length)
    else differing(own, above, bits, pack.run)
    above = own
  }
  return pack.finish()
}

function differing(own: Uint8Array, above: Uint8Array, bits: 4 | 8, run: (byte: number, times: number) => void): void {
  let last = -1
  let times = 0
  for (let at = 0; at < own.length; at += 8 / bits) {
    const byte = (byteAt(own, at, bits) - byteAt(above, at, bits)) & 255
    if (byte === last) times++
    else {
      if (times > 0) run(last, times)
      last = byte
      times = 1
    }
  }
  run(last, times)
}

function byteAt(row: Uint8Array, at: number, bits: 4 | 8): number {
  return bits === 8 ? (row[at] ?? 0) : ((row[at] ?? 0) << 4) | (row[at + 1] ?? 0)
}

const longestMatch = 258
/** The most bytes whose sums stay small enough to be taken down to size afterwards. */
const adlerBase = 65_521

/** One block with the codes that every reader knows (RFC 1951, 3.2.6). No byte takes more than nine bits. */
function packer(most: number) {
  const out = new Uint8Array(most * 2 + 64)
  out.set([0x78, 0x01])
  let at = 2
  let held = 0
  let holds = 0
  let [low, high] = [1, 0]

  /** The lowest bit goes first. */
  function put(value: number, bits: number): void {
    held |= value << holds
    holds += bits
    while (holds >= 8) {
      out[at++] = held & 255
      held >>>= 8
      holds -= 8
    }
  }

  function literal(byte: number): void {
    if (byte < 144) put(reversed(0x30 + byte, 8), 8)
    else put(reversed(0x190 + byte - 144, 9), 9)
  }

  /** The byte before, so many times again. */
  function again(times: number): void {
    const { code, extra, from } = lengthCode(times)
    if (code < 280) put(reversed(code - 256, 7), 7)
    else put(reversed(0xc0 + code - 280, 8), 8)
    if (extra > 0) put(times - from, extra)
    put(0, 5)
  }

  put(0b011, 3)
  return {
    run(byte: number, times: number): void {
      literal(byte)
      let left = times - 1
      while (left >= 3) {
        const length = left > longestMatch && left < longestMatch + 3 ? left - 3 : Math.min(left, longestMatch)
        again(length)
        left -= length
      }
      while (left-- > 0) literal(byte)
      // Adler-32 of so many of the same byte at once.
      high = (high + times * low + (byte * times * (times + 1)) / 2) % adlerBase
      low = (low + byte * times) % adlerBase
    },
    finish(): Uint8Array {
      put(0, 7)
      if (holds > 0) put(0, 8 - holds)
      const sum = Buffer.alloc(4)
      sum.writeUInt32BE(((high << 16) | low) >>> 0)
      return Buffer.concat([out.subarray(0, at), sum])
    },
  }
}

/** RFC 1951, 3.2.5. */
function lengthCode(length: number): { code: number; extra: number; from: number } {
  return lengthCodes[length] ?? { code: 257, extra: 0, from: 3 }
}

const lengthCodes = Array.from({ length: longestMatch + 1 }, (_, length) => {
  if (length < 11) return { code: 254 + length, extra: 0, from: length }
  if (length === longestMatch) return { code: 285, extra: 0, from: length }
  const extra = Math.floor(Math.log2(length - 3)) - 2
  const step = (length - 3) >> extra
  return { code: 257 + 4 * extra + step, extra, from: (step << extra) + 3 }
})

function reversed(value: number, bits: number): number {
  let turned = 0
  for (let bit = 0; bit < bits; bit++) turned |= ((value >> bit) & 1) << (bits - 1 - bit)
  return turned
}
