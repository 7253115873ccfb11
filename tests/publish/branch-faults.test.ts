import { execFileSync } from 'node:child_process'
import { rmSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { afterAll, afterEach, beforeAll, describe, expect, test } from 'vitest'
import { blobOid, type History, openHistory } from '../../src/main/git/index.ts'
import { manifestName, manifestText } from '../../src/main/publish/manifest.ts'
import { branchTarget } from '../../src/main/publish/targets/branch.ts'
import { type Laptop, orThrow, team, temporaryFolder, tidyUp } from '../git/team.ts'
import type { Behaviour, GitServer } from '../git-server/git-server.ts'
import { type Manner, type RoughLine, startRoughLine } from '../git-server/rough-line.ts'
import { builtIn } from './folders.ts'

/**
 * A site in a branch of the shared copy, over a line on which something goes wrong at each of its requests: the branch holds
 * one whole site or the other, nothing counts as sent that is not there, and the next try finishes it.
 */

type Built = Awaited<ReturnType<typeof builtIn>>

let server: GitServer
let line: RoughLine
let priya: Laptop
/** Gives up a line on which nothing moves after a tenth of a second. */
let impatient: History
let there: Built
let made = 0

beforeAll(async () => {
  const started = await team({}, 'priya')
  server = started.server
  const [laptop] = started.laptops
  if (laptop === undefined) throw new Error('nobody')
  priya = laptop
  line = await startRoughLine(new URL(server.url('offer')).origin)
  orThrow(await priya.history.setRemote(`${line.origin}/offer.git`))
  const { root, cache, choices } = priya
  impatient = orThrow(
    await openHistory(root, { cache, choices, now: () => new Date(), http: fetch, random: () => 0.1, silence: 100 }),
  )
  there = await nextSite()
  expect(await deliver(there)).toMatchObject({ kind: 'delivered' })
})
afterEach(() => well())
afterAll(async () => {
  await line.stop()
  await tidyUp()
})

function well(): void {
  server.behave({ kind: 'well' })
  line.behave(() => ({ kind: 'well' }))
}

async function nextSite(): Promise<Built> {
  made += 1
  return await builtIn(temporaryFolder(), `publish-${made}`, {
    'index.html': `home ${made}`,
    'a/index.html': 'a page',
    '404.html': 'no',
  })
}

const deliver = (built: Built, history = priya.history) =>
  branchTarget.deliver(
    { kind: 'branch', branch: 'site' },
    { ...built, history, network: { auth: { token: priya.token } }, by: priya.person, wayIn: async () => null },
  )

/** What the server's own git says the branch holds: a path and the name of its content a line. */
function onServer(): string {
  const words = ['-C', server.folder('offer'), 'ls-tree', '-r', '--format=%(path) %(objectname)', 'site']
  return execFileSync('git', words, { encoding: 'utf8' })
}

function listed({ files, manifest }: Built): string {
  const all = { ...files, [manifestName]: manifestText(manifest) }
  const lines = Object.entries(all).map(([path, text]) => `${path} ${blobOid(Buffer.from(text))}\n`)
  return lines.toSorted().join('')
}

/** Sends the next site with something wrong at the request of this number, looks, and sends it again without. */
async function withFaultAt(step: number, fault: () => Manner, history = priya.history) {
  const before = listed(there)
  const built = await nextSite()
  let asked = 0
  line.behave(() => {
    asked += 1
    server.behave({ kind: 'well' })
    return asked === step ? fault() : { kind: 'well' }
  })
  const outcome = await deliver(built, history)
  const held = onServer()
  expect([before, listed(built)]).toContain(held)
  if (outcome.kind === 'delivered') expect(held).toBe(listed(built))
  if (outcome.kind === 'refused') expect(outcome.nextStep).toMatch(/\.$/)
  well()
  expect(await deliver(built)).toMatchObject({ kind: 'delivered' })
  expect(onServer()).toBe(listed(built))
  there = built
  return { outcome, asked, changed: held !== before }
}

const says = (behaviour: Behaviour) => (): Manner => {
  server.behave(behaviour)
  return { kind: 'well' }
}

/** Twice it is asked what stands there, and then it is sent. */
const last = 3
const faults: readonly [what: string, fault: () => Manner, steps: readonly number[]][] = [
  ['is cut', () => ({ kind: 'off' }), [1, 2, last]],
  ['comes short, and is said to be all', () => ({ kind: 'shortened', afterBytes: 20 }), [1, 2, last]],
  ['is answered, and the answer is lost', () => ({ kind: 'lost' }), [last]],
  ['comes twice', () => ({ kind: 'twice' }), [last]],
  ['is answered by a page to sign in', says({ kind: 'html' }), [1, 2, last]],
  ['is turned down', says({ kind: 'forbidden' }), [1, last]],
  ['is too much for the server now', says({ kind: 'busy' }), [2, last]],
]

test.each(faults.flatMap(([what, fault, steps]) => steps.map(step => [what, step, fault] as const)))(
  'a request that %s, at step %i',
  async (_, step, fault) => {
    const { outcome, asked } = await withFaultAt(step, fault)
    expect(asked).toBeGreaterThanOrEqual(step)
    expect(['delivered', 'waiting', 'refused']).toContain(outcome.kind)
  },
)

test('a line on which nothing moves any more is given up', async () => {
  const { outcome, changed } = await withFaultAt(1, () => ({ kind: 'stalls', afterBytes: 10 }), impatient)
  expect(outcome.kind).toBe('waiting')
  expect(changed).toBe(false)
})

describe('a server that does not take it', () => {
  test.each([
    ['fatal: unable to write file: No space left on device', 'no-room', 'publish again'],
    ['GH006: Protected branch update failed for refs/heads/site.', 'protected', '“site”'],
  ])('%s', async (words, code, next) => {
    const hook = join(server.folder('offer'), 'hooks/pre-receive')
    writeFileSync(hook, `#!/bin/sh\necho '${words}' >&2\nexit 1\n`, { mode: 0o755 })
    const built = await nextSite()
    const outcome = await deliver(built)
    expect(outcome).toMatchObject({ kind: 'refused', code, nextStep: expect.stringContaining(next) })
    expect(onServer()).toBe(listed(there))
    rmSync(hook)
    expect(await deliver(built)).toMatchObject({ kind: 'delivered' })
    expect(onServer()).toBe(listed(built))
    there = built
  })
})
