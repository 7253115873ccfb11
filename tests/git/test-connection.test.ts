import { setGlobalProxyFromEnv } from 'node:http'
import { afterEach, describe, expect, test } from 'vitest'
import { type ConnectionTest, testConnection } from '../../src/main/git/index.ts'
import { connectionSteps, type StepFound } from '../../src/shared/contract/index.ts'
import { makeAuthority, makeServerCertificate } from '../git-server/certificates.ts'
import { startPortal, startProxy, startTlsFront } from '../git-server/proxies.ts'
import { server, tidyUp, tokenOf } from './team.ts'
import { git, twoLaptops } from './two-laptops.ts'

const closing: (() => unknown)[] = []
afterEach(async () => {
  for (const close of closing.splice(0).reverse()) await close()
  await tidyUp()
})

type Wish = Partial<ConnectionTest> & { address: string }

/** What was found in the end, step by step. */
async function walk(wish: Wish): Promise<StepFound[]> {
  const steps = new Map<string, StepFound>()
  for await (const step of testConnection({
    auth: { token: tokenOf('tom') },
    http: fetch,
    now: () => new Date(),
    knows: null,
    clock: () => null,
    ...wish,
  })) {
    steps.set(step.step, step)
  }
  return [...steps.values()]
}

/** `good good bad` in the order of the steps; what was not come to is left out. */
const resultsOf = (found: StepFound[]) => Object.fromEntries(found.map(({ step, result }) => [step, result]))

function expectFails(found: StepFound[], step: string): StepFound {
  const bad = found.filter(({ result }) => result === 'bad')
  expect(bad.map(one => one.step)).toEqual([step])
  expect(found.some(({ result }) => result === 'going')).toBe(false)
  const [first] = bad
  if (!first) throw new Error('nothing failed')
  expect(first.nextStep).toBeTruthy()
  expect(JSON.stringify(found)).not.toContain(tokenOf('tom'))
  return first
}

describe('testing a connection', { timeout: 60_000 }, () => {
  test('walks every step in order, and writes nothing', async () => {
    const { shared, tom } = await twoLaptops()
    const before = git(shared.folder('offer'), 'for-each-ref')
    const asked = shared.log.length
    const found = await walk({ address: shared.url('offer'), knows: version => tom.history.knows(version) })
    expect(found.map(({ step }) => step)).toEqual(connectionSteps)
    expect(found.every(({ result }) => result === 'good')).toBe(true)
    expect(shared.log.slice(asked).map(({ method }) => method)).toEqual(['GET', 'GET'])
    expect(git(shared.folder('offer'), 'for-each-ref')).toBe(before)
  })

  test('names the step that fails', async () => {
    const { shared, tom } = await twoLaptops()
    const address = shared.url('offer')
    const knows: ConnectionTest['knows'] = version => tom.history.knows(version)
    expectFails(await walk({ address: 'git@example.org:offer.git' }), 'address')
    expectFails(await walk({ address: 'https://git.example.invalid/offer' }), 'name')
    expectFails(await walk({ address, auth: { token: 'guess' } }), 'signed-in')
    expectFails(await walk({ address, auth: null }), 'signed-in')
    expectFails(await walk({ address: shared.url('nowhere') }), 'read')
    shared.behave({ kind: 'forbidden' })
    expectFails(await walk({ address }), 'read')
    shared.behave({ kind: 'down' })
    expectFails(await walk({ address }), 'reached')
    shared.behave({ kind: 'busy' })
    expectFails(await walk({ address }), 'read')

    shared.behave({ kind: 'read-only' })
    const readOnly = await walk({ address, knows })
    expect(expectFails(readOnly, 'write').sentence).toContain('not change it')
    expect(readOnly.at(-1)).toMatchObject({ step: 'clock', result: 'good' })

    shared.behave({ kind: 'clock', aheadMs: 3_600_000 })
    const clock = (served: Date) =>
      served.getTime() > Date.now() + 60_000 ? { sentence: 'It is late.', nextStep: 'Set it.' } : null
    expectFails(await walk({ address, knows, clock }), 'clock')
  })

  test('does not claim to know what did not show', async () => {
    const portal = await startPortal()
    closing.push(() => portal.stop())
    const found = await walk({ address: `http://127.0.0.1:${portal.port}/offer.git` })
    expect(expectFails(found, 'read').nextStep).toContain('sign in to the wi-fi')
    expect(resultsOf(found)['signed-in']).toBe('unknown')
  })

  test('looks at what is there', async () => {
    const { shared, priya } = await twoLaptops()
    const address = shared.url('offer')
    expect((await walk({ address })).find(({ step }) => step === 'offer')).toMatchObject({ result: 'unknown' })
    expectFails(await walk({ address, knows: async () => 'other' }), 'offer')
    expect(resultsOf(await walk({ address, knows: async () => 'newer' }))).toMatchObject({ offer: 'unknown' })

    const empty = await server('tom')
    empty.create('offer')
    expectFails(await walk({ address: empty.url('offer') }), 'offer')
    const first = await walk({ address: empty.url('offer'), knows: version => priya.history.knows(version) })
    expect(resultsOf(first)).toMatchObject({ offer: 'good', write: 'good' })
  })

  test('tells a proxy that inspects traffic from one that asks for a password', async () => {
    const { shared } = await twoLaptops()
    const front = await startTlsFront(shared.url('offer'), makeServerCertificate({ by: makeAuthority('Council') }))
    closing.push(() => front.stop())
    const address = `https://127.0.0.1:${front.port}/offer.git`
    expectFails(await walk({ address }), 'secure')
    const proxy = await startProxy({ password: 'council:drum' })
    closing.push(() => proxy.stop())
    closing.push(setGlobalProxyFromEnv({ HTTPS_PROXY: `http://127.0.0.1:${proxy.port}` }))
    expect(expectFails(await walk({ address }), 'reached').sentence).toContain('asks for a password')
  })

  test('can be stopped', async () => {
    const { shared } = await twoLaptops()
    shared.behave({ kind: 'slow', ms: 5_000 })
    const stop = new AbortController()
    const seen: string[] = []
    for await (const { step, result } of testConnection({
      address: shared.url('offer'),
      auth: null,
      http: fetch,
      now: () => new Date(),
      knows: null,
      clock: () => null,
      signal: stop.signal,
    })) {
      seen.push(`${step} ${result}`)
      if (step === 'name') stop.abort()
    }
    expect(seen).toEqual(['address going', 'address good', 'name going'])
  })
})
