import { execFileSync } from 'node:child_process'
import { mkdirSync, rmSync } from 'node:fs'
import { join } from 'node:path'
import { afterEach, describe, expect, test } from 'vitest'
import { isRefusal } from '../../src/shared/outcome.ts'
import { faultyDisk } from '../files/faults.ts'
import { alone, type Laptop, orThrow, page, team, tidyUp } from './team.ts'

afterEach(tidyUp)

/** A sharing has some fifty write points and each takes a second; the long form tries every one of them. */
const everyPoint = process.env.SIGNPOST_SOAK !== undefined

const moving = 'pages/education/moving.md'
const other = 'pages/health/other.md'
const words = (laptop: Laptop, ref = 'desk') =>
  laptop.history.readAt(ref, moving).then(bytes => Buffer.from(bytes ?? []).toString('utf8'))
const isWhole = ({ root }: Laptop) => {
  execFileSync('git', ['-C', root, 'fsck', '--strict', '--no-dangling'], { stdio: 'pipe' })
}

/** Counts the changes to the disk that `work` makes when nothing fails. */
async function countChanges(laptop: Laptop, work: (laptop: Laptop) => Promise<unknown>): Promise<number> {
  const disk = faultyDisk('ENOSPC', () => false)
  const counted = await laptop.reopen(disk)
  const before = disk.asked.count
  await work(counted)
  return disk.asked.count - before
}

describe('a version, with a fault at every write point in turn', () => {
  test.each(['ENOSPC', 'EIO'])(
    '%s: it was made whole or not at all, and the next one works',
    async code => {
      const priya = await alone({ [moving]: page(1, 'Moving', 'Version 0.') })
      const save = (laptop: Laptop) => laptop.history.commit({ sentence: 'changed', by: laptop.person })
      priya.write(moving, page(1, 'Moving', 'Counting.'))
      const points = await countChanges(priya, save)
      expect(points).toBeGreaterThan(10)

      for (let point = 0; point < points; point++) {
        let start = Number.POSITIVE_INFINITY
        const disk = faultyDisk(code, change => change >= start + point)
        const laptop = await priya.reopen(disk)
        const before = await words(laptop)
        const after = page(1, 'Moving', `Version ${code} ${point}.`)
        priya.write(moving, after)
        start = disk.asked.count
        const answer = await save(laptop)

        const again = await priya.reopen()
        isWhole(again)
        expect(await words(again)).toBe(isRefusal(answer) ? before : after)
        if (isRefusal(answer)) expect(answer.sentence).toMatch(/Nothing was lost|nothing was lost|left as it was/)
        expect(again.read(moving)).toBe(after)
      }
      priya.write(moving, page(1, 'Moving', 'The end.'))
      expect(await (await priya.reopen()).save('the end')).not.toBeNull()
    },
    120_000,
  )
})

describe('colleagues’ changes coming in, with a fault at every write point in turn', () => {
  test.each(['ENOSPC', 'EIO'])(
    '%s: the folder and the history are from before or after, never between',
    async code => {
      const { laptops } = await team(
        { [moving]: page(1, 'Moving', 'One.', 'Two.'), [other]: page(2, 'Other') },
        'priya',
        'tom',
      )
      const [priya, tom] = laptops
      if (!priya || !tom) throw new Error('a team of two')
      const sync = (laptop: Laptop) => laptop.sync()
      const change = async (word: string) => {
        priya.write(moving, page(1, 'Moving', `One by Priya ${word}.`, 'Two.'))
        mkdirSync(join(priya.root, 'pages/health'), { recursive: true })
        if (word.endsWith('0')) rmSync(join(priya.root, other), { force: true })
        else priya.write(other, page(2, 'Other', word))
        await priya.save('changed')
        orThrow(await priya.sync())
      }
      await change('counting')
      const points = await countChanges(tom, sync)
      for (let point = code === 'ENOSPC' ? 0 : 2; point < points; point += everyPoint ? 1 : 5) {
        await change(`${code} ${point}`)
        let start = Number.POSITIVE_INFINITY
        const disk = faultyDisk(code, change => change >= start + point && change < start + points + 20)
        const laptop = await tom.reopen(disk)
        start = disk.asked.count
        const answer = await sync(laptop)
        if (isRefusal(answer)) expect(answer.code).toMatch(/^disk-/)

        const again = await tom.reopen()
        isWhole(again)
        expect(again.read(moving)).toBe(await words(again))
        expect(await again.save('nothing is left over')).toBeNull()
        orThrow(await again.sync())
        expect(again.read(moving)).toBe(priya.read(moving))
      }
    },
    300_000,
  )
})
