import { appendFile, readFile, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { afterEach, describe, expect, test, vi } from 'vitest'
import * as desk from '../../src/main/desk/index.ts'
import { type Doc, type PageId, parseBody, serialiseBody } from '../../src/shared/content/index.ts'
import type { OpenPage } from '../../src/shared/contract/index.ts'
import { isRefusal } from '../../src/shared/outcome.ts'
import { reviewRecordSchema } from '../../src/shared/review/index.ts'
import { answerAtOnce, closeLaptops, danny, type Laptop, laptop, must, priya } from './laptop.ts'

afterEach(closeLaptops)

const words = (markdown: string): Doc => parseBody(markdown).doc

async function newPage(at: Laptop, title = 'Travel to school', body = 'One.\n\nTwo.'): Promise<PageId> {
  const { id } = must(await desk.createPage(at.session, { section: 'education', title, template: 'topic' }))
  await write(at, id, body)
  return id
}

async function write(at: Laptop, id: PageId, body: string, base?: OpenPage['hash']) {
  const page = must(await desk.openPage(at.session, id))
  at.tick(1000)
  return must(await desk.savePage(at.session, { id, base: base ?? page.hash, doc: words(body), entry: page.entry }))
}

const body = async (at: Laptop, id: PageId) => serialiseBody(must(await desk.openPage(at.session, id)).doc)
const state = async (at: Laptop, id: PageId) => must(await desk.openPage(at.session, id)).state

async function approve(at: Laptop, id: PageId) {
  must(await desk.askForReview(at.session, id, ''))
  at.tick(1000)
  const { hash } = must(await desk.openReview(at.session, id))
  const decided = await desk.decide(at.as(danny), id, { hash, decision: 'good', note: '' })
  at.as(priya)
  return must(decided)
}

test('asking for a review can be taken back, once, and asked for again', async () => {
  const at = await laptop()
  const id = await newPage(at)
  must(await desk.askForReview(at.session, id, ''))
  const [waiting] = await desk.waitingForReview(at.session)
  expect([waiting?.askedByMe, await state(at, id)]).toEqual([true, 'ready-for-review'])
  expect((await desk.waitingForReview(at.as(danny)))[0]?.askedByMe).toBe(false)
  at.as(priya)
  must(await desk.takeBackAsk(at.session, id))
  expect([await desk.waitingForReview(at.session), await state(at, id)]).toEqual([[], 'draft'])
  expect(await desk.takeBackAsk(at.session, id)).toMatchObject({ code: 'waits-for-nobody' })
  expect((await at.session.acts.list({ by: null, page: null, after: null })).acts[0]?.sentence).toBe(
    'Priya took back that “Travel to school” waits for a review',
  )
  must(await desk.askForReview(at.session, id, ''))
  expect(await state(at, id)).toBe('ready-for-review')
})

test('taking back that a page waits takes back nothing else that came into one version with it', async () => {
  const at = await laptop()
  const [id, other] = [await newPage(at), await newPage(at, 'Sleep')]
  const commit = vi.spyOn(at.session.history, 'commitPaths').mockImplementationOnce(() => {
    throw new Error('killed')
  })
  await desk.askForReview(at.session, id, '').catch(() => null)
  commit.mockRestore()
  const path = at.session.workspace.entries().find(entry => entry.fields.id === other)?.path ?? ''
  await appendFile(join(at.session.workspace.root, path), '\nWritten elsewhere.\n')
  await at.restart()
  expect(await state(at, id)).toBe('ready-for-review')
  must(await desk.takeBackAsk(at.session, id))
  expect(await state(at, id)).toBe('draft')
  expect(await body(at, other)).toContain('Written elsewhere.')
})

describe('saving a page', () => {
  test('makes a version that says in plain words what changed', async () => {
    const at = await laptop()
    const id = await newPage(at)
    await write(at, id, 'One, changed.\n\nTwo.')
    const [newest, older] = await desk.pageHistory(at.session, id)
    expect(newest?.sentence).toBe('Priya changed a paragraph in “Travel to school”')
    expect(newest?.by).toEqual(priya)
    expect(older).toBeDefined()
  })

  test('when the page changed meanwhile, both changes are there and nobody is asked', async () => {
    const at = await laptop()
    const id = await newPage(at)
    const { hash } = must(await desk.openPage(at.session, id))
    await write(at, id, 'One.\n\nTwo, by Sam.')
    await write(at, id, 'One, by Priya.\n\nTwo.', hash)
    expect(await body(at, id)).toBe('One, by Priya.\n\nTwo, by Sam.\n')
    expect(await at.session.choices.list()).toEqual([])
  })

  test('when the same sentence changed meanwhile, both versions wait to be chosen from, and choosing finishes it', async () => {
    const at = await laptop()
    const id = await newPage(at)
    const { hash } = must(await desk.openPage(at.session, id))
    await write(at, id, 'One, as Sam says it.\n\nTwo.')
    await write(at, id, 'One, as Priya says it.\n\nTwo.', hash)
    const [choice] = await at.session.choices.list()
    expect(JSON.stringify(choice?.mine.doc)).toContain('Priya')
    expect(JSON.stringify(choice?.theirs.doc)).toContain('Sam')
    await answerAtOnce(at, choice?.id ?? '', 'mine')
    expect(await body(at, id)).toBe('One, as Priya says it.\n\nTwo.\n')
    expect(await at.session.choices.list()).toEqual([])
  })

  test('words that came into the file unseen are not written over', async () => {
    const at = await laptop()
    const id = await newPage(at)
    const page = must(await desk.openPage(at.session, id))
    const file = join(at.session.workspace.root, page.path)
    // As sharing does it: the file is another a while before anything in memory is.
    await writeFile(file, (await readFile(file, 'utf8')).replace('Two.', 'Two, by Sam.'))
    const typed = { id, base: page.hash, doc: words('One, by Priya.\n\nTwo.'), entry: page.entry }
    const saved = must(await desk.savePage(at.session, typed))
    expect(await body(at, id)).toBe('One, by Priya.\n\nTwo, by Sam.\n')
    expect(saved.hash).toBe(must(await desk.openPage(at.session, id)).hash)
  })

  test('words whose version sharing made first are answered as saved', async () => {
    const at = await laptop()
    const id = await newPage(at)
    const page = must(await desk.openPage(at.session, id))
    const { history } = at.session
    at.session.history = {
      ...history,
      commitPaths: async (paths, details) => {
        must(await history.commit({ ...details, sentence: 'Priya changed files outside Signpost' }))
        return history.commitPaths(paths, details)
      },
    }
    const typed = { id, base: page.hash, doc: words('One, by Priya.\n\nTwo.'), entry: page.entry }
    const saved = must(await desk.savePage(at.session, typed))
    expect(await body(at, id)).toBe('One, by Priya.\n\nTwo.\n')
    expect(saved.hash).toBe(at.session.workspace.hash(id))
  })

  test('putting a version back makes one of the unsaved typing first', async () => {
    const at = await laptop()
    const id = await newPage(at)
    const { hash, entry } = must(await desk.openPage(at.session, id))
    const [first] = await desk.pageHistory(at.session, id)
    must(await desk.keepDraft(at.session, { id, base: hash, doc: words('One, being typed.'), entry }))
    must(await desk.putBack(at.session, id, first?.version ?? ''))
    expect(await body(at, id)).toBe('One.\n\nTwo.\n')
    const [, typed] = await desk.pageHistory(at.session, id)
    const kept = must(await desk.pageVersion(at.session, id, typed?.version ?? ''))
    expect(serialiseBody(kept.doc)).toBe('One, being typed.\n')
  })

  test('putting a version back lets go of no word that is typed meanwhile', async () => {
    const at = await laptop()
    const id = await newPage(at)
    const { hash, entry } = must(await desk.openPage(at.session, id))
    const [first] = await desk.pageHistory(at.session, id)
    const typed = (said: string) => desk.keepDraft(at.session, { id, base: hash, doc: words(said), entry })
    must(await typed('One, being typed.'))
    const back = desk.putBack(at.session, id, first?.version ?? '')
    const { history } = at.session
    at.session.history = {
      ...history,
      commitPaths: async (...of) => {
        must(await typed('One, being typed on.'))
        return history.commitPaths(...of)
      },
    }
    must(await back)
    const draft = await at.session.workspace.drafts.read(id)
    expect(draft && serialiseBody(draft.doc)).toBe('One, being typed on.\n')
  })

  test('nothing new makes no version', async () => {
    const at = await laptop()
    const id = await newPage(at)
    const before = await desk.pageHistory(at.session, id)
    await write(at, id, 'One.\n\nTwo.')
    expect(await desk.pageHistory(at.session, id)).toHaveLength(before.length)
  })

  test('typing is found again, with the sentence that says so, until it is a version', async () => {
    const at = await laptop()
    const id = await newPage(at)
    const { hash, entry } = must(await desk.openPage(at.session, id))
    must(await desk.keepDraft(at.session, { id, base: hash, doc: words('One, being typed.'), entry }))
    const again = must(await desk.openPage(at.session, id))
    expect(again.recovered?.sentence).toContain('recovered what you typed in “Travel to school”')
    expect(serialiseBody(again.doc)).toBe('One, being typed.\n')
    await write(at, id, 'One, being typed.')
    expect(must(await desk.openPage(at.session, id)).recovered).toBeNull()
  })
})

describe('approval', () => {
  test('is of exact words: an edit ends it, and putting those words back restores it', async () => {
    const at = await laptop()
    const id = await newPage(at)
    await approve(at, id)
    expect(await state(at, id)).toBe('approved')
    const approved = (await desk.pageHistory(at.session, id))[0]
    await write(at, id, 'One, changed.\n\nTwo.')
    expect(await state(at, id)).toBe('changed-since-approval')
    must(await desk.putBack(at.session, id, approved?.version ?? ''))
    expect(await state(at, id)).toBe('approved')
  })

  test('is refused to whoever changed the page last', async () => {
    const at = await laptop()
    const id = await newPage(at)
    const { hash } = must(await desk.openReview(at.session, id))
    const answer = await desk.decide(at.session, id, { hash, decision: 'good', note: '' })
    expect(isRefusal(answer) && answer.code).toBe('own-work')
    expect(await state(at, id)).toBe('draft')
  })

  test('counts for nothing when its own writer wrote it down by another road', async () => {
    const at = await laptop()
    const id = await newPage(at)
    const hash = at.session.workspace.hash(id)
    const record = {
      id: '01ZZZZZZZZZZZZZZZZZZZZZZZZ',
      page: id,
      by: priya,
      at: '2026-11-22T11:00:00.000Z',
      kind: 'decision',
      hash,
    }
    must(await at.session.workspace.addReview(reviewRecordSchema.parse({ ...record, decision: 'good' })))
    at.session.knowing.forget()
    expect(await state(at, id)).toBe('draft')
    const plan = must(await at.session.live.plan())
    expect(plan.heldBack.map(each => each.why)).toContain('not-reviewed')
    expect(plan.ready).toEqual([])
  })

  test('is refused on words that changed while they were read', async () => {
    const at = await laptop()
    const id = await newPage(at)
    const { hash } = must(await desk.openReview(at.session, id))
    await write(at, id, 'Other words.')
    const answer = await desk.decide(at.as(danny), id, { hash, decision: 'good', note: '' })
    expect(isRefusal(answer) && answer.code).toBe('changed-meanwhile')
  })

  test('“still accurate” moves the review date on and leaves the approval alone', async () => {
    const at = await laptop()
    const id = await newPage(at)
    await approve(at, id)
    const { due } = must(await desk.stillAccurate(at.session, id))
    // The day itself is the page's own, up to some weeks before the year is over.
    expect(due).toMatch(/^2027-(10-\d\d|11-([01]\d|2[0-2]))$/)
    expect(must(await desk.openPage(at.session, id)).lastChecked).toBe('2026-11-22')
    expect(await state(at, id)).toBe('approved')
  })
})

describe('arranging pages', () => {
  test('a page that moves keeps its history, and its old address leads to it', async () => {
    const at = await laptop()
    const id = await newPage(at)
    const before = (await desk.pageHistory(at.session, id)).length
    must(await desk.movePage(at.session, id, { section: 'health', slug: 'getting about' }))
    expect(must(await desk.openPage(at.session, id)).path).toBe('pages/health/getting-about.md')
    expect((await desk.pageHistory(at.session, id)).length).toBeGreaterThanOrEqual(before)
    expect(await at.session.workspace.redirects()).toEqual([{ from: '/education/travel-to-school/', to: `page:${id}` }])
  })

  test('a deleted page is in “Recently deleted”, and comes back as it was', async () => {
    const at = await laptop()
    const id = await newPage(at)
    const file = join(at.session.workspace.root, 'pages/education/travel-to-school.md')
    const text = await readFile(file, 'utf8')
    must(await desk.removePage(at.session, id))
    expect(isRefusal(await desk.openPage(at.session, id))).toBe(true)
    const [deleted] = await desk.recentlyDeleted(at.session)
    expect(deleted?.title).toBe('Travel to school')
    if (!deleted) throw new Error('nothing was deleted')
    must(await desk.restoreDeleted(at.session, deleted.path, deleted.version))
    expect(await readFile(file, 'utf8')).toBe(text)
    expect(await desk.recentlyDeleted(at.session)).toEqual([])
  })

  test('a copy is a page of its own, which answers no requirement yet', async () => {
    const at = await laptop()
    const id = await newPage(at)
    const copy = must(await desk.duplicatePage(at.session, id))
    expect(copy.id).not.toBe(id)
    expect(must(await desk.openPage(at.session, copy.id)).entry.fields).toMatchObject({
      title: 'Copy of Travel to school',
      checklist: [],
    })
  })

  test('a page without a title is not made', async () => {
    const at = await laptop()
    const answer = await desk.createPage(at.session, { section: 'education', title: '  ', template: 'topic' })
    expect(isRefusal(answer) && answer.nextStep).toContain('what it is about')
  })
})

describe('the preview', () => {
  test('is drawn by the site’s renderer from what is being typed, and its style comes with it', async () => {
    const at = await laptop()
    const id = await newPage(at)
    const { entry } = must(await desk.openPage(at.session, id))
    const { url } = await at.session.previews.show({ id, entry, doc: words('Being typed.') })
    const page = await at.session.previews.respond(url)
    expect(String(page?.body)).toContain('Being typed.')
    const style = /href="([^"]+site\.css)"/.exec(String(page?.body))?.[1] ?? ''
    const css = await at.session.previews.respond(new URL(style, `http://preview${url}`).pathname)
    expect(css?.headers['Content-Type']).toBe('text/css; charset=utf-8')
  })

  test('finds nothing outside the previews', async () => {
    const at = await laptop()
    expect(await at.session.previews.respond('/preview/99/../../signpost.yml')).toBeNull()
  })
})

describe('the list', () => {
  test('counts problems without keeping anybody waiting, and tells when it has', async () => {
    const at = await laptop()
    const id = await newPage(at, 'Travel', 'See [click here](https://example.org/).')
    expect((await desk.listPages(at.session)).find(row => row.id === id)?.problems).toBeNull()
    await at.session.checking.countAll()
    expect((await desk.listPages(at.session)).find(row => row.id === id)?.problems).toMatchObject({ errors: 1 })
  })

  test('shows a page that another program changed', async () => {
    const at = await laptop()
    const id = await newPage(at)
    const file = join(at.session.workspace.root, 'pages/education/travel-to-school.md')
    await writeFile(file, (await readFile(file, 'utf8')).replace('Travel to school', 'Getting to school'))
    await at.session.workspace.refresh()
    at.session.knowing.forget()
    expect((await desk.listPages(at.session)).find(row => row.id === id)?.title).toBe('Getting to school')
  })
})
