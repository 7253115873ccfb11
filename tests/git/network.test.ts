import { randomBytes } from 'node:crypto'
import { chmodSync, rmSync, writeFileSync } from 'node:fs'
import { setGlobalProxyFromEnv } from 'node:http'
import { join } from 'node:path'
import tls from 'node:tls'
import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import { openHistory, type SyncResult } from '../../src/main/git/index.ts'
import { makeAuthority, makeServerCertificate, makeStrangersCertificate } from '../git-server/certificates.ts'
import { type Between, startIpv6Only, startPortal, startProxy, startTlsFront } from '../git-server/proxies.ts'
import { type Laptop, orThrow, page, tidyUp } from './team.ts'
import { edit, expectAllShared, git, moving, save, twoLaptops } from './two-laptops.ts'

const closing: (() => unknown)[] = []
afterEach(async () => {
  for (const close of closing.splice(0).reverse()) await close()
  await tidyUp()
})

function during<T extends Between>(between: T): T {
  closing.push(() => between.stop())
  return between
}

/** Priya has shared something, Tom has something to share, and then the network is what the test makes of it. */
async function waitingToShare() {
  const story = await twoLaptops()
  await save(story.priya, moving, 'Tell', 'Inform')
  await story.priya.sync()
  await save(story.tom, moving, 'can stay', 'may stay')
  return story
}

const told = new Set<string>()

/** The trouble has this code and a sentence and step of its own; no word of them is git's, and no secret is in it. */
function expectTold(result: SyncResult, code: string, laptop: Laptop): void {
  expect(result).toMatchObject({ code, sentence: expect.stringMatching(/Your work is saved on this laptop\.$/) })
  if (!('sentence' in result) || !('nextStep' in result)) throw new Error('nothing was told')
  expect(result.nextStep).not.toBe('')
  expect(`${result.sentence} ${result.nextStep}`).not.toMatch(
    /\b(commit|push|pull|fetch|branch|merge|repository|remote|hook|invalid|fatal|error|TLS|HTTP|ECONN\w+|\d{3} )\b/i,
  )
  expect(JSON.stringify(result)).not.toContain(laptop.token)
  told.add(`${code}: ${result.sentence}`)
}

/** When the trouble is over, everything of everybody arrives. */
async function expectRecovers({ shared, priya, tom }: Awaited<ReturnType<typeof twoLaptops>>): Promise<void> {
  orThrow(await tom.history.setRemote(shared.url('offer')))
  shared.behave({ kind: 'well' })
  expect(await tom.sync()).toMatchObject({ kind: 'shared' })
  expect(await priya.sync()).toMatchObject({ kind: 'shared' })
  await expectAllShared(shared, priya, tom)
  expect(tom.read(moving)).toContain('Inform the council')
  expect(priya.read(moving)).toContain('may stay')
}

describe('certificates', { timeout: 60_000 }, () => {
  const council = makeAuthority('Council web filter')
  const usual = tls.getCACertificates('default')
  beforeEach(() => {
    tls.setDefaultCACertificates([...usual, council.cert])
    closing.push(() => tls.setDefaultCACertificates(usual))
  })
  const addressOf = (front: Between) => `https://127.0.0.1:${front.port}/offer.git`

  test('a proxy that inspects traffic is let through where the computer knows the council’s certificate', async () => {
    const story = await waitingToShare()
    const front = during(await startTlsFront(story.shared.url('offer'), makeServerCertificate({ by: council })))
    orThrow(await story.tom.history.setRemote(addressOf(front)))
    expect(await story.tom.sync()).toMatchObject({ kind: 'shared', pulled: 1, pushed: 1 })
  })

  test.each([
    ['a proxy whose certificate this computer does not know', 'not-trusted', {}],
    [
      'a certificate of which this computer’s clock says that it has run out',
      'certificate-date',
      { by: council, from: new Date('2020-01-01'), until: new Date('2021-01-01') },
    ],
    [
      'a certificate of which this computer’s clock says that it does not count yet',
      'certificate-date',
      { by: council, from: new Date('2090-01-01'), until: new Date('2091-01-01') },
    ],
  ])('%s', async (_, code, wish) => {
    const story = await waitingToShare()
    const front = during(await startTlsFront(story.shared.url('offer'), makeServerCertificate(wish)))
    orThrow(await story.tom.history.setRemote(addressOf(front)))
    expectTold(await story.tom.sync(), code, story.tom)
    expect(story.shared.log.filter(({ user }) => user === 'tom').every(({ status }) => status === 200)).toBe(true)
    await expectRecovers(story)
  })

  test('what day it is by this computer’s clock is said, so that somebody sees whether the clock is wrong', async () => {
    const { tom, shared } = await twoLaptops()
    const ranOut = { by: council, from: new Date('2020-01-01'), until: new Date('2021-01-01') }
    const front = during(await startTlsFront(shared.url('offer'), makeServerCertificate(ranOut)))
    const wrong = await laptopWith(tom, { now: () => new Date('2031-03-09T12:00:00Z') })
    orThrow(await wrong.setRemote(addressOf(front)))
    const result = await wrong.sync({ auth: { token: tom.token }, by: tom.person })
    expect(result).toMatchObject({ code: 'certificate-date', sentence: expect.stringContaining('9 March 2031') })
  })

  test('another server’s certificate, as a guest wi-fi’s', async () => {
    const story = await waitingToShare()
    const front = during(await startTlsFront(story.shared.url('offer'), makeStrangersCertificate(council)))
    orThrow(await story.tom.history.setRemote(addressOf(front)))
    expectTold(await story.tom.sync(), 'certificate-name', story.tom)
    await expectRecovers(story)
  })

  test('a server that speaks no TLS at all', async () => {
    const story = await waitingToShare()
    orThrow(await story.tom.history.setRemote(story.shared.url('offer').replace('http:', 'https:')))
    expectTold(await story.tom.sync(), 'no-secure-connection', story.tom)
    await expectRecovers(story)
  })

  test('a proxy that asks for a password, one that is away, and one that lets through', async () => {
    const story = await waitingToShare()
    const front = during(await startTlsFront(story.shared.url('offer'), makeServerCertificate({ by: council })))
    orThrow(await story.tom.history.setRemote(addressOf(front)))
    const strict = during(await startProxy({ password: 'council:drum' }))
    const through = (proxy: string) => closing.push(setGlobalProxyFromEnv({ HTTPS_PROXY: proxy }))

    through(`http://127.0.0.1:${strict.port}`)
    expectTold(await story.tom.sync(), 'proxy-sign-in', story.tom)
    expect(strict.asked).toEqual([`127.0.0.1:${front.port}`])
    closing.pop()?.()

    const away = await startProxy({ password: null })
    await away.stop()
    through(`http://127.0.0.1:${away.port}`)
    expectTold(await story.tom.sync(), 'turned-away', story.tom)
    closing.pop()?.()

    through(`http://council:drum@127.0.0.1:${strict.port}`)
    expect(await story.tom.sync()).toMatchObject({ kind: 'shared', pulled: 1, pushed: 1 })
  })
})

describe('the way to the shared copy', { timeout: 60_000 }, () => {
  test('a guest wi-fi that wants to be seen first', async () => {
    const story = await waitingToShare()
    const portal = during(await startPortal())
    orThrow(await story.tom.history.setRemote(`http://127.0.0.1:${portal.port}/offer.git`))
    expectTold(await story.tom.sync(), 'web-page', story.tom)
    await expectRecovers(story)
  })

  test('a server that is there by IPv6 alone', async () => {
    const { shared, tom, priya } = await waitingToShare()
    const six = during(await startIpv6Only(shared.url('offer')))
    orThrow(await tom.history.setRemote(`http://[::1]:${six.port}/offer.git`))
    expect(await tom.sync()).toMatchObject({ kind: 'shared', pulled: 1, pushed: 1 })
    await priya.sync()
    await expectAllShared(shared, priya, tom)
    await six.stop()
    closing.pop()
    expectTold(await tom.sync(), 'turned-away', tom)
  })

  test('a name that nobody knows', async () => {
    const story = await waitingToShare()
    orThrow(await story.tom.history.setRemote('https://git.example.invalid/offer.git'))
    expectTold(await story.tom.sync(), 'name-unknown', story.tom)
    await expectRecovers(story)
  })

  test.each([
    ['info/refs', 60, 'cut'],
    ['git-upload-pack', 200, 'cut'],
  ] as const)('a connection that ends in the middle of %s, after %d bytes', async (of, afterBytes, code) => {
    const story = await waitingToShare()
    story.shared.behave({ kind: 'cut', afterBytes, of })
    expectTold(await story.tom.sync(), code, story.tom)
    await expectRecovers(story)
  })

  test('an answer that is cut short and said to be all of it', async () => {
    const story = await waitingToShare()
    for (const afterBytes of [1, 4, 12, 30, 90, 200, 400]) {
      story.shared.behave({ kind: 'truncated', afterBytes, of: 'git-upload-pack' })
      const result = await story.tom.sync()
      expectTold(result, 'damaged-on-the-way', story.tom)
      expect(git(story.tom.root, 'fsck', '--strict', '--no-dangling')).toBe('')
    }
    await expectRecovers(story)
  })

  test('a list of branches that is cut short never looks like a shared copy that was emptied', async () => {
    const story = await waitingToShare()
    for (const afterBytes of [4, 8, 31, 34, 38, 60, 120]) {
      story.shared.behave({ kind: 'truncated', afterBytes, of: 'info/refs' })
      expectTold(await story.tom.sync(), 'cut', story.tom)
    }
    await expectRecovers(story)
  })

  test('an answer in which something changed on its way', async () => {
    const { shared, priya, tom } = await twoLaptops()
    const codes: string[] = []
    for (const atByte of [640, 720, 800, 860]) {
      shared.behave({ kind: 'well' })
      edit(priya, moving, 'Tell', `Tell (${atByte})`)
      orThrow(await priya.sync())
      shared.behave({ kind: 'spoiled', atByte, of: 'git-upload-pack' })
      const result = await tom.sync()
      // Where it was a byte of what the server says beside its answer, nothing is amiss.
      codes.push('code' in result ? result.code : result.kind)
      expect(git(tom.root, 'fsck', '--strict', '--no-dangling')).toBe('')
    }
    expect([...new Set(codes)].filter(code => code !== 'shared')).toEqual(['damaged-on-the-way'])
    shared.behave({ kind: 'well' })
    orThrow(await tom.sync())
    await expectAllShared(shared, priya, tom)
  })

  test('a slow connection that then is dead', async () => {
    const story = await waitingToShare()
    story.shared.behave({ kind: 'silent', afterBytes: 60, of: 'git-upload-pack' })
    const history = await laptopWith(story.tom, { silence: 4_000 })
    const result = await history.sync({ auth: { token: story.tom.token }, by: story.tom.person })
    expectTold(result, 'went-quiet', story.tom)
    await expectRecovers(story)
  })
})

describe('a shared copy that says no', { timeout: 60_000 }, () => {
  /** The server's own no to a change, with the words of real git hosts. */
  function refuseWith(folder: string, words: string): void {
    const hook = join(folder, 'hooks/pre-receive')
    writeFileSync(hook, `#!/bin/sh\ncat >&2 <<'END'\n${words}\nEND\nexit 1\n`)
    chmodSync(hook, 0o755)
  }

  test.each([
    ['GH006: Protected branch update failed for refs/heads/main.', 'protected'],
    ['GitLab: You are not allowed to push code to protected branches on this project.', 'protected'],
    [
      'GH001: Large files detected. You may want to try Git Large File Storage.\nFile media/film.mp4 is 143.00 MB; this exceeds GitHub’s file size limit of 100.00 MB',
      'too-large',
    ],
    ['GitLab: You are attempting to check in one or more blobs which exceed the 5.0MiB limit:', 'too-large'],
    ['GitLab: Your push has been rejected, because this repository has exceeded its storage limit', 'no-room'],
  ])('%s', async (words, code) => {
    const story = await waitingToShare()
    refuseWith(story.shared.folder('offer'), words)
    const result = await story.tom.sync()
    expectTold(result, code, story.tom)
    if (words.includes('film.mp4'))
      expect(result).toMatchObject({ sentence: expect.stringContaining('media/film.mp4') })
    writeFileSync(join(story.shared.folder('offer'), 'hooks/pre-receive'), '#!/bin/sh\nexit 0\n')
    expect(await story.tom.sync()).toMatchObject({ kind: 'shared', pushed: 1 })
  })

  test('git’s own limit, and a limit of what stands in front of it', async () => {
    const story = await waitingToShare()
    const folder = story.shared.folder('offer')
    git(folder, 'config', 'receive.maxInputSize', '100')
    expectTold(await story.tom.sync(), 'too-large', story.tom)
    git(folder, 'config', '--unset', 'receive.maxInputSize')
    story.shared.behave({ kind: 'small', mostBytes: 300 })
    expectTold(await story.tom.sync(), 'too-large', story.tom)
    story.shared.behave({ kind: 'well' })
    expect(await story.tom.sync()).toMatchObject({ kind: 'shared', pushed: 1 })
  })

  test('a file that is too large, until it is deleted; then everything else goes out, with every version', async () => {
    const { shared, priya, tom } = await waitingToShare()
    shared.behave({ kind: 'small', mostBytes: 50_000 })
    tom.write('media/film.mp4', randomBytes(60_000).toString('latin1'))
    await tom.save('Tom added a film')
    await save(tom, moving, 'on the day', 'on the same day')
    expectTold(await tom.sync(), 'too-large', tom)
    expectTold(await tom.sync(), 'too-large', tom)

    rmSync(join(tom.root, 'media/film.mp4'))
    tom.write('media/film-small.mp4', 'smaller')
    await tom.save('Tom put a smaller film there')
    expect(await tom.sync()).toMatchObject({ kind: 'shared', pushed: 4 })
    await priya.sync()
    await expectAllShared(shared, priya, tom)
    expect(priya.read('media/film-small.mp4')).toBe('smaller')
    expect(git(shared.folder('offer'), 'log', '-4', '--format=%s', 'main').split('\n')).toEqual([
      'Tom put a smaller film there',
      'Tom Okafor changed a page',
      'Tom added a film',
      'Tom Okafor changed a page',
    ])
    // The film itself is still on this laptop.
    expect(git(tom.root, 'log', '--all', '--format=%h', '--', 'media/film.mp4')).not.toBe('')
    expect(git(shared.folder('offer'), 'log', '--all', '--format=%h', '--', 'media/film.mp4')).toBe('')
  })

  test('to whoever may only read', async () => {
    const story = await waitingToShare()
    story.shared.behave({ kind: 'read-only' })
    const result = await story.tom.sync()
    expectTold(result, 'no-permission', story.tom)
    expect(result).toMatchObject({ sentence: expect.stringContaining('You may read the shared copy') })
    // What colleagues wrote has come in all the same.
    expect(story.tom.read(moving)).toContain('Inform the council')
    await expectRecovers({ ...story })
  })
})

describe('a wrong clock', { timeout: 60_000 }, () => {
  test('what time the server says it is comes with every answer', async () => {
    const { shared, tom } = await twoLaptops()
    shared.behave({ kind: 'clock', aheadMs: 3 * 24 * 3_600_000 })
    const times: Date[] = []
    await tom.history.sync({ auth: { token: tom.token }, by: tom.person, onServerTime: at => times.push(at) })
    expect(times[0]?.getTime()).toBeGreaterThan(Date.now() + 2 * 24 * 3_600_000)
  })

  test('versions from next year or from long ago come in like any others, in the order in which they were shared', async () => {
    const { shared, priya, tom } = await twoLaptops()
    for (const [year, word] of [
      [2093, 'one'],
      [1999, 'two'],
    ] as const) {
      const wrong = await laptopWith(tom, { now: () => new Date(`${year}-06-01T12:00:00Z`) })
      edit(tom, moving, 'Your child', `Your child (${word})`)
      tom.write(`pages/health/${word}.md`, page(60 + year - 1990, word))
      orThrow(await wrong.sync({ auth: { token: tom.token }, by: tom.person }))
      await save(priya, moving, 'Tell', `Tell (${word})`)
      orThrow(await priya.sync())
      orThrow(await tom.sync())
    }
    orThrow(await priya.sync())
    await expectAllShared(shared, priya, tom)
    expect(priya.read(moving)).toContain('Your child (two) (one)')
    expect(priya.read(moving)).toContain('Tell (two) (one) the')
  })
})

test('every trouble has a sentence of its own', () => {
  const codes = [...told].map(line => line.slice(0, line.indexOf(':')))
  const sentences = [...told].map(line => line.slice(line.indexOf(': ') + 2))
  expect(new Set(codes).size).toBeGreaterThanOrEqual(14)
  expect(new Set(sentences).size).toBe(sentences.length)
})

async function laptopWith({ root, cache, choices }: Laptop, more: { now?: () => Date; silence?: number }) {
  return orThrow(await openHistory(root, { cache, choices, now: () => new Date(), http: fetch, ...more }))
}
