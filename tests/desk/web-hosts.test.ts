import { execFileSync } from 'node:child_process'
import { mkdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { afterAll, afterEach, beforeAll, describe, expect, test } from 'vitest'
import * as desk from '../../src/main/desk/index.ts'
import { serves, webHost } from '../publish/web-host.ts'
import { type SshHost, sshHost } from '../publish/web-host-by-ssh.ts'
import { write } from './asking.ts'
import { closeLaptops, type Laptop, laptop, must } from './laptop.ts'

/** The road to a web host as the window takes it: settings, the server's key, signing in, publishing. */

let host: SshHost
beforeAll(async () => {
  host = await sshHost()
})
afterAll(() => host.stop())
afterEach(closeLaptops)

/** Settings that name the web host, as the team has written them; nobody has trusted its key yet. */
async function named(): Promise<{ at: Laptop; url: string; user: string }> {
  const at = await laptop()
  const root = join(at.folder, 'www')
  mkdirSync(root)
  const url = `${await webHost(serves(() => root))}/`
  const { session } = at
  const target = { ...host.target(root), hostKey: '' }
  must(await desk.setConfig(session, { ...session.workspace.config(), publish: { url, targets: [target] } }))
  const { id } = must(await desk.createPage(session, { section: 'education', title: 'Travel', template: 'topic' }))
  await write(at, id, { body: 'The bus comes at eight.', fields: { summary: 'How to get there.' } })
  must(await desk.publishUrgently(session, id, 'It cannot wait.'))
  return { at, url, user: target.user }
}

const privateKey = () => ('privateKey' in host.wayIn ? host.wayIn.privateKey : '')
const wish = (user: string, hostKey = host.hostKey) => ({
  host: '127.0.0.1',
  port: host.port,
  user,
  hostKey,
  secret: { kind: 'key' as const, privateKey: privateKey(), passphrase: '' },
})

const keyOf = ({ session }: Laptop) =>
  session.workspace.config().publish.targets.flatMap(target => (target.kind === 'sftp' ? [target.hostKey] : []))

describe('a web host', () => {
  test('is looked at, trusted and signed in to, and then the site goes there and is read back', async () => {
    const { at, url, user } = await named()
    const { session } = at
    expect(await desk.webHosts(session)).toMatchObject([{ user, hostKey: '', secretKept: 'none' }])
    expect(must(await session.live.plan()).stop?.nextStep).toContain('Web hosts')
    const shown = must(await desk.lookAtHost({ host: '127.0.0.1', port: host.port }))
    expect(shown.hostKey).toBe(host.hostKey)
    expect(must(await desk.trustHost(session, wish(user, shown.hostKey)))).toEqual({ kind: 'kept', in: 'this-session' })
    expect(keyOf(at)).toEqual([host.hostKey])
    expect(await desk.webHosts(session)).toMatchObject([{ secretKept: 'this-session' }])
    expect(JSON.stringify(await session.acts.list({ by: null, page: null, after: null }))).not.toContain('BEGIN')
    expect(readFileSync(join(session.workspace.root, 'signpost.yml'), 'utf8')).not.toContain('BEGIN')

    const plan = must(await session.live.plan())
    expect(plan.stop).toBeNull()
    expect(must(await session.live.publish(plan.plan))).toMatchObject({ kind: 'live' })
    expect(await (await fetch(`${url}education/travel/`)).text()).toContain('The bus comes at eight.')
  })

  test('that is not the one that was looked at gets nothing, and nothing is kept', async () => {
    const { at, user } = await named()
    const other = `ssh-ed25519 SHA256:${'A'.repeat(43)}`
    expect(await desk.trustHost(at.session, wish(user, other))).toMatchObject({ code: 'host-key-changed' })
    expect(keyOf(at)).toEqual([''])
    expect(await desk.webHosts(at.session)).toMatchObject([{ secretKept: 'none' }])
  })

  test('is not signed in to by a key that cannot be read, that it does not know, or by a name that the settings lack', async () => {
    const { at, user } = await named()
    const own = join(at.folder, 'own')
    execFileSync('ssh-keygen', ['-q', '-t', 'ed25519', '-N', '', '-f', own])
    const secret = (key: string) => ({ kind: 'key' as const, privateKey: key, passphrase: '' })
    const tried = async (more: object) => await desk.trustHost(at.session, { ...wish(user), ...more })
    expect(await tried({ secret: secret('not a key') })).toMatchObject({ code: 'unreadable-key' })
    expect(await tried({ secret: secret(readFileSync(own, 'utf8')) })).toMatchObject({ code: 'turned-away' })
    expect(await tried({ user: 'somebody' })).toMatchObject({ code: 'no-such-host' })
    expect(await tried({ port: 9 })).toMatchObject({ code: 'no-such-host' })
    expect(keyOf(at)).toEqual([''])
  })

  test('that a colleague trusts by another key gets nobody’s password until they say so here', async () => {
    const { at, user } = await named()
    must(await desk.trustHost(at.session, wish(user)))
    const config = at.session.workspace.config()
    const targets = config.publish.targets.map(target => ({
      ...target,
      hostKey: `ssh-ed25519 SHA256:${'C'.repeat(43)}`,
    }))
    must(await desk.setConfig(at.session, { ...config, publish: { ...config.publish, targets } }))
    const { stop } = must(await at.session.live.plan())
    expect(stop?.sentence).toContain('has no password or key')
  })

  test('is signed in to with what a pipeline gave for it, and for no other host or key', async () => {
    const { at, user } = await named()
    const { session } = at
    const config = session.workspace.config()
    const trusting = (more: object) =>
      config.publish.targets.map(target => ({
        ...target,
        hostKey: host.hostKey,
        ...more,
      })) as typeof config.publish.targets
    at.world.webHost = { host: '127.0.0.1', port: host.port, user, wayIn: host.wayIn }
    for (const [more, goes] of [
      [{}, true],
      [{ host: 'localhost' }, false],
      [{ user: 'somebody' }, false],
      [{ hostKey: `ssh-ed25519 SHA256:${'C'.repeat(43)}` }, false],
    ] as const) {
      must(await desk.setConfig(session, { ...config, publish: { ...config.publish, targets: trusting(more) } }))
      expect([more, must(await session.live.plan()).stop === null]).toEqual([more, goes])
    }
  })

  test('that does not answer is waited for, over a restart, and the site goes there once it does', async () => {
    const { at, user } = await named()
    must(await desk.trustHost(at.session, wish(user)))
    const plan = must(await at.session.live.plan())
    await host.down()
    const state = must(await at.session.live.publish(plan.plan))
    expect(state).toMatchObject({
      kind: 'failed',
      sentence: expect.stringContaining('cannot reach the web host 127.0.0.1'),
    })
    await at.restart()
    expect(await at.session.live.state()).toEqual(state)
    await host.up()
    expect(await at.session.live.resume()).toMatchObject({ kind: 'live' })
  })
})
