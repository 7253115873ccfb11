import { mkdir, readFile, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { afterEach, describe, expect, test } from 'vitest'
import * as desk from '../../src/main/desk/index.ts'
import { closeLaptops, type Laptop, laptop, must } from './laptop.ts'

afterEach(closeLaptops)

const day = 24 * 60 * 60 * 1000

async function put(at: Laptop, path: string, text: string): Promise<void> {
  const file = join(at.session.workspace.root, path)
  await mkdir(join(file, '..'), { recursive: true })
  await writeFile(file, text)
  await at.session.workspace.refresh()
  at.session.checking.forget()
  at.session.knowing.forget()
}

const faulty = (title: string) =>
  `---\ntitle: ${title}\nsummary: Who can get help.\nowner: priya@example.org\n---\n\nSee [click here](https://example.org/).\n`

describe('the report', () => {
  test('whoever asks while the pages are counted makes nobody count them twice', async () => {
    const at = await laptop()
    await put(at, 'pages/education/a.md', faulty('Travel to school'))
    const { countAll, counts } = at.session.checking
    expect(await Promise.all([countAll(), countAll()])).toEqual([true, false])
    const [entry] = at.session.workspace.entries()
    expect(entry && counts(entry.fields.id)?.errors).toBeGreaterThan(0)
  })

  test('counts what the lists of pages count, page by page and altogether', async () => {
    const at = await laptop()
    await put(at, 'pages/education/a.md', faulty('Travel to school'))
    await put(at, 'pages/education/b.md', faulty('A bus pass').replace('owner: priya@example.org', ''))
    await put(at, 'pages/health/c.md', faulty('SLEEP AND REST AT HOME').replace('Who can get help.', ''))
    await put(at, 'services/d.md', faulty('Gull House').replace('click here', 'Apply for a place'))
    const report = await desk.siteReport(at.session)
    const rows = await desk.listPages(at.session)
    const sum = (of: 'errors' | 'warnings' | 'notices') => rows.reduce((all, row) => all + (row.problems?.[of] ?? 0), 0)
    const counted = { errors: sum('errors'), warnings: sum('warnings'), notices: sum('notices') }
    expect(report.whole).toBe(true)
    expect(report.pages).toBe(rows.length)
    expect(report.found).toEqual(counted)
    const all = counted.errors + counted.warnings + counted.notices
    expect(report.kinds.filter(kind => !kind.between).reduce((many, kind) => many + kind.many, 0)).toBe(all)
    for (const shares of [report.sections, report.owners]) {
      expect(shares.reduce((many, { found }) => many + found.errors + found.warnings + found.notices, 0)).toBe(all)
      expect(shares.reduce((many, { pages }) => many + pages, 0)).toBe(rows.length)
    }
    expect(report.sections.map(({ slug, pages }) => [slug, pages])).toEqual([
      ['education', 2],
      ['health', 1],
      ['', 1],
    ])
    expect(report.owners.map(({ owner }) => owner).sort()).toEqual(['', 'priya@example.org'])
    expect(report.first.map(({ title }) => title)).toContain('SLEEP AND REST AT HOME')
    expect(report.first.map(({ title }) => title)).not.toContain('Gull House')
  })

  test('tells what is between pages apart, on each of them and in the section that it is about', async () => {
    const at = await laptop()
    for (const name of ['a', 'b', 'c', 'd']) await put(at, `pages/education/${name}.md`, faulty('Travel to school'))
    const { kinds, between, first, found } = await desk.siteReport(at.session)
    expect(found.errors).toBe(4)
    expect(kinds.find(({ rule }) => rule === 'title-same')).toMatchObject({ many: 4, between: true })
    expect(kinds.find(({ rule }) => rule === 'section-start')?.where).toMatchObject([
      { id: null, section: 'education' },
    ])
    expect(between).toBe(4 + 4 + 1)
    expect(first[0]?.reasons).toContain('2 problems with other pages')
  })

  test('follows what is typed', async () => {
    const at = await laptop()
    await put(at, 'pages/education/a.md', faulty('Travel to school'))
    expect((await desk.siteReport(at.session)).found.errors).toBe(1)
    await put(at, 'pages/education/a.md', faulty('Travel to school').replace('click here', 'Apply for travel'))
    expect((await desk.siteReport(at.session)).found.errors).toBe(0)
  })
})

describe('week by week', () => {
  test('is empty until there is a version a week old, and then tells what its words had', async () => {
    const at = await laptop()
    const id = must(await desk.createPage(at.session, { section: 'education', title: 'Travel', template: 'topic' })).id
    const path = at.session.workspace.byId(id)?.path ?? ''
    await put(at, path, (await readFile(join(at.session.workspace.root, path), 'utf8')).replace(/---\n[^-]*$/, ''))
    await put(at, path, faulty('Travel').replace('title', `id: ${id}\ntitle`))
    await at.session.history.commit({ by: at.world.me ?? { name: 'x', email: 'x@example.org' }, sentence: 'Changed' })
    expect(await at.session.trend.points()).toEqual([])

    at.tick(8 * day)
    const [point, ...more] = await at.session.trend.points()
    expect(more).toEqual([])
    expect(point).toMatchObject({ day: '2026-11-23', found: { errors: 1 } })

    // What was mended since does not change what was.
    await put(at, path, faulty('Travel').replace('title', `id: ${id}\ntitle`).replace('click here', 'Apply for travel'))
    await at.session.history.commit({ by: at.world.me ?? { name: 'x', email: 'x@example.org' }, sentence: 'Mended' })
    at.tick(7 * day)
    expect((await at.session.trend.points()).map(({ found }) => found.errors)).toEqual([1, 0])
    expect((await desk.siteReport(at.session)).found.errors).toBe(0)
  })

  test('weighs the words of then as the team weighs them now', async () => {
    const at = await laptop()
    await put(at, 'pages/education/a.md', faulty('Travel'))
    await at.session.history.commit({ by: at.world.me ?? { name: 'x', email: 'x@example.org' }, sentence: 'Written' })
    await put(at, 'pages/education/a.md', faulty('Travel').replace('click here', 'Apply for travel'))
    at.tick(8 * day)
    const found = async () => (await at.session.trend.points()).map(point => point.found)
    expect(await found()).toMatchObject([{ errors: 1 }])
    must(await desk.setCheckLevel(at.session, 'link-text', 'informs'))
    expect(await found()).toMatchObject([{ errors: 0, notices: 1 }])
    must(await desk.setCheckLevel(at.session, 'link-text', 'off'))
    expect(await found()).toMatchObject([{ errors: 0, notices: 0 }])
  })
})
