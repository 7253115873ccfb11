import { readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { killAtRandom } from './kills.ts'
import { filesIn, missingAt } from './ledger.ts'
import { oneAct } from './life.ts'
import { lotOf } from './lot.ts'
import { comesTogether, disturbed, stillGood } from './session.ts'
import { soundLaptop } from './sound.ts'
import { playStory, started, storyOf } from './story.ts'
import { startTeam, type Team } from './team.ts'

/** The short form of the soak: a little of each, on the real desk in processes that really die. `npm run soak` is the long one. */

let team: Team

beforeAll(async () => {
  team = await startTeam(4)
}, 240_000)
afterAll(() => team.stop())

test('four people, bad lines, kills and wrong clocks: everybody has the same in the end, and no word is missing', async () => {
  const { acts } = await playStory(team, storyOf(3))
  expect(acts).toBeGreaterThan(10)
}, 240_000)

test('killed in the middle of whatever was going on, it opens with every word that was kept', async () => {
  expect(await killAtRandom(team, 1, 2)).toMatchObject({ kills: 2 })
}, 240_000)

describe('one write point', () => {
  test('the laptop dies exactly there, and the next start says what it recovered', async () => {
    const at = await disturbed(team)
    await at.victim.arm({ kind: 'kill', at: 3 })
    expect(await at.victim.act(oneAct('type', lotOf(2), count => words('priya', count)))).toBeNull()
    expect(at.victim.diedAt()).toBe('sync data/tmp/<name>')
    const opened = await at.victim.open()
    expect(opened?.notices.length).toBe(opened?.recovered)
    await stillGood(at)
  }, 120_000)

  test('dying anywhere in a change of many pages leaves all of them changed, or none', async () => {
    const at = await disturbed(team)
    let kills = 0
    for (let point = 1; ; point += 19) {
      await at.victim.arm({ kind: 'kill', at: point })
      const died = (await at.victim.act({ do: 'change-many', months: point })) === null
      if (died) await at.victim.open()
      else await at.victim.arm(null)
      const pages = [...filesIn(join(at.victim.place.root, 'pages'))].map(path => readFileSync(path, 'utf8'))
      const changed = pages.filter(text => text.includes(`every: ${point} months`)).length
      expect(pages.length).toBeGreaterThan(2)
      expect([0, pages.length]).toContain(changed)
      if (!died) {
        expect(changed).toBe(pages.length)
        break
      }
      kills += 1
    }
    expect(kills).toBeGreaterThan(3)
    await comesTogether(at)
  }, 120_000)

  test('a full disk is answered in words, and it works once there is room', async () => {
    const at = await disturbed(team)
    const before = team.ledger().owed().size
    await at.victim.arm({ kind: 'error', code: 'ENOSPC', at: 2, lasting: true, of: 'writes' })
    const edit = oneAct('create', lotOf(3), count => words('priya', count))
    expect(await at.victim.act(edit)).toMatchObject({ kind: 'refused', code: 'disk-full' })
    expect((await at.victim.arm(null)).faulty).not.toEqual([])
    expect(team.ledger().owed().size).toBe(before)
    expect(await at.victim.act(edit)).toEqual({ kind: 'done' })
    expect(team.ledger().owed().size).toBeGreaterThan(before)
    await comesTogether(at)
  }, 120_000)
})

test('what cannot be read is answered in words and not taken for nothing, and it works once it can be', async () => {
  const at = await disturbed(team)
  await at.victim.arm({ kind: 'error', code: 'EIO', at: 1, lasting: true, of: 'reads' })
  const edit = oneAct('edit', lotOf(4), count => words('priya', count))
  expect(await at.victim.act(edit)).toMatchObject({ kind: 'refused', code: 'disk-failing' })
  expect((await at.victim.arm(null)).faulty).not.toEqual([])
  expect(await at.victim.act(edit)).toEqual({ kind: 'done' })
  await stillGood(at)
}, 120_000)

test('an undo that clashes with later words asks, and the answer is undone with the rest of it', async () => {
  const at = await disturbed(team)
  const retitle = () => ({ edit: 'retitle' as const, words: words('priya', 1) })
  const [one, two] = [retitle(), retitle()]
  for (const change of [one, two]) {
    expect(await at.victim.act({ do: 'edit', page: 0, change })).toEqual({ kind: 'done' })
  }
  const isOwed = ({ words: [word = ''] }: typeof one) => team.ledger().owed().has(word)
  expect(await at.victim.act({ do: 'undo', back: 1 })).toEqual({ kind: 'done' })
  await stillGood(at)
  expect(isOwed(two)).toBe(true)
  expect(await at.victim.act({ do: 'choose', which: 0, answer: 'mine', words: ['priya1'] })).toEqual({ kind: 'done' })
  expect(isOwed(two)).toBe(false)
  expect(await at.victim.act({ do: 'choose', which: 0, answer: 'mine', words: ['priya1'] })).toEqual({
    kind: 'nothing',
  })
  await comesTogether(at)
}, 120_000)

describe('what would be found', () => {
  test('a word that went missing from the folder', async () => {
    await team.begin()
    const [laptop] = team.laptops
    if (laptop === undefined) throw new Error('a team')
    const page = join(laptop.place.root, 'pages/education', pageOf(laptop.place.root))
    const places = [laptop.place]
    expect(missingAt(team.ledger(), places)).toEqual([])
    writeFileSync(page, readFileSync(page, 'utf8').replace('first33', 'something'))
    expect(missingAt(team.ledger(), places)).toEqual(['first33 is in an earlier version only'])
    team.ledger().hasKept('tom', ['tom1'])
    team.ledger().takesOut('priya', ['first33'])
    expect(missingAt(team.ledger(), places)).toEqual(['tom1 is nowhere'])
  })

  test('a history with a hole in it', async () => {
    await team.begin()
    const [laptop] = team.laptops
    if (laptop === undefined) throw new Error('a team')
    await started(laptop)
    soundLaptop(laptop)
    const objects = join(laptop.place.root, '.git/objects')
    const some = readdirSync(objects).find(name => /^[0-9a-f]{2}$/.test(name)) ?? ''
    rmSync(join(objects, some), { recursive: true })
    expect(() => soundLaptop(laptop)).toThrow('git finds fault')
  })
})

let typed = 0
function words(name: string, count: number): string[] {
  return Array.from({ length: count }, () => `${name}${9000 + ++typed}`)
}

function pageOf(root: string): string {
  const folder = join(root, 'pages/education')
  const page = readdirSync(folder).find(name => readFileSync(join(folder, name), 'utf8').includes('first33'))
  if (page === undefined) throw new Error('the first day has that page')
  return page
}
