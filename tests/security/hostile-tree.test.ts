import { execFileSync } from 'node:child_process'
import { existsSync, readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { afterEach, describe, expect, test } from 'vitest'
import { joinRemote } from '../../src/main/git/index.ts'
import { config, joined, orThrow, page, server, temporaryFolder, tidyUp, tokenOf } from '../git/team.ts'
import type { GitServer } from '../git-server/git-server.ts'

/** What a shared copy says is not believed: a tampered one puts nothing on a laptop that it could not also take away. */

afterEach(tidyUp)

/** A folder's content: a file's text, or a folder that was written before, by its name in git. */
type Content = { text: string } | { tree: string }

function git(folder: string, input: string | Buffer, ...words: string[]): string {
  return execFileSync('git', ['-C', folder, ...words], { input, encoding: 'utf8' }).trim()
}

function writeTree(folder: string, content: Record<string, Content>): string {
  const entries = Object.entries(content).map(([name, what]) => ({
    sort: 'tree' in what ? `${name}/` : name,
    mode: 'tree' in what ? '40000' : '100644',
    name,
    oid: 'tree' in what ? what.tree : git(folder, what.text, 'hash-object', '-w', '--stdin'),
  }))
  const bytes = entries
    .sort((one, other) => Buffer.compare(Buffer.from(one.sort), Buffer.from(other.sort)))
    .map(({ mode, name, oid }) => Buffer.concat([Buffer.from(`${mode} ${name}\0`), Buffer.from(oid, 'hex')]))
  return git(folder, Buffer.concat(bytes), 'hash-object', '-w', '-t', 'tree', '--literally', '--stdin')
}

function publish(shared: GitServer, tree: string): void {
  const folder = shared.folder('offer')
  const parent = existsSync(join(folder, 'refs/heads/main')) ? ['-p', 'main'] : []
  const commit = git(folder, 'x', '-c', 'user.name=A', '-c', 'user.email=a@example.org', 'commit-tree', ...parent, tree)
  git(folder, '', 'update-ref', 'refs/heads/main', commit)
}

async function sharedCopy(): Promise<{ shared: GitServer; folder: string }> {
  const shared = await server('tom')
  return { shared, folder: shared.create('offer') }
}

const settings = { text: config }
const words = (number: number) => ({ text: page(number, `Page ${number}`, 'Words.') })

describe('names that are one file on some disk', () => {
  const pages = (folder: string, content: Record<string, Content>) =>
    writeTree(folder, {
      'signpost.yml': settings,
      pages: { tree: writeTree(folder, { education: { tree: writeTree(folder, content) } }) },
    })
  const onDisk = (root: string) => readdirSync(join(root, 'pages/education'))

  test.each([
    ['capital letters', 'Travel.md', 'travel.md'],
    ['an accent', 'CAFE\u0301.md', 'caf\u00e9.md'],
    ['what is not seen', 'a\u200db.md', 'ab.md'],
  ])(
    'that differ in %s: one of them is on the laptop, and neither is lost from what is shared',
    async (_, other, first) => {
      const { shared, folder } = await sharedCopy()
      publish(shared, pages(folder, { [other]: words(1), [first]: words(2) }))
      const laptop = await joined(shared, 'tom')
      expect(onDisk(laptop.root)).toEqual([first])
      laptop.write('pages/education/new.md', page(3, 'New'))
      expect(await laptop.save('Tom wrote a page')).not.toBeNull()
      orThrow(await laptop.sync())
      const names = git(folder, '', '-c', 'core.quotePath=false', 'ls-tree', '--name-only', 'main:pages/education')
      expect(names.split('\n').sort()).toEqual([other, first, 'new.md'].sort())
    },
  )

  test('of two folders: one of them is on the laptop', async () => {
    const { shared, folder } = await sharedCopy()
    const inner = { tree: writeTree(folder, { 'x.md': words(1) }) }
    const other = { tree: writeTree(folder, { 'y.md': words(2) }) }
    publish(
      shared,
      writeTree(folder, {
        'signpost.yml': settings,
        PAGES: other,
        pages: { tree: writeTree(folder, { a: inner, A: other }) },
      }),
    )
    const laptop = await joined(shared, 'tom')
    const files = readdirSync(laptop.root, { recursive: true, encoding: 'utf8' }).filter(name => name.endsWith('.md'))
    expect(files).toEqual(['pages/a/x.md'])
    expect(await laptop.save('nothing')).toBeNull()
  })

  test('that come later: what is on the laptop is not written over by another', async () => {
    const { shared, folder } = await sharedCopy()
    publish(shared, pages(folder, { 'travel.md': words(1) }))
    const laptop = await joined(shared, 'tom')
    publish(shared, pages(folder, { 'travel.md': words(1), 'TRAVEL.md': words(2), 'new.md': words(3) }))
    orThrow(await laptop.sync())
    expect(onDisk(laptop.root).sort()).toEqual(['new.md', 'travel.md'])
    expect(readFileSync(join(laptop.root, 'pages/education/travel.md'), 'utf8')).toBe(words(1).text)
    expect(await laptop.save('nothing')).toBeNull()
  })
})

test('a few folders that say they hold a thousand million files are refused, and nothing is on the laptop', async () => {
  const { shared, folder } = await sharedCopy()
  let tree = writeTree(folder, Object.fromEntries(Array.from({ length: 10 }, (_, at) => [`${at}.md`, words(1)])))
  for (let level = 0; level < 8; level += 1) {
    const inner = { tree }
    tree = writeTree(folder, Object.fromEntries(Array.from({ length: 10 }, (_, at) => [`f${at}`, inner])))
  }
  publish(shared, writeTree(folder, { 'signpost.yml': settings, pages: { tree } }))
  const by = { name: 'Tom Okafor', email: 'tom@example.org' }
  const into = temporaryFolder()
  const answer = await joinRemote({
    address: shared.url('offer'),
    folder: join(into, 'offer'),
    token: tokenOf('tom'),
    by,
    http: fetch,
  })
  expect(answer).toMatchObject({ kind: 'refused', code: 'too-many-files' })
  expect(readdirSync(into)).toEqual([])
})
