import { randomBytes } from 'node:crypto'
import { writeFileSync } from 'node:fs'
import { createServer } from 'node:http'
import { join } from 'node:path'
import { setImmediate as nextTurn } from 'node:timers/promises'
import { setFlagsFromString } from 'node:v8'
import { runInNewContext } from 'node:vm'
import { afterEach, describe, expect, test, vi } from 'vitest'
import { z } from 'zod'
import { nodeDisk } from '../../src/main/files/index.ts'
import { gitHttp } from '../../src/main/git/http.ts'
import type { Fetch, Progress } from '../../src/main/git/index.ts'
import { repositoryAt } from '../../src/main/git/repository.ts'
import { packFor } from '../../src/main/git/send-pack.ts'
import { git } from './damage.ts'
import { alone, type Laptop, temporaryFolder, tidyUp } from './team.ts'
import { expectAllShared, twoLaptops } from './two-laptops.ts'

afterEach(tidyUp)

const pictures = 8
const size = 400_000

/** Each too large to be made smaller at once. */
async function addPictures(laptop: Laptop): Promise<void> {
  for (let number = 0; number < pictures; number++) {
    const path = `media/picture-${number}.jpg`
    laptop.write(path, '')
    writeFileSync(join(laptop.root, path), randomBytes(size))
  }
  await laptop.save('Pictures')
}

test('what is sent is a pack as git reads it, with no more than one thing of it in memory', {
  timeout: 60_000,
}, async () => {
  const priya = await alone({})
  await addPictures(priya)
  let read = 0
  const readFile = async (...wish: Parameters<typeof nodeDisk.readFile>) => {
    const bytes = await nodeDisk.readFile(...wish)
    read += bytes.length
    return bytes
  }
  const disk = Object.assign({ ...nodeDisk }, { readFile })
  const repository = repositoryAt(priya.root, disk)
  const tip = git(priya.root, 'rev-parse', 'main')
  const [parts, told]: [Buffer[], [number, number][]] = [[], []]
  let [taken, ahead] = [0, 0]
  for await (const part of packFor(repository, tip, new Set(), (done, of) => told.push([done, of]))) {
    ahead = Math.max(ahead, read - taken)
    parts.push(part)
    taken += part.length
  }
  expect(taken).toBeGreaterThan(pictures * size)
  expect(ahead).toBeLessThan(2 * size)
  expect(told.at(-1)).toEqual([told.length, told.length])

  const other = temporaryFolder()
  git(other, 'init', '-q', '--bare')
  writeFileSync(join(other, 'sent.pack'), Buffer.concat(parts))
  git(other, 'index-pack', '--strict', 'sent.pack')
  const names = git(other, 'verify-pack', '-v', 'sent.idx').match(/^[0-9a-f]{40} /gm)
  expect(names).toHaveLength(told.length)
})

describe('sharing much at once', { timeout: 60_000 }, () => {
  test('goes out as it is made, and says how far it is', async () => {
    const { shared, priya, tom } = await twoLaptops()
    await addPictures(tom)
    const seen: Progress[] = []
    const options = { auth: { token: tom.token }, by: tom.person, onProgress: (one: Progress) => seen.push(one) }
    expect(await tom.history.sync(options)).toMatchObject({ kind: 'shared', pushed: 1 })
    const sending = seen.filter(({ sentence, total }) => sentence.startsWith('Sharing') && total !== null)
    expect(sending.at(-1)).toMatchObject({ sentence: 'Sharing your changes: 3 MB so far', done: sending.at(-1)?.total })
    expect(shared.log.filter(({ isStream }) => isStream)).toMatchObject([{ method: 'POST', status: 200 }])
    await priya.sync()
    await expectAllShared(shared, priya, tom)
  })

  test('a front that takes no more than so much is heard, and everything goes out once it may', async () => {
    const { shared, priya, tom } = await twoLaptops()
    await addPictures(tom)
    shared.behave({ kind: 'small', mostBytes: 2_000_000 })
    expect(await tom.sync()).toMatchObject({ code: 'too-large' })
    shared.behave({ kind: 'well' })
    expect(await tom.sync()).toMatchObject({ kind: 'shared', pushed: 1 })
    await priya.sync()
    await expectAllShared(shared, priya, tom)
  })
})

describe('the way out', () => {
  /** Takes everything that is sent, and is told of each piece. */
  const takingAll =
    (onPiece: () => void): Fetch =>
    async (_, { body, signal }) => {
      if (!(body instanceof ReadableStream)) throw new Error('it was to be a stream')
      for await (const _piece of body) {
        onPiece()
        signal?.throwIfAborted()
      }
      return new Response('')
    }
  async function* megabytes(count: number): AsyncGenerator<Buffer> {
    for (let made = 0; made < count; made++) yield Buffer.alloc(1 << 20)
  }
  const to = { url: 'https://example.org/offer.git/git-receive-pack', method: 'POST' }

  test('a line that takes an hour is not dead while something still goes out', async () => {
    vi.useFakeTimers()
    try {
      const http = gitHttp(takingAll(() => vi.advanceTimersByTime(50_000)))
      expect(await http.request({ ...to, body: megabytes(60) })).toMatchObject({ statusCode: 200 })
      const stuck = gitHttp(takingAll(() => vi.advanceTimersByTime(70_000)))
      await expect(stuck.request({ ...to, body: megabytes(60) })).rejects.toMatchObject({ why: 'silent' })
    } finally {
      vi.useRealTimers()
    }
  })

  test('what went out is not kept', async () => {
    setFlagsFromString('--expose-gc')
    const collect: () => void = runInNewContext('gc')
    const server = createServer((request, response) => request.resume().on('end', () => response.end()))
    await new Promise<void>(done => server.listen(0, '127.0.0.1', done))
    const port = z.object({ port: z.number() }).parse(server.address()).port
    const gone: WeakRef<Uint8Array>[] = []
    let kept = 0
    const watched = new TransformStream<Uint8Array, Uint8Array>({
      async transform(piece, out) {
        gone.push(new WeakRef(piece))
        out.enqueue(piece)
        if (gone.length !== 30) return
        await nextTurn()
        collect()
        kept = gone.filter(each => each.deref() !== undefined).length
      },
    })
    const watching: Fetch = (url, init) => {
      if (!(init.body instanceof ReadableStream)) throw new Error('it was to be a stream')
      return fetch(url, { ...init, body: init.body.pipeThrough(watched) })
    }
    try {
      const asked = { url: `http://127.0.0.1:${port}/git-receive-pack`, method: 'POST', body: megabytes(40) }
      expect(await gitHttp(watching).request(asked)).toMatchObject({ statusCode: 200 })
      expect(gone.length).toBeGreaterThan(30)
      expect(kept).toBeLessThan(15)
    } finally {
      server.closeAllConnections()
      server.close()
    }
  })

  test('what could not be read here is no trouble of the network’s', async () => {
    async function* damaged(): AsyncGenerator<Buffer> {
      yield* megabytes(2)
      throw new Error('a picture is damaged')
    }
    const http = gitHttp(takingAll(() => undefined))
    await expect(http.request({ ...to, body: damaged() })).rejects.toThrow('a picture is damaged')
    expect(http.fault()).toBeNull()
  })
})
