import { execFileSync } from 'node:child_process'
import { mkdirSync, readdirSync, readFileSync, writeFileSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { afterEach, describe, expect, test } from 'vitest'
import { type JoinOptions, joinRemote, type Progress } from '../../src/main/git/index.ts'
import { faultyDisk } from '../files/faults.ts'
import { config, joined, orThrow, page, people, server, team, temporaryFolder, tidyUp, tokenOf } from './team.ts'

afterEach(tidyUp)

const tom = people.tom ?? { name: 'Tom', email: 'tom@example.org' }
const files = { 'pages/education/moving.md': page(1, 'Moving', 'Words.'), 'media/a.jpg': 'bytes' }

const options = (address: string, more: Partial<JoinOptions> = {}): JoinOptions => ({
  address,
  folder: join(temporaryFolder(), 'offer'),
  token: tokenOf('tom'),
  by: tom,
  http: fetch,
  ...more,
})

/** Nothing is left in the folder or beside it. */
const isUntouched = ({ folder }: JoinOptions) => expect(readdirSync(dirname(folder))).toEqual([])

describe('joining', { timeout: 60_000 }, () => {
  test('brings every file and the whole history, and shows progress', async () => {
    const { server: shared } = await team(files, 'priya', 'tom')
    const seen: Progress[] = []
    const joining = options(shared.url('offer'), { onProgress: progress => seen.push(progress) })
    expect(await joinRemote(joining)).toEqual({ kind: 'joined' })
    expect(readFileSync(join(joining.folder, 'pages/education/moving.md'), 'utf8')).toBe(
      files['pages/education/moving.md'],
    )
    expect(readFileSync(join(joining.folder, '.gitattributes'), 'utf8')).toContain('eol=lf')
    expect(readdirSync(dirname(joining.folder))).toEqual(['offer'])
    expect(seen.at(-1)).toEqual({ sentence: 'Putting the pages on this laptop', done: 4, total: 4 })
    const git = (...args: string[]) => execFileSync('git', ['-C', joining.folder, ...args], { encoding: 'utf8' }).trim()
    expect(git('status', '--porcelain')).toBe('')
    expect(git('config', 'user.email')).toBe(tom.email)
    expect(readFileSync(join(joining.folder, '.git/config'), 'utf8')).not.toContain(tokenOf('tom'))
  })

  test('into an empty folder that is there already', async () => {
    const { server: shared } = await team(files, 'priya', 'tom')
    const joining = options(shared.url('offer'))
    mkdirSync(joining.folder)
    expect(await joinRemote(joining)).toEqual({ kind: 'joined' })
  })

  test.each([
    [{ kind: 'unauthorised' }, 'signed-out'],
    [{ kind: 'forbidden' }, 'no-permission'],
    [{ kind: 'html' }, 'web-page'],
    [{ kind: 'down' }, 'offline'],
    [{ kind: 'busy' }, 'server-busy'],
    [{ kind: 'cut', afterBytes: 400 }, 'offline'],
  ] as const)('a shared copy that is %j: %s, and nothing is left behind', async (behaviour, code) => {
    const { server: shared } = await team(files, 'priya', 'tom')
    shared.behave(behaviour)
    const joining = options(shared.url('offer'))
    const answer = await joinRemote(joining)
    expect(answer).toMatchObject({ kind: 'refused', code })
    expect(JSON.stringify(answer)).not.toContain(tokenOf('tom'))
    // Whoever joins has no work here yet that could be safe, and no Settings to go to.
    expect(answer).toMatchObject({ sentence: expect.stringMatching(/Nothing was put on this laptop\.$/) })
    expect(JSON.stringify(answer)).not.toContain('Settings')
    isUntouched(joining)
  })

  test('an empty shared copy, one that is no Local Offer, and none', async () => {
    const shared = await server('tom')
    const bare = shared.create('offer')
    const empty = options(shared.url('offer'))
    expect(await joinRemote(empty)).toMatchObject({ code: 'empty' })
    isUntouched(empty)

    const other = temporaryFolder()
    const git = (...args: string[]) => execFileSync('git', ['-C', other, ...args], { stdio: 'ignore' })
    git('init', '--initial-branch=main')
    writeFileSync(join(other, 'README'), 'code')
    git('add', '.')
    git('-c', 'user.name=A', '-c', 'user.email=a@example.org', 'commit', '-m', 'code')
    git('push', bare, 'main')
    const wrong = options(shared.url('offer'))
    expect(await joinRemote(wrong)).toMatchObject({ code: 'not-a-local-offer' })
    isUntouched(wrong)
    expect(await joinRemote(options(shared.url('nowhere')))).toMatchObject({ code: 'not-found' })
    expect(await joinRemote(options('moving.docx'))).toMatchObject({ code: 'address' })
  })

  test('a folder with something in it is left alone', async () => {
    const { server: shared } = await team(files, 'priya', 'tom')
    const joining = options(shared.url('offer'), { folder: temporaryFolder() })
    writeFileSync(join(joining.folder, 'mine.txt'), 'mine')
    expect(await joinRemote(joining)).toMatchObject({ code: 'folder-not-empty' })
    expect(readdirSync(joining.folder)).toEqual(['mine.txt'])
  })

  test('a disk that was full before anything came, or a person who stops it, leaves nothing behind', async () => {
    const { server: shared } = await team(files, 'priya', 'tom')
    const full = options(shared.url('offer'), { disk: faultyDisk('ENOSPC', change => change > 2 && change < 20) })
    expect(await joinRemote(full)).toMatchObject({ code: 'disk-full' })
    isUntouched(full)
    const stop = new AbortController()
    const stopped = options(shared.url('offer'), { signal: stop.signal, onProgress: () => stop.abort() })
    expect(await joinRemote(stopped)).toMatchObject({ code: 'stopped' })
    isUntouched(stopped)
  })
})

describe('a hostile shared copy', { timeout: 60_000 }, () => {
  type Evil = (name: string, mode?: string) => void

  /** A shared copy with names in it that git itself would refuse to make. */
  async function hostile(build: (add: Evil) => void) {
    const shared = await server('tom')
    const bare = shared.create('offer')
    const git = (input: string | Buffer, ...args: string[]) =>
      execFileSync('git', ['-C', bare, ...args], { input, encoding: 'utf8', stdio: ['pipe', 'pipe', 'ignore'] }).trim()
    const blob = git('owned', 'hash-object', '-w', '--stdin')
    const inner = git(`100644 blob ${blob}\towned.md\n`, 'mktree')
    const entries = new Map<string, Buffer>()
    const add = (mode: string, name: string, oid: string) =>
      entries.set(
        mode === '40000' ? `${name}/` : name,
        Buffer.concat([Buffer.from(`${mode} ${name}\0`), Buffer.from(oid, 'hex')]),
      )
    add('100644', 'signpost.yml', git(config, 'hash-object', '-w', '--stdin'))
    build((name, mode = '40000') => {
      add(mode, name, mode === '40000' ? inner : mode === '120000' ? git('/etc', 'hash-object', '-w', '--stdin') : blob)
    })
    const tree = Buffer.concat([...entries].sort(([a], [b]) => (a < b ? -1 : 1)).map(([, bytes]) => bytes))
    const root = git(tree, 'hash-object', '-w', '-t', 'tree', '--literally', '--stdin')
    const commit = git('x', '-c', 'user.name=A', '-c', 'user.email=a@example.org', 'commit-tree', root)
    git('', 'update-ref', 'refs/heads/main', commit)
    return shared
  }

  test.each(['..', '.git', '.GIT', '.git ', 'git~1', '.g\u200cit', 'a\\b'])(
    'with the name %j in it is refused',
    async name => {
      const shared = await hostile(add => add(name))
      const joining = options(shared.url('offer'))
      expect(await joinRemote(joining)).toMatchObject({ code: 'unsafe-names' })
      isUntouched(joining)
    },
  )

  test('puts no link on this laptop, no device name, and nothing into Signpost’s own corner', async () => {
    const shared = await hostile(add => {
      add('.signpost')
      add('con.md', '100644')
      add('media', '120000')
      add('pages', '160000')
    })
    const laptop = await joined(shared, 'tom')
    expect(readdirSync(laptop.root).sort()).toEqual(['.git', 'signpost.yml'])
    laptop.write('services/a.md', page(1, 'A'))
    await laptop.save('added')
    orThrow(await laptop.sync())
    expect(readdirSync(laptop.root).sort()).toEqual(['.git', 'services', 'signpost.yml'])
    const names = execFileSync('git', ['-C', shared.folder('offer'), 'ls-tree', '--name-only', 'main'], {
      encoding: 'utf8',
    })
    expect(names.trim().split('\n').sort()).toEqual([
      '.signpost',
      'con.md',
      'media',
      'pages',
      'services',
      'signpost.yml',
    ])
  })
})
