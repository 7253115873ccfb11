import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { afterEach, expect, test, vi } from 'vitest'
import * as desk from '../../src/main/desk/index.ts'
import { nodeDisk } from '../../src/main/files/index.ts'
import { isoDateSchema } from '../../src/shared/content/index.ts'
import { detailsSchema } from '../../src/shared/feedback/index.ts'
import { closeLaptops, danny, knowGaps, laptop, must, priya } from './laptop.ts'
import { sam } from './team-server.ts'
import { all, codeOf, newPage } from './undoing.ts'

afterEach(closeLaptops)

const said = { received: isoDateSchema.parse('2026-11-20'), channel: 'email', words: 'Where is the form?' } as const

test('the things of somebody who left are given all or not at all when the disk fails midway, and what a colleague deletes meanwhile stays deleted', async () => {
  const at = await laptop()
  await knowGaps(at)
  const config = at.session.workspace.config()
  const team = [sam, danny].map(who => ({ ...who, roles: [] }))
  must(await desk.setConfig(at.session, { ...config, team: [...config.team, ...team] }))
  const page = await newPage(at, 'Travel')
  at.tick(1000)
  must(await desk.give(at.session, [page], sam.email))
  for (const owner of [priya.email, sam.email])
    must(await desk.addComment(at.session, detailsSchema.parse({ ...said, owner })))
  must(await desk.addComment(at.session, detailsSchema.parse({ ...said, words: 'Thank you.', owner: sam.email })))
  must(
    await desk.sayOfGap(at.session, 'se7-framework', {
      gap: 'GAP-8',
      seen: [],
      said: { owner: sam.email, action: 'Ask.' },
    }),
  )
  const root = at.session.workspace.root
  const written = () =>
    ['reviews', 'feedback', 'evaluations'].flatMap(top =>
      readdirSync(join(root, top), { recursive: true, withFileTypes: true })
        .filter(each => each.isFile())
        .map(each => readFileSync(join(each.parentPath, each.name), 'utf8')),
    )
  const before = written().toSorted()
  const rename = nodeDisk.rename
  let [refused, given] = [0, false]
  for (let failing = 1; !given; failing++) {
    let renamed = 0
    const full = vi.spyOn(nodeDisk, 'rename').mockImplementation(async (from, to) => {
      const inFolders = /[/](reviews|feedback|evaluations)[/]/.test(String(to))
      if (inFolders && ++renamed === failing) throw Object.assign(new Error('ENOSPC'), { code: 'ENOSPC' })
      return rename(from, to)
    })
    const { apply } = at.session.history
    const deleted = vi.spyOn(at.session.history, 'apply').mockImplementationOnce(async (...args) => {
      const thanks = (await desk.listComments(at.session)).find(({ comment }) => comment.words === 'Thank you.')
      if (failing === 5 && thanks) must(await desk.removeComment(at.session, thanks.comment.id))
      return apply(...args)
    })
    const answer = await desk.giveAll(at.session, sam.email, danny.email)
    for (const spy of [full, deleted]) spy.mockRestore()
    given = codeOf(answer) === 'done'
    if (given) expect(answer).toEqual({ kind: 'ok', pages: 1, comments: 1, promises: 0, gaps: 1 })
    else expect([codeOf(answer), written().toSorted()]).toEqual(['disk-full', before])
    if (!given) refused += 1
  }
  expect(refused).toBe(4)
  const stand = (await desk.listComments(at.session)).map(({ comment }) => `${comment.words} ${comment.owner}`)
  expect(stand.toSorted()).toEqual([`${said.words} ${danny.email}`, `${said.words} ${priya.email}`])
  expect((await desk.week(at.session)).lines.filter(({ kind }) => kind === 'left')).toEqual([])
  await at.restart()
  expect((await at.session.acts.list(all)).acts[0]?.sentence).toMatch(
    /^Priya gave “Travel”, a family’s comment and the gap/,
  )
})
