import { startGitServer } from '../git-server/git-server.ts'

/** The git server of a bench, started by `git-host.ts` with the folder and the token as its words. */
const [dir = '', token = ''] = process.argv.slice(2)
const server = await startGitServer({ dir, users: { priya: token } })
const folder = server.create('offer')
process.send?.({ url: server.url('offer'), folder })
process.once('disconnect', () => void server.stop())
