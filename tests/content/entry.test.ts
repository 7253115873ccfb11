import { describe, expect, test } from 'vitest'
import {
  type Entry,
  isSame,
  type Page,
  type PageFields,
  pageFieldsSchema,
  parseBody,
  parseEntry,
  samples,
  type WorkspacePath,
  workspacePathSchema,
  writeEntry,
} from '../../src/shared/content/index.ts'

const path = workspacePathSchema.parse('pages/education/moving.md')
const id = '01J00000000000000000000001'

const file = `---
# Who answers for this page
id: ${id}   # never changes
title: 'Moving in'
colour:   {a: 1,   b: 2}

audience: [parents]
checklist:
    - se7-1
    # a note
    - {requirement: se7-2, heading: what-next}
review:
  every: 6 months   # every half year
  due: 2026-11-22
  note: keep me
weird: >-
  folded
  text
---

# Hello

A body   with odd spaces,
broken by hand.
`

function pageOf(text: string, at: WorkspacePath = path): Page {
  const { entry } = parseEntry(at, text)
  if (entry.kind !== 'page') throw new Error('That is no page.')
  return entry
}

function withFields(text: string, fields: Partial<PageFields>): string {
  const page = pageOf(text)
  return writeEntry(text, { ...page, fields: { ...page.fields, ...fields } })
}

const linesOf = (text: string): string[] => text.split('\n')
const added = (before: string, after: string) => linesOf(after).filter(line => !linesOf(before).includes(line))
const gone = (before: string, after: string) => linesOf(before).filter(line => !linesOf(after).includes(line))

describe('reading a page', () => {
  test('its fields, its words, and where they stand', () => {
    const { entry, bodyOffset, bodyLine, body } = parseEntry(path, file)
    expect(entry).toMatchObject({ kind: 'page', section: 'education', slug: 'moving', trouble: [] })
    expect(entry.fields).toMatchObject({
      id,
      title: 'Moving in',
      audience: ['parents'],
      checklist: [
        { requirement: 'se7-1', heading: null },
        { requirement: 'se7-2', heading: 'what-next' },
      ],
      review: { every: '6 months', last: null, due: '2026-11-22' },
    })
    expect(file.slice(bodyOffset)).toBe(body)
    expect(linesOf(file)[bodyLine - 1]).toBe('')
    expect(linesOf(file)[bodyLine]).toBe('# Hello')
  })

  test('the section is the first folder, however deep the file lies', () => {
    expect(pageOf(file, workspacePathSchema.parse('pages/health/teams/autism.md'))).toMatchObject({
      section: 'health',
      slug: 'autism',
    })
  })

  test('a service is known by its folder', () => {
    const { entry } = parseEntry(
      workspacePathSchema.parse('services/club.md'),
      `---\nid: ${id}\ntelephone: 01632960123\nminimum_age: 5\n---\nWords`,
    )
    expect(entry).toMatchObject({
      kind: 'service',
      slug: 'club',
      fields: { telephone: '01632960123', minimum_age: 5 },
      trouble: [],
    })
  })

  test.each([
    ['a number as a title', 'title: 2026', { title: '2026' }],
    ['yes as a title', 'title: yes', { title: 'yes' }],
    ['true as a title', 'title: true', { title: 'true' }],
    ['one audience instead of a list', 'audience: parents', { audience: ['parents'] }],
    ['an empty field', 'title:', { title: '' }],
  ])('%s is read as meant', (_, line, fields) => {
    const page = pageOf(`---\nid: ${id}\n${line}\n---\n`)
    expect(page.fields).toMatchObject(fields)
    expect(page.trouble).toEqual([])
  })

  test.each([
    ['an unknown audience', 'audience: [parents, martians]', 'audience', { audience: ['parents'] }],
    [
      'a date that is none',
      'review: {every: 6 months, due: soon}',
      'review',
      { review: { every: '6 months', last: null, due: null } },
    ],
    ['a list as a title', 'title: [a, b]', 'title', { title: '' }],
    ['an age in words', 'order: first', 'order', { order: null }],
  ])('%s is said with its line, and the rest is read', (_, line, field, fields) => {
    const page = pageOf(`---\nid: ${id}\n${line}\n---\n`)
    expect(page.fields).toMatchObject(fields)
    expect(page.trouble).toMatchObject([{ field, line: 3 }])
  })

  test('a page without an id always gets the same one from its address, and says so', () => {
    const one = pageOf('Words')
    expect(one.fields.id).toBe(pageOf('Other words').fields.id)
    expect(one.fields.id).not.toBe(pageOf('Words', workspacePathSchema.parse('pages/education/moved.md')).fields.id)
    expect(one.trouble).toMatchObject([{ field: 'id' }])
    expect(pageFieldsSchema.safeParse(pageOf(writeEntry('Words', one)).fields).success).toBe(true)
    expect(pageOf(writeEntry('Words', one), workspacePathSchema.parse('pages/x/y.md')).fields.id).toBe(one.fields.id)
  })
})

describe('a file with something wrong with it', () => {
  const broken = `---\nid: ${id}\ntitle: Moving: in\nsecret words\n---\nThe body`

  test('broken details are said in plain words with their line; id and body are read', () => {
    const page = pageOf(broken)
    expect(page.trouble).toHaveLength(1)
    expect(page.trouble[0]).toMatchObject({ field: 'file', line: 3 })
    expect(page.trouble[0]?.sentence).toMatch(/could not be read, because of line 3/)
    expect(page.fields.id).toBe(id)
    expect(page.doc).toEqual(parseBody('The body').doc)
  })

  test('saving it loses nothing of what could not be read', () => {
    const saved = withFields(broken, { title: 'New' })
    expect(saved).toContain('# title: Moving: in\n# secret words\n')
    expect(pageOf(saved)).toMatchObject({ fields: { title: 'New' }, trouble: [] })
    expect(saved.endsWith('---\nThe body')).toBe(true)
  })

  test('details that do not end are words of the page', () => {
    const page = pageOf('---\ntitle: x\n\nWords')
    expect(page.trouble[0]?.sentence).toMatch(/do not end/)
    expect(writeEntry('---\ntitle: x\n\nWords', page)).toMatch(/title: x[\s\S]*Words/)
  })

  test.each([
    ['binary', `a\0b`],
    ['far too long', 'x'.repeat(2_000_001)],
  ])('a file that is %s says so, and nothing is ever written over it', (_, text) => {
    const page = pageOf(text)
    expect(page.trouble[0]).toMatchObject({ field: 'file' })
    expect(writeEntry(text, { ...page, doc: samples })).toBe(text)
  })

  test.each([
    [
      'aliases that multiply',
      `a: &a [${'x,'.repeat(9)}x]\nb: &b [${'*a,'.repeat(9)}*a]\nc: &c [${'*b,'.repeat(9)}*b]\nchecklist: [${'*c,'.repeat(9)}*c]`,
    ],
    ['brackets without end', `title: ${'['.repeat(5000)}`],
    ['lists without end', `${'- '.repeat(5000)}x`],
    ['a type of its own', 'title: !!js/function "function () { return 1 }"'],
    ['a prototype', '__proto__: {title: x}\nconstructor: {a: 1}'],
  ])('%s do no harm', (_, yaml) => {
    const page = pageOf(`---\n${yaml}\n---\nWords`)
    expect(page.doc).toEqual(parseBody('Words').doc)
    expect(typeof page.fields.title).toBe('string')
    expect(({} as { title?: string }).title).toBeUndefined()
  })
})

describe('writing a page', () => {
  test('nothing edited, no byte changed', () => {
    expect(writeEntry(file, pageOf(file))).toBe(file)
    const windows = file.replaceAll('\n', '\r\n')
    expect(writeEntry(windows, pageOf(windows))).toBe(windows)
    expect(withFields(windows, { title: 'New' })).toBe(withFields(file, { title: 'New' }))
  })

  test.each<[string, Partial<PageFields>, string[], string[]]>([
    ['a title', { title: 'New: title' }, ["title: 'New: title'"], ["title: 'Moving in'"]],
    ['a field that was not there', { owner: 'sam@example.org' }, ['owner: sam@example.org'], []],
    [
      'an audience',
      { audience: ['parents', 'professionals'] },
      ['audience: [parents, professionals]'],
      ['audience: [parents]'],
    ],
    ['a field back to nothing', { audience: [] }, [], ['audience: [parents]']],
  ])('%s changes its own line and no other', (_, fields, more, less) => {
    const after = withFields(file, fields)
    expect(added(file, after)).toEqual(more)
    expect(gone(file, after)).toEqual(less)
    expect(pageOf(after).fields).toEqual({ ...pageOf(file).fields, ...fields })
  })

  test('a review date leaves the comments and the unknown parts beside it', () => {
    const review = { ...pageOf(file).fields.review, due: null, every: '1 year' }
    const after = withFields(file, { review })
    expect(after).toContain('every: 1 year # every half year')
    expect(after).toContain('note: keep me')
    expect(pageOf(after).fields.review).toEqual(review)
    const none = withFields(file, { review: { every: null, last: null, due: null } })
    expect(none).toContain('note: keep me')
    expect(pageOf(none).fields.review).toEqual({ every: null, last: null, due: null })
  })

  test('a tag more leaves the comments between the others', () => {
    const checklist = [...pageOf(file).fields.checklist, { requirement: 'se7-3', heading: null }]
    const after = withFields(file, { checklist })
    expect(after).toContain('# a note')
    expect(after).toContain('- se7-3')
    expect(pageOf(after).fields.checklist).toEqual(checklist)
  })

  test('every field can be set, cleared and set again, whatever is in it', () => {
    const nasty = [
      'x: y',
      '# x',
      '- x',
      '"x"',
      "it's",
      '{a}',
      '[a]',
      '&a *a',
      '!x',
      '%x',
      '@x',
      '`x`',
      'a\nb',
      ' a ',
      '2026',
      'null',
      'yes',
      '😀',
      '|',
      '>',
      '---',
      'a # b',
    ]
    let text = file
    for (const title of nasty) {
      text = withFields(text, { title, summary: title, owner: title })
      expect(pageOf(text)).toMatchObject({ fields: { title, summary: title, owner: title }, trouble: [] })
      text = withFields(text, { summary: '', owner: '' })
      expect(pageOf(text).fields).toMatchObject({ title, summary: '', owner: '' })
    }
    expect(text).toContain('colour:   {a: 1,   b: 2}')
    expect(text).toContain('# Who answers for this page')
  })

  test('words that change leave the details alone; details that change leave the words alone', () => {
    const page = pageOf(file)
    const body = writeEntry(file, { ...page, doc: samples })
    expect(body.slice(0, file.indexOf('\n# Hello'))).toBe(file.slice(0, file.indexOf('\n# Hello')))
    expect(isSame(pageOf(body).doc, samples)).toBe(true)
    expect(withFields(file, { title: 'x' }).endsWith(file.slice(file.indexOf('\n# Hello')))).toBe(true)
  })

  test('a new page has its id, what was said of it, and nothing more', () => {
    const page = pageOf(`---\nid: ${id}\ntitle: Travel\n---\n\nWords\n`)
    expect(writeEntry(null, page)).toBe(`---\nid: ${id}\ntitle: Travel\n---\n\nWords\n`)
  })

  test('the details in braces on one line are still details', () => {
    const braces = `---\n{id: ${id}, title: Travel, colour: red}\n---\nWords`
    const after = withFields(braces, { title: 'Trains' })
    expect(pageOf(after).fields.title).toBe('Trains')
    expect(after).toContain('colour: red')
  })

  test('an entry of the directory is written like a page', () => {
    const at = workspacePathSchema.parse('services/club.md')
    const text = `---\nid: ${id}\ntitle: Club\ntelephone: 01632960123\n---\n\nWords\n`
    const service: Entry = parseEntry(at, text).entry
    if (service.kind !== 'service') throw new Error('That is no service.')
    const after = writeEntry(text, { ...service, fields: { ...service.fields, minimum_age: 5, needs: ['autism'] } })
    expect(after).toBe(text.replace('960123\n', '960123\nminimum_age: 5\nneeds:\n  - autism\n'))
  })
})
