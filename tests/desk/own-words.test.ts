import { afterEach, describe, expect, test } from 'vitest'
import * as desk from '../../src/main/desk/index.ts'
import { type Fields, mergeFields } from '../../src/shared/merge/values.ts'
import { isRefusal } from '../../src/shared/outcome.ts'
import { closeLaptops, type Laptop, laptop, must } from './laptop.ts'
import { all, newPage, undo, write } from './undoing.ts'

afterEach(closeLaptops)

const misspelt = 'Come to the playscheem.\n\nTwo.\n\nThree.'

async function spelling(at: Laptop, id: Awaited<ReturnType<typeof newPage>>): Promise<number> {
  const entry = at.session.workspace.byId(id)
  const problems = entry === null ? [] : await at.session.checking.problems(entry)
  return problems.filter(({ rule }) => rule === 'spelling').length
}

describe('a word of the team’s own', () => {
  test('is known to the checks of every page at once, stands in the list of what was done, and can be undone', async () => {
    const at = await laptop()
    const id = await newPage(at)
    await write(at, id, misspelt)
    expect(await spelling(at, id)).toBe(1)
    must(await desk.addWord(at.session, { word: ' playscheem ', means: null }))
    expect(at.session.workspace.config().words).toEqual(['playscheem'])
    expect(await spelling(at, id)).toBe(0)
    const { acts } = await at.session.acts.list(all)
    expect(acts[0]).toMatchObject({ kind: 'settings', sentence: 'Priya added “playscheem” to our words' })
    must(await undo(at, 'playscheem'))
    expect(at.session.workspace.config().words).toEqual([])
    expect(await spelling(at, id)).toBe(1)
  })

  test('is added once, taken out again, and still known after a restart', async () => {
    const at = await laptop()
    must(await desk.addWord(at.session, { word: 'zumbathon', means: null }))
    must(await desk.addWord(at.session, { word: 'Zumbathon', means: null }))
    must(await desk.addWord(at.session, { word: 'boccia', means: null }))
    must(await desk.addWord(at.session, { word: 'SNAP', means: ' special needs  and parents ' }))
    await at.restart()
    const { words, shortForms } = at.session.workspace.config()
    expect(words).toEqual(['boccia', 'zumbathon'])
    expect(shortForms).toEqual([{ name: 'SNAP', means: 'special needs and parents' }])
    must(await desk.removeWord(at.session, 'SNAP'))
    must(await desk.removeWord(at.session, 'boccia'))
    expect(at.session.workspace.config()).toMatchObject({ words: ['zumbathon'], shortForms: [] })
  })

  test.each([
    [{ word: '', means: null }, 'no-word'],
    [{ word: 'two words', means: null }, 'no-word'],
    [{ word: '<b>', means: null }, 'no-word'],
    [{ word: 'x'.repeat(80), means: null }, 'no-word'],
    [{ word: 'snap', means: 'special needs' }, 'no-short-form'],
    [{ word: 'SNAP', means: ' ' }, 'no-meaning'],
    [{ word: 'SNAP', means: 'x'.repeat(200) }, 'no-meaning'],
  ])('%j is refused in words, and nothing is written', async (wish, code) => {
    const at = await laptop()
    const before = at.session.workspace.config()
    const answer = await desk.addWord(at.session, wish)
    expect(isRefusal(answer) && answer.code).toBe(code)
    expect(at.session.workspace.config()).toEqual(before)
  })
})

test('the words of two colleagues come together as a set, and what one took out stays out', () => {
  const merge = (before: Fields, mine: Fields, theirs: Fields) => {
    const clashes: Parameters<typeof mergeFields>[3] = []
    return [mergeFields(before, mine, theirs, clashes), clashes]
  }
  const before = { words: ['boccia'], shortForms: [{ name: 'OT', means: 'our team' }] }
  const mine = {
    words: ['boccia', 'playscheem'],
    shortForms: [
      { name: 'OT', means: 'our team' },
      { name: 'SNAP', means: 'x y' },
    ],
  }
  const theirs = { words: ['zumbathon'], shortForms: [] }
  expect(merge(before, mine, theirs)).toEqual([
    {
      words: expect.toSatisfy((words: string[]) => words.toSorted().join() === 'playscheem,zumbathon'),
      shortForms: [{ name: 'SNAP', means: 'x y' }],
    },
    [],
  ])
})
