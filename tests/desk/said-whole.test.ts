import { existsSync, readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { afterEach, expect, test, vi } from 'vitest'
import * as desk from '../../src/main/desk/index.ts'
import { nodeDisk } from '../../src/main/files/index.ts'
import { type IsoDate, isoDateSchema } from '../../src/shared/content/index.ts'
import { type CommentId, detailsSchema } from '../../src/shared/feedback/index.ts'
import { closeLaptops, danny, type Laptop, laptop, must, priya } from './laptop.ts'
import { all, codeOf, newPage } from './undoing.ts'

afterEach(closeLaptops)

const day = (text: string): IsoDate => isoDateSchema.parse(text)
const said = { received: day('2026-11-20'), channel: 'email', words: 'Where is the form?', owner: priya.email } as const

async function logged(at: Laptop): Promise<CommentId> {
  at.tick(1000)
  return must(await desk.addComment(at.session, detailsSchema.parse(said))).id
}

/** Every record of the workspace, by its path. */
function records({ session }: Laptop): Record<string, string> {
  const { root } = session.workspace
  const files = ['reviews', 'feedback', 'answers'].flatMap(top =>
    existsSync(join(root, top))
      ? readdirSync(join(root, top), { recursive: true, withFileTypes: true }).filter(each => each.isFile())
      : [],
  )
  return Object.fromEntries(
    files.map(({ parentPath, name }) => [join(parentPath, name), readFileSync(join(parentPath, name), 'utf8')]),
  )
}

const newestAct = async ({ session }: Laptop) => (await session.acts.list(all)).acts[0]?.sentence

/** Does it again and again: the disk is full at the first, then the second of its records, until it is done. */
async function whereverItStops(at: Laptop, act: () => Promise<unknown>): Promise<number> {
  const [before, sentence] = [records(at), await newestAct(at)]
  for (let failing = 1; ; failing++) {
    let changes = 0
    const full = () => {
      if (++changes === failing) throw Object.assign(new Error('ENOSPC'), { code: 'ENOSPC' })
    }
    const isRecord = (path: unknown) => /[/](reviews|feedback|answers)[/]/.test(String(path))
    const { rename, unlink } = nodeDisk
    const spies = [
      vi.spyOn(nodeDisk, 'rename').mockImplementation(async (from, to) => {
        if (isRecord(to)) full()
        return rename(from, to)
      }),
      vi.spyOn(nodeDisk, 'unlink').mockImplementation(async path => {
        if (isRecord(path)) full()
        return unlink(path)
      }),
    ]
    const answer = await act()
    for (const spy of spies) spy.mockRestore()
    if (codeOf(answer) === 'done') return failing - 1
    expect([codeOf(answer), records(at), await newestAct(at)]).toEqual(['disk-full', before, sentence])
  }
}

test('the reviews of several pages are spread, or none where the disk fails midway', async () => {
  const at = await laptop()
  const pages = [await newPage(at, 'Travel'), await newPage(at, 'Sleep'), await newPage(at, 'Money')]
  for (const id of pages) must(await desk.stillAccurate(at.session, id))
  at.tick(1000)
  const days = { from: day('2027-02-01'), to: day('2027-02-20') }
  expect(await whereverItStops(at, () => desk.spreadReviews(at.session, pages, days))).toBe(pages.length)
  expect(
    (await desk.reviewCalendar(at.session, { mine: false })).text.match(/DTSTART;VALUE=DATE:202702/g),
  ).toHaveLength(pages.length)
})

test('a comment and its published answer go together, or stay together where the disk fails midway', async () => {
  const at = await laptop()
  const id = await logged(at)
  must(await desk.publishAnswer(at.session, id, { said: 'Where is it?', did: 'On the first page.' }))
  expect(await whereverItStops(at, () => desk.removeComment(at.session, id))).toBe(2)
  expect(Object.keys(records(at)).filter(path => path.includes(id))).toEqual([])
})

test('an answer stands beside what a colleague said of the comment at that moment, and brings back none that was deleted', async () => {
  const at = await laptop()
  const [id, gone] = [await logged(at), await logged(at)]
  const { apply } = at.session.history
  const meanwhile = (act: () => Promise<unknown>) =>
    vi.spyOn(at.session.history, 'apply').mockImplementationOnce(async (...args) => {
      await act()
      return apply(...args)
    })
  meanwhile(async () => {
    must(await desk.setAction(at.as(danny), id, { what: 'Print it.', owner: danny.email, due: null, done: null }))
    at.as(priya)
  })
  must(await desk.answerFamily(at.session, id, 'It is on the first page.'))
  meanwhile(async () => must(await desk.removeComment(at.session, gone)))
  expect(codeOf(await desk.answerFamily(at.session, gone, 'Too late.'))).toBe('no-such-comment')
  vi.restoreAllMocks()
  const stand = (await desk.listComments(at.session)).map(({ answer, comment }) => [
    answer?.text,
    comment.actions.map(({ what }) => what),
  ])
  expect(stand).toEqual([['It is on the first page.', ['Print it.']]])
})

test('what changes nothing is no act', async () => {
  const at = await laptop()
  const id = await logged(at)
  const before = await at.session.history.head()
  must(await desk.changeComment(at.session, id, { theme: '' }))
  must(await desk.unpublishAnswer(at.session, id))
  expect(await at.session.history.head()).toBe(before)
  expect(await newestAct(at)).toBe('Priya logged what a family said')
})
