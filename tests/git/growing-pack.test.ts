import { execFileSync } from 'node:child_process'
import { createHash, randomBytes } from 'node:crypto'
import { cpSync, mkdirSync, readFileSync, rmSync, truncateSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { afterAll, describe, expect, test } from 'vitest'
import { type Disk, nodeDisk } from '../../src/main/files/index.ts'
import { byteSource } from '../../src/main/git/byte-source.ts'
import { type GrowingPack, growPack } from '../../src/main/git/growing-pack.ts'
import { listPack } from '../../src/main/git/list-pack.ts'
import { listBytes } from '../../src/main/git/pack-list.ts'
import { temporaryFolder, tidyUp } from './team.ts'

afterAll(tidyUp)

const git = (cwd: string, input: string, ...args: string[]) =>
  execFileSync('git', args, { cwd, input, maxBuffer: 1 << 26 })

/** A repository whose versions differ a little from each other, with one picture that is too large to be held. */
function repository(): string {
  const root = temporaryFolder()
  git(root, '', 'init', '--quiet', '--initial-branch=main')
  writeFileSync(join(root, 'picture.jpg'), randomBytes(2_500_000))
  for (let version = 0; version < 12; version++) {
    mkdirSync(join(root, 'pages'), { recursive: true })
    const words = Array.from({ length: 300 }, (_, at) => createHash('md5').update(`${at}`).digest('hex'))
    words[version] = `version ${version}`
    writeFileSync(join(root, 'pages', 'long.md'), words.join('\n'))
    git(root, '', 'add', '.')
    git(root, '', '-c', 'user.name=A', '-c', 'user.email=a@example.org', 'commit', '--quiet', '-m', `${version}`)
  }
  return root
}

const root = repository()
const everything = git(root, '', 'rev-list', '--objects', '--all').toString()
const packed = (names: string, ...how: string[]) => git(root, names, 'pack-objects', '--stdout', '--quiet', ...how)

async function* inPieces(bytes: Buffer, size: number): AsyncGenerator<Buffer> {
  for (let at = 0; at < bytes.length; at += size) yield bytes.subarray(at, at + size)
}

const nothingElse = async () => null
const take = (pack: GrowingPack, bytes: Buffer, size = 10_000) =>
  pack.take(byteSource(inPieces(bytes, size)), () => undefined)

/** As git itself has them. */
function byGit(path: string): { idx: Buffer; names: string[] } {
  const copy = join(temporaryFolder(), 'pack-0.pack')
  cpSync(path, copy)
  git(root, '', 'index-pack', '--strict', copy)
  const idx = readFileSync(copy.replace(/pack$/, 'idx'))
  const said = git(root, '', 'verify-pack', '-v', copy.replace(/pack$/, 'idx')).toString()
  return { idx, names: said.split('\n').flatMap(line => /^[0-9a-f]{40}/.exec(line)?.[0] ?? []) }
}

describe('a pack that grows as it comes', { timeout: 60_000 }, () => {
  test.each([
    ['differences from where the other begins', ['--delta-base-offset'], 4_096],
    ['differences from the other’s name', [], 100_000],
    ['no differences, byte by byte', ['--window=0'], 1_000],
  ] as const)('%s', async (_, how, size) => {
    const path = join(temporaryFolder(), 'pack')
    const bytes = packed(everything, ...how)
    const pack = await growPack(nodeDisk, path, nothingElse)
    const seen: number[] = []
    await pack.take(byteSource(inPieces(bytes, size)), came => seen.push(came))
    const sum = await pack.finish()
    expect(readFileSync(path).equals(bytes)).toBe(true)
    expect(listBytes(pack.things(), sum).equals(byGit(path).idx)).toBe(true)
    expect((await listPack(nodeDisk, path))?.equals(byGit(path).idx)).toBe(true)
    expect(seen.at(-1)).toBe(pack.count())
  })

  test('cut anywhere, it has everything before the cut, and takes the rest from another answer', async () => {
    const bytes = packed(everything, '--delta-base-offset')
    const wanted = everything
      .trim()
      .split('\n')
      .map(line => line.slice(0, 40))
    const cuts = [0, 12, 400, 5_000, bytes.length >> 1, bytes.length - 1]
    for (const cut of cuts) {
      const path = join(temporaryFolder(), 'pack')
      const first = await growPack(nodeDisk, path, nothingElse)
      await expect(take(first, bytes.subarray(0, cut))).rejects.toThrow()
      const before = first.count()
      await first.close()
      // As a kill leaves it: the beginning of something stands behind.
      writeFileSync(path, bytes.subarray(12, 12 + (cut % 11)), { flag: 'a' })

      const again = await growPack(nodeDisk, path, nothingElse)
      expect(again.count()).toBe(before)
      const rest = wanted.filter(oid => !again.has(oid))
      if (rest.length > 0) await take(again, packed(rest.join('\n'), '--delta-base-offset'))
      const sum = await again.finish()
      const { idx, names } = byGit(path)
      expect(names.toSorted()).toEqual(wanted.toSorted())
      expect(listBytes(again.things(), sum).equals(idx)).toBe(true)
    }
  })

  test('a difference from what is only elsewhere on this laptop brings that along', async () => {
    const thin = git(
      root,
      'main\n^main~3\n',
      'pack-objects',
      '--stdout',
      '--quiet',
      '--revs',
      '--thin',
      '--delta-base-offset',
    )
    const outside = async (oid: string) => ({
      type: git(root, '', 'cat-file', '-t', oid).toString().trim(),
      body: git(root, '', 'cat-file', git(root, '', 'cat-file', '-t', oid).toString().trim(), oid),
    })
    const path = join(temporaryFolder(), 'pack')
    const pack = await growPack(nodeDisk, path, outside)
    await take(pack, thin)
    const came = pack.count()
    const sum = await pack.finish()
    expect(pack.count()).toBeGreaterThan(came)
    expect(listBytes(pack.things(), sum).equals(byGit(path).idx)).toBe(true)
  })

  test('an answer in which a byte became another leaves nothing of itself', async () => {
    const bytes = packed(everything, '--delta-base-offset')
    for (const at of [2, 14, 200, 3_000, bytes.length >> 1, bytes.length - 3]) {
      const path = join(temporaryFolder(), 'pack')
      const pack = await growPack(nodeDisk, path, nothingElse)
      const other = Buffer.from(bytes)
      other[at] = (other[at] ?? 0) ^ 0x55
      await expect(take(pack, other)).rejects.toMatchObject({ code: 'ParseError' })
      expect(pack.count()).toBe(0)
      await take(pack, bytes)
      await pack.finish()
      expect(readFileSync(path).equals(bytes)).toBe(true)
    }
  })

  test('a file that cannot be read again is let go of', async () => {
    const path = join(temporaryFolder(), 'pack')
    writeFileSync(path, packed(everything).subarray(0, -30))
    let open = 0
    const failing: Disk['open'] = async (...args) => {
      const file = await nodeDisk.open(...args)
      const close = file.close.bind(file)
      open += 1
      return Object.assign(file, {
        truncate: () => Promise.reject(new Error('the disk failed')),
        close: () => {
          open -= 1
          return close()
        },
      })
    }
    await expect(growPack({ ...nodeDisk, open: failing }, path, nothingElse)).rejects.toThrow('the disk failed')
    expect(open).toBe(0)
  })

  test('no list is made of a pack that is damaged', async () => {
    const path = join(temporaryFolder(), 'pack')
    writeFileSync(path, packed(everything))
    truncateSync(path, 3_000)
    expect(await listPack(nodeDisk, path)).toBeNull()
    rmSync(path)
  })
})
