import { readFile, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { afterEach, describe, expect, test } from 'vitest'
import * as desk from '../../src/main/desk/index.ts'
import { mostEntryLength, type PageId, parseBody, serialiseBody } from '../../src/shared/content/index.ts'
import { closeLaptops, type Laptop, laptop, must, priya } from './laptop.ts'

afterEach(closeLaptops)

const path = 'pages/education/travel-to-school.md'
const fileAt = (at: Laptop, name = path) => join(at.session.workspace.root, name)

async function pageOf(at: Laptop, body: string): Promise<PageId> {
  const { id } = must(
    await desk.createPage(at.session, { section: 'education', title: 'Travel to school', template: 'topic' }),
  )
  const { hash, entry } = must(await desk.openPage(at.session, id))
  must(await desk.savePage(at.session, { id, base: hash, doc: parseBody(body).doc, entry }))
  return id
}

describe('a file that is no page, among the pages', () => {
  const strange = {
    'is no text': Buffer.from([0x50, 0x4b, 0, 1, 2, 3]),
    'has 50 MB': Buffer.alloc(50_000_000, 'word '),
  }

  for (const [what, bytes] of Object.entries(strange)) {
    test(`that ${what} is told, and its earlier version comes back while the file is kept whole`, async () => {
      const at = await laptop()
      const id = await pageOf(at, 'Apply in the spring.')
      await writeFile(fileAt(at), bytes)
      await at.session.workspace.refresh()

      expect(await desk.leftOut(at.session)).toMatchObject([{ path, canPutBack: true }])
      const back = must(await desk.putPageBack(at.session, path))
      expect(back.id).toBe(id)
      expect(serialiseBody(must(await desk.openPage(at.session, id)).doc)).toBe('Apply in the spring.\n')
      expect((await readFile(fileAt(at, back.kept))).equals(bytes)).toBe(true)
      expect(await desk.leftOut(at.session)).toEqual([])
    })
  }

  test('has nothing to come back where no version of it was ever a page, and stays as it is', async () => {
    const at = await laptop()
    await pageOf(at, 'One.')
    await writeFile(fileAt(at, 'pages/education/photo.md'), strange['is no text'])
    await at.session.workspace.refresh()

    expect(await desk.leftOut(at.session)).toMatchObject([{ path: 'pages/education/photo.md', canPutBack: false }])
    expect(await desk.putPageBack(at.session, 'pages/education/photo.md')).toMatchObject({ kind: 'refused' })
    expect((await readFile(fileAt(at, 'pages/education/photo.md'))).equals(strange['is no text'])).toBe(true)
  })

  test('is not asked of a page that can be read, nor of anything outside', async () => {
    const at = await laptop()
    await pageOf(at, 'One.')
    for (const other of [path, '../secret.md', 'signpost.yml']) {
      expect(await desk.putPageBack(at.session, other)).toMatchObject({ kind: 'refused', code: 'no-such-version' })
    }
  })

  test('is no version of the page while it is larger than a page can be: colleagues keep the page', async () => {
    const at = await laptop()
    await pageOf(at, 'One.')
    const before = await at.session.history.head()
    await writeFile(fileAt(at), strange['has 50 MB'])
    expect(await at.session.history.commit({ by: priya, sentence: 'Changed outside' })).toBeNull()
    expect(await at.session.history.head()).toBe(before)
  })
})

test('a page that grows beyond what can be one page is not written, and what was typed stays a draft', async () => {
  const at = await laptop()
  const id = await pageOf(at, 'One.')
  const { hash, entry } = must(await desk.openPage(at.session, id))
  const doc = parseBody(`${'words '.repeat(100)}\n\n`.repeat(Math.ceil(mostEntryLength / 600) + 1)).doc
  must(await desk.keepDraft(at.session, { id, base: hash, doc, entry }))

  const refused = await desk.savePage(at.session, { id, base: hash, doc, entry })
  expect(refused).toMatchObject({ kind: 'refused', code: 'too-long' })
  expect(await readFile(fileAt(at), 'utf8')).toContain('One.')
  expect(must(await desk.openPage(at.session, id)).doc.content).toHaveLength(doc.content.length)
})
