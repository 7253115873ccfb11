import { createHash } from 'node:crypto'

/** Bytes that come in pieces, read in the sizes of what they are. */
export interface ByteSource {
  /** What comes next, at least this much of it; less only where that is all there is. Nothing is taken yet. */
  atLeast(count: number): Promise<Buffer>
  /** Takes so much of what `atLeast` showed. */
  skip(count: number): void
  /** The SHA-1 of everything that was taken. */
  sum(): Buffer
  /** Whether everything that came was shown: what is missing then was cut off, and not spoiled. */
  ended(): boolean
}

export function byteSource(pieces: AsyncIterable<Uint8Array>): ByteSource {
  const iterator = pieces[Symbol.asyncIterator]()
  const hash = createHash('sha1')
  let shown: Buffer = Buffer.alloc(0)
  let ended = false

  return {
    async atLeast(count) {
      if (shown.length >= count || ended) return shown
      const more: Buffer[] = [shown]
      for (let held = shown.length; held < count; ) {
        const { done, value } = await iterator.next()
        ended = done === true
        if (done) break
        more.push(Buffer.from(value.buffer, value.byteOffset, value.byteLength))
        held += value.byteLength
      }
      shown = Buffer.concat(more)
      return shown
    },
    skip(count) {
      hash.update(shown.subarray(0, count))
      shown = shown.subarray(count)
    },
    sum: () => hash.copy().digest(),
    ended: () => ended,
  }
}
