import { execFileSync } from 'node:child_process'
import { copyFileSync, existsSync, mkdirSync, readFileSync, truncateSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { afterEach, expect, test } from 'vitest'
import { nodeDisk } from '../../src/main/files/index.ts'
import { type Repository, repositoryAt } from '../../src/main/git/repository.ts'
import { storyIndexAt } from '../../src/main/git/story-index.ts'
import { git } from './damage.ts'
import { temporaryFolder, tidyUp } from './team.ts'

afterEach(tidyUp)

/** More than two of the pieces in which the story is kept. */
const versions = 1_200

/** A history in which every version writes a page anew, takes one out, or moves one. */
function longHistory(): string {
  const root = temporaryFolder()
  const story = Array.from({ length: versions }, (_, number) => {
    const by = `Priya <priya@example.org> ${1_767_225_600 + number * 60} +0000`
    const text = `Words ${number}.\n`
    const written = `M 100644 inline pages/health/${number % 40}.md\ndata ${text.length}\n${text}`
    const gone = number % 7 === 3 ? `D pages/health/${(number * 3) % 40}.md\n` : ''
    const moved = `R pages/health/${(number - 1) % 40}.md pages/education/${number}.md\n`
    const change = number % 50 === 49 ? moved : gone + written
    return `commit refs/heads/main\nauthor ${by}\ncommitter ${by}\ndata 3\nNo.\n${change}`
  })
  git(root, 'init', '--quiet', '--initial-branch=main')
  execFileSync('git', ['-C', root, 'fast-import', '--quiet', '--done'], { input: `${story.join('')}done\n` })
  return root
}

/** What git itself tells of each version: its name, and each path with what was there before and is there after. */
function toldByGit(root: string): string[] {
  const nothing = '0'.repeat(40)
  const told = git(root, 'log', '--reverse', '--root', '--no-renames', '--raw', '--no-abbrev', '--format=%H')
  const lines: string[] = []
  for (const line of told.split('\n').filter(Boolean)) {
    const [, before, after, path] = /^:\d+ \d+ (\w+) (\w+) \w+\t(.*)$/.exec(line) ?? []
    if (path === undefined) lines.push(line)
    else lines[lines.length - 1] += ` ${[path, before, after].join('=').replaceAll(nothing, 'null')}`
  }
  return lines
}

async function told(repository: Repository, cache: string): Promise<{ lines: string[]; moves: number }> {
  const index = await storyIndexAt(repository, cache)
  const entries = await index.upTo(git(repository.root, 'rev-parse', 'main'))
  const changes = (entry: (typeof entries)[number]) =>
    entry.changes
      .toSorted((a, b) => (a.path < b.path ? -1 : 1))
      .map(each => ` ${each.path}=${each.before}=${each.after}`)
  return {
    lines: entries.map(entry => entry.oid + changes(entry).join('')),
    moves: entries.flatMap(entry => entry.changes).filter(change => change.from !== undefined).length,
  }
}

/** The same repository, which counts what is read of it. */
function counted(root: string) {
  const repository = repositoryAt(root, nodeDisk)
  const { packs } = repository
  const asked = { count: 0 }
  const readKnown: typeof packs.readKnown = oid => {
    asked.count++
    return packs.readKnown(oid)
  }
  return { asked, repository: { ...repository, packs: { ...packs, readKnown } } }
}

test('the story is what git tells, and after a kill half-way only the rest is read again', {
  timeout: 60_000,
}, async () => {
  const root = longHistory()
  const cache = temporaryFolder()
  const killed = temporaryFolder()
  const file = join(cache, 'story.jsonl')
  // What a kill just before the second piece is added leaves on the disk.
  const disk: typeof nodeDisk = {
    ...nodeDisk,
    open: (path, flags, mode) => {
      if (path === file && !existsSync(join(killed, 'story.jsonl'))) copyFileSync(file, join(killed, 'story.jsonl'))
      return nodeDisk.open(path, flags, mode)
    },
  }
  const first = counted(root)
  const whole = await told({ ...first.repository, disk }, cache)
  expect(whole.lines).toEqual(toldByGit(root))
  expect(whole.moves).toBeGreaterThan(10)
  expect(readFileSync(file, 'utf8').trimEnd().split('\n')).toHaveLength(versions)

  const linesKept = readFileSync(join(killed, 'story.jsonl'), 'utf8').trimEnd().split('\n').length
  expect(linesKept).toBeGreaterThan(100)
  expect(linesKept).toBeLessThan(versions / 2)
  const again = counted(root)
  expect(await told(again.repository, killed)).toEqual(whole)
  expect(again.asked.count).toBeLessThan(first.asked.count * 0.8)

  const cut = temporaryFolder()
  mkdirSync(cut, { recursive: true })
  writeFileSync(join(cut, 'story.jsonl'), readFileSync(file))
  truncateSync(join(cut, 'story.jsonl'), readFileSync(file).length - 30)
  expect(await told(counted(root).repository, cut)).toEqual(whole)
  expect(readFileSync(join(cut, 'story.jsonl'))).toEqual(readFileSync(file))
  const known = counted(root)
  expect(await told(known.repository, cut)).toEqual(whole)
  expect(known.asked.count).toBe(0)
})

test('whoever waits for something else gets their turn all the while a long story is read', {
  timeout: 60_000,
}, async () => {
  const { asked, repository } = counted(longHistory())
  let [lastTurn, longest, ended] = [0, 0, false]
  const turn = () => {
    longest = Math.max(longest, asked.count - lastTurn)
    lastTurn = asked.count
    if (!ended) setImmediate(turn)
  }
  turn()
  await told(repository, temporaryFolder())
  ended = true
  expect(longest).toBeGreaterThan(0)
  expect(longest).toBeLessThan(asked.count / 5)
})
