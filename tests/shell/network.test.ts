import { once } from 'node:events'
import { createServer } from 'node:http'
import type { AddressInfo } from 'node:net'
import tls from 'node:tls'
import { expect, onTestFinished, test, vi } from 'vitest'
import { fetchOnSystemNetwork } from '../../src/main/shell/loopback/network.ts'

test('a command that asks nobody reads no certificate; the first that does goes the way of the system', async () => {
  const asked: string[] = []
  const proxy = createServer((request, response) => {
    asked.push(request.url ?? '')
    response.end('from the proxy')
  }).listen(0, '127.0.0.1')
  // A proxy is asked to connect first, whatever it is that lies behind it.
  proxy.on('connect', (request, socket, head) => {
    asked.push(request.url ?? '')
    socket.write('HTTP/1.1 200 OK\r\n\r\n')
    proxy.emit('connection', socket)
    if (head.length > 0) socket.unshift(head)
  })
  onTestFinished(() => {
    vi.unstubAllEnvs()
    vi.restoreAllMocks()
    proxy.close()
  })
  await once(proxy, 'listening')
  vi.stubEnv('HTTP_PROXY', `http://127.0.0.1:${(proxy.address() as AddressInfo).port}`)
  const read = vi.spyOn(tls, 'getCACertificates')

  const fetch = fetchOnSystemNetwork(process.env)
  expect(read).not.toHaveBeenCalled()
  expect(await (await fetch('http://families.example/')).text()).toBe('from the proxy')
  const first = read.mock.calls.length
  expect(first).toBeGreaterThan(0)
  await (await fetch('http://families.example/again')).text()
  expect(read).toHaveBeenCalledTimes(first)
  expect(asked.some(url => url.includes('families.example'))).toBe(true)
})
