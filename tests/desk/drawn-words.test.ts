import { mkdir, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { afterEach, expect, test } from 'vitest'
import * as desk from '../../src/main/desk/index.ts'
import { aboutOf } from '../../src/shared/checks/index.ts'
import { isRefusal } from '../../src/shared/outcome.ts'
import { closeLaptops, laptop, must } from './laptop.ts'

afterEach(closeLaptops)

async function withPage() {
  const at = await laptop()
  const { workspace, checking } = at.session
  const folder = join(workspace.root, 'pages', 'education')
  await mkdir(folder, { recursive: true })
  await writeFile(
    join(folder, 'a.md'),
    '---\nid: 01JA0000000000000000000001\ntitle: TRAVEL TO SCHOOL AND BACK\nsummary: Who gets help.\nowner: priya@example.org\n---\n\nSee [click here](https://example.org/).\n',
  )
  await workspace.refresh()
  checking.forget()
  at.session.knowing.forget()
  const entry = workspace.entries().find(({ slug }) => slug === 'a')
  if (entry === undefined) throw new Error('the page was not read')
  return { at, entry }
}

test('every page is drawn at an address of its own, as the site will have it, with the places of its words', async () => {
  const { at, entry } = await withPage()
  const all = await at.session.previews.all()
  expect(all.map(({ id }) => id).sort()).toEqual(
    at.session.workspace
      .entries()
      .map(({ fields }) => fields.id)
      .sort(),
  )
  const page = all.find(({ id }) => id === entry.fields.id)
  const answer = await at.session.previews.respond(page?.url ?? '')
  expect(answer?.body).toContain('data-place="0"')
  expect(answer?.body).toContain('TRAVEL TO SCHOOL AND BACK')
})

test('what the checks say of a page is told with its words, and so is what was let be', async () => {
  const { at, entry } = await withPage()
  const { id } = entry.fields
  const before = must(await desk.drawnWords(at.session, id))
  expect(before.doc).toEqual(entry.doc)
  const link = before.known.find(({ rule }) => rule === 'link-text')
  expect(link?.place).toEqual({ path: [0], start: 4, end: 14 })
  expect(before.known).toContainEqual({ rule: expect.any(String), place: 'title' })
  const { problems } = at.session.checking.judge(entry, await at.session.checking.facts(), [])
  const problem = problems.find(({ field, severity }) => field === 'title' && severity !== 'error')
  if (problem === undefined) throw new Error('nothing was found in the title')
  const letBe = { rule: problem.rule, about: aboutOf(problem, entry), reason: 'It is a name.', until: null }
  must(await desk.notAProblem(at.session, id, letBe))
  expect(must(await desk.drawnWords(at.session, id)).known.length).toBe(before.known.length)
  expect(isRefusal(await desk.drawnWords(at.session, '01JA0000000000000000000009' as typeof id))).toBe(true)
})
