import { describe, expect, it } from 'vitest'
import { createLatestOnly } from '../../src/renderer/editor/checks/latest-only.ts'
import { fakeClock } from './fake-clock.ts'

function scene() {
  const clock = fakeClock()
  const world = { words: '', shown: [] as string[], running: 0, most: 0, broken: false, failures: 0 }
  const checks = createLatestOnly({
    take: () => world.words,
    async run(words) {
      world.running += 1
      world.most = Math.max(world.most, world.running)
      await new Promise<void>(resolve => void clock.after(1_000, resolve))
      world.running -= 1
      if (world.broken) throw new Error('broken')
      return words
    },
    show: words => world.shown.push(words),
    failed: () => {
      world.failures += 1
    },
    pause: 300,
    clock,
  })
  const type = (letter: string) => {
    world.words += letter
    checks.changed()
  }
  return { clock, world, checks, type }
}

describe('checks off the typing path', () => {
  it('wait for a pause between two keys', async () => {
    const { clock, world, type } = scene()
    for (const letter of 'abcd') {
      type(letter)
      await clock.pass(200)
    }
    expect(world.running).toBe(0)
    await clock.pass(1_200)
    expect(world.shown).toEqual(['abcd'])
  })

  it('never run twice at once, and always end with the newest words', async () => {
    const { clock, world, type } = scene()
    for (const letter of 'abcdef') {
      type(letter)
      await clock.pass(500)
    }
    await clock.pass(5_000)
    expect(world.most).toBe(1)
    expect(world.shown.at(-1)).toBe('abcdef')
    expect(world.shown.length).toBeLessThan(6)
  })

  it('answer at once when they are asked, after the round that runs', async () => {
    const { clock, world, checks, type } = scene()
    type('a')
    await clock.pass(400)
    world.words += 'b'
    const asked = checks.now()
    await clock.pass(3_000)
    await asked
    expect(world.shown).toEqual(['a', 'ab'])
  })

  it('go on after a round that broke, and stop when they are told', async () => {
    const { clock, world, checks, type } = scene()
    world.broken = true
    type('a')
    await clock.pass(2_000)
    world.broken = false
    type('b')
    await clock.pass(2_000)
    expect(world).toMatchObject({ failures: 1, shown: ['ab'] })
    type('c')
    checks.stop()
    await clock.pass(5_000)
    expect(world.shown).toEqual(['ab'])
  })
})
