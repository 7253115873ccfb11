import { execFileSync } from 'node:child_process'
import { mkdirSync, renameSync, rmSync, symlinkSync, truncateSync, utimesSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { afterEach, describe, expect, test } from 'vitest'
import { createHistory, openHistory } from '../../src/main/git/index.ts'
import { workspacePathSchema } from '../../src/shared/content/ids.ts'
import { alone, config, orThrow, page, people, temporaryFolder, tidyUp } from './team.ts'

afterEach(tidyUp)

const moving = 'pages/education/moving.md'
const text = (bytes: Uint8Array | null) => (bytes === null ? null : Buffer.from(bytes).toString('utf8'))
const git = (root: string, ...args: string[]) =>
  execFileSync('git', ['-C', root, ...args], { encoding: 'utf8', stdio: ['ignore', 'pipe', 'pipe'] }).trim()

describe('a version', { timeout: 60_000 }, () => {
  test('holds every change, additions and removals alike, and git agrees', async () => {
    const priya = await alone({ [moving]: page(1, 'Moving', 'One.'), 'services/club.md': page(2, 'Club') })
    priya.write(moving, page(1, 'Moving', 'Two.'))
    priya.write('pages/health/new.md', page(3, 'New'))
    rmSync(join(priya.root, 'services/club.md'))
    const oid = await priya.save('Priya changed three pages')

    expect(oid).toBe(await priya.history.head())
    expect([...(await priya.history.filesAt('desk')).keys()].sort()).toEqual([
      '.gitattributes',
      moving,
      'pages/health/new.md',
      'signpost.yml',
    ])
    expect(git(priya.root, 'log', '--format=%an <%ae> %s')).toBe(
      'Priya Shah <priya@example.org> Priya changed three pages\nPriya Shah <priya@example.org> Priya Shah started this workspace',
    )
    expect(git(priya.root, 'status', '--porcelain')).toBe('')
    expect(git(priya.root, 'fsck', '--strict', '--no-dangling')).toBe('')
  })

  test('is decided by content: touched files and other line endings are no change', async () => {
    const priya = await alone({ [moving]: page(1, 'Moving', 'One.') })
    utimesSync(join(priya.root, moving), new Date(0), new Date(0))
    expect(await priya.save('nothing')).toBeNull()
    priya.write(moving, page(1, 'Moving', 'One.').replaceAll('\n', '\r\n'))
    expect(await priya.save('nothing')).toBeNull()
    const before = priya.read(moving)
    priya.write(moving, before.replace('One', 'Two'))
    utimesSync(join(priya.root, moving), new Date(0), new Date(0))
    expect(await priya.save('something')).not.toBeNull()
  })

  test('of some paths leaves the others for later', async () => {
    const priya = await alone({ [moving]: page(1, 'Moving', 'One.'), 'pages/b.md': page(2, 'B', 'One.') })
    priya.write(moving, page(1, 'Moving', 'Two.'))
    priya.write('pages/b.md', page(2, 'B', 'Two.'))
    const paths = [workspacePathSchema.parse(moving)]
    expect(await priya.history.commitPaths(paths, { sentence: 'one', by: priya.person })).not.toBeNull()
    expect(text(await priya.history.readAt('desk', 'pages/b.md'))).toContain('One.')
    expect(await priya.history.commitPaths(paths, { sentence: 'again', by: priya.person })).toBeNull()
  })

  test('never takes in what a link leads to, and never removes what is behind one', async () => {
    const priya = await alone({ [moving]: page(1, 'Moving', 'One.') })
    const outside = temporaryFolder()
    mkdirSync(join(outside, 'education'))
    writeFileSync(join(outside, 'education/secret.md'), 'secret')
    renameSync(join(priya.root, 'pages'), join(outside, 'pages'))
    symlinkSync(outside, join(priya.root, 'pages'))
    expect(await priya.save('nothing')).toBeNull()
    expect((await priya.history.filesAt('desk')).has(moving)).toBe(true)
  })

  test('is not made of a folder that has gone', async () => {
    const priya = await alone({ [moving]: page(1, 'Moving') })
    rmSync(join(priya.root, 'pages'), { recursive: true })
    rmSync(join(priya.root, 'signpost.yml'))
    expect(await priya.history.commit({ sentence: 'x', by: priya.person })).toMatchObject({ code: 'folder-gone' })
  })

  test('by somebody with a strange name is still one line of history', async () => {
    const priya = await alone({ [moving]: page(1, 'Moving') })
    priya.write(moving, page(1, 'Changed'))
    const by = { name: 'A <b>\nauthor C', email: 'x@example.org> 0 +0000' }
    orThrow(await priya.history.commit({ sentence: 'strange', by }))
    expect(git(priya.root, 'log', '-1', '--format=%an|%ae')).toBe('A b author C|x@example.org 0 +0000')
    expect(git(priya.root, 'fsck', '--strict', '--no-dangling')).toBe('')
  })
})

describe('the story', { timeout: 60_000 }, () => {
  test('of a page follows it through a move, and survives a restart', async () => {
    const priya = await alone({ [moving]: page(1, 'Moving', 'One.') })
    priya.write(moving, page(1, 'Moving', 'Two.'))
    await priya.save('second')
    rmSync(join(priya.root, moving))
    priya.write('pages/health/moved.md', page(1, 'Moving', 'Two.', 'Three.'))
    await priya.save('moved')

    for (const laptop of [priya, await priya.reopen()]) {
      const versions = await laptop.history.versions('pages/health/moved.md')
      expect(versions.map(({ sentence, path }) => [sentence, path])).toEqual([
        ['moved', 'pages/health/moved.md'],
        ['second', moving],
        ['Priya Shah started this workspace', moving],
      ])
      expect(text(await laptop.history.readAt(versions[1]?.version ?? '', moving))).toContain('Two.')
      expect(await laptop.history.deleted()).toEqual([])
    }
  })

  test('says who changed the words last, and a move alone changes nobody’s words', async () => {
    const priya = await alone({ [moving]: page(1, 'Moving', 'One.') })
    rmSync(join(priya.root, moving))
    priya.write('pages/health/moved.md', page(1, 'Moving', 'One.'))
    orThrow(await priya.history.commit({ sentence: 'Tom moved it', by: people.tom ?? priya.person }))
    const changed = await priya.history.changedLast()
    expect(changed.get('pages/health/moved.md')?.by).toEqual(priya.person)
    expect(changed.has(moving)).toBe(false)
  })

  test('knows what was deleted, and gives it back', async () => {
    const priya = await alone({ [moving]: page(1, 'Moving', 'One.') })
    rmSync(join(priya.root, moving))
    await priya.save('Priya deleted “Moving”')
    const [deleted] = await priya.history.deleted()
    expect(deleted).toMatchObject({ path: moving, by: priya.person })
    priya.write(moving, text(await priya.history.readAt(deleted?.version ?? '', moving)) ?? '')
    await priya.save('Priya put “Moving” back')
    expect(await priya.history.deleted()).toEqual([])
  })

  test('is read from git again where this computer’s copy of it is damaged', async () => {
    const priya = await alone({ [moving]: page(1, 'Moving', 'One.') })
    priya.write(moving, page(1, 'Moving', 'Two.'))
    await priya.save('second')
    expect(await priya.history.versions(moving)).toHaveLength(2)
    truncateSync(join(priya.cache, 'story.jsonl'), 300)
    const again = await priya.reopen()
    expect(await again.history.versions(moving)).toHaveLength(2)
    again.write(moving, page(1, 'Moving', 'Three.'))
    await again.save('third')
    expect(await again.history.versions(moving)).toHaveLength(3)
    expect(await (await again.reopen()).history.versions(moving)).toHaveLength(3)
  })
})

describe('another branch', { timeout: 60_000 }, () => {
  test('is listed as git lists it, whatever stood there before', async () => {
    const priya = await alone({ [moving]: page(1, 'Moving', 'One.') })
    const versions = [
      ['pages/a.md', 'pages/a/x.md', 'pages/a-b/x.md', 'services/c.md'],
      ['pages/a.md', 'pages/a/x.md', 'pages/a-b/x.md', 'services/c.md', 'media/a.jpg', 'pages/a/b.md', 'zoo.yml'],
      ['pages/a.md', 'pages/a-b/x.md', 'pages/a/b.md', 'services/c.md/part.md', 'zoo.yml'],
      ['pages/a.md', 'pages/a-b/x.md', 'pages/é.md', 'pages/a/b.md'],
      Array.from({ length: 80 }, (_, number) => `pages/${number}.md`),
      ['pages/7.md', 'pages/70.md', 'pages/8.md'],
      [],
    ]
    for (const [round, paths] of versions.entries()) {
      const files = new Map(paths.map((path, at) => [path, Buffer.from(at === 0 ? `words ${round}` : path)]))
      orThrow(await priya.history.writeTree({ branch: 'live', files, sentence: 'Published', by: priya.person }))
      const listed = [...(await priya.history.filesAt('live'))].map(([path, oid]) => `${oid}\t${path}`).join('\n')
      expect(listed).toBe(
        git(priya.root, '-c', 'core.quotepath=off', 'ls-tree', '-r', '--format=%(objectname)%x09%(path)', 'live'),
      )
    }
  })

  test('holds exactly what it is given, with notes for programs, and the desk stays as it is', async () => {
    const priya = await alone({ [moving]: page(1, 'Moving', 'One.'), 'pages/b.md': page(2, 'B') })
    const head = await priya.history.head()
    const known = await priya.history.filesAt('desk')
    const files = new Map<string, Uint8Array | string>([
      [moving, known.get(moving) ?? ''],
      ['pages/c.md', Buffer.from('new')],
    ])
    const first = orThrow(
      await priya.history.writeTree({
        branch: 'live',
        files,
        sentence: 'Published',
        by: priya.person,
        trailers: { Publish: '7' },
      }),
    )
    files.delete('pages/c.md')
    await priya.history.writeTree({ branch: 'live', files, sentence: 'Undone', by: priya.person })

    expect([...(await priya.history.filesAt(first)).keys()].sort()).toEqual(['pages/c.md', moving])
    expect([...(await priya.history.filesAt('live')).keys()]).toEqual([moving])
    const log = await priya.history.logOf('live')
    expect(log.map(({ sentence, trailers }) => [sentence, trailers])).toEqual([
      ['Undone', {}],
      ['Published', { Publish: '7' }],
    ])
    expect(await priya.history.head()).toBe(head)
    expect(await priya.history.logOf('nothing')).toEqual([])
  })
})

describe('opening', { timeout: 60_000 }, () => {
  const deps = () => ({
    cache: temporaryFolder(),
    choices: { list: async () => [], put: async () => undefined, remove: async () => undefined },
    now: () => new Date(),
    http: fetch,
  })

  test('a folder that is no workspace is refused, and so is a history that is a link, or another program’s that holds no version yet', async () => {
    expect(await openHistory(temporaryFolder(), deps())).toMatchObject({ code: 'not-a-workspace' })
    const priya = await alone({})
    const lured = temporaryFolder()
    symlinkSync(join(priya.root, '.git'), join(lured, '.git'))
    expect(await openHistory(lured, deps())).toMatchObject({ code: 'not-a-workspace' })
    const pointed = temporaryFolder()
    writeFileSync(join(pointed, '.git'), `gitdir: ${join(priya.root, '.git')}\n`)
    expect(await openHistory(pointed, deps())).toMatchObject({ code: 'not-a-workspace' })
    const begun = temporaryFolder()
    writeFileSync(join(begun, 'signpost.yml'), config)
    git(begun, 'init', '-q')
    expect(await openHistory(begun, deps())).toMatchObject({ code: 'not-a-workspace' })
  })

  test('a truncated index of other git programs is made anew', async () => {
    const priya = await alone({ [moving]: page(1, 'Moving') })
    truncateSync(join(priya.root, '.git/index'), 40)
    await priya.reopen()
    expect(git(priya.root, 'status', '--porcelain')).toBe('')
  })

  test('an index that is whole and younger than the newest version is left to whoever is at work in it', async () => {
    const priya = await alone({ [moving]: page(1, 'Moving') })
    const staged = () => git(priya.root, 'diff', '--cached', '--name-only')
    priya.write('notes.txt', 'Mine')
    git(priya.root, 'add', 'notes.txt')
    await priya.reopen()
    expect(staged()).toBe('notes.txt')
    utimesSync(join(priya.root, '.git/index'), 1, 1)
    await priya.reopen()
    expect(staged()).toBe('')
  })

  test('a folder that has a history already does not get another', async () => {
    const priya = await alone({})
    expect(await createHistory(priya.root, priya.person, deps())).toMatchObject({ code: 'already-a-workspace' })
    expect(priya.read('signpost.yml')).toBe(config)
  })
})
