import { existsSync } from 'node:fs'
import { mkdir, readdir, rename, rmdir, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { afterEach, describe, expect, onTestFinished, test, vi } from 'vitest'
import * as desk from '../../src/main/desk/index.ts'
import { orDiskTrouble } from '../../src/main/files/index.ts'
import { type PageId, parseBody } from '../../src/shared/content/index.ts'
import { closeLaptops, type Laptop, laptop, must } from './laptop.ts'
import { newPage } from './undoing.ts'

afterEach(async () => {
  vi.useRealTimers()
  await closeLaptops()
})

async function typed(at: Laptop, id: PageId, body: string) {
  const { hash, entry } = must(await desk.openPage(at.session, id))
  return { id, base: hash, doc: parseBody(body).doc, entry }
}

describe('the workspace’s folder goes away while somebody types', () => {
  test.each(['a drive that is pulled out', 'the place of a drive that stays as an empty folder'])(
    '%s: nothing is made in its place, the pages stay on the screen, and the words are there when it is back',
    async how => {
      const at = await laptop()
      const id = await newPage(at)
      const words = await typed(at, id, 'What was typed meanwhile.')
      const { root } = at.session.workspace
      const away = `${root}-away`
      await rename(root, away)
      if (how.includes('empty')) await mkdir(root)

      must(await desk.keepDraft(at.session, words))
      const { session } = at
      const acts = [
        () => desk.savePage(session, words),
        () => desk.createPage(session, { section: 'education', title: 'Another', template: 'topic' }),
        () => desk.setConfig(session, session.workspace.config()),
        () => desk.comment(session, id, { hash: words.base, quote: null, text: 'Who is that?' }),
        () => session.history.commit({ sentence: 'x', by: at.world.me ?? { name: 'x', email: 'x@example.org' } }),
        () => session.history.setRemote('https://git.example.org/offer.git'),
      ]
      for (const act of acts) expect(await orDiskTrouble<unknown>(act)).toMatchObject({ code: 'folder-gone' })
      await session.sharing.now()
      expect(session.sharing.state()).toMatchObject({ kind: 'refused', code: 'folder-gone' })
      await session.workspace.refresh()
      expect(session.workspace.byId(id)).not.toBeNull()
      expect(existsSync(root) ? await readdir(root) : []).toEqual([])

      if (how.includes('empty')) await rmdir(root)
      await rename(away, root)
      must(await desk.savePage(session, words))
      expect(session.workspace.text(id)).toContain('What was typed meanwhile.')
    },
  )
})

test('whoever lost the workspace to another Signpost saves, shares and moves nothing in it any more', async () => {
  vi.useFakeTimers({ toFake: ['setInterval', 'clearInterval'] })
  onTestFinished(() => void vi.useRealTimers())
  const at = await laptop()
  const id = await newPage(at)
  const words = await typed(at, id, 'Typed after a long sleep.')
  const { session } = at
  const head = await session.history.head()
  const lock = join(session.workspace.root, '.signpost/lock.json')
  await writeFile(lock, JSON.stringify({ token: 'theirs', pid: 1, started: 'x', host: 'front-desk' }))
  await writeFile(join(session.workspace.root, 'pages/education/from-outside.md'), 'Another program wrote this.')
  await vi.advanceTimersByTimeAsync(30_000)
  await vi.waitFor(() => expect(session.workspace.readOnly()).toContain('took this workspace over'))

  expect(await desk.savePage(session, words)).toMatchObject({ code: 'read-only' })
  const by = { name: 'Priya', email: 'priya@example.org' }
  expect(await session.history.commit({ sentence: 'x', by })).toMatchObject({ code: 'read-only' })
  expect(await session.history.sync({ by, auth: null })).toMatchObject({ code: 'read-only' })
  expect(await session.history.head()).toBe(head)
  must(await desk.keepDraft(session, words))
})
