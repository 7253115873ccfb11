import { describe, expect, test } from 'vitest'
import { mergeRecords, mergeTrees } from '../../src/shared/merge/index.ts'

/** Versions of a workspace as path to text; a text is its own name, so equal texts are equal content. */
type Texts = Record<string, string>

async function merge(base: Texts, mine: Texts, theirs: Texts) {
  const files = (texts: Texts) => new Map(Object.entries(texts))
  const trees = { base: files(base), mine: files(mine), theirs: files(theirs) }
  const { changes, notices, ...rest } = await mergeTrees(trees, async content => new TextEncoder().encode(content))
  const result = files(theirs)
  for (const [path, change] of changes) {
    if (change === null) result.delete(path)
    else result.set(path, 'text' in change ? change.text : change.content)
  }
  const sentences = notices.map(({ sentence }) => sentence)
  return { ...rest, notices: sentences, files: Object.fromEntries([...result].sort(([a], [b]) => (a < b ? -1 : 1))) }
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

  test('and what both have of it stays in its order', async () => {
    const [mine, theirs] = [page(1, 'Z.\n\nM.\n\nA.\n\nMine.'), page(1, 'Z.\n\nTheirs.\n\nM.\n\nA.')]
    const { files } = await merge({}, { 'pages/x.md': mine }, { 'pages/x.md': theirs })
    expect(files).toEqual({ 'pages/x.md': page(1, 'Z.\n\nTheirs.\n\nM.\n\nA.\n\nMine.') })
  })

  test('moved here, deleted there and put back there: one page at the address that was shared first, with all words', async () => {
    const gone = { 'pages/a/two.md': base['pages/a/two.md'] }
    const moved = { ...gone, 'pages/b/one.md': page(1, 'One.\n\nTwo, hers.') }
    const putBack = { ...gone, 'pages/a/one.md': page(1, 'One, his.\n\nTwo.') }
    for (const [mine, theirs, stands] of [
      [moved, putBack, 'pages/a/one.md'],
      [putBack, moved, 'pages/b/one.md'],
    ] as const) {
      const { files, questions } = await merge(gone, mine, theirs)
      expect(Object.keys(files)).toEqual([stands, 'pages/a/two.md'].sort())
      const told = await merge(gone, mine, theirs)
      const words = `${files[stands]}${JSON.stringify(told.clashes)}`
      for (const word of ['One, his.', 'Two, hers.']) expect(words).toContain(word)
      expect(questions).toEqual([])
    }
    const asItWas = { ...gone, 'pages/a/one.md': moved['pages/b/one.md'] }
    expect((await merge(gone, asItWas, moved)).files).toEqual(moved)
  })

  test('a picture that both replaced is kept twice', async () => {
    const { files, questions } = await merge({ 'media/a.jpg': '1' }, { 'media/a.jpg': '2' }, { 'media/a.jpg': '3' })
    expect(files).toEqual({ 'media/a.jpg': '3', 'media/a-2.jpg': '2' })
    const [path, aside] = ['media/a.jpg', 'media/a-2.jpg']
    expect(questions).toEqual([{ kind: 'same-name', path, was: path, aside, both: 'changed' }])
  })

  test('two new pages at one address: the one that was shared first has it, the other stands beside it', async () => {
    const [mine, theirs] = [page(8, 'By me.', 'Mine'), page(9, 'By them.', 'Theirs')]
    const { files, questions, notices } = await merge(
      base,
      { ...base, 'pages/a/new.md': mine },
      { ...base, 'pages/a/new.md': theirs },
    )
    expect(files).toMatchObject({ 'pages/a/new.md': theirs, 'pages/a/new-2.md': mine })
    const [path, aside] = ['pages/a/new.md', 'pages/a/new-2.md']
    expect(questions).toEqual([{ kind: 'same-name', path, was: path, aside, both: 'made' }])
    // The question says it all.
    expect(notices).toEqual([])
  })

  test('deleted here and edited there: the edited page stays, whoever comes first', async () => {
    const without = { 'pages/a/two.md': base['pages/a/two.md'] }
    const edited = { ...base, 'pages/a/one.md': page(1, 'One, edited.\n\nTwo.') }
    const [one, other] = [await merge(base, without, edited), await merge(base, edited, without)]
    expect([one.files, other.files]).toEqual([edited, edited])
    const path = 'pages/a/one.md'
    expect([one.questions, other.questions]).toEqual([
      [{ kind: 'deleted-here', path, was: path }],
      [{ kind: 'deleted-there', path, was: path }],
    ])
  })

  test('what describes a picture, deleted here and edited there, stays, and a sentence says so', async () => {
    const [was, edited] = ['alt: A hall\n', 'alt: The hall\n']
    const path = 'media/hall.png.yml'
    const { files, notices } = await merge({ [path]: was }, {}, { [path]: edited })
    expect(files).toEqual({ [path]: edited })
    expect(notices).toEqual(['You deleted the description of hall.png while a colleague changed it. It stays.'])
  })

  test('the same fix made by both: there once, and nobody is told anything', async () => {
    const fixed = { ...base, 'pages/a/one.md': page(1, 'One, put right.\n\nTwo.') }
    const more = { ...fixed, 'pages/a/two.md': page(2, 'Other, too.') }
    expect(await merge(base, fixed, fixed)).toMatchObject({ files: fixed, merged: [], notices: [] })
    expect(await merge(base, more, fixed)).toMatchObject({ files: more, merged: [], notices: [] })
  })

  test('two approvals of one version are both there', async () => {
    const approval = (who: string) => `kind: approved\nby: ${who}@example.org\nversion: 1a2b\n`
    const mine = { ...base, 'reviews/p/1.yml': approval('priya') }
    const theirs = { ...base, 'reviews/p/2.yml': approval('tom') }
    const { files, notices, clashes } = await merge(base, mine, theirs)
    expect(files).toEqual({ ...mine, ...theirs })
    expect([...notices, ...clashes]).toEqual([])
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
    const { files, questions } = await merge(base, mine, theirs)
    expect(files).toMatchObject({ 'pages/a/one.md': theirs['pages/a/one.md'], 'pages/a/one-2.md': broken })
    expect(questions).toMatchObject([{ kind: 'same-name', aside: 'pages/a/one-2.md', both: 'changed' }])
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

  test('evaluations: by requirement, and what both judged is there in each one’s words', () => {
    const evaluation = (...judged: [string, string][]) =>
      `date: 2026-11-01\njudgements:\n${judged.map(([id, words]) => `  - requirement: ${id}\n    comment: ${words}\n`).join('')}`
    const before = evaluation(['A', 'one'], ['B', 'two'])
    const merged = mergeRecords(
      before,
      evaluation(['A', 'mine'], ['B', 'two']),
      evaluation(['A', 'one'], ['B', 'theirs']),
    )
    expect(merged).toEqual({ text: evaluation(['A', 'mine'], ['B', 'theirs']), clashes: [] })
  })

  test('a section renamed here and given another title there is one section', () => {
    const merged = mergeRecords(
      config('A', 'x', 'y'),
      config('A', 'x', 'y').replace('slug: y', 'slug: z'),
      config('A', 'x', 'y').replace('title: Y', 'title: Why'),
    )
    expect(merged?.clashes).toEqual([])
    expect(merged?.text).toBe(config('A', 'x', 'y').replace('slug: y', 'slug: z').replace('title: Y', 'title: Why'))
  })

  test('each field in the words and with the comments of whoever changed it', () => {
    const before = 'name: A\n# where\nplace: "B"\ncouncil: C\n'
    const mine = 'name: A\n# where it is\nplace: "B"\ncouncil: C, mine # new\nadded: 1\n'
    const theirs = 'name: D\n# where\nplace: "B"\ncouncil: C\n'
    expect(mergeRecords(before, mine, theirs)?.text).toBe(mine.replace('name: A', 'name: D'))
    expect(mergeRecords(before, theirs, mine)?.text).toBe(mine.replace('name: A', 'name: D'))
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
    expect(notices).toEqual([
      'You and a colleague both changed the settings. “Name”: theirs stands, “C”, and yours was “B”.',
    ])
  })
})

describe('a section that moved', () => {
  const sections = (...slugs: string[]) =>
    `signpost: 1\nsections:\n${slugs.map(slug => `  - slug: ${slug}\n    title: Health\n`).join('')}`
  const before = { 'signpost.yml': sections('health'), 'pages/health/one.md': page(1, 'One.') }
  const moved = { 'signpost.yml': sections('wellbeing'), 'pages/wellbeing/one.md': page(1, 'One.') }

  test('takes along the page that went into it meanwhile, whoever comes first', async () => {
    const added = { ...before, 'pages/health/new.md': page(5, 'New.') }
    const expected = { ...moved, 'pages/wellbeing/new.md': page(5, 'New.') }
    expect((await merge(before, moved, added)).files).toEqual(expected)
    expect((await merge(before, added, moved)).files).toEqual(expected)
  })

  test('takes along a page that moved into it, with the words that were changed in it', async () => {
    const other = { ...before, 'pages/other/five.md': page(5, 'One.\n\nTwo.') }
    const into = { ...before, 'pages/health/five.md': page(5, 'One.\n\nTwo.') }
    const edited = { ...moved, 'pages/other/five.md': page(5, 'One.\n\nTwo, edited.') }
    const expected = { ...moved, 'pages/wellbeing/five.md': page(5, 'One.\n\nTwo, edited.') }
    expect((await merge(other, edited, into)).files).toEqual(expected)
    expect((await merge(other, into, edited)).files).toEqual(expected)
  })

  test('is followed when it had no page yet, by its title', async () => {
    const [was, is] = [{ 'signpost.yml': sections('health') }, { 'signpost.yml': sections('wellbeing') }]
    const added = { ...was, 'pages/health/new.md': page(5, 'New.') }
    expect((await merge(was, is, added)).files).toEqual({ ...is, 'pages/wellbeing/new.md': page(5, 'New.') })
  })

  test('is not one that only lost its last page', async () => {
    const out = { ...before, 'pages/education/one.md': page(1, 'One.') }
    const { 'pages/health/one.md': _, ...without } = out
    const added = { ...before, 'pages/health/new.md': page(5, 'New.') }
    expect((await merge(before, without, added)).files).toEqual({ ...without, 'pages/health/new.md': page(5, 'New.') })
  })
})
