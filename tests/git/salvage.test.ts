import { createHash, randomBytes } from 'node:crypto'
import { chmodSync, readdirSync, readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { afterAll, describe, expect, test } from 'vitest'
import { type Disk, nodeDisk } from '../../src/main/files/index.ts'
import { salvage } from '../../src/main/git/repair/salvage-pack.ts'
import { repositoryAt } from '../../src/main/git/repository.ts'
import { git, packFile } from './damage.ts'
import { temporaryFolder, tidyUp } from './team.ts'

afterAll(tidyUp)

/** What git says of each thing in a pack; `from`: the one that it is told by its difference from. */
interface Entry {
  oid: string
  length: number
  begin: number
  from: string | undefined
}

/** One pack with pictures, and with a page that is told by its differences from version to version. */
function packed(): { root: string; pack: string; entries: Entry[] } {
  const root = temporaryFolder()
  git(root, 'init', '-q', '--initial-branch=main')
  for (let version = 0; version < 6; version++) {
    const words = Array.from({ length: 300 }, (_, at) => createHash('md5').update(`${at}`).digest('hex'))
    words[version] = `version ${version}`
    writeFileSync(join(root, 'long.md'), words.join('\n'))
    writeFileSync(join(root, `picture-${version}.jpg`), randomBytes(600_000))
    git(root, 'add', '.')
    git(root, '-c', 'user.name=A', '-c', 'user.email=a@example.org', 'commit', '-q', '-m', `${version}`)
  }
  git(root, 'repack', '-adfq')
  const lines = git(root, 'verify-pack', '-v', packFile(root, 'idx')).split('\n')
  const entries = lines.flatMap(line => {
    const [oid = '', type = '', , length, begin, , from] = line.split(/\s+/)
    return /^(commit|tree|blob)$/.test(type) ? [{ oid, length: Number(length), begin: Number(begin), from }] : []
  })
  return { root, pack: packFile(root, 'pack'), entries: entries.sort((a, b) => a.begin - b.begin) }
}

/** The names of everything that does not stand on the one that is spoiled. */
function unspoiled(entries: readonly Entry[], spoiled: Entry): string[] {
  const lost = new Set([spoiled.oid])
  for (let before = 0; before !== lost.size; ) {
    before = lost.size
    for (const { oid, from } of entries) if (from !== undefined && lost.has(from)) lost.add(oid)
  }
  return entries.flatMap(({ oid }) => (lost.has(oid) ? [] : [oid])).sort()
}

/** Says the longest piece that was ever read of a file at once. */
function watchedDisk(): { disk: Disk; longest: () => number } {
  let longest = 0
  const readFile = async (...wish: Parameters<Disk['readFile']>) => {
    const bytes = await nodeDisk.readFile(...wish)
    longest = Math.max(longest, bytes.length)
    return bytes
  }
  const open = async (...wish: Parameters<Disk['open']>) => {
    const file = await nodeDisk.open(...wish)
    const read = file.read.bind(file) as (...how: unknown[]) => Promise<{ bytesRead: number }>
    const watched = async (...how: unknown[]) => {
      const came = await read(...how)
      longest = Math.max(longest, came.bytesRead)
      return came
    }
    return Object.assign(file, { read: watched })
  }
  return { disk: Object.assign({ ...nodeDisk }, { readFile, open }), longest: () => longest }
}

describe('a damaged pack', { timeout: 60_000 }, () => {
  const { root, pack, entries } = packed()
  const bytes = readFileSync(pack)
  chmodSync(pack, 0o644)
  const looseIn = (gitdir: string) =>
    readdirSync(join(gitdir, 'objects'), { recursive: true, encoding: 'utf8' })
      .flatMap(path => /^([0-9a-f]{2})[/\\]([0-9a-f]{38})$/.exec(path)?.slice(1).join('') ?? [])
      .sort()

  async function salvaged(spoiled: Entry, offsets: readonly number[] | null) {
    const other = Buffer.from(bytes)
    const at = spoiled.begin + (spoiled.length >> 1)
    other[at] = (other[at] ?? 0) ^ 0x55
    writeFileSync(pack, other)
    const into = temporaryFolder()
    git(into, 'init', '-q', '--bare')
    const { disk, longest } = watchedDisk()
    await salvage(repositoryAt(root, disk, into), pack, offsets)
    return { names: looseIn(into), longest: longest() }
  }

  test('gives back everything but what is spoiled, one thing at a time', async () => {
    const offsets = entries.map(({ begin }) => begin)
    for (const at of [0, 3, entries.length >> 1, entries.length - 1]) {
      const spoiled = entries[at] ?? entries[0]
      if (spoiled === undefined) throw new Error('there is nothing in the pack')
      const { names, longest } = await salvaged(spoiled, offsets)
      expect(names, `at ${at}`).toEqual(unspoiled(entries, spoiled))
      expect(longest).toBeLessThan(bytes.length / 3)
    }
  })

  test('gives back what stands before the damage where its list is gone too', async () => {
    const spoiled = entries.at(-4)
    if (spoiled === undefined) throw new Error('there is nothing in the pack')
    const before = entries.filter(({ begin }) => begin < spoiled.begin).map(({ oid }) => oid)
    expect((await salvaged(spoiled, null)).names).toEqual(before.sort())
  })
})
