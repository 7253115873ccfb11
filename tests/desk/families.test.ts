import { mkdir, readFile, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { afterEach, describe, expect, test } from 'vitest'
import * as desk from '../../src/main/desk/index.ts'
import { isoDateSchema, type PageId, parseBody } from '../../src/shared/content/index.ts'
import { type CommentId, detailsSchema } from '../../src/shared/feedback/index.ts'
import { isRefusal } from '../../src/shared/outcome.ts'
import { closeLaptops, danny, type Laptop, laptop, must, priya } from './laptop.ts'

afterEach(closeLaptops)

const details = (more: object = {}) =>
  detailsSchema.parse({
    received: '2026-11-20',
    channel: 'telephone',
    words: 'I could not find short breaks.',
    ...more,
  })

async function logged(at: Laptop, more: object = {}): Promise<CommentId> {
  at.tick(1000)
  return must(await desk.addComment(at.session, details(more))).id
}
const one = async (at: Laptop, id: CommentId) =>
  (await desk.listComments(at.session)).find(view => view.comment.id === id)
const onLive = async ({ session }: Laptop) => [...(await session.history.filesAt('live')).keys()]

describe('a comment of a family', () => {
  test('is a file and a version, whose sentence says nothing of what was said', async () => {
    const at = await laptop()
    const id = await logged(at)
    const text = await readFile(join(at.session.workspace.root, `feedback/${id}.yml`), 'utf8')
    expect(text).toContain('words: I could not find short breaks.')
    const { acts } = await at.session.acts.list({ by: null, page: null, after: null })
    expect([acts[0]?.sentence, acts[0]?.kind]).toEqual(['Priya logged what a family said', 'families'])
  })

  test('waits in the week of whoever answers it, and in everybody’s while nobody does', async () => {
    const at = await laptop()
    const config = at.session.workspace.config()
    must(await desk.setConfig(at.session, { ...config, team: [...config.team, { ...danny, roles: [] }] }))
    await logged(at, { owner: danny.email, theme: 'Short breaks' })
    await logged(at, { owner: '' })
    const lines = (await desk.week(at.session)).lines.filter(({ kind }) => kind === 'comment')
    expect(lines.map(({ title, mine, sentence }) => [title, mine, sentence])).toEqual([
      ['Short breaks', false, 'It came 2 days ago.'],
      ['A family’s comment', true, 'It came 2 days ago. Nobody answers yet.'],
    ])
  })

  test('that is answered keeps every answer, and who gave it', async () => {
    const at = await laptop()
    const id = await logged(at)
    must(await desk.answerFamily(at.session, id, 'We will look.'))
    at.tick(1000)
    must(await desk.answerFamily(at.as(danny), id, 'It is on the first page now.'))
    at.as(priya)
    const view = await one(at, id)
    expect([view?.state, view?.answer?.by, view?.answer?.text]).toEqual([
      'answered',
      'Danny Frost',
      'It is on the first page now.',
    ])
    expect(view?.comment.said.map(({ kind }) => kind)).toEqual(['logged', 'answer', 'answer'])
    expect((await desk.week(at.session)).lines.filter(({ kind }) => kind === 'comment')).toEqual([])
  })

  test('is answered by whoever has read it, although a colleague’s clock was a day ahead', async () => {
    const at = await laptop()
    const id = await logged(at)
    at.tick(86_400_000)
    must(await desk.answerFamily(at.as(danny), id, 'From tomorrow.'))
    at.tick(-86_400_000)
    must(await desk.answerFamily(at.as(priya), id, 'From today.'))
    expect((await one(at, id))?.answer?.text).toBe('From today.')
  })

  test('has actions with an owner and a day, which can be done and taken away', async () => {
    const at = await laptop()
    const id = await logged(at)
    const [today, due] = [isoDateSchema.parse('2026-11-22'), isoDateSchema.parse('2026-12-01')]
    must(await desk.setAction(at.session, id, { what: 'Move the page', owner: danny.email, due, done: null }))
    const [action] = (await one(at, id))?.comment.actions ?? []
    must(await desk.setAction(at.session, id, { ...action, what: 'Move the page', owner: '', due, done: today }))
    expect((await one(at, id))?.comment.actions).toEqual([{ ...action, owner: '', done: today }])
    const ahead = { ...action, what: 'Move the page', owner: '', due, done: due }
    expect(await desk.setAction(at.session, id, ahead)).toMatchObject({ code: 'not-yet' })
    must(await desk.setAction(at.session, id, { ...action, what: '', owner: '', due, done: null }))
    expect((await one(at, id))?.comment.actions).toEqual([])
  })

  test('is corrected in what is named alone', async () => {
    const at = await laptop()
    const id = await logged(at, { theme: 'Travel', owner: danny.email })
    must(await desk.changeComment(at.session, id, { words: 'They could not find short breaks.', summary: true }))
    expect((await one(at, id))?.comment).toMatchObject({
      words: 'They could not find short breaks.',
      summary: true,
      theme: 'Travel',
      owner: danny.email,
    })
  })

  test('of a day that has not come is not kept, and the sentence says so', async () => {
    const at = await laptop()
    const refused = await desk.addComment(at.session, details({ received: '2026-11-23' }))
    expect(isRefusal(refused) && refused.sentence).toBe('The day it came has not come yet. Nothing was kept.')
    expect(await desk.addComment(at.session, details({ received: '1926-11-20' }))).toMatchObject({ code: 'too-early' })
    expect(await desk.listComments(at.session)).toEqual([])
  })

  test('that is much like one from before says so when it is logged', async () => {
    const at = await laptop()
    await logged(at, { received: '2026-11-18' })
    expect(must(await desk.addComment(at.session, details())).same).toBe('2026-11-18')
  })

  test('can be undone, each act by itself', async () => {
    const at = await laptop()
    const id = await logged(at)
    must(await desk.answerFamily(at.session, id, 'We will look.'))
    const newest = await at.session.acts.newest()
    must(await desk.undoAct(at.session, newest?.act ?? ''))
    expect((await one(at, id))?.state).toBe('to-answer')
    must(await desk.removeComment(at.session, id))
    expect(await desk.listComments(at.session)).toEqual([])
    must(await desk.undoAct(at.session, (await at.session.acts.newest())?.act ?? ''))
    expect((await one(at, id))?.comment.words).toBe('I could not find short breaks.')
  })

  test('in a file that says nothing, or has another’s name, does not count and is told', async () => {
    const at = await laptop()
    const id = await logged(at)
    const folder = join(at.session.workspace.root, 'feedback')
    const text = await readFile(join(folder, `${id}.yml`), 'utf8')
    await writeFile(join(folder, '01K9ZQ4T8MJ5W3XB7C2D6E8F0B.yml'), text)
    await writeFile(join(folder, 'broken.yml'), 'words: [')
    expect(await desk.listComments(at.session)).toHaveLength(1)
    const told = at.session.workspace.unreadable().map(({ path, code }) => [path, code])
    expect(told).toEqual([
      ['feedback/01K9ZQ4T8MJ5W3XB7C2D6E8F0B.yml', 'misplaced-record'],
      ['feedback/broken.yml', 'unreadable-record'],
    ])
  })
})

describe('leaving a comment out', () => {
  test('says who decided and why, and can be taken back', async () => {
    const at = await laptop()
    const id = await logged(at)
    must(await desk.leaveOut(at.session, id, 'one-person', 'It is about one child’s taxi.'))
    const view = await one(at, id)
    expect([view?.state, view?.leftOut?.by, view?.leftOut?.because, view?.leftOut?.why]).toEqual([
      'left-out',
      'Priya Nair',
      'one-person',
      'It is about one child’s taxi.',
    ])
    const refused = await desk.publishAnswer(at.session, id, { said: 'One.', did: 'Two.' })
    expect(isRefusal(refused) && refused.code).toBe('left-out')
    must(await desk.takeIn(at.session, id))
    expect((await one(at, id))?.state).toBe('to-answer')
  })

  test('is refused while families can read its answer', async () => {
    const at = await laptop()
    const id = await logged(at)
    must(await desk.publishAnswer(at.session, id, { said: 'One.', did: 'Two.' }))
    const refused = await desk.leaveOut(at.session, id, 'vexatious', 'Because.')
    expect(isRefusal(refused) && refused.code).toBe('published')
  })
})

/** A site with one page that is live, in a folder. */
async function withSite(at: Laptop): Promise<PageId> {
  const { id } = must(await desk.createPage(at.session, { section: 'education', title: 'Travel', template: 'topic' }))
  const { hash: base, entry } = must(await desk.openPage(at.session, id))
  const { doc } = parseBody('How to get there.')
  const { hash } = must(await desk.savePage(at.session, { id, base, doc, entry }))
  must(await desk.decide(at.as(danny), id, { hash, decision: 'good', note: '' }))
  at.as(priya)
  const root = join(at.folder, 'www')
  await mkdir(root)
  const config = at.session.workspace.config()
  must(await desk.setConfig(at.session, { ...config, publish: { url: '', targets: [{ kind: 'folder', path: root }] } }))
  must(await desk.allowFolder(at.session, root))
  await publish(at)
  return id
}

async function publish(at: Laptop): Promise<void> {
  at.tick(60_000)
  must(await at.session.live.publish(must(await at.session.live.plan()).plan))
}

describe('what families read', () => {
  test('is exactly what somebody agreed to, and nothing else of the comment goes live', async () => {
    const at = await laptop()
    const page = await withSite(at)
    const id = await logged(at, { words: 'Sarah says that she could not find it.', pages: [page] })
    must(await desk.publishAnswer(at.session, id, { said: 'It was hard to find.', did: 'It has a page now.' }))
    await publish(at)
    expect(await onLive(at)).toContain(`answers/${id}.yml`)
    expect((await onLive(at)).filter(path => path.startsWith('feedback/'))).toEqual([])
    const out = join(at.folder, 'site')
    must(await at.session.live.build(out, 'live'))
    const read = await readFile(join(out, 'you-said-we-did', 'index.html'), 'utf8')
    expect(read).toContain('It was hard to find.')
    expect(read).toContain('It has a page now.')
    expect(read).not.toContain('Sarah')
    expect((await one(at, id))?.onSite).toBe(true)
  })

  test('changes with the next publish alone, and the plan says that it will', async () => {
    const at = await laptop()
    await withSite(at)
    const id = await logged(at)
    must(await desk.publishAnswer(at.session, id, { said: 'One.', did: 'Two.' }))
    await publish(at)
    must(await desk.unpublishAnswer(at.session, id))
    const plan = must(await at.session.live.plan())
    expect(plan.also).toEqual(['What families read under “You said, we did” changed.'])
    expect(plan.stop).toBeNull()
    await publish(at)
    expect(await onLive(at)).not.toContain(`answers/${id}.yml`)
  })
})

describe('a file of comments', () => {
  const data = Buffer.from(
    'Date,Comment,Reference\n2026-11-01,Jack could not find short breaks at all.,S-1\n2026-11-02,The site is good.,S-2\n2026-11-02,,S-3\n',
  ).toString('base64')

  test('is seen before anything is brought in, and is one act that one undo takes away', async () => {
    const at = await laptop()
    const sheet = must(await desk.readCommentsFile(at.session, data))
    expect(await desk.listComments(at.session)).toEqual([])
    expect(sheet.rows.map(({ row, trouble }) => [row, trouble.length])).toEqual([
      [2, 0],
      [3, 0],
      [4, 1],
    ])
    expect(must(await desk.bringInComments(at.session, data, [2, 3, 4])).added).toBe(2)
    expect((await desk.listComments(at.session)).map(({ comment }) => comment.reference)).toEqual(['S-2', 'S-1'])
    const named = ['Ask Mrs Ajaz about it.', 'The bus is late.', 'Ring 07700 900123.']
    expect(desk.recogniseAll(at.session, named).map(found => found.map(({ words }) => words))).toEqual([
      ['Mrs Ajaz'],
      [],
      ['07700 900123'],
    ])
    const again = must(await desk.readCommentsFile(at.session, data))
    expect(again.rows.map(({ same }) => same?.how ?? null)).toEqual(['same-reference', 'same-reference', null])
    must(await desk.undoAct(at.session, (await at.session.acts.newest())?.act ?? ''))
    expect(await desk.listComments(at.session)).toEqual([])
  })
})
