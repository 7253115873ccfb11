import { execFileSync, spawn } from 'node:child_process'
import { randomBytes } from 'node:crypto'
import { existsSync, mkdirSync, readdirSync, readFileSync, statSync, writeFileSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { afterEach, describe, expect, test } from 'vitest'
import { nodeDisk } from '../../src/main/files/index.ts'
import { giveUpJoining, type JoinOptions, joinRemote, type Progress } from '../../src/main/git/index.ts'
import { faultyDisk, hidingDisk } from '../files/faults.ts'
import { countingFetch } from '../git-server/counting-fetch.ts'
import type { GitServer } from '../git-server/git-server.ts'
import { type Manner, startRoughLine } from '../git-server/rough-line.ts'
import { alone, type Laptop, orThrow, page, people, server, temporaryFolder, tidyUp, tokenOf } from './team.ts'

const closing: (() => Promise<void>)[] = []
afterEach(async () => {
  for (const close of closing.splice(0)) await close()
  await tidyUp()
})

const git = (root: string, ...args: string[]) => execFileSync('git', ['-C', root, ...args], { encoding: 'utf8' }).trim()
const tom = people.tom ?? { name: 'Tom', email: 'tom@example.org' }
const pictures = 8
const pictureSize = 250_000

/** A workspace with pictures, most of what it has in bytes; and a line to it that can be cut. */
async function withPictures() {
  const shared = await server('priya', 'tom')
  shared.create('offer')
  const priya = await alone({ 'pages/moving.md': page(1, 'Moving', 'Words.') })
  orThrow(await priya.history.setRemote(shared.url('offer')))
  for (let number = 0; number < pictures; number++) {
    addPicture(priya, `picture-${number}`)
    await priya.save('Priya added a picture')
  }
  orThrow(await priya.sync())
  const line = await startRoughLine(new URL(shared.url('offer')).origin)
  closing.push(() => line.stop())
  return { shared, priya, line, address: `${line.origin}/offer.git` }
}

function addPicture(laptop: Laptop, name: string): void {
  mkdirSync(join(laptop.root, 'media'), { recursive: true })
  writeFileSync(join(laptop.root, 'media', `${name}.jpg`), randomBytes(pictureSize))
}

/** What is asked for in turn; the last goes on for ever. Only what brings versions is meddled with. */
function inTurn(...manners: Manner[]): () => Manner {
  let asked = 0
  return () => manners[Math.min(asked++, manners.length - 1)] ?? { kind: 'well' }
}
const well: Manner = { kind: 'well' }

interface Counted {
  joining: JoinOptions
  bytes: () => number
}

function counted(address: string, more: Partial<JoinOptions> = {}): Counted {
  const { http, bytes } = countingFetch()
  const folder = join(temporaryFolder(), 'offer')
  const joining = { address, folder, token: tokenOf('tom'), by: tom, http, pauses: [], ...more }
  return { joining, bytes }
}

/** The same files and the whole history, nothing beside it, and git finds nothing wrong. */
function expectWhole({ folder }: JoinOptions, shared: GitServer, priya: Laptop): void {
  expect(readdirSync(dirname(folder))).toEqual(['offer'])
  expect(git(folder, 'fsck', '--strict', '--no-dangling')).toBe('')
  expect(git(folder, 'status', '--porcelain')).toBe('')
  expect(git(folder, 'rev-parse', 'main')).toBe(git(shared.folder('offer'), 'rev-parse', 'main'))
  expect(existsSync(join(folder, '.git/signpost/coming'))).toBe(false)
  for (const name of readdirSync(join(priya.root, 'media'))) {
    expect(readFileSync(join(folder, 'media', name)).equals(readFileSync(join(priya.root, 'media', name)))).toBe(true)
  }
}

const cutAfter = (afterBytes: number): Manner => ({ kind: 'cut-coming', afterBytes })

describe('a join that is cut', { timeout: 60_000 }, () => {
  test.each([
    ['after the first picture', cutAfter(400_000), 8],
    ['in the middle of the last one', cutAfter(1_900_000), 2],
    ['and made to look whole', { kind: 'shortened', afterBytes: 1_000_000 } as const, 6],
  ])('%s goes on there when it is begun again', async (_, manner, mostPictures) => {
    const { shared, priya, line, address } = await withPictures()
    const first = counted(address)
    line.behave(inTurn(well, manner))
    const answer = await joinRemote(first.joining)
    expect(answer).toMatchObject({
      code: 'offline',
      sentence: expect.stringMatching(/kept on this laptop \(.* [KM]B\)/),
    })
    expect(answer).toMatchObject({ nextStep: expect.stringContaining('it goes on from there') })
    expect(existsSync(first.joining.folder)).toBe(false)

    line.behave(() => well)
    const again = counted(address, { folder: first.joining.folder })
    expect(await joinRemote(again.joining)).toEqual({ kind: 'joined' })
    expectWhole(again.joining, shared, priya)
    expect(again.bytes()).toBeLessThan(mostPictures * pictureSize + 20_000)
  })

  test('because the disk is full keeps what has come, and goes on there once there is room', async () => {
    const { shared, priya, address } = await withPictures()
    let isFull = false
    const disk = faultyDisk('ENOSPC', () => isFull)
    const first = counted(address, {
      disk,
      // Full from the moment on when half of the things have come.
      onProgress: ({ done, total }) => {
        isFull ||= total !== null && done > total / 2
      },
    })
    expect(await joinRemote(first.joining)).toMatchObject({
      code: 'disk-full',
      sentence: expect.stringMatching(/disk is full.* kept on this laptop \(.* [KM]B\)/),
      nextStep: expect.stringContaining('it goes on from there'),
    })
    isFull = false

    // What cannot be looked at for a moment is kept as well,
    const { folder } = first.joining
    const came = statSync(coming(folder)).size
    const unread = hidingDisk('EMFILE', path => /\.git-[0-9a-f]{8}\/config$/.test(path))
    expect(await joinRemote({ ...first.joining, disk: unread })).toMatchObject({ code: 'too-many-files-open' })
    expect(statSync(coming(folder)).size).toBe(came)
    // and what is whole and does not get to its place, because an antivirus still looks through it.
    const held: typeof nodeDisk = { ...nodeDisk, wait: async () => undefined }
    held.rename = async (from, to) => {
      if (to === folder) throw Object.assign(new Error('EBUSY: injected'), { code: 'EBUSY' })
      return nodeDisk.rename(from, to)
    }
    const rest = counted(address, { folder, disk: held })
    expect(await joinRemote(rest.joining)).toMatchObject({ code: 'file-in-use' })
    expect(rest.bytes()).toBeLessThan(6 * pictureSize)
    const again = counted(address, { folder, disk })
    expect(await joinRemote(again.joining)).toEqual({ kind: 'joined' })
    expectWhole(again.joining, shared, priya)
    expect(again.bytes()).toBeLessThan(20_000)
  })

  test('again and again comes to its end by itself, and says truly how far it is', async () => {
    const { shared, priya, line, address } = await withPictures()
    const seen: Progress[] = []
    const once = counted(address, { pauses: [0], onProgress: progress => seen.push(progress) })
    // The second question of each attempt is whether things can be asked for by their names.
    line.behave(inTurn(well, cutAfter(600_000), well, cutAfter(600_000), well, cutAfter(600_000), well))
    expect(await joinRemote(once.joining)).toEqual({ kind: 'joined' })
    expectWhole(once.joining, shared, priya)
    // What was still on its way at each of the three cuts comes again: more of it where the laptop is slow to take it in.
    expect(once.bytes()).toBeLessThan((pictures + 6) * pictureSize)
    const came = seen.filter(({ sentence, total }) => /^Bringing/.test(sentence) && total !== null)
    const shares = came.map(({ done, total }) => done / (total ?? 1))
    expect(shares).toEqual(shares.toSorted((a, b) => a - b))
    expect(shares.at(-1)).toBe(1)
  })

  test('goes on with what colleagues shared meanwhile, and asks for that alone', async () => {
    const { shared, priya, line, address } = await withPictures()
    const first = counted(address)
    line.behave(inTurn(well, cutAfter(1_900_000)))
    expect(await joinRemote(first.joining)).toMatchObject({ code: 'offline' })
    addPicture(priya, 'later')
    await priya.save('Priya added one more')
    orThrow(await priya.sync())
    line.behave(() => well)
    const again = counted(address, { folder: first.joining.folder })
    expect(await joinRemote(again.joining)).toEqual({ kind: 'joined' })
    expectWhole(again.joining, shared, priya)
    expect(again.bytes()).toBeLessThan(3 * pictureSize + 20_000)
  })

  test('begins anew where the shared copy was written anew, or another is joined', async () => {
    const { shared, priya, line, address } = await withPictures()
    const first = counted(address)
    line.behave(inTurn(well, cutAfter(1_000_000)))
    expect(await joinRemote(first.joining)).toMatchObject({ code: 'offline' })
    const bare = shared.folder('offer')
    const other = git(
      bare,
      '-c',
      'user.name=A',
      '-c',
      'user.email=a@example.org',
      'commit-tree',
      'main^{tree}',
      '-m',
      'x',
    )
    git(bare, 'update-ref', 'refs/heads/main', other)
    git(bare, 'reflog', 'expire', '--expire=now', '--all')
    git(bare, 'gc', '--prune=now', '--quiet')
    line.behave(() => well)
    const again = counted(address, { folder: first.joining.folder })
    expect(await joinRemote(again.joining)).toEqual({ kind: 'joined' })
    expectWhole(again.joining, shared, priya)

    const elsewhere = counted(address)
    line.behave(inTurn(well, cutAfter(1_000_000)))
    expect(await joinRemote(elsewhere.joining)).toMatchObject({ code: 'offline' })
    const direct = counted(shared.url('offer'), { folder: elsewhere.joining.folder })
    expect(await joinRemote(direct.joining)).toEqual({ kind: 'joined' })
    expect(direct.bytes()).toBeGreaterThan(pictures * pictureSize)
    expectWhole(direct.joining, shared, priya)
  })

  test('begins anew with a server that gives its branches alone', async () => {
    const { shared, priya, line, address } = await withPictures()
    const first = counted(address)
    line.behave(inTurn(well, cutAfter(1_000_000)))
    expect(await joinRemote(first.joining)).toMatchObject({ code: 'offline' })
    line.behave(() => well)
    shared.behave({ kind: 'old' })
    const again = counted(address, { folder: first.joining.folder })
    expect(await joinRemote(again.joining)).toEqual({ kind: 'joined' })
    expect(again.bytes()).toBeGreaterThan(pictures * pictureSize)
    expectWhole(again.joining, shared, priya)
  })

  test('with a byte that became another keeps nothing of that answer', async () => {
    const { shared, priya, address } = await withPictures()
    const first = counted(address)
    shared.behave({ kind: 'spoiled', atByte: 700_000, of: 'git-upload-pack' })
    expect(await joinRemote(first.joining)).toMatchObject({
      code: 'offline',
      sentence: expect.stringMatching(/incomplete.*Nothing was put on this laptop\.$/),
    })
    expect(readdirSync(dirname(first.joining.folder))).toEqual([])
    shared.behave({ kind: 'well' })
    expect(await joinRemote(first.joining)).toEqual({ kind: 'joined' })
    expectWhole(first.joining, shared, priya)
  })

  test('that was stopped goes on, or is given up and leaves nothing', async () => {
    const { shared, priya, address } = await withPictures()
    const stop = new AbortController()
    const onProgress = ({ sentence }: Progress) => {
      if (/[1-9] MB/.test(sentence)) stop.abort()
    }
    const first = counted(address, { signal: stop.signal, onProgress })
    const answer = await joinRemote(first.joining)
    expect(answer).toMatchObject({ code: 'stopped', sentence: expect.stringContaining('kept on this laptop') })
    const again = counted(address, { folder: first.joining.folder })
    expect(await joinRemote(again.joining)).toEqual({ kind: 'joined' })
    expect(again.bytes()).toBeLessThan(pictures * pictureSize)
    expectWhole(again.joining, shared, priya)

    const stopAgain = new AbortController()
    const other = counted(address, {
      signal: stopAgain.signal,
      onProgress: ({ sentence }) => /[1-9] MB/.test(sentence) && stopAgain.abort(),
    })
    expect(await joinRemote(other.joining)).toMatchObject({ code: 'stopped' })
    expect(readdirSync(dirname(other.joining.folder))).toEqual(['.offer-joining'])
    await giveUpJoining(other.joining.folder)
    expect(readdirSync(dirname(other.joining.folder))).toEqual([])
  })

  test('killed at any time, it goes on', async () => {
    const { shared, priya, line, address } = await withPictures()
    const { joining, bytes } = counted(address)
    line.behave(inTurn(well, { kind: 'stalls', afterBytes: 1_500_000 }))
    await killWhen(
      joining,
      () => existsSync(coming(joining.folder)) && statSync(coming(joining.folder)).size > 1_000_000,
    )
    expect(existsSync(joining.folder)).toBe(false)
    line.behave(() => well)
    expect(await joinRemote(joining)).toEqual({ kind: 'joined' })
    expect(bytes()).toBeLessThan((pictures - 2) * pictureSize)
    expectWhole(joining, shared, priya)
  })
})

/** Where what has come is kept meanwhile. */
function coming(folder: string): string {
  const growing = join(dirname(folder), '.offer-joining', 'workspace')
  const name = existsSync(growing) ? readdirSync(growing).find(each => each.startsWith('.git-')) : undefined
  return join(growing, name ?? 'nowhere', 'signpost', 'coming', 'pack')
}

/** Joins in a process of its own, which is killed as soon as it has come so far. */
function killWhen({ address, folder, token }: JoinOptions, isSoFar: () => boolean): Promise<void> {
  return new Promise((resolve, reject) => {
    const script = join(import.meta.dirname, '../bench/joining.ts')
    const child = spawn(process.execPath, [script, address, folder, token], { stdio: 'ignore' })
    const looking = setInterval(() => isSoFar() && child.kill('SIGKILL'), 20)
    child.on('close', (_, signal) => {
      clearInterval(looking)
      if (signal === 'SIGKILL') resolve()
      else reject(new Error('the join ended by itself'))
    })
  })
}
