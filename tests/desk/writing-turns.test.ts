import { describe, expect, test } from 'vitest'
import { createWritingTurns, type WritingTurns } from '../../src/main/desk/writing-turns.ts'
import { pageIdSchema } from '../../src/shared/content/index.ts'
import type { WritingTold } from '../../src/shared/contract/index.ts'

const travel = pageIdSchema.parse('01K9ZQ4T8MJ5W3XB7C2D6E8F9G')
const moving = pageIdSchema.parse('01K9ZQ4T8MJ5W3XB7C2D6E8F9H')

/** A window in the line of a page, and what it was told since somebody last looked. */
function stands(turns: WritingTurns, window: string, { id = travel, take = false } = {}) {
  const gone = new AbortController()
  const told: WritingTold[] = []
  const ended = (async () => {
    for await (const one of turns.follow({ id, window, take }, gone.signal)) told.push(one)
  })()
  return {
    async heard() {
      await settled()
      return told.splice(0)
    },
    async goes() {
      gone.abort()
      await ended
    },
    ended,
  }
}

async function settled() {
  for (let turn = 0; turn < 20; turn += 1) await Promise.resolve()
}

describe('the line of the windows that have a page open', () => {
  test('lets the first write, and the next when the first goes', async () => {
    const turns = createWritingTurns()
    const first = stands(turns, 'first')
    expect(await first.heard()).toEqual(['yours'])
    const second = stands(turns, 'second')
    const third = stands(turns, 'third')
    expect(await second.heard()).toEqual(['elsewhere'])
    await first.goes()
    expect(await second.heard()).toEqual(['yours'])
    expect(await third.heard()).toEqual(['elsewhere'])
    await second.goes()
    expect(await third.heard()).toEqual(['yours'])
    await third.goes()
    const later = stands(turns, 'later')
    expect(await later.heard()).toEqual(['yours'])
    await later.goes()
  })

  test('is another one for every page', async () => {
    const turns = createWritingTurns()
    const one = stands(turns, 'one')
    const other = stands(turns, 'other', { id: moving })
    expect([await one.heard(), await other.heard()]).toEqual([['yours'], ['yours']])
    await one.goes()
    await other.goes()
  })

  test('asks the first to hand over, and gives the page to whoever asked, before others who wait', async () => {
    const turns = createWritingTurns()
    const first = stands(turns, 'first')
    const second = stands(turns, 'second')
    const third = stands(turns, 'third')
    await settled()
    await Promise.all([first.heard(), second.heard(), third.heard()])

    const asking = stands(turns, 'third', { take: true })
    await third.ended
    expect(await asking.heard()).toEqual(['elsewhere'])
    expect(await first.heard()).toEqual(['asked'])

    const behind = stands(turns, 'first')
    await first.ended
    expect(await asking.heard()).toEqual(['yours'])
    expect(await behind.heard()).toEqual(['elsewhere'])
    expect(await second.heard()).toEqual([])
    for (const one of [asking, behind, second]) await one.goes()
  })

  test('tells whoever asked when the first cannot hand over, and the first goes on', async () => {
    const turns = createWritingTurns()
    const first = stands(turns, 'first')
    const second = stands(turns, 'second', { take: true })
    expect(await first.heard()).toEqual(['yours', 'asked'])
    expect(await second.heard()).toEqual(['elsewhere'])
    const still = stands(turns, 'first', { take: true })
    expect(await still.heard()).toEqual(['yours'])
    expect(await second.heard()).toEqual(['not-yet'])
    for (const one of [still, second]) await one.goes()
  })

  test('gives the page back to the window that wrote it when all roads were cut and come back in another order', async () => {
    const turns = createWritingTurns()
    const reader = stands(turns, 'reader')
    const writer = stands(turns, 'writer', { take: true })
    expect(await reader.heard()).toEqual(['yours', 'asked'])
    const after = stands(turns, 'reader')
    expect(await writer.heard()).toEqual(['elsewhere', 'yours'])
    for (const one of [writer, after]) await one.goes()
  })
})
