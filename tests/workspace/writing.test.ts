import { mkdir, readdir, readFile, rm, symlink, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { describe, expect, test } from 'vitest'
import { entryOf, hashOf } from '../../src/main/workspace/index.ts'
import { pageIdSchema, parseEntry, textOf, workspacePathSchema } from '../../src/shared/content/index.ts'
import { faultyDisk } from '../files/faults.ts'
import { club, ids, moving, openOffer, travel } from './offer.ts'
import { tempFolder, write } from './temp-folder.ts'

const path = (text: string) => workspacePathSchema.parse(text)
const id = (which: keyof typeof ids) => pageIdSchema.parse(ids[which])

describe('writing', () => {
  test('changes what was changed and no other byte', async () => {
    const { root, workspace } = await openOffer()
    const entry = workspace.byId(id('travel'))
    if (entry?.kind !== 'page') throw new Error('it is a page')
    const next = { ...entry, fields: { ...entry.fields, title: 'Free travel' } }
    const written = await workspace.writeEntry(id('travel'), next, hashOf(travel))
    const text = travel.replace('Help with travel to school', 'Free travel')
    expect(written).toEqual({ kind: 'written', id: ids.travel, path: entry.path, hash: hashOf(text), changed: true })
    expect(await readFile(join(root, entry.path), 'utf8')).toBe(text)
    expect(workspace.byId(id('travel'))?.fields.title).toBe('Free travel')
    expect(await workspace.writeEntry(id('travel'), next)).toMatchObject({ changed: false, hash: hashOf(text) })
  })

  test('never writes over what another program wrote since', async () => {
    const { root, workspace } = await openOffer()
    const entry = workspace.byId(id('travel'))
    if (!entry) throw new Error('it is there')
    const theirs = `${travel}Words of another program.\n`
    await write(root, { 'pages/education/travel.md': theirs })
    expect(await workspace.writeEntry(id('travel'), entry, hashOf(travel))).toMatchObject({ code: 'changed-meanwhile' })
    expect(await readFile(join(root, entry.path), 'utf8')).toBe(theirs)
    expect(workspace.hash(id('travel'))).toBe(hashOf(theirs))
  })

  test('an id in what is written cannot turn one page into another', async () => {
    const { workspace } = await openOffer()
    const [one, other] = [workspace.byId(id('travel')), workspace.byId(id('moving'))]
    if (one?.kind !== 'page' || other?.kind !== 'page') throw new Error('they are pages')
    await workspace.writeEntry(id('travel'), { ...one, fields: { ...one.fields, id: other.fields.id, title: 'X' } })
    expect(workspace.byId(id('travel'))?.fields.title).toBe('X')
    expect(workspace.byId(id('moving'))?.fields.title).toBe('Moving into Southend with an EHC plan')
  })

  test('a page that is gone, or of another kind, is refused', async () => {
    const { root, workspace } = await openOffer()
    const [page, service] = [workspace.byId(id('travel')), workspace.byId(id('club'))]
    if (!page || !service) throw new Error('they are there')
    expect(await workspace.writeEntry(id('travel'), service)).toMatchObject({ code: 'no-such-page' })
    await rm(join(root, page.path))
    expect(await workspace.writeEntry(id('travel'), page)).toMatchObject({ code: 'no-such-page' })
    expect(await readdir(join(root, 'pages/education'))).toEqual(['moving.md'])
  })

  test('a full disk at any point leaves the page as it was or as it was to be', async () => {
    let point = 0
    for (; ; point += 1) {
      let armed = false
      let change = 0
      const disk = faultyDisk('ENOSPC', () => armed && change++ === point)
      const { root, workspace } = await openOffer({}, { disk })
      const entry = workspace.byId(id('travel'))
      if (entry?.kind !== 'page') throw new Error('it is a page')
      armed = true
      const written = await workspace.writeEntry(id('travel'), { ...entry, fields: { ...entry.fields, title: 'New' } })
      const text = await readFile(join(root, entry.path), 'utf8')
      expect([travel, travel.replace('Help with travel to school', 'New')]).toContain(text)
      if (written.kind === 'written') break
      expect(written.code).toBe('disk-full')
    }
    expect(point).toBeGreaterThan(2)
  })
})

describe('a new page', () => {
  test.each(['topic', 'event', 'what-to-do-if', 'service'] as const)('from the %s template', async template => {
    const { root, workspace } = await openOffer()
    const made = await workspace.newEntry({ template, title: 'Short breaks: what’s new?', section: 'health' })
    if (made.kind === 'refused') throw new Error(made.sentence)
    const folder = template === 'service' ? 'services' : 'pages/health'
    expect(made.path).toBe(`${folder}/short-breaks-whats-new.md`)
    expect(await workspace.create(made.path, made.text)).toMatchObject({ kind: 'written', id: made.id })
    const entry = workspace.byId(made.id)
    expect(entry?.fields.title).toBe('Short breaks: what’s new?')
    expect(entry?.trouble).toEqual([])
    expect(entry?.fields.review.every).toMatch(/month/)
    const words = entry ? textOf(entry.doc) : ''
    // Everything that could be left standing by mistake is in brackets, where the checks find it.
    expect(words.match(/\[[A-Z][^\]]+\.\]/g)?.length).toBeGreaterThan(2)
    expect(entry?.doc.content.some(block => block.type === 'kept')).toBe(false)
    // Opening and saving it changes no byte.
    if (entry) expect(await workspace.writeEntry(made.id, entry)).toMatchObject({ changed: false })
    expect(await readFile(join(root, made.path), 'utf8')).toBe(made.text)
  })

  test('from nothing: a blank page has its title, and no words to be taken out', async () => {
    const { workspace } = await openOffer()
    const made = await workspace.newEntry({ template: 'blank', title: 'Short breaks', section: 'health' })
    if (made.kind === 'refused') throw new Error(made.sentence)
    expect(await workspace.create(made.path, made.text)).toMatchObject({ kind: 'written' })
    const entry = workspace.byId(made.id)
    expect([entry?.fields.title, entry?.trouble, entry && textOf(entry.doc)]).toEqual(['Short breaks', [], ''])
  })

  test('has an address of its own, also beside names in capitals', async () => {
    const { workspace } = await openOffer({ 'pages/health/Travel.md': '', 'pages/health/travel-2.md': '' })
    const made = await workspace.newEntry({ template: 'topic', title: 'Travel', section: 'health' })
    expect(made).toMatchObject({ path: 'pages/health/travel-3.md' })
    expect(await workspace.newEntry({ template: 'topic', title: '???', section: 'health' })).toMatchObject({
      path: 'pages/health/page.md',
    })
    expect(await workspace.newEntry({ template: 'topic', title: 'x', section: '../..' })).toMatchObject({
      kind: 'refused',
      code: 'no-such-section',
    })
  })

  test('is never made over another one', async () => {
    const { root, workspace } = await openOffer()
    for (const taken of ['pages/education/travel.md', 'pages/education/TRAVEL.md']) {
      expect(await workspace.create(path(taken), 'x')).toMatchObject({ code: 'address-taken' })
    }
    await writeFile(join(root, 'services/new.md'), club)
    expect(await workspace.create(path('services/new.md'), 'x')).toMatchObject({ code: 'address-taken' })
    for (const odd of ['signpost.yml', 'pages/loose.md', 'media/a.md', 'pages/a/b/c.md']) {
      expect(await workspace.create(path(odd), 'x')).toMatchObject({ code: 'not-an-address' })
    }
    expect(await readFile(join(root, 'pages/education/travel.md'), 'utf8')).toBe(travel)
  })
})

describe('moving and removing', () => {
  test('a page keeps its id, its words and its history’s name', async () => {
    const { root, workspace } = await openOffer()
    const moved = await workspace.rename(path('services/swimming.md'), path('services/swim.md'))
    expect(moved).toEqual({
      kind: 'written',
      id: ids.club,
      path: 'services/swim.md',
      hash: hashOf(club),
      changed: true,
    })
    expect(await readFile(join(root, 'services/swim.md'), 'utf8')).toBe(club)
    expect(await readdir(join(root, 'services'))).toEqual(['swim.md'])
    expect(workspace.byId(id('club'))?.path).toBe('services/swim.md')
  })

  test('into another section, and its empty folder goes', async () => {
    const { root, workspace } = await openOffer({ 'pages/health/asthma.md': 'No details at all.\n' })
    const before = workspace.entries().find(one => one.path === 'pages/health/asthma.md')
    const moved = await workspace.rename(path('pages/health/asthma.md'), path('pages/education/asthma.md'))
    // It had no id in its file: the one it was known by is written down before the address changes.
    expect(moved).toMatchObject({ kind: 'written', id: before?.fields.id })
    expect(workspace.entries().find(one => one.path === 'pages/education/asthma.md')?.fields.id).toBe(before?.fields.id)
    expect(await readdir(join(root, 'pages'))).toEqual(['education'])
  })

  test('never onto another page, and never out of its place', async () => {
    const { root, workspace } = await openOffer()
    const from = path('pages/education/travel.md')
    expect(await workspace.rename(from, path('pages/education/moving.md'))).toMatchObject({ code: 'address-taken' })
    expect(await workspace.rename(from, path('services/travel.md'))).toMatchObject({ code: 'not-an-address' })
    expect(await workspace.rename(path('pages/education/no.md'), from)).toMatchObject({ code: 'no-such-page' })
    expect(await readFile(join(root, from), 'utf8')).toBe(travel)
    expect(await readFile(join(root, 'pages/education/moving.md'), 'utf8')).toBe(moving)
  })

  test('a folder that is a link out of the workspace is not written into', async () => {
    const outside = await tempFolder()
    const { root, workspace } = await openOffer()
    await symlink(outside, join(root, 'pages/linked'))
    const from = path('pages/education/travel.md')
    expect(await workspace.rename(from, path('pages/linked/travel.md'))).toMatchObject({ code: 'leads-out' })
    expect(await workspace.create(path('pages/linked/new.md'), 'x')).toMatchObject({ code: 'leads-out' })
    expect(await readdir(outside)).toEqual([])
  })

  test('a removed page is gone, and a removed one cannot be removed again', async () => {
    const { root, workspace } = await openOffer()
    expect(await workspace.remove(path('services/swimming.md'))).toEqual({ kind: 'ok' })
    expect(await readdir(root)).not.toContain('services')
    expect(workspace.byId(id('club'))).toBeNull()
    expect(await workspace.remove(path('services/swimming.md'))).toMatchObject({ code: 'no-such-page' })
    await mkdir(join(root, 'services'))
  })
})

test('a draft is written as what it says, however it came to be', () => {
  const entry = parseEntry(path('pages/education/travel.md'), travel).entry
  if (entry.kind !== 'page') throw new Error('it is a page')
  const doc = { type: 'doc', content: [{ type: 'nonsense' }] }
  const next = entryOf({ entry: { kind: 'page', fields: entry.fields }, doc: doc as never })
  expect(next.doc.type).toBe('doc')
  expect(next.fields).toEqual(entry.fields)
})
