import { describe, expect, test } from 'vitest'
import { mergeRecords, mergeTrees } from '../../src/shared/merge/index.ts'

/** Versions of a workspace as path to text; a text is its own name, so equal texts are equal content. */
type Texts = Record<string, string>

async function merge(base: Texts, mine: Texts, theirs: Texts) {
  const files = (texts: Texts) => new Map(Object.entries(texts))
  const trees = { base: files(base), mine: files(mine), theirs: files(theirs) }
  const { changes, ...rest } = await mergeTrees(trees, async content => new TextEncoder().encode(content))
  const result = files(theirs)
  for (const [path, change] of changes) {
    if (change === null) result.delete(path)
    else result.set(path, 'text' in change ? change.text : change.content)
  }
  return { ...rest, files: Object.fromEntries([...result].sort(([a], [b]) => (a < b ? -1 : 1))) }
}

const page = (number: number, words: string, title = 'Title') =>
  `---\nid: 01J${String(number).padStart(23, '0')}\ntitle: ${title}\n---\n\n${words}\n`
const base = { 'pages/a/one.md': page(1, 'One.\n\nTwo.'), 'pages/a/two.md': page(2, 'Other.') }

describe('two workspaces', () => {
  test('that nobody changed, or only one changed, are that one', async () => {
    const mine = { ...base, 'pages/a/one.md': page(1, 'One, mine.\n\nTwo.'), 'media/x.jpg': 'x' }
    expect((await merge(base, base, base)).files).toEqual(base)
    expect((await merge(base, mine, base)).files).toEqual(mine)
    expect((await merge(base, base, mine)).files).toEqual(mine)
    expect((await merge(base, mine, mine)).files).toEqual(mine)
  })

  test('moved here, and edited and moved there: the words are together at their address', async () => {
    const mine = { 'pages/b/one.md': page(1, 'One, mine.\n\nTwo.'), 'pages/a/two.md': base['pages/a/two.md'] }
    const edited = { ...base, 'pages/a/one.md': page(1, 'One.\n\nTwo, theirs.') }
    const moved = { 'pages/c/one.md': page(1, 'One.\n\nTwo, theirs.'), 'pages/a/two.md': base['pages/a/two.md'] }
    const words = page(1, 'One, mine.\n\nTwo, theirs.')
    const { files, clashes } = await merge(base, mine, edited)
    expect(clashes).toEqual([])
    expect(files).toEqual({ 'pages/a/two.md': base['pages/a/two.md'], 'pages/b/one.md': words })
    expect((await merge(base, mine, moved)).files).toEqual({
      'pages/a/two.md': base['pages/a/two.md'],
      'pages/c/one.md': words,
    })
    expect((await merge(base, edited, mine)).files).toEqual(files)
  })

  test('moved to where a colleague has put a new page: both are there', async () => {
    const mine = { 'pages/a/new.md': base['pages/a/one.md'], 'pages/a/two.md': base['pages/a/two.md'] }
    const theirs = { ...base, 'pages/a/new.md': page(7, 'New.') }
    const { files } = await merge(base, mine, theirs)
    expect(files['pages/a/new.md']).toBe(page(7, 'New.'))
    expect(files['pages/a/new-2.md']).toBe(base['pages/a/one.md'])
    expect(files['pages/a/one.md']).toBeUndefined()
  })

  test('deleted by both is gone; deleted by one and untouched by the other, too', async () => {
    const without = { 'pages/a/two.md': base['pages/a/two.md'] }
    for (const [mine, theirs] of [
      [without, without],
      [without, base],
      [base, without],
    ] as const) {
      expect(await merge(base, mine, theirs)).toMatchObject({ files: without, notices: [] })
    }
  })

  test('the same page put back by both, with other words: merged, not doubled', async () => {
    const { files } = await merge({}, { 'pages/x.md': page(1, 'A.\n\nB.') }, { 'pages/x.md': page(1, 'A.\n\nC.') })
    expect(Object.keys(files)).toEqual(['pages/x.md'])
    for (const words of ['A.', 'B.', 'C.']) expect(files['pages/x.md']).toContain(words)
  })

  test('a picture that both replaced is kept twice', async () => {
    const { files, notices } = await merge({ 'media/a.jpg': '1' }, { 'media/a.jpg': '2' }, { 'media/a.jpg': '3' })
    expect(files).toEqual({ 'media/a.jpg': '3', 'media/a-2.jpg': '2' })
    expect(notices).toEqual([expect.stringContaining('Both are kept')])
  })

  test('review records of both are all there', async () => {
    const { files, notices } = await merge({}, { 'reviews/p/1.yml': 'a: 1\n' }, { 'reviews/p/2.yml': 'b: 2\n' })
    expect(files).toEqual({ 'reviews/p/1.yml': 'a: 1\n', 'reviews/p/2.yml': 'b: 2\n' })
    expect(notices).toEqual([])
  })

  test('a page that cannot be read is kept beside the other', async () => {
    const broken = '---\ntitle: [\n---\n'
    const mine = { ...base, 'pages/a/one.md': broken }
    const theirs = { ...base, 'pages/a/one.md': page(1, 'One.\n\nTwo.', 'Theirs') }
    expect((await merge(base, mine, theirs)).files).toMatchObject({
      'pages/a/one.md': theirs['pages/a/one.md'],
      'pages/a/one-2.md': broken,
    })
  })
})

describe('settings and lists', () => {
  const config = (name: string, ...sections: string[]) =>
    `signpost: 1 # ours\nname: ${name}\nsections:\n${sections.map(slug => `  - slug: ${slug}\n    title: ${slug.toUpperCase()}\n`).join('')}`

  test('by field, and by record with its id', () => {
    const merged = mergeRecords(
      config('A', 'x', 'y'),
      config('B', 'x', 'y', 'z'),
      config('A', 'w', 'x', 'y').replace('title: Y', 'title: Why'),
    )
    expect(merged?.clashes).toEqual([])
    expect(merged?.text).toContain('# ours')
    expect(merged?.text).toContain('name: B')
    expect(merged?.text.match(/slug: \w/g)).toEqual(['slug: w', 'slug: x', 'slug: y', 'slug: z'])
    expect(merged?.text).toContain('title: Why')
  })

  test('a list on its own', () => {
    const list = (...from: string[]) => from.map(name => `- from: /${name}/\n  to: page:1\n`).join('')
    expect(mergeRecords(list('a'), list('a', 'b'), list('a', 'c'))?.text.match(/\/\w\//g)).toEqual([
      '/a/',
      '/b/',
      '/c/',
    ])
  })

  test('what both set differently stays theirs, and a sentence says what mine was', async () => {
    const { files, notices } = await merge(
      { 'signpost.yml': config('A') },
      { 'signpost.yml': config('B') },
      { 'signpost.yml': config('C') },
    )
    expect(files['signpost.yml']).toContain('name: C')
    expect(notices).toEqual(['A colleague set “name” in signpost.yml to “C” and you to “B”. Theirs stands.'])
  })
})
