import { createHash } from 'node:crypto'
import { existsSync, mkdirSync, readdirSync, writeFileSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { afterEach, describe, expect, test } from 'vitest'
import { type Fetch, joinRemote, openHistory } from '../../src/main/git/index.ts'
import { joined, orThrow, people, temporaryFolder, tidyUp, tokenOf } from './team.ts'
import { expectAllShared, git, moving, save, twoLaptops } from './two-laptops.ts'

afterEach(tidyUp)

/** A pack with nothing in it, of which everything is right: its head, that it holds none, and its sum. */
function emptyPack(): Buffer {
  const head = Buffer.from('PACK\0\0\0\u0002\0\0\0\0', 'latin1')
  return Buffer.concat([head, createHash('sha1').update(head).digest()])
}

/** A server that answers whoever asks for versions with a whole pack of none. */
const answersNothing: Fetch = async (url, init) => {
  if (!(init.method === 'POST' && url.endsWith('/git-upload-pack'))) return fetch(url, init)
  const packet = (bytes: Buffer) =>
    Buffer.concat([Buffer.from((bytes.length + 4).toString(16).padStart(4, '0')), bytes])
  const answer = [packet(Buffer.from('NAK\n')), packet(Buffer.concat([Buffer.from([1]), emptyPack()])), '0000']
  return new Response(Buffer.concat(answer.map(each => Buffer.from(each))), {
    headers: { 'content-type': 'application/x-git-upload-pack-result' },
  })
}

describe('a whole pack with nothing in it', { timeout: 60_000 }, () => {
  test('that came instead of colleagues’ changes brings nothing in, leaves nothing, and they come the next time', async () => {
    const { shared, priya, tom } = await twoLaptops()
    await save(priya, moving, 'Tell', 'Inform')
    await priya.sync()
    const before = git(tom.root, 'for-each-ref')
    const { cache, choices, person: by } = tom
    const history = orThrow(
      await openHistory(tom.root, { cache, choices, now: () => new Date(), http: answersNothing }),
    )
    expect(await history.sync({ auth: { token: tom.token }, by })).toMatchObject({ kind: 'waiting', code: 'cut' })
    expect(git(tom.root, 'for-each-ref')).toBe(before)
    expect(existsSync(join(tom.root, '.git/signpost/coming'))).toBe(false)
    expect(await tom.sync()).toMatchObject({ kind: 'shared', pulled: 1 })
    await expectAllShared(shared, priya, tom)
  })

  test('that came instead of a workspace is no workspace', async () => {
    const { shared } = await twoLaptops()
    const folder = join(temporaryFolder(), 'offer')
    const by = people.tom ?? { name: 'Tom', email: 'tom@example.org' }
    const wish = { address: shared.url('offer'), folder, token: tokenOf('tom'), by, pauses: [] }
    const answer = await joinRemote({ ...wish, http: answersNothing })
    expect(answer.kind).not.toBe('joined')
    expect(existsSync(folder)).toBe(false)
    expect(await joinRemote({ ...wish, http: fetch })).toEqual({ kind: 'joined' })
    expect(readdirSync(dirname(folder))).toEqual(['offer'])
  })

  test('that a kill left beside the history is of no use, and everything is asked for', async () => {
    const { shared, priya } = await twoLaptops()
    const tom = await joined(shared, 'tom')
    await save(priya, moving, 'Tell', 'Inform')
    await priya.sync()
    const tips = [git(priya.root, 'rev-parse', 'main')]
    for (const left of [emptyPack(), emptyPack().subarray(0, 12), Buffer.alloc(0)]) {
      const folder = join(tom.root, '.git/signpost/coming')
      mkdirSync(folder, { recursive: true })
      writeFileSync(join(folder, 'wanted.json'), JSON.stringify({ tips }))
      writeFileSync(join(folder, 'pack'), left)
      await save(priya, moving, 'council', 'town council')
      await priya.sync()
      expect(await tom.sync()).toMatchObject({ kind: 'shared' })
      expect(existsSync(folder)).toBe(false)
      await expectAllShared(shared, priya, tom)
    }
  })
})
