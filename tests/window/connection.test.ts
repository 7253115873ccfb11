import { createORPCClient } from '@orpc/client'
import { afterEach, describe, expect, test } from 'vitest'
import type { Api } from '../../src/renderer/connection/api.ts'
import {
  ConnectionLost,
  type ConnectionState,
  keepConnected,
  pauseBefore,
} from '../../src/renderer/connection/keep-connected.ts'
import { settled } from '../../src/renderer/connection/use-request.ts'
import { rpcAddress, websocketTo } from '../../src/renderer/connection/websocket.ts'
import { type FakeMain, startFakeMain } from './fake-main.ts'

const closers: (() => unknown)[] = []
afterEach(async () => {
  for (const close of closers.splice(0).reverse()) await close()
})

/** A window’s connection to a main process of made-up data, over a real WebSocket. */
async function connected(): Promise<{ main: FakeMain; connection: ReturnType<typeof keepConnected>; api: Api }> {
  const main = await startFakeMain()
  const connection = keepConnected({
    connect: websocketTo(main.socket),
    wait: () => new Promise(r => setTimeout(r, 5)),
  })
  closers.push(() => main.close(), connection.stop)
  const api: Api = createORPCClient(connection.link)
  connection.start()
  return { main, connection, api }
}

function until(connection: ReturnType<typeof keepConnected>, is: (state: ConnectionState) => boolean): Promise<void> {
  return new Promise(resolve => {
    const look = () => {
      if (!is(connection.state.get())) return
      unsubscribe()
      resolve()
    }
    const unsubscribe = connection.state.subscribe(look)
    look()
  })
}

describe('the road to the main process', () => {
  test('what is asked before the road is open waits for it', async () => {
    const { api } = await connected()
    await expect(api.start.hello()).resolves.toMatchObject({ shell: 'loopback' })
  })

  test('a lost road opens again by itself, and carries questions as before', async () => {
    const { main, connection, api } = await connected()
    await api.start.hello()
    main.cut()
    await until(connection, state => state.kind === 'open' && state.times === 2)
    await expect(api.pages.list()).resolves.toHaveLength(100)
  })

  test('while nobody answers, a question fails at once, in words, and nothing is thrown at the person', async () => {
    const { main, connection, api } = await connected()
    await api.start.hello()
    await main.close()
    closers.shift()
    await until(connection, state => state.kind === 'lost')
    await expect(api.start.hello()).rejects.toBeInstanceOf(ConnectionLost)
    const answer = await settled(() => api.start.hello())
    expect(answer).toMatchObject({ kind: 'refused', code: 'stopped' })
  })

  test('a fault inside is told in words, with the detail for the log only', async () => {
    const answer = await settled(async () => {
      throw new Error('EISDIR at line 7')
    })
    expect(answer).toMatchObject({ kind: 'refused', code: 'fault', detail: 'Error: EISDIR at line 7' })
    expect(JSON.stringify({ ...answer, detail: '' })).not.toContain('EISDIR')
  })

  test('the main process is heard without being asked', async () => {
    const { main, api } = await connected()
    const heard = await api.events.listen()
    main.say({ kind: 'notice', sentence: 'Sam changed two pages.', tone: 'good' })
    await expect(heard.next()).resolves.toMatchObject({ value: { sentence: 'Sam changed two pages.' } })
    await heard.return?.()
  })
})

test('tries come soon at first, and never less often than every five seconds', () => {
  expect([0, 1, 2, 3, 4, 9].map(pauseBefore)).toEqual([500, 1000, 2000, 4000, 5000, 5000])
})

test('the address of the road is that of the window', () => {
  expect(rpcAddress({ protocol: 'http:', host: '127.0.0.1:4711' })).toBe('ws://127.0.0.1:4711/rpc')
})
