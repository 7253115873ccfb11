import type { GitHttpRequest } from 'isomorphic-git'

/**
 * What is sent along with a question. A little is sent as a whole, and everything else as it is made, as git itself does it
 * from the same size on (git-config, `http.postBuffer`): then nobody knows before how long it is, and some proxies like
 * that less.
 */
export interface RequestBody {
  init: { body: Buffer<ArrayBuffer> | ReadableStream<Uint8Array> } & Partial<typeof onceOnly>
  /** What kept it from being made, which is no trouble of the network's. */
  unmade(): { error: unknown } | null
}

/** What may have to be sent a second time, to another address, is kept: all of it. (Fetch, HTTP-network-or-cache fetch, 2.) */
const onceOnly = { duplex: 'half', redirect: 'error', window: null } as const

const mostAtOnce = 1 << 20
/** A version is a few hundred bytes: one piece of the request for each would be mostly frame. */
const leastPiece = 1 << 16

/** `onTaken`: the other side, or the way to it, took some more. */
export async function requestBody(
  parts: NonNullable<GitHttpRequest['body']>,
  onTaken: () => void,
): Promise<RequestBody> {
  let unmade: { error: unknown } | null = null
  const pieces = gathered(parts)
  const first: Buffer<ArrayBuffer>[] = []
  for (let held = 0; held <= mostAtOnce; ) {
    const { done, value } = await pieces.next()
    if (done) return { init: { body: Buffer.concat(first) }, unmade: () => null }
    held += value.length
    first.push(value)
  }

  const body = new ReadableStream<Uint8Array>(
    {
      async pull(controller) {
        try {
          const next = first.shift() ?? (await pieces.next()).value
          onTaken()
          if (next) controller.enqueue(next)
          else controller.close()
        } catch (error) {
          unmade = { error }
          throw error
        }
      },
      async cancel() {
        await pieces.return()
      },
    },
    { highWaterMark: 0 },
  )
  return { init: { body, ...onceOnly }, unmade: () => unmade }
}

async function* gathered(parts: AsyncIterable<Uint8Array>): AsyncGenerator<Buffer<ArrayBuffer>, void> {
  let held: Uint8Array[] = []
  let size = 0
  for await (const part of parts) {
    held.push(part)
    size += part.byteLength
    if (size < leastPiece) continue
    yield Buffer.concat(held)
    held = []
    size = 0
  }
  if (size > 0) yield Buffer.concat(held)
}
