import fc from 'fast-check'
import { expect, test } from 'vitest'
import { itemsApart, type TreeItem, treeBody, treeItems } from '../../src/main/git/object-format.ts'
import { leadsElsewhere } from '../../src/main/git/tree-names.ts'

const item = fc.record({
  mode: fc.constantFrom('100644', '40000', '100755'),
  name: fc.stringMatching(/^[a-z]{1,3}$/),
  // Bytes that look like the end of a name are the ones that could be taken for it.
  oid: fc.array(fc.constantFrom('00', '20', '61', 'ff'), { minLength: 20, maxLength: 20 }).map(bytes => bytes.join('')),
})
const folder = fc.uniqueArray(item, { selector: each => each.name, maxLength: 12 })
const byName = (items: readonly TreeItem[]) => new Map(items.map(each => [each.name, `${each.mode} ${each.oid}`]))

/** What one has that the other has not, at the same name. */
function differences(one: ReadonlyMap<string, string>, other: ReadonlyMap<string, string>): string[] {
  return [...new Set([...one.keys(), ...other.keys()])].filter(name => one.get(name) !== other.get(name)).sort()
}

test('what two folders hold apart says every difference that the whole of them does', () => {
  fc.assert(
    fc.property(folder, folder, fc.nat(12), (common, changed, at) => {
      const other = common.toSpliced(at, 1).filter(each => !changed.slice(0, 2).some(({ name }) => name === each.name))
      const [one, two] = [treeBody(common), treeBody([...other, ...changed.slice(0, 2)])]
      const [apart, otherApart] = itemsApart(one, two)
      const whole = differences(byName(treeItems(one)), byName(treeItems(two)))
      expect(differences(byName(apart), byName(otherApart))).toEqual(whole)
    }),
    { numRuns: 200 },
  )
})

test('of two large folders that differ in one page, one line each is left', () => {
  const pages = Array.from({ length: 300 }, (_, number) => ({
    mode: '100644',
    name: `page-${number}.md`,
    oid: number.toString(16).padStart(40, '0'),
  }))
  const changed = pages.map(each => (each.name === 'page-150.md' ? { ...each, oid: 'f'.repeat(40) } : each))
  expect(itemsApart(treeBody(pages), treeBody(changed)).map(items => items.map(({ name }) => name))).toEqual([
    ['page-150.md'],
    ['page-150.md'],
  ])
})

test.each([
  ['..', true],
  ['.', true],
  ['', true],
  ['a/b', true],
  ['a\\b', true],
  ['.git', true],
  ['.GIT', true],
  ['.git.', true],
  ['.git ', true],
  ['.g\u200cit', true],
  ['git~1', true],
  ['.git::$INDEX_ALLOCATION', true],
  ['.gitattributes', false],
  ['moving.md', false],
  ['Größe.md', false],
])('a name such as %j leads elsewhere: %j', (name, expected) => {
  expect(leadsElsewhere(name)).toBe(expected)
})
