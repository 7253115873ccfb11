import { execFile } from 'node:child_process'
import dns, { type LookupAddress, type LookupOptions } from 'node:dns'
import { mkdirSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { afterEach, describe, expect, test, vi } from 'vitest'
import { makeAuthority, makeServerCertificate } from '../git-server/certificates.ts'
import { startIpv6Only, startTlsFront } from '../git-server/proxies.ts'
import { type Laptop, orThrow, temporaryFolder, tidyUp } from './team.ts'
import { expectAllShared, moving, save, twoLaptops } from './two-laptops.ts'

/** What the computer knows of its network, and Signpost goes by: what a name means, and whom it trusts. */

const closing: (() => unknown)[] = []
afterEach(async () => {
  vi.restoreAllMocks()
  for (const close of closing.splice(0).reverse()) await close()
  await tidyUp()
})

/** Priya has shared something, and Tom has something to share. */
async function waitingToShare() {
  const story = await twoLaptops()
  await save(story.priya, moving, 'Tell', 'Inform')
  await story.priya.sync()
  await save(story.tom, moving, 'can stay', 'may stay')
  return story
}

describe('a server that is there by IPv6 alone, and known by its name', () => {
  type Answer = (error: null, address: string | LookupAddress[], family?: number) => void

  /** What this computer is answered by whoever knows names. */
  function nameMeans(...addresses: LookupAddress[]): string[] {
    const asked: string[] = []
    const lookup = (name: string, { all }: LookupOptions, answer: Answer) => {
      asked.push(name)
      if (all) answer(null, addresses)
      else answer(null, addresses[0]?.address ?? '', addresses[0]?.family)
    }
    vi.spyOn(dns, 'lookup').mockImplementation(lookup as never)
    return asked
  }
  const six = { address: '::1', family: 6 }
  const four = { address: '127.0.0.1', family: 4 }

  test.each([
    ['whose name has no other address', [six]],
    ['whose name has an older address too, where nobody answers', [four, six]],
  ])('%s', async (_, addresses) => {
    const { shared, priya, tom } = await waitingToShare()
    const front = await startIpv6Only(shared.url('offer'))
    closing.push(() => front.stop())
    orThrow(await tom.history.setRemote(`http://localhost:${front.port}/offer.git`))
    const asked = nameMeans(...addresses)
    expect(await tom.sync()).toMatchObject({ kind: 'shared', pulled: 1, pushed: 1 })
    expect(asked).toContain('localhost')
    await priya.sync()
    await expectAllShared(shared, priya, tom)
  })
})

describe('a council’s proxy that looks into traffic, with a certificate of its own', { timeout: 60_000 }, () => {
  const council = makeAuthority('Council web filter')
  const cli = new URL('../../src/main/cli.ts', import.meta.url).pathname

  /** Signpost as its own program, on a computer whose certificates stand where these variables say. */
  function share({ root, token, person }: Laptop, certificates: Record<string, string>): Promise<string> {
    const env = {
      ...process.env,
      SIGNPOST_DATA: temporaryFolder(),
      SIGNPOST_NAME: person.name,
      SIGNPOST_EMAIL: person.email,
      SIGNPOST_TOKEN: token,
      ...certificates,
    }
    return new Promise(resolve => {
      execFile(process.execPath, [cli, 'sync', root], { env }, (_, out, told) => resolve(out + told))
    })
  }

  /** The folder in which the computer's own certificates stand, with the council's among them. */
  function installed(): string {
    const folder = join(temporaryFolder(), 'certificates')
    mkdirSync(folder)
    writeFileSync(join(folder, 'council.pem'), council.cert)
    return folder
  }

  test.each([
    ['in one file', (folder: string) => ({ SSL_CERT_FILE: join(folder, 'council.pem') })],
    ['in a folder', (folder: string) => ({ SSL_CERT_DIR: folder })],
  ])('is let through once the computer has it, %s, and not before', async (_, where) => {
    const { shared, priya, tom } = await waitingToShare()
    const front = await startTlsFront(shared.url('offer'), makeServerCertificate({ by: council }))
    closing.push(() => front.stop())
    orThrow(await tom.history.setRemote(`https://127.0.0.1:${front.port}/offer.git`))
    expect(await share(tom, {})).toContain('certificate')
    expect(await share(tom, where(installed()))).toContain('Fetched 1 change from colleagues and shared 1 change.')
    await priya.sync()
    expect(priya.read(moving)).toContain('may stay')
  })
})
