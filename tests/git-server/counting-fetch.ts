import type { Fetch } from '../../src/main/git/index.ts'

/** A way to the network that counts the bytes of everything that comes. */
export function countingFetch(): { http: Fetch; bytes: () => number } {
  let bytes = 0
  const http: Fetch = async (url, init) => {
    const answer = await fetch(url, init)
    const counter = new TransformStream<Uint8Array, Uint8Array>({
      transform(chunk, out) {
        bytes += chunk.byteLength
        out.enqueue(chunk)
      },
    })
    return answer.body === null ? answer : new Response(answer.body.pipeThrough(counter), answer)
  }
  return { http, bytes: () => bytes }
}
