import { mkdirSync } from 'node:fs'
import { readFile } from 'node:fs/promises'
import { createServer } from 'node:http'
import type { AddressInfo } from 'node:net'
import { join } from 'node:path'
import { describe, expect, onTestFinished, test } from 'vitest'
import * as desk from '../../src/main/desk/index.ts'
import { danny, type Laptop, laptop, must, priya } from './laptop.ts'
import { sam, teamServer } from './team-server.ts'
import { act, all, bodyOf, codeOf, decided, newPage, stateOf, undo, write } from './undoing.ts'

const ours = teamServer()
const team = (name: string) => ours.team(name, newPage)

async function share(...laptops: Laptop[]): Promise<void> {
  for (const at of laptops) await at.session.sharing.now()
}

describe('undoing what colleagues have already', () => {
  test('is a new version that reaches them, with their words of since in it', async () => {
    const { one, two, id } = await team('reaches')
    await write(one, id, 'One, by mistake.\n\nTwo.\n\nThree.')
    await share(one, two)
    await write(two, id, 'One, by mistake.\n\nTwo.\n\nThree, by Sam.')
    await share(two, one)
    await one.restart()
    must(await undo(one, 'Priya changed a paragraph'))
    await share(one, two)
    for (const at of [one, two]) expect(await bodyOf(at, id)).toBe('One.\n\nTwo.\n\nThree, by Sam.\n')
    const there = await two.session.acts.list(all)
    expect(there.acts[0]?.sentence).toBe('Priya undid this: Priya changed a paragraph in “Travel to school”')
    expect(there.acts.find(each => each.sentence.startsWith('Priya changed'))?.undo.kind).toBe('undone')
  })

  test('puts back what was changed on many pages at once, whoever undoes it, and keeps what was written since', async () => {
    const { one, two, id } = await team('many')
    const ids = [id, await newPage(one, 'Sleep')]
    const config = one.session.workspace.config()
    must(await desk.setConfig(one.session, { ...config, team: [...config.team, { ...sam, roles: [] }] }))
    one.tick(1000)
    must(await desk.changeMany(one.session, ids, { owner: sam.email }))
    await share(one, two)
    await write(one, id, 'One, by Priya.')
    await two.restart()
    must(await undo(two, 'Priya changed the owner of 2 pages to Sam Oduya'))
    await share(two, one, two)
    for (const at of [one, two]) {
      const owners = at.session.workspace.entries().map(entry => entry.fields.owner)
      expect(owners).not.toContain(sam.email)
      expect(await bodyOf(at, id)).toBe('One, by Priya.\n')
    }
  })

  test('works on what a colleague did, and a colleague can do it again', async () => {
    const { one, two, id } = await team('colleague')
    two.tick(1000)
    must(await desk.removePage(two.session, id))
    await share(two, one)
    expect(one.session.workspace.byId(id)).toBeNull()
    must(await undo(one, 'Sam deleted'))
    await share(one, two)
    expect(await bodyOf(two, id)).toBe('One.\n\nTwo.\n\nThree.\n')
    two.tick(60_000)
    must(await undo(two, 'Priya undid this: Sam deleted'))
    await share(two, one)
    expect(one.session.workspace.byId(id)).toBeNull()
    expect((await act(one, 'Sam deleted “Travel to school”')).sentence).toBe(
      'Sam did this again: Sam deleted “Travel to school”',
    )
  })

  test('still knows its act when sharing has put it after a colleague’s, and says so everywhere', async () => {
    const { one, two, id } = await team('again')
    await write(one, id, 'One, by mistake.\n\nTwo.\n\nThree.')
    const edit = await act(one, 'Priya changed a paragraph')
    const undone = must(await desk.undoAct(one.session, edit.act))
    await write(two, id, 'One.\n\nTwo.\n\nThree, by Sam.')
    // Sam was faster: both of Priya's versions are made again after his.
    await share(two, one, two)
    for (const at of [one, two]) {
      expect(await bodyOf(at, id)).toBe('One.\n\nTwo.\n\nThree, by Sam.\n')
      const { acts } = await at.session.acts.list(all)
      const now = acts.find(each => each.sentence === edit.sentence)
      expect(now?.act).not.toBe(edit.act)
      expect(now?.undo).toEqual({ kind: 'undone', by: acts.find(each => each.sentence === undone.sentence)?.act })
    }
    // The window still holds the former name.
    expect(codeOf(await desk.undoAct(one.session, edit.act))).toBe('undone-already')
    must(await desk.undoAct(one.session, undone.act))
    expect(await bodyOf(one, id)).toBe('One, by mistake.\n\nTwo.\n\nThree, by Sam.\n')
  })

  test('both undo the same act, each on their own laptop: it is undone once, and nobody is asked', async () => {
    const { one, two, id } = await team('both')
    await write(one, id, 'One, by mistake.\n\nTwo.\n\nThree.')
    await share(one, two)
    must(await undo(one, 'Priya changed a paragraph'))
    two.tick(60_000)
    must(await undo(two, 'Priya changed a paragraph'))
    await share(one, two, one)
    for (const at of [one, two]) {
      expect(await bodyOf(at, id)).toBe('One.\n\nTwo.\n\nThree.\n')
      expect(at.session.sharing.state().kind).toBe('shared')
      expect(
        (await at.session.acts.list(all)).acts.find(each => each.sentence.startsWith('Priya changed'))?.undo.kind,
      ).toBe('undone')
    }
  })

  test('a decision that is taken back is taken back for everybody', async () => {
    const { one, two, id } = await team('decision')
    await decided(one, id)
    await share(one, two)
    expect(await stateOf(two, id)).toBe('approved')
    one.as(danny)
    must(await undo(one, 'Danny approved'))
    await share(one, two)
    expect(await stateOf(two, id)).toBe('ready-for-review')
  })
})

describe('a publish', () => {
  test('is in the list, where it happened, and leads to the site before it', async () => {
    const at = await laptop()
    const id = await newPage(at)
    const root = join(at.folder, 'www')
    mkdirSync(root)
    const web = createServer(async (request, response) => {
      const path = new URL(request.url ?? '/', 'http://web').pathname
      const content = await readFile(join(root, path.endsWith('/') ? `${path}index.html` : path)).catch(() => null)
      response.writeHead(content === null ? 404 : 200).end(content ?? '')
    })
    await new Promise<void>(resolve => web.listen(0, '127.0.0.1', resolve))
    onTestFinished(() => void web.close())
    const url = `http://127.0.0.1:${(web.address() as AddressInfo).port}/`
    const config = at.session.workspace.config()
    const targets = [{ kind: 'folder' as const, path: root }]
    must(await desk.setConfig(at.session, { ...config, publish: { url, targets } }))
    must(await desk.allowFolder(at.session, root))
    await decided(at, id)
    at.tick(60_000)
    must(await at.session.live.publish(must(await at.session.live.plan()).plan))
    at.tick(60_000)
    await write(at, id, 'Later.')
    const { acts } = await at.session.acts.list(all)
    expect(acts.slice(0, 3).map(each => [each.kind, each.undo.kind])).toEqual([
      ['page', 'can'],
      ['publish', 'publish'],
      ['review', 'can'],
    ])
    expect(acts[1]).toMatchObject({ sentence: 'Published Travel to school', by: priya })
    const ofPage = await at.session.acts.list({ ...all, page: id })
    expect(ofPage.acts.map(({ kind }) => kind)).toContain('publish')
  })

  test('of a page at its new address: when that is undone, what families have kept still leads to it', async () => {
    const at = await laptop()
    const id = await newPage(at)
    must(await desk.movePage(at.session, id, { section: 'health', slug: 'getting-about' }))
    const path = 'pages/health/getting-about.md'
    const oid = (await at.session.history.filesAt('desk')).get(path) ?? ''
    must(
      await at.session.history.writeTree({
        branch: 'live',
        files: new Map([[path, oid]]),
        sentence: 'Published',
        by: priya,
      }),
    )
    at.session.knowing.forget()
    must(await undo(at, 'moved'))
    expect(await at.session.workspace.redirects()).toEqual([{ from: '/health/getting-about/', to: `page:${id}` }])
    must(await undo(at, 'undid this: Priya moved'))
    expect(await at.session.workspace.redirects()).toEqual([{ from: '/education/travel-to-school/', to: `page:${id}` }])
  })
})
