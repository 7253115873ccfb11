import { joinRemote } from '../../src/main/git/index.ts'
import { countingFetch } from '../git-server/counting-fetch.ts'

/**
 * One join in a process of its own: node joining.ts <address> <folder> <token>. Says how it ended, how many megabytes
 * came, and how many of memory the process ever had.
 */
const [address = '', folder = '', token = ''] = process.argv.slice(2)
const { http, bytes } = countingFetch()
const by = { name: 'Tom Okafor', email: 'tom@example.org' }
const joined = await joinRemote({ address, folder, token, by, http, pauses: [] })
const ended = joined.kind === 'joined' ? 'joined' : joined.code
process.stdout.write(
  JSON.stringify({ ended, came: bytes() / 1_000_000, most: (process.resourceUsage().maxRSS * 1_024) / 1_000_000 }),
)
