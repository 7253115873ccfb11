import { execFileSync } from 'node:child_process'
import { readFileSync } from 'node:fs'
import { mkdir, mkdtemp, readFile, rm } from 'node:fs/promises'
import { createServer } from 'node:net'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import ssh2 from 'ssh2'
import { afterAll, beforeAll, beforeEach, describe, expect, onTestFinished, test } from 'vitest'
import { sftpTarget } from '../../src/main/publish/targets/sftp.ts'
import { canRead, keyShownBy, signIn } from '../../src/main/publish/targets/sftp-connection.ts'
import type { SftpTarget } from '../../src/main/publish/targets/sftp-words.ts'
import type { SignedIn } from '../../src/main/publish/targets/target.ts'
import type { WayIn } from '../../src/main/publish/targets/way-in.ts'
import { builtIn, builtSite, contentsOf, putFiles, someFolder } from './folders.ts'
import { served } from './target-places.ts'
import { webHost } from './web-host.ts'
import { badLine, type SshHost, sshHost } from './web-host-by-ssh.ts'

/** What a web host, and the way to it, can do to a publish: against OpenSSH's own server. */

const before = { 'index.html': '<a href="a/index.html">a</a>', 'a/index.html': 'a', 'assets/site.css': 'style' }
const after = {
  'index.html': '<a href="b/index.html">b</a>',
  'b/index.html': '<a href="media/b.jpg">b</a>',
  'media/b.jpg': 'b'.repeat(30_000),
  'assets/site.css': 'style',
}

let host: SshHost
let folder: string
beforeAll(async () => {
  host = await sshHost()
})
afterAll(() => host.stop())
beforeEach(async () => {
  folder = await someFolder()
})

const deliver = (
  built: Omit<SignedIn, 'wayIn'>,
  target: SftpTarget = host.target(folder),
  wayIn: WayIn | null = host.wayIn,
) => sftpTarget.deliver(target, { ...built, wayIn: async () => wayIn })
const site = async () => served(await contentsOf(folder))

/** Every page that is there leads only to what is there. */
async function deadLinks(): Promise<string[]> {
  const files = await site()
  return Object.values(files).flatMap(text =>
    Array.from(text.matchAll(/href="([^"]+)"/g), match => match[1] ?? '').filter(path => !(path in files)),
  )
}

describe('who is there', () => {
  test('is said as OpenSSH says it, before anybody signs in', async () => {
    expect(await keyShownBy({ host: '127.0.0.1', port: host.port }, {})).toEqual({ kind: 'key', hostKey: host.hostKey })
  })

  test('another key than the one that is trusted gets no password and no file', async () => {
    const hostKey = `ssh-ed25519 SHA256:${'A'.repeat(43)}`
    const outcome = await deliver(
      await builtSite('one', before),
      { ...host.target(folder), hostKey },
      { ...host.wayIn, hostKey },
    )
    expect(outcome).toMatchObject({ code: 'host-key-changed', sentence: expect.stringContaining(host.hostKey) })
    expect(await site()).toEqual({})
  })

  test('a host without a key of the trusted kind is another host', async () => {
    const hostKey = `ssh-rsa SHA256:${'A'.repeat(43)}`
    const outcome = await deliver(
      await builtSite('one', before),
      { ...host.target(folder), hostKey },
      { ...host.wayIn, hostKey },
    )
    expect(outcome).toMatchObject({ code: 'host-key-changed' })
  })

  test('a password that was given for another key is not given to this one, whatever the workspace trusts', async () => {
    const wayIn = { ...host.wayIn, hostKey: `ssh-ed25519 SHA256:${'B'.repeat(43)}` }
    expect(await deliver(await builtSite('one', before), host.target(folder), wayIn)).toMatchObject({
      code: 'no-way-in',
    })
  })

  test('nobody has trusted its key, or given a way in', async () => {
    const built = await builtSite('one', before)
    expect(await deliver(built, { ...host.target(folder), hostKey: '' })).toMatchObject({ code: 'host-key-unknown' })
    expect(await deliver(built, host.target(folder), null)).toMatchObject({ code: 'no-way-in' })
  })
})

describe('signing in', () => {
  test('with a key that the host does not know', async () => {
    const own = join(await someFolder(), 'own')
    execFileSync('ssh-keygen', ['-q', '-t', 'ed25519', '-N', '', '-f', own])
    const wayIn = { hostKey: host.hostKey, privateKey: readFileSync(own, 'utf8'), passphrase: '' }
    const built = await builtSite('one', before)
    expect(await deliver(built, host.target(folder), wayIn)).toMatchObject({ code: 'turned-away' })
  })

  test('a private key is one that can be read with its passphrase; a public one is none', async () => {
    const own = join(await someFolder(), 'own')
    execFileSync('ssh-keygen', ['-q', '-t', 'ed25519', '-a', '1', '-N', 'four words', '-f', own])
    const key = readFileSync(own, 'utf8')
    expect(await canRead(key, 'four words')).toBe(true)
    expect(await canRead(key, 'other words')).toBe(false)
    expect(await canRead(key, '')).toBe(false)
    expect(await canRead(readFileSync(`${own}.pub`, 'utf8'), '')).toBe(false)
  })

  test.each(['password', 'keyboard-interactive'])('with a password, where the host asks for it by %s', async method => {
    // OpenSSH asks the computer's own users for theirs, and a test has none to give.
    const key = goodKey()
    const server = new ssh2.Server({ hostKeys: [key.private] }, client => {
      client.on('error', () => undefined)
      client.on('authentication', context => {
        if (context.method !== method) return context.reject([method as 'password'])
        if (context.method === 'password') return context.password === 'right' ? context.accept() : context.reject()
        if (context.method !== 'keyboard-interactive') return context.reject()
        return context.prompt([{ prompt: 'Password: ', echo: false }], ([answer]) =>
          answer === 'right' ? context.accept() : context.reject(),
        )
      })
      client.on('session', accept => accept().on('sftp', start => start()))
    })
    const port = await new Promise<number>(resolve =>
      server.listen(0, '127.0.0.1', () => {
        const address = server.address()
        resolve(typeof address === 'object' && address !== null ? address.port : 0)
      }),
    )
    onTestFinished(() => void server.close())
    const shown = await keyShownBy({ host: '127.0.0.1', port }, {})
    const hostKey = shown.kind === 'key' ? shown.hostKey : ''
    const target = { host: '127.0.0.1', port, user: 'offer', hostKey }
    const line = await signIn(target, { hostKey, password: 'right' }, {})
    expect(line.kind).toBe('line')
    if (line.kind === 'line') line.close()
    expect(await signIn(target, { hostKey, password: 'wrong' }, {})).toMatchObject({ code: 'turned-away' })
  })
})

describe('nobody, or somebody else, answers', () => {
  const at = (port: number): SftpTarget => ({ ...host.target(folder), port })

  test('nobody: it waits, and the words say for whom', async () => {
    const outcome = await deliver(await builtSite('one', before), at(9))
    expect(outcome).toEqual({ kind: 'waiting', reason: 'offline', place: 'the web host 127.0.0.1:9' })
    expect(await keyShownBy({ host: '127.0.0.1', port: 9 }, {})).toMatchObject({ kind: 'waiting' })
  })

  test('a name that nobody has', async () => {
    const target = { ...host.target(folder), host: 'web.invalid' }
    expect(await deliver(await builtSite('one', before), target)).toMatchObject({ kind: 'waiting' })
  })

  test('a web server', async () => {
    const web = await webHost((_, response) => response.end('hello'))
    expect(await deliver(await builtSite('one', before), at(Number(new URL(web).port)))).toMatchObject({
      code: 'not-sftp',
    })
  })

  test('somebody who never says a word', async () => {
    const server = createServer().listen(0, '127.0.0.1')
    await new Promise(resolve => server.once('listening', resolve))
    onTestFinished(() => void server.close())
    const address = server.address()
    const port = typeof address === 'object' && address !== null ? address.port : 0
    const built = await builtSite('one', before)
    expect(await deliver({ ...built, patience: 200 }, at(port))).toMatchObject({ kind: 'waiting' })
  })

  test('a folder that is not there is not made', async () => {
    await rm(folder, { recursive: true })
    expect(await deliver(await builtSite('one', before))).toMatchObject({ code: 'folder-missing' })
    expect(await contentsOf(folder)).toEqual({})
  })
})

describe('a host that does not take the site', () => {
  async function onAnother(manner: 'read-only' | 'small') {
    await deliver(await builtSite('one', before))
    const other = await sshHost(manner)
    onTestFinished(other.stop)
    return await deliver(await builtSite('two', after), other.target(folder), other.wayIn)
  }

  test('because nobody may write there: nothing changes', async () => {
    expect(await onAnother('read-only')).toMatchObject({ code: 'folder-not-writable' })
    expect((await site())['version.json']).toContain('"one"')
    expect(await deadLinks()).toEqual([])
  })

  test('because it is full: no page leads to what is not there, and the rest follows once there is space', async () => {
    expect(await onAnother('small')).toMatchObject({
      code: 'file-not-taken',
      nextStep: expect.stringContaining('missing'),
    })
    expect((await site())['version.json']).toContain('"one"')
    expect(await deadLinks()).toEqual([])
    const built = await builtSite('two', after)
    expect(await deliver(built)).toMatchObject({ kind: 'delivered' })
    expect(await site()).toEqual(built.files)
  })
})

describe('a line that breaks', () => {
  /** How many bytes a whole delivery sends, so that it can be cut everywhere. */
  let all: number
  beforeAll(async () => {
    const elsewhere = await mkdtemp(join(tmpdir(), 'signpost-line-'))
    const line = await badLine(host.port, 'cut', Number.POSITIVE_INFINITY)
    const target = { ...host.target(elsewhere), port: line.port }
    for (const name of ['built', 'www']) await mkdir(join(elsewhere, name))
    const built = await builtIn(join(elsewhere, 'built'), 'two', after)
    await deliver(built, { ...target, folder: join(elsewhere, 'www') })
    await line.stop()
    await rm(elsewhere, { recursive: true })
    all = line.gone()
  })

  test.each([0.1, 0.6, 0.9, 0.97])(
    'after %f of it leaves a whole site, waits, and is finished by the next try',
    async part => {
      const built = await builtSite('two', after)
      await deliver(await builtSite('one', before))
      const line = await badLine(host.port, 'cut', Math.floor(all * part))
      const outcome = await deliver(built, { ...host.target(folder), port: line.port })
      await line.stop()
      expect(outcome.kind).toBe('waiting')
      expect(await deadLinks()).toEqual([])
      const isNew = (await readFile(join(folder, 'version.json'), 'utf8')).includes('"two"')
      // The stamp is the last thing but the list: where it is there, so is everything else.
      if (isNew) expect(await site()).toEqual(built.files)
      expect(await deliver(built)).toMatchObject({ kind: 'delivered' })
      expect(await site()).toEqual(built.files)
    },
  )

  test('and one on which nothing moves any more, is given up after a while', async () => {
    await deliver(await builtSite('one', before))
    const line = await badLine(host.port, 'silent', 20_000)
    onTestFinished(line.stop)
    const built = { ...(await builtSite('two', after)), patience: 1500 }
    expect(await deliver(built, { ...host.target(folder), port: line.port })).toMatchObject({ kind: 'waiting' })
    expect((await site())['version.json']).toContain('"one"')
  })

  test('is hung up where the person stops it', async () => {
    const stop = new AbortController()
    const built = { ...(await builtSite('one', before)), signal: stop.signal, onProgress: () => stop.abort() }
    expect(await deliver(built)).toMatchObject({ code: 'stopped' })
  })
})

test('what the web host’s own people keep there stays', async () => {
  await deliver(await builtSite('one', before))
  await putFiles(folder, { '.htaccess': 'theirs', 'a/note.txt': 'theirs too' })
  await deliver(await builtSite('two', after))
  expect(await site()).toMatchObject({ '.htaccess': 'theirs', 'a/note.txt': 'theirs too' })
})

/** One in some hundreds that the library makes is one that it cannot read. */
function goodKey() {
  for (;;) {
    const key = ssh2.utils.generateKeyPairSync('ed25519')
    if (!(ssh2.utils.parseKey(key.private) instanceof Error)) return key
  }
}
