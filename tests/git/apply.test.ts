import { existsSync, rmSync } from 'node:fs'
import { join } from 'node:path'
import { afterEach, describe, expect, test } from 'vitest'
import type { FileChanges } from '../../src/main/git/index.ts'
import { faultyDisk } from '../files/faults.ts'
import { alone, type Laptop, orThrow, page, tidyUp } from './team.ts'

afterEach(tidyUp)

const [moving, other, gone] = ['pages/education/moving.md', 'pages/health/other.md', 'pages/health/gone.md']
const before = { [moving]: page(1, 'Moving', 'Before.'), [gone]: page(3, 'Gone', 'Before.') }
const after = { [moving]: page(1, 'Moving', 'After.'), [other]: page(2, 'Other', 'After.') }

const changes: FileChanges = new Map([
  [moving, { text: after[moving] ?? '' }],
  [other, { text: after[other] ?? '' }],
  [gone, null],
])
const apply = async (laptop: Laptop) =>
  laptop.history.apply(await laptop.history.head(), changes, { sentence: 'undid', by: laptop.person })

/** What stands in the folder at the three paths. */
const folder = (laptop: Laptop) =>
  Object.fromEntries(
    [moving, other, gone].flatMap(path => (existsSync(join(laptop.root, path)) ? [[path, laptop.read(path)]] : [])),
  )

describe('several files in one step', { timeout: 120_000 }, () => {
  test('are one version, and the folder with it', async () => {
    const priya = await alone(before)
    expect(orThrow(await apply(priya))).toMatchObject({ kind: 'applied' })
    expect(folder(priya)).toEqual(after)
    expect(
      (await priya.history.story())
        .at(-1)
        ?.changes.map(({ path }) => path)
        .sort(),
    ).toEqual([moving, gone, other])
    expect(await priya.save('nothing is left over')).toBeNull()
  })

  test('wait for what is newer: a version, or words in the folder that are no version yet', async () => {
    const priya = await alone(before)
    const head = await priya.history.head()
    priya.write(moving, page(1, 'Moving', 'By hand.'))
    expect(await apply(priya)).toEqual({ kind: 'moved-on', path: moving })
    expect(folder(priya)).toEqual({ ...before, [moving]: page(1, 'Moving', 'By hand.') })
    await priya.save('by hand')
    const late = await priya.history.apply(head, changes, { sentence: 'undid', by: priya.person })
    expect(late).toEqual({ kind: 'moved-on', path: null })
    expect(priya.read(moving)).toContain('By hand.')
  })

  test('with a fault at every write point in turn: all of it or nothing, and what was there is there', async () => {
    const priya = await alone(before)
    let tried = 0
    for (let point = 0, reached = true; reached; point++) {
      let start = Number.POSITIVE_INFINITY
      const disk = faultyDisk('EIO', change => change === start + point)
      const laptop = await priya.reopen(disk)
      start = disk.asked.count
      const answer = await apply(laptop)
      reached = disk.asked.count - start > point
      tried++
      const again = await priya.reopen()
      const isDone = (await again.history.story()).at(-1)?.sentence === 'undid'
      if (answer.kind === 'applied') expect(isDone).toBe(true)
      expect(folder(again)).toEqual(isDone ? after : before)
      for (const [path, text] of Object.entries(before)) again.write(path, text)
      rmSync(join(again.root, other), { force: true })
      await again.save('as before')
    }
    expect(tried).toBeGreaterThan(5)
  })
})
