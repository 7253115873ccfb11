import { execFileSync } from 'node:child_process'
import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { afterEach, describe, expect, test } from 'vitest'
import { openHistory } from '../../src/main/git/index.ts'
import { alone, orThrow, page, server, tidyUp, tokenOf } from './team.ts'
import { edit, expectAllShared, files, git, health, moving, save, twoLaptops } from './two-laptops.ts'

afterEach(tidyUp)

describe('a shared copy that cannot take part', { timeout: 60_000 }, () => {
  test.each([
    [{ kind: 'unauthorised' }, { kind: 'refused', code: 'signed-out' }],
    [{ kind: 'forbidden' }, { kind: 'refused', code: 'no-permission' }],
    [{ kind: 'html' }, { kind: 'refused', code: 'web-page' }],
    [{ kind: 'down' }, { kind: 'waiting', reason: 'offline' }],
    [{ kind: 'busy' }, { kind: 'waiting', reason: 'server-busy' }],
    [
      { kind: 'cut', afterBytes: 60 },
      { kind: 'waiting', reason: 'offline' },
    ],
  ] as const)('%j: %j, nothing is lost, and the next time it works', async (behaviour, expected) => {
    const { shared, priya, tom } = await twoLaptops()
    await save(priya, moving, 'Tell', 'Inform')
    await priya.sync()
    await save(tom, moving, 'can stay', 'may stay')
    shared.behave(behaviour)
    const result = await tom.sync()
    expect(result).toMatchObject(expected)
    expect('sentence' in result && result.sentence).toContain('saved on this laptop')
    expect('nextStep' in result && result.nextStep).toBeTruthy()
    expect(JSON.stringify(result)).not.toContain(tokenOf('tom'))
    shared.behave({ kind: 'well' })
    expect(await tom.sync()).toMatchObject({ kind: 'shared', pulled: 1, pushed: 1 })
    await priya.sync()
    await expectAllShared(shared, priya, tom)
  })

  test('signed out, a wrong token, and a server that is not running', async () => {
    const { shared, tom } = await twoLaptops()
    const by = tom.person
    const without = await tom.history.sync({ auth: null, by })
    expect(without).toMatchObject({ code: 'signed-out', sentence: expect.stringContaining('does not have it') })
    const wrong = await tom.history.sync({ auth: { token: 'guess' }, by })
    expect(wrong).toMatchObject({ code: 'signed-out', sentence: expect.stringContaining('did not accept') })
    await shared.stop()
    expect(await tom.sync()).toMatchObject({ kind: 'waiting', reason: 'offline' })
  })

  test('moved, missing, emptied, rewritten, or another workspace', async () => {
    const { shared, priya, tom } = await twoLaptops()
    await save(priya, moving, 'Tell', 'Inform')
    await priya.sync()
    await tom.sync()
    const head = await tom.history.head()

    const elsewhere = await server('tom')
    elsewhere.create('offer')
    shared.behave({ kind: 'moved', to: elsewhere.url('offer') })
    expect(await tom.sync()).toMatchObject({ code: 'moved', sentence: expect.stringContaining(elsewhere.url('offer')) })
    shared.behave({ kind: 'well' })

    git(shared.folder('offer'), 'update-ref', 'refs/heads/main', 'main~1')
    expect(await tom.sync()).toMatchObject({ code: 'rewritten' })
    expect(await tom.sync()).toMatchObject({ code: 'rewritten' })
    git(shared.folder('offer'), 'update-ref', '-d', 'refs/heads/main')
    expect(await tom.sync()).toMatchObject({ code: 'emptied' })

    orThrow(await tom.history.setRemote(shared.url('nowhere')))
    expect(await tom.sync()).toMatchObject({ code: 'not-found' })

    const sam = await alone({ [health]: page(9, 'Other') })
    shared.create('other')
    orThrow(await sam.history.setRemote(shared.url('other')))
    orThrow(await sam.history.sync({ auth: { token: priya.token }, by: sam.person }))
    orThrow(await priya.history.setRemote(shared.url('other')))
    expect(await priya.sync()).toMatchObject({ code: expect.stringMatching(/^(other-workspace|rewritten)$/) })
    expect(await tom.history.head()).toBe(head)
  })

  test('a protected branch', async () => {
    const { shared, tom } = await twoLaptops()
    const hook = join(shared.folder('offer'), 'hooks/pre-receive')
    execFileSync('sh', ['-c', `printf '#!/bin/sh\\nexit 1\\n' > '${hook}' && chmod +x '${hook}'`])
    await save(tom, moving, 'Tell', 'Inform')
    expect(await tom.sync()).toMatchObject({ code: 'protected' })
  })

  test('a workspace that is not shared says so', async () => {
    const priya = await alone(files)
    expect(await priya.sync()).toMatchObject({ code: 'not-shared' })
    expect(await priya.history.remote()).toBeNull()
    expect(await priya.history.setRemote('git@example.org:offer.git')).toMatchObject({ code: 'address' })
    expect(await priya.history.setRemote('http://git.example.org/offer.git')).toMatchObject({ code: 'address' })
    orThrow(await priya.history.setRemote('https://somebody:secret@git.example.org/offer.git/'))
    expect(await priya.history.remote()).toBe('https://git.example.org/offer.git')
    expect(priya.read('.git/config')).not.toContain('secret')
  })

  test('sharing can be stopped, and shows that something moves', async () => {
    const { shared, priya } = await twoLaptops()
    shared.behave({ kind: 'slow', ms: 3000 })
    const stop = new AbortController()
    const seen: string[] = []
    const result = priya.history.sync({
      auth: { token: priya.token },
      by: priya.person,
      signal: stop.signal,
      onProgress: ({ sentence }) => {
        seen.push(sentence)
        stop.abort()
      },
    })
    expect(await result).toMatchObject({ code: 'stopped' })
    expect(seen).toEqual(['Looking for colleagues’ changes'])
  })

  test('whatever happens, the shared copy only ever grows, even where its server would let it be replaced', async () => {
    const { shared, priya, tom } = await twoLaptops()
    const bare = shared.folder('offer')
    git(bare, 'config', 'receive.denyNonFastForwards', 'false')
    git(bare, 'config', 'core.logAllRefUpdates', 'true')
    for (const word of ['one', 'two']) {
      for (const laptop of [priya, tom]) {
        laptop.write(`pages/health/${laptop.person.name}.md`, page(laptop === priya ? 50 : 51, word))
        edit(laptop, moving, 'Your child', `Your child (${laptop.person.name})`)
        await laptop.save(word)
      }
      await Promise.all([priya.sync(), tom.sync()])
    }
    await priya.sync()
    const line = git(bare, 'reflog', 'show', '--format=%H', 'main').split('\n')
    expect(line.length).toBeGreaterThan(3)
    for (const [index, older] of line.slice(1).entries()) {
      expect(git(bare, 'merge-base', line[index] ?? '', older)).toBe(older)
    }
  })

  test('a colleague who is faster by a moment is not written over, by a server that would allow it', async () => {
    const { shared, priya, tom } = await twoLaptops()
    git(shared.folder('offer'), 'config', 'receive.denyNonFastForwards', 'false')
    await save(priya, moving, 'Tell', 'Inform')
    await save(tom, moving, 'can stay', 'may stay')
    let faster = 0
    const http = async (url: string, init: RequestInit) => {
      if (init.method === 'POST' && faster++ === 0) orThrow(await priya.sync())
      return fetch(url, init)
    }
    const deps = { cache: tom.cache, choices: tom.choices, now: () => new Date(), http, random: () => 0 }
    const history = orThrow(await openHistory(tom.root, deps))
    expect(await history.sync({ auth: { token: tom.token }, by: tom.person })).toMatchObject({ kind: 'shared' })
    orThrow(await priya.sync())
    expect(priya.read(moving)).toContain('Inform')
    expect(priya.read(moving)).toContain('may stay')
    await expectAllShared(shared, priya, tom)
  })

  test('there is no way to force in the code', () => {
    const folder = join(import.meta.dirname, '../../src/main/git')
    const code = readdirSync(folder, { recursive: true, encoding: 'utf8' })
      .filter(name => name.endsWith('.ts'))
      .map(name => readFileSync(join(folder, name), 'utf8'))
      .join('\n')
    const forces = code.replaceAll(/\.rm\(.*/g, '').match(/.*force: .*/g)
    expect(forces?.map(line => line.trim())).toEqual(['await git.writeRef({ ...repository, ref, value, force: true })'])
    // One place alone sends, and it says where the branch has to stand for the server to take it.
    expect(code.match(/git\.push\(|deleteRef|deleteBranch/g)).toBeNull()
    expect(code.match(/askService\(.*'git-receive-pack'/g)).toHaveLength(1)
    expect(code).toMatch(/const wish = `\$\{stands \?\? nothing\} /)
  })
})
