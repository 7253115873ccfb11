import { type Fetch, joinRemote } from '../../src/main/git/index.ts'

/**
 * One join in a process of its own: node joining.ts <address> <folder> <token>. Says how it ended, how many megabytes
 * came, and how many of memory the process ever had.
 */
const [address = '', folder = '', token = ''] = process.argv.slice(2)
let bytes = 0
const counting: Fetch = async (url, init) => {
  const answer = await fetch(url, init)
  const counter = new TransformStream<Uint8Array, Uint8Array>({
    transform(chunk, out) {
      bytes += chunk.byteLength
      out.enqueue(chunk)
    },
  })
  return answer.body === null ? answer : new Response(answer.body.pipeThrough(counter), answer)
}
const by = { name: 'Tom Okafor', email: 'tom@example.org' }
const joined = await joinRemote({ address, folder, token, by, http: counting, pauses: [] })
const ended = joined.kind === 'joined' ? 'joined' : joined.code
process.stdout.write(
  JSON.stringify({ ended, came: bytes / 1_000_000, most: (process.resourceUsage().maxRSS * 1_024) / 1_000_000 }),
)
