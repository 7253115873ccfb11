import { join } from 'node:path'
import { choicesIn, openHistory } from '../../src/main/git/index.ts'
import { isRefusal } from '../../src/shared/outcome.ts'

/**
 * One share in a process of its own: node sharing.ts <folder> <cache> <address> <token>. Says how it ended, and how many
 * megabytes of memory the process ever had.
 */
const [folder = '', cache = '', address = '', token = ''] = process.argv.slice(2)
const by = { name: 'Tom Okafor', email: 'tom@example.org' }
const choices = choicesIn(join(cache, 'choices'))
const history = await openHistory(folder, { cache, choices, now: () => new Date(), http: fetch })
if (isRefusal(history)) throw new Error(history.sentence)
const linked = await history.setRemote(address)
if (isRefusal(linked)) throw new Error(linked.sentence)
const { kind } = await history.sync({ auth: { token }, by })
process.stdout.write(JSON.stringify({ ended: kind, most: (process.resourceUsage().maxRSS * 1_024) / 1_000_000 }))
