import { cpSync, existsSync, mkdirSync, readFileSync, rmSync } from 'node:fs'
import { join } from 'node:path'
import { afterEach, describe, expect, test } from 'vitest'
import { type Disk, nodeDisk } from '../../src/main/files/index.ts'
import { hidingDisk } from '../files/faults.ts'
import { type Damage, damages, faultsOf, git, objectFile, packFile } from './damage.ts'
import { alone, type Laptop, opened, orThrow, page, team, temporaryFolder, tidyUp } from './team.ts'

afterEach(tidyUp)

const moving = 'pages/education/moving.md'
const other = 'pages/health/other.md'
const every = Object.keys(damages) as Damage[]
const gitWords = /commit|merge|branch|object|index|pack|ref\b|\.git|repository|push|fetch|tree|blob/i

/** Two pages, three versions: the first of everything, one of each page. */
async function withVersions(laptop: Laptop): Promise<Laptop> {
  laptop.write(moving, page(1, 'Moving', 'Two.'))
  await laptop.save('second')
  laptop.write(moving, page(1, 'Moving', 'Three.'))
  await laptop.save('third')
  return laptop
}

const pages = { [moving]: page(1, 'Moving', 'One.'), [other]: page(2, 'Other', 'Words.') }

/** The same, made once and copied: making it takes longer than what is shown of it. */
async function onACopy(made: Laptop): Promise<Laptop> {
  const [root, cache] = [join(temporaryFolder(), 'offer'), temporaryFolder()]
  cpSync(made.root, root, { recursive: true, preserveTimestamps: true })
  return opened(root, 'priya', cache)
}

/** Opens it again, and shows that every file is as it was and that what is said is one plain sentence. */
async function opensAgain(laptop: Laptop): Promise<Laptop> {
  const before = [moving, other, 'signpost.yml'].map(path => laptop.read(path))
  const again = await laptop.reopen()
  expect([moving, other, 'signpost.yml'].map(path => again.read(path))).toEqual(before)
  for (const notice of again.history.notices) {
    expect(notice).not.toMatch(gitWords)
    expect(notice.match(/\.(\s|$)/g)).toHaveLength(1)
  }
  expect(again.history.notices.length).toBeLessThan(2)
  return again
}

async function goesOn(laptop: Laptop, words: string): Promise<void> {
  laptop.write(moving, page(1, 'Moving', words))
  expect(await laptop.save(`then ${words}`)).not.toBeNull()
  expect(git(laptop.root, 'status', '--porcelain')).toBe('')
}

type Where = (laptop: Laptop) => string
const inGit =
  (path: string): Where =>
  ({ root }) =>
    join(root, '.git', path)
const object =
  (what: string): Where =>
  ({ root }) =>
    objectFile(root, what)

describe('on a laptop without a shared copy', { timeout: 120_000 }, () => {
  const found: [string, Where, RegExp][] = [
    ['the name of the branch that is worked on', inGit('HEAD'), /nothing was lost/],
    ['the name of the newest version', inGit('refs/heads/main'), /nothing was lost|put it right/],
    ['the newest version', object('main'), /saved again as one version/],
    ['its top folder', object('main^{tree}'), /nothing was lost/],
    ['its settings file', object('main:signpost.yml'), /nothing was lost/],
    ['the settings', inGit('config'), /nothing was lost/],
  ]
  test.each(found)(
    '%s is found damaged at the start and put right',
    async (_, where, sentence) => {
      const made = await withVersions(await alone(pages))
      for (const damage of every) {
        const priya = await onACopy(made)
        damages[damage](where(priya))
        const again = await opensAgain(priya)
        expect(again.history.notices, damage).toEqual([expect.stringMatching(sentence)])
        await again.save('what was typed last')
        expect(faultsOf(again.root), damage).toBe('')
        await goesOn(again, 'Four.')
        const told = (await again.history.versions(moving)).map(version => version.sentence)
        expect(told.slice(-2), damage).toEqual(['second', 'Priya Shah started this workspace'])
        expect((await again.reopen()).history.notices).toEqual([])
      }
    },
    120_000,
  )

  const deep: [string, Where, RegExp][] = [
    ['a folder of the newest version', object('main:pages/education'), /nothing was lost/],
    ['the words of a page as it is', object('main:pages/education/moving.md'), /nothing was lost/],
    ['the words of an earlier version', object('main^:pages/education/moving.md'), /can no longer be shown/],
    ['an earlier version', object('main^'), /can no longer be shown/],
  ]
  test.each(deep)(
    '%s is found by reading everything',
    async (_, where, sentence) => {
      const made = await withVersions(await alone(pages))
      for (const damage of every) {
        const priya = await onACopy(made)
        damages[damage](where(priya))
        const again = await opensAgain(priya)
        expect(again.history.notices).toEqual([])
        expect(await again.history.examine(), damage).toMatch(sentence)
        expect(faultsOf(again.root), damage).toBe('')
        await goesOn(again, 'Four.')
        const [newest, former] = await again.history.versions(moving)
        expect([newest?.sentence, former?.sentence]).toEqual(['then Four.', 'third'])
        expect(await again.history.examine()).toBeNull()
      }
    },
    120_000,
  )

  test('what is lost for good does not stand in the way of sharing for the first time', async () => {
    const { server, laptops } = await team({ 'pages/x.md': page(9, 'X') }, 'priya')
    expect(laptops).toHaveLength(1)
    const priya = await withVersions(await alone(pages))
    damages.removed(objectFile(priya.root, 'main^:pages/education/moving.md'))
    expect(await priya.history.examine()).toMatch(/can no longer be shown/)
    const bare = server.create('second')
    orThrow(await priya.history.setRemote(server.url('second')))
    expect((await priya.sync()).kind).toBe('shared')
    expect(git(bare, 'log', '--format=%s', 'main').split('\n')[0]).toBe('third')
    expect(faultsOf(bare)).toBe('')
  })

  const packed: [string, Where][] = [
    ['a pack', ({ root }) => packFile(root, 'pack')],
    ['a pack’s list of contents', ({ root }) => packFile(root, 'idx')],
    ['the list of names', inGit('packed-refs')],
  ]
  test.each(packed)(
    '%s of another git program is put right as far as it goes',
    async (_, where) => {
      const made = await withVersions(await alone(pages))
      git(made.root, 'gc', '-q')
      for (const damage of every) {
        const priya = await onACopy(made)
        damages[damage](where(priya))
        const again = await opensAgain(priya)
        expect(again.history.notices, damage).toHaveLength(1)
        expect(faultsOf(again.root), damage).toBe('')
        await again.save('what was typed last')
        await goesOn(again, 'Four.')
        expect(faultsOf(again.root), damage).toBe('')
      }
    },
    120_000,
  )

  test('with no version left to read, it starts again from the files', async () => {
    const priya = await withVersions(await alone(pages))
    rmSync(join(priya.root, '.git/objects'), { recursive: true })
    mkdirSync(join(priya.root, '.git/objects'))
    const again = await opensAgain(priya)
    expect(again.history.notices[0]).toMatch(/starts again from your pages/)
    expect(faultsOf(again.root)).toBe('')
    await goesOn(again, 'Four.')
    expect(await again.history.versions(moving)).toHaveLength(2)
  })
})

describe('on a laptop with a shared copy', { timeout: 120_000 }, () => {
  const things: [string, Where][] = [
    ['the newest version', object('main')],
    ['its top folder', object('main^{tree}')],
    ['the words of an earlier version', object('main~2:pages/education/moving.md')],
    ['a version that was shared', object('main~1')],
    ['what was shared last', inGit('refs/signpost/seen/main')],
    ['everything that is kept', inGit('objects')],
    ['every name', inGit('refs')],
  ]
  test.each(things)(
    '%s comes back with the next sharing, and no word is missing',
    async (name, where) => {
      const isFolder = name.startsWith('every')
      for (const damage of isFolder ? (['removed'] as const) : (['cut short', 'removed'] as const)) {
        const { laptops } = await team(pages, 'priya', 'tom')
        const [priya, tom] = laptops
        if (!priya || !tom) throw new Error('a team of two')
        await withVersions(priya)
        orThrow(await priya.sync())
        tom.write('pages/tom.md', page(3, 'Tom', 'From Tom.'))
        await tom.save('from Tom')
        orThrow(await tom.sync())
        priya.write(other, page(2, 'Other', 'Not shared yet.'))
        await priya.save('not shared')

        damages[damage](where(priya))
        const again = await opensAgain(priya)
        const found = await again.history.examine()
        const said = [...again.history.notices, found ?? ''].join(' ')
        // That a name is gone which nothing else needs cannot be seen, and need not be.
        const isSeen = name === 'what was shared last' && damage === 'removed'
        expect(said, `${name} ${damage}`).toMatch(isSeen ? /^ *$/ : /damaged/)
        await goesOn(again, 'Four.')
        expect(await again.sync(), `${name} ${damage}`).toMatchObject({ kind: 'shared' })
        expect(faultsOf(again.root), `${name} ${damage}`).toBe('')
        expect(again.read('pages/tom.md')).toContain('From Tom.')
        orThrow(await tom.sync())
        expect(tom.read(other)).toContain('Not shared yet.')
        expect(tom.read(moving)).toContain('Four.')
        const told = (await again.history.versions(moving)).map(({ sentence }) => sentence)
        expect(told).toEqual(expect.arrayContaining(['second', 'third', 'Priya Shah started this workspace']))
        expect(await again.history.examine()).toBeNull()
      }
    },
    240_000,
  )
})

describe('a look through the whole history, once a week', () => {
  test('tells what it put right, also where the disk takes no note of the look', async () => {
    const priya = await withVersions(await alone(pages))
    let isFull = false
    const disk: Disk = {
      ...nodeDisk,
      rename: async (from, to) => {
        if (isFull && String(to).endsWith('examined.json')) throw Object.assign(new Error('full'), { code: 'ENOSPC' })
        return nodeDisk.rename(from, to)
      },
    }
    const again = await priya.reopen(disk)
    damages.removed(objectFile(priya.root, 'main:pages/education'))
    isFull = true
    expect(await again.history.examineIfDue()).toMatch(/nothing was lost/)
    isFull = false
    expect(await again.history.examineIfDue()).toBeNull()
    damages.removed(objectFile(priya.root, 'main:pages/education'))
    expect(await again.history.examineIfDue()).toBeNull()
  })

  test('is put off where the disk does not let anybody look at this moment, and is no fault of the program', async () => {
    const priya = await withVersions(await alone(pages))
    const lost = objectFile(priya.root, 'main^:pages/education/moving.md')
    let isHeld = false
    const again = await priya.reopen(
      hidingDisk('EIO', path => isHeld && /[\\/]objects[\\/][0-9a-f]{2}[\\/]/.test(path)),
    )
    damages.removed(lost)
    isHeld = true
    expect(await again.history.examineIfDue()).toBeNull()
    isHeld = false
    expect(await again.history.examineIfDue()).toMatch(/can no longer be shown/)
  })
})

test('a whole pack that the disk does not let be opened at this moment is not laid aside', async () => {
  const priya = await withVersions(await alone(pages))
  git(priya.root, 'repack', '-ad')
  const pack = packFile(priya.root, 'pack')
  const before = readFileSync(pack)
  const list = packFile(priya.root, 'idx')
  damages['cut short'](list)
  let isHeld = true
  // Another program takes hold of it once its damaged list is laid aside, before there is a new one.
  const disk = hidingDisk('EACCES', path => isHeld && path === pack && !existsSync(list))
  await expect(priya.reopen(disk)).rejects.toThrow()
  expect(readFileSync(pack).equals(before)).toBe(true)
  isHeld = false
  const again = await priya.reopen(disk)
  expect((await again.history.versions(moving)).map(({ sentence }) => sentence)).toContain('third')
  await goesOn(again, 'Four.')
})

test('a version that the list of its files can make again is not given up while the disk does not let that list be read', async () => {
  const priya = await withVersions(await alone(pages))
  priya.write(moving, page(1, 'Moving', 'Four, and no version yet.'))
  damages.removed(objectFile(priya.root, 'main^{tree}'))
  let isHeld = true
  const disk = hidingDisk('EIO', path => isHeld && path === join(priya.root, '.git', 'index'))
  await expect(priya.reopen(disk)).rejects.toThrow()
  isHeld = false
  const again = await priya.reopen(disk)
  expect((await again.history.versions(moving)).map(({ sentence }) => sentence)).toContain('third')
  expect(faultsOf(again.root)).toBe('')
  await goesOn(again, 'Five.')
})
