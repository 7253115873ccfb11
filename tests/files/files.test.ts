import { mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, symlinkSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import {
  clearPrivateFolder,
  type Disk,
  durableFs,
  inside,
  nodeDisk,
  privateFolder,
  readBounded,
  readInside,
  readMany,
  removeDurably,
  writeDurably,
} from '../../src/main/files/index.ts'
import { type WorkspacePath, workspacePathSchema } from '../../src/shared/content/ids.ts'
import { faultyDisk } from './faults.ts'

let root: string
beforeEach(() => {
  root = mkdtempSync(join(tmpdir(), 'signpost-files-'))
})
afterEach(() => rmSync(root, { recursive: true, force: true }))

const path = (text: string): WorkspacePath => workspacePathSchema.parse(text)
const page = path('pages/education/moving.md')
const onDisk = () => readFileSync(join(root, page), 'utf8')

describe('a durable write', () => {
  test('makes the folders it needs and leaves nothing else behind', async () => {
    expect(await writeDurably(root, page, 'words')).toEqual({ kind: 'written' })
    expect(onDisk()).toBe('words')
    expect(readdirSync(join(root, 'pages/education'))).toEqual(['moving.md'])
    expect(readdirSync(privateFolder(root))).toEqual([])
  })

  test.each([
    ['ENOSPC', 'disk-full'],
    ['EROFS', 'disk-read-only'],
    ['EMFILE', 'too-many-files-open'],
    ['EACCES', 'no-permission-on-disk'],
    ['EPERM', 'no-permission-on-disk'],
    ['EBUSY', 'file-in-use'],
    ['EIO', 'disk-failing'],
    ['EDQUOT', 'disk-full'],
  ])('%s at every point leaves the former words whole and has a sentence', async (errno, code) => {
    await writeDurably(root, page, 'former words')
    const counting = faultyDisk(errno, () => false)
    await writeDurably(root, page, 'counting', { disk: counting })
    await writeDurably(root, page, 'former words')
    expect(counting.asked.count).toBeGreaterThan(3)

    for (let point = 0; point < counting.asked.count; point++) {
      const disk = faultyDisk(errno, change => change >= point)
      const answer = await writeDurably(root, page, `new words ${point}`, { disk })
      expect(answer).toMatchObject({ kind: 'refused', code })
      expect(onDisk()).toBe('former words')
    }
    expect(await writeDurably(root, page, 'new words')).toEqual({ kind: 'written' })
  })

  test('waits for another program that holds the file, and then goes on', async () => {
    for (const errno of ['EBUSY', 'EPERM', 'EACCES']) {
      const disk = faultyDisk(errno, change => change < 3)
      expect(await writeDurably(root, page, errno, { disk })).toEqual({ kind: 'written' })
      expect(onDisk()).toBe(errno)
    }
  })

  test('every way in which the history reaches the disk waits likewise', async () => {
    const calls = {
      readFile: ['file'],
      readdir: ['.'],
      stat: ['file'],
      lstat: ['file'],
      writeFile: ['file', 'new words'],
      mkdir: ['folder'],
      rmdir: ['folder'],
      rm: ['file'],
      unlink: ['other'],
    } as const
    writeFileSync(join(root, 'file'), 'words')
    writeFileSync(join(root, 'other'), 'words')
    for (const [name, [where, ...rest]] of Object.entries(calls)) {
      let held = 2
      const waits: number[] = []
      const disk = Object.fromEntries(
        Object.entries(nodeDisk).map(([call, work]) => [
          call,
          async (...args: unknown[]) => {
            if (call === 'wait') return void waits.push(Number(args[0]))
            if (held-- > 0) throw Object.assign(new Error('held'), { code: 'EBUSY' })
            return Reflect.apply(work as (...all: unknown[]) => unknown, nodeDisk, args)
          },
        ]),
      ) as unknown as Disk
      const fs = durableFs(root, disk).promises
      await Reflect.apply(fs[name as keyof typeof fs], fs, [join(root, where), ...rest])
      expect(waits.length, name).toBeGreaterThan(1)
    }
  })

  test('a fault that nobody foresaw is thrown, not dressed up', async () => {
    const disk = faultyDisk('ESOMETHING', () => true)
    await expect(writeDurably(root, page, 'words', { disk })).rejects.toThrow('ESOMETHING')
  })

  test('a folder that the disk did not flush is flushed before the next name, though nobody writes into it again', async () => {
    const flushed: string[] = []
    let fails = true
    const open = async (path: string, ...rest: unknown[]) => {
      const isFlush = rest[0] === 'r'
      if (isFlush && fails && path.includes('objects')) throw Object.assign(new Error('fault'), { code: 'EIO' })
      if (isFlush) flushed.push(path)
      return Reflect.apply(nodeDisk.open, nodeDisk, [path, ...rest])
    }
    const fs = durableFs(root, { ...nodeDisk, open: open as Disk['open'] })
    await fs.promises.writeFile(join(root, 'objects/ab/cd'), 'words')
    const name = () => fs.promises.writeFile(join(root, 'refs/main'), 'ab')
    await expect(name()).rejects.toThrow('fault')
    fails = false
    await name()
    expect(flushed).toContain(join(root, 'objects/ab'))
  })

  test('what a kill left half written is cleared away', async () => {
    mkdirSync(privateFolder(root), { recursive: true })
    writeFileSync(join(privateFolder(root), 'half'), 'ha')
    await clearPrivateFolder(privateFolder(root))
    expect(readdirSync(privateFolder(root))).toEqual([])
  })
})

describe('removing', () => {
  test('takes the folders that it leaves empty, and no others', async () => {
    await writeDurably(root, page, 'one')
    await writeDurably(root, path('pages/health/two.md'), 'two')
    expect(await removeDurably(root, page)).toEqual({ kind: 'written' })
    expect(readdirSync(join(root, 'pages'))).toEqual(['health'])
    expect(await removeDurably(root, page)).toEqual({ kind: 'written' })
  })
})

describe('the door to the disk', () => {
  test.each([
    '../outside.md',
    'pages/../../outside.md',
    '/etc/passwd',
    'pages//a.md',
    'pages/./a.md',
    '.git/config',
    'pages/.GIT/config',
    'pages/.g\u200cit/config',
    'pages/git~1/config',
    'pages/con.md',
    'pages\\a.md',
    'C:/a.md',
    'pages/a.md.',
    'pages/a\0.md',
  ])('%j does not open', async bad => {
    const unchecked = bad as WorkspacePath
    expect(await inside(root, unchecked)).toMatchObject({ kind: 'refused', code: 'leads-out' })
    expect(await writeDurably(root, unchecked, 'x')).toMatchObject({ kind: 'refused', code: 'leads-out' })
  })

  test('a link to a folder or a file outside is not followed, to read, to write or to remove', async () => {
    const outside = mkdtempSync(join(tmpdir(), 'signpost-outside-'))
    writeFileSync(join(outside, 'secret.md'), 'secret')
    symlinkSync(outside, join(root, 'pages'))
    mkdirSync(join(root, 'media'))
    symlinkSync(join(outside, 'secret.md'), join(root, 'media/photo.jpg'))

    for (const lured of [path('pages/secret.md'), path('media/photo.jpg')]) {
      expect(await readInside(root, lured, 1000)).toMatchObject({ code: 'leads-out' })
      expect(await writeDurably(root, lured, 'mine')).toMatchObject({ code: 'leads-out' })
      expect(await removeDurably(root, lured)).toMatchObject({ code: 'leads-out' })
    }
    expect(await readBounded(join(root, 'media/photo.jpg'), 1000)).toMatchObject({ code: 'not-a-file' })
    expect(readFileSync(join(outside, 'secret.md'), 'utf8')).toBe('secret')
    rmSync(outside, { recursive: true })
  })
})

describe('reading', () => {
  test('is bounded, and tells a missing file, a folder and a large file apart', async () => {
    await writeDurably(root, page, 'words')
    expect(Buffer.from((await readInside(root, page, 5)) as Uint8Array).toString()).toBe('words')
    expect(await readInside(root, page, 4)).toMatchObject({ code: 'too-big' })
    expect(await readInside(root, path('pages/none.md'), 5)).toMatchObject({ code: 'missing' })
    expect(await readInside(root, path('pages/education'), 5)).toMatchObject({ code: 'not-a-file' })
  })

  test('uses the disk that was passed in', async () => {
    await writeDurably(root, page, 'words')
    const disk = {
      ...nodeDisk,
      wait: async () => undefined,
      open: () => Promise.reject(Object.assign(new Error(), { code: 'EIO' })),
    }
    expect(await readInside(root, page, 5, disk)).toMatchObject({ code: 'disk-failing' })
  })

  test('very many files answers what reading each of them does, on a quick disk and on a slow one', async () => {
    const plain = Array.from({ length: 60 }, (_, number) => path(`pages/health/${number}.md`))
    for (const each of plain) await writeDurably(root, each, each.slice(6))
    writeFileSync(join(root, plain[7] ?? ''), '')
    writeFileSync(join(root, plain[8] ?? ''), 'x'.repeat(21))
    mkdirSync(join(root, 'pages/health/folder.md'))
    const outside = mkdtempSync(join(tmpdir(), 'signpost-outside-'))
    writeFileSync(join(outside, 'secret.md'), 'secret')
    symlinkSync(outside, join(root, 'pages/linked'))
    symlinkSync(join(outside, 'secret.md'), join(root, 'pages/health/linked.md'))
    const odd = [
      'health/folder.md',
      'linked/secret.md',
      'health/linked.md',
      'health/none.md',
      'none/a.md',
      'health/1.md/a.md',
    ]
    const paths = [...plain, ...odd.map(each => path(`pages/${each}`)), 'pages/../../secret.md' as WorkspacePath]
    const each = await Promise.all(paths.map(one => readInside(root, one, 20)))
    const codes = each.flatMap(one => ('kind' in one ? [one.code] : []))
    expect(codes).toEqual([
      'too-big',
      'not-a-file',
      'leads-out',
      'leads-out',
      'missing',
      'missing',
      'missing',
      'leads-out',
    ])

    const readNow: Disk['readNow'] = (file, most) => {
      for (const until = performance.now() + 4; performance.now() < until; );
      return nodeDisk.readNow(file, most)
    }
    for (const disk of [nodeDisk, { ...nodeDisk, readNow }, { ...nodeDisk, readNow: () => null }]) {
      const read = await readMany(root, paths, 20, (bytes, at) => ({ bytes, at }), disk)
      expect(read.map(({ at }) => at)).toEqual(paths)
      expect(read.map(({ bytes }) => ('kind' in bytes ? bytes : Buffer.from(bytes)))).toEqual(
        each.map(bytes => ('kind' in bytes ? bytes : Buffer.from(bytes))),
      )
    }
    rmSync(outside, { recursive: true })
  })
})
