import { describe, expect, test } from 'vitest'
import { listFileSchema, withTeamFiles } from '../../src/shared/checklist/index.ts'
import { parseRecord, writeRecord } from '../../src/shared/content/index.ts'
import { mergeRecords } from '../../src/shared/merge/index.ts'
import { se7 } from '../sample/checklists.ts'

const file = (rest: object) => listFileSchema.parse({ id: 'se7-framework', ...rest })
const own = { section: 'extra', text: 'Says who to ring at night.' }
const idsOf = (lists: ReturnType<typeof withTeamFiles>, id: string) =>
  lists.lists.find(list => list.id === id)?.sections.flatMap(({ requirements }) => requirements.map(each => each.id))

describe('what the team makes of a list', () => {
  test('rewords, switches off and adds, and says in the version that it did', () => {
    const changed = withTeamFiles(
      [se7],
      [
        file({
          reworded: { 'SE7-EF-01': 'Made together.' },
          off: { 'SE7-EF-02': 'Not ours' },
          added: { 'OUR-1': own },
          sections: { extra: 'Extra' },
        }),
      ],
    )
    const [list] = changed.lists
    expect(list?.version).toContain('adjusted by the team')
    expect(list?.sections[0]?.requirements[0]).toMatchObject({ id: 'SE7-EF-01', text: 'Made together.' })
    expect(idsOf(changed, 'se7-framework')).not.toContain('SE7-EF-02')
    expect(list?.sections.at(-1)).toMatchObject({ title: 'Extra', requirements: [{ id: 'OUR-1' }] })
  })

  test('can be a list of its own beside the built-in ones', () => {
    const changed = withTeamFiles([se7], [listFileSchema.parse({ id: 'ours', title: 'Ours', added: { 'OUR-1': own } })])
    expect(changed.lists.map(({ id }) => id)).toEqual(['se7-framework', 'ours'])
    expect(idsOf(changed, 'ours')).toEqual(['OUR-1'])
  })

  test('no file changes nothing', () => {
    const team = { council: 'Southend-on-Sea City Council', saidOf: [] }
    expect(withTeamFiles([se7], [], team).lists).toEqual([se7])
    expect(withTeamFiles([se7], [file({})], team).lists).toEqual([se7])
  })

  test('merges by requirement, without a question', () => {
    const before = writeRecord(file({ off: { 'SE7-EF-01': 'No' } }))
    const mine = writeRecord(file({ off: { 'SE7-EF-01': 'No' }, reworded: { 'SE7-EF-03': 'Plain.' } }))
    const theirs = writeRecord(file({ off: { 'SE7-EF-01': 'No', 'SE7-EF-04': 'Nor this' }, added: { 'OUR-1': own } }))
    const merged = mergeRecords(before, mine, theirs)
    expect(merged?.clashes).toEqual([])
    expect(parseRecord(merged?.text ?? '', listFileSchema)).toMatchObject({
      off: { 'SE7-EF-01': 'No', 'SE7-EF-04': 'Nor this' },
      reworded: { 'SE7-EF-03': 'Plain.' },
      added: { 'OUR-1': { text: own.text } },
    })
  })

  test.each([
    ['a path for an id', { id: '../se7' }],
    ['a number that could be a path', { id: 'ours', added: { '../x': own } }],
    ['an empty requirement', { id: 'ours', added: { 'OUR-1': { ...own, text: ' ' } } }],
  ])('%s is no list', (_, value) => {
    expect(listFileSchema.safeParse(value).success).toBe(false)
  })
})
