import { mkdir, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { afterEach, describe, expect, test } from 'vitest'
import * as desk from '../../src/main/desk/index.ts'
import type { PageId } from '../../src/shared/content/index.ts'
import { closeLaptops, type Laptop, laptop, must, priya } from './laptop.ts'
import { act, codeOf, undo } from './undoing.ts'

afterEach(closeLaptops)

async function put(at: Laptop, path: string, title: string): Promise<void> {
  const file = join(at.session.workspace.root, path)
  await mkdir(join(file, '..'), { recursive: true })
  await writeFile(
    file,
    `---\ntitle: ${title}\nsummary: Who can get help.\nowner: priya@example.org\n---\n\nAsk ${path}.\n`,
  )
  await at.session.workspace.refresh()
  at.session.checking.forget()
  at.session.knowing.forget()
}

/** Two pages of one name, and the first of them. */
async function twoOfOneName() {
  const at = await laptop()
  await put(at, 'pages/education/a.md', 'Travel to school')
  await put(at, 'pages/health/b.md', 'Travel to school')
  const page = at.session.workspace.entries().find(({ path }) => path === 'pages/education/a.md')
  if (page === undefined) throw new Error('no such page')
  return { at, id: page.fields.id }
}

async function sameTitles(at: Laptop) {
  const report = await desk.siteReport(at.session)
  return report.kinds.find(({ rule }) => rule === 'title-same')?.where ?? []
}

/** As the window says it, of the sentence that it shows. */
async function letBe(at: Laptop, id: PageId) {
  at.tick(1000)
  const message = (await sameTitles(at)).find(where => where.id === id)?.message ?? ''
  const wish = { rule: 'title-same', message, reason: 'One is for parents, one for schools.', until: null }
  return desk.notAProblemBetween(at.session, id, wish)
}

describe('“not a problem here” between pages', () => {
  test('is kept with the page that it was said of, and told with the whole site, in review and by the command line', async () => {
    const { at, id } = await twoOfOneName()
    expect(await sameTitles(at)).toHaveLength(2)
    const before = (await desk.siteReport(at.session)).between
    must(await letBe(at, id))
    await at.restart()
    const report = await desk.siteReport(at.session)
    expect(report.between).toBe(before - 1)
    expect((await sameTitles(at)).map(where => where.id)).not.toContain(id)
    expect(report.letBe).toMatchObject([{ page: id, rule: 'title-same', by: priya, until: null }])
    expect((await act(at, 'what is not a problem')).sentence).toContain('One is for parents, one for schools.')
    expect(must(await desk.openReview(at.session, id)).dismissed).toMatchObject([{ rule: 'title-same' }])
    const { files } = await desk.checkWorkspace(at.session)
    const found = files.map(({ path, problems, dismissed }) => [
      path,
      problems.some(({ rule }) => rule === 'title-same'),
      dismissed.map(({ rule }) => rule),
    ])
    expect(found).toContainEqual(['pages/education/a.md', false, ['title-same']])
    expect(found).toContainEqual(['pages/health/b.md', true, []])
  })

  test('ends when one more page is in it, and holds again when that is gone', async () => {
    const { at, id } = await twoOfOneName()
    must(await letBe(at, id))
    await put(at, 'pages/health/c.md', 'Travel to school')
    expect((await sameTitles(at)).map(where => where.id)).toContain(id)
    await put(at, 'pages/health/c.md', 'Travel to hospital')
    expect((await sameTitles(at)).map(where => where.id)).not.toContain(id)
  })

  test('is taken back, and undone', async () => {
    const { at, id } = await twoOfOneName()
    must(await letBe(at, id))
    const [said] = (await desk.siteReport(at.session)).letBe
    at.tick(1000)
    must(await desk.problemAgain(at.session, id, said?.id ?? ''))
    expect(await sameTitles(at)).toHaveLength(2)
    must(await letBe(at, id))
    await undo(at, 'what is not a problem')
    expect(await sameTitles(at)).toHaveLength(2)
  })

  test('is refused of a sentence that nothing says any more, and of what the team has stop publishing', async () => {
    const { at, id } = await twoOfOneName()
    const wish = { rule: 'title-same', message: 'Something else.', reason: 'So it is.', until: null }
    expect(codeOf(await desk.notAProblemBetween(at.session, id, wish))).toBe('changed-meanwhile')
    must(await desk.setCheckLevel(at.session, 'title-same', 'stops'))
    expect(codeOf(await letBe(at, id))).toBe('stops-publishing')
  })
})

test('what the team switched off is not told between pages either', async () => {
  const { at } = await twoOfOneName()
  must(await desk.setCheckLevel(at.session, 'title-same', 'off'))
  expect(await sameTitles(at)).toEqual([])
})
