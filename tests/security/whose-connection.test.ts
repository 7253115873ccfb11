import { execFile } from 'node:child_process'
import { createConnection, createServer, type Socket } from 'node:net'
import { promisify } from 'node:util'
import { describe, expect, onTestFinished, test } from 'vitest'
import { saysWhose, whoseIn, whoseIs } from '../../src/main/shell/loopback/whose-connection.ts'
import { ask, startLoopback } from './loopback-story.ts'

const here = { address: '127.0.0.1', port: 0x1f90 }
const there = { address: '127.0.0.1', port: 0xc350 }
const first = '  sl  local_address rem_address   st tx_queue rx_queue tr tm->when retrnsmt   uid  timeout inode'

/** Lines of the system's list, as proc_pid_net(5) shows them. */
function list(...lines: [from: string, to: string, state: string, user: number][]): string {
  const shown = lines.map(
    ([from, to, state, user], at) =>
      `   ${at}: ${from} ${to} ${state} 00000000:00000000 00:00000000 00000000 ${String(user).padStart(5)}        0 26119`,
  )
  return [first, ...shown, ''].join('\n')
}

const [ours, theirs] = ['0100007F:1F90', '0100007F:C350']
const mapped = (end: string) => `0000000000000000FFFF0000${end}`

describe('a connection belongs', () => {
  const end: Parameters<typeof list>[0] = [ours, theirs, '01', 1000]

  test.each<[string, string, ReturnType<typeof whoseIn>]>([
    ['to whoever started Signpost', list([theirs, ours, '01', 1000], end), 'ours'],
    ['to them also by IPv6’s spelling', list(end, [mapped(theirs), mapped(ours), '01', 1000]), 'ours'],
    ['to root, who may do everything', list(end, [theirs, ours, '01', 0]), 'ours'],
    ['to another user', list(end, [theirs, ours, '01', 1001]), 'a-strangers'],
    ['to nobody, once it is closed', list(end, [theirs, ours, '06', 0]), 'a-strangers'],
    ['to nobody, where the other end is not listed', list(end), 'a-strangers'],
    [
      'to another user, whatever a neighbour with the same port is',
      list(end, ['0200007F:C350', ours, '01', 1000], [theirs, ours, '01', 1001]),
      'a-strangers',
    ],
    ['to who knows whom, where the list is empty', list(), 'unknown'],
    [
      'to who knows whom, where the list leaves this connection out',
      list([theirs, '0100007F:0050', '01', 1]),
      'unknown',
    ],
  ])('%s', (_, table, whose) => {
    expect(whoseIn(table, here, there, 1000)).toBe(whose)
  })
})

/** The server's end of a connection from this very program. */
async function ownConnection(): Promise<Socket> {
  const server = createServer()
  await new Promise<void>(resolve => server.listen(0, '127.0.0.1', resolve))
  const address = server.address()
  if (address === null || typeof address === 'string') throw new Error('nothing listens')
  const arrived = new Promise<Socket>(resolve => server.once('connection', resolve))
  const client = createConnection(address.port, '127.0.0.1')
  onTestFinished(() => {
    client.destroy()
    server.close()
  })
  return arrived
}

test('on Linux the system says whose a connection is, and elsewhere nobody is kept out for that', async () => {
  expect(saysWhose()).toBe(process.platform === 'linux')
  expect(whoseIs(await ownConnection())).toBe(process.platform === 'linux' ? 'ours' : 'unknown')
})

test('a connection that has ended belongs to nobody', async () => {
  const socket = await ownConnection()
  socket.destroy()
  expect(whoseIs(socket)).toBe(process.platform === 'linux' ? 'a-strangers' : 'unknown')
})

/** Only who may become somebody else can show it: as root, as in a container. */
describe.runIf(process.platform === 'linux' && process.getuid?.() === 0)('another user of this computer', () => {
  /** Becomes nobody in particular, and asks. */
  const asNobody = `
    process.setgid(65534)
    process.setuid(65534)
    const answer = await fetch(process.argv[1], { redirect: 'manual' })
    console.log(answer.status, answer.headers.get('set-cookie'), await answer.text())`

  async function askedByNobody(address: string): Promise<string> {
    const { stdout } = await promisify(execFile)(process.execPath, ['--input-type=module', '-e', asNobody, address])
    return stdout.trim()
  }
  const turnedAway = '403 null Signpost answers only the person who started it.'

  test('who reads the address in an argument list is not let in, and does not use it up', async () => {
    const server = await startLoopback()
    const address = server.newAddress()
    expect(await askedByNobody(address)).toBe(turnedAway)
    const { pathname, search } = new URL(address)
    expect((await ask(server.port, pathname + search)).status).toBe(303)
  })
})
