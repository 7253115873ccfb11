import { describe, expect, test } from 'vitest'
import { merged } from './team-sync.ts'

const begun = 'evaluations/01A/01A.yml'
const files = (texts: Record<string, string>) => new Map(Object.entries(texts))

describe('what one takes away while another makes something on it, without having heard of each other, stays', () => {
  test.each([
    ['an evaluation, and a judgement in it', begun, 'kind: begun\n', 'evaluations/01A/01B.yml', 'kind: judged\n'],
    ['a family’s comment, and its answer', 'feedback/01A.yml', 'words: Who?\n', 'answers/01A.yml', 'did: A page.\n'],
    ['a list of the team’s own, and an evaluation', 'checklists/our.yml', 'title: Ours\n', begun, 'checklist: our\n'],
  ])('%s', async (_, path, text, made, words) => {
    const base = files({ 'signpost.yml': 'name: Us\n', [path]: text })
    const [without, more] = [new Map(base), new Map(base).set(made, words)]
    without.delete(path)
    for (const [mine, theirs, who] of [
      [without, more, 'You took away'],
      [more, without, 'A colleague took away'],
    ] as const) {
      const result = await merged(base, mine, theirs)
      expect(Object.fromEntries(result.files)).toEqual(Object.fromEntries(more))
      expect(result.notices.map(each => each.startsWith(who))).toEqual([true])
      // The same once more changes nothing.
      expect((await merged(base, without, result.files)).files).toEqual(result.files)
    }
  })

  test('and what is made beside it keeps nothing back', async () => {
    const other = files({ [begun]: 'kind: begun\n', 'evaluations/02A/02A.yml': 'checklist: other\n' })
    for (const [path, text] of [
      [begun, 'kind: begun\n'],
      ['checklists/our.yml', 'title: Ours\n'],
    ] as const) {
      const base = files({ [path]: text })
      const result = await merged(base, new Map(), new Map([...base, ...other]))
      expect([result.files.has(path), result.notices]).toEqual([false, []])
    }
  })
})
