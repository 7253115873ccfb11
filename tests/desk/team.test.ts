import { execFileSync, spawnSync } from 'node:child_process'
import { mkdirSync } from 'node:fs'
import { readFile } from 'node:fs/promises'
import { createServer, type Server } from 'node:http'
import type { AddressInfo } from 'node:net'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, test, vi } from 'vitest'
import * as desk from '../../src/main/desk/index.ts'
import { type PageId, parseBody, serialiseBody } from '../../src/shared/content/index.ts'
import { answerAtOnce, danny, type Laptop, must, priya } from './laptop.ts'
import { teamServer } from './team-server.ts'

const ours = teamServer()

const team = (name: string, body: string) =>
  ours.team(name, async at => {
    const { id } = must(await desk.createPage(at.session, { section: 'education', title: 'Travel', template: 'topic' }))
    await write(at, id, body)
    return id
  })

async function write(at: Laptop, id: PageId, body: string): Promise<void> {
  const { hash, entry } = must(await desk.openPage(at.session, id))
  at.tick(1000)
  must(await desk.savePage(at.session, { id, base: hash, doc: parseBody(body).doc, entry }))
}

const body = async (at: Laptop, id: PageId) => serialiseBody(must(await desk.openPage(at.session, id)).doc)

describe('two laptops and a server', () => {
  test('different paragraphs: both changes are there, and nobody is asked', async () => {
    const { one, two, id } = await team('different', 'One.\n\nTwo.')
    await write(one, id, 'One, by Priya.\n\nTwo.')
    await write(two, id, 'One.\n\nTwo, by Sam.')
    for (const at of [one, two, one]) await at.session.sharing.now()
    for (const at of [one, two]) {
      expect(await body(at, id)).toBe('One, by Priya.\n\nTwo, by Sam.\n')
      expect(at.session.sharing.state().kind).toBe('shared')
    }
  })

  test('the same sentence: both versions wait side by side, and answering finishes the sharing', async () => {
    const { one, two, id } = await team('same', 'One.\n\nTwo.')
    await write(one, id, 'One, as Priya says it.\n\nTwo.')
    await write(two, id, 'One, as Sam says it.\n\nTwo.')
    await one.session.sharing.now()
    await two.session.sharing.now()
    expect(two.session.sharing.state()).toMatchObject({ kind: 'needs-choice', choices: 1 })
    const [choice] = await two.session.choices.list()
    expect([choice?.mine.by.name, choice?.theirs.by.name]).toEqual(['Sam Oduya', 'Priya Nair'])
    await answerAtOnce(two, choice?.id ?? '', 'both')
    expect(two.session.sharing.state().kind).toBe('shared')
    await one.session.sharing.now()
    expect(await body(one, id)).toBe(await body(two, id))
    expect(await body(one, id)).toContain('as Sam says it')
    expect(await body(one, id)).toContain('as Priya says it')
  })

  test('saving on top of what came in that moment: the question names the colleague who wrote it', async () => {
    const { one, two, id } = await team('moment', 'One.')
    await write(two, id, 'One.\n\nTwo.')
    for (const at of [two, one]) await at.session.sharing.now()
    const typed = must(await desk.openPage(two.session, id))
    await write(one, id, 'One, as Priya says it.\n\nTwo.')
    await one.session.sharing.now()
    // The change is on the disk, and what was known of the pages before is not yet forgotten.
    const forget = vi.spyOn(two.session.knowing, 'forget').mockReturnValue()
    await two.session.knowing.all()
    await two.session.sharing.now()
    const { doc } = parseBody('One, as Sam says it.\n\nTwo.')
    must(await desk.savePage(two.session, { id, base: typed.hash, doc, entry: typed.entry }))
    forget.mockRestore()
    const [choice] = await two.session.choices.list()
    expect([choice?.mine.by.name, choice?.theirs.by.name]).toEqual(['Sam Oduya', 'Priya Nair'])
  })

  test('while the server is down, work waits and says so; then it goes out by itself', async () => {
    const { one, two, id } = await team('down', 'One.\n\nTwo.')
    await one.session.sharing.now()
    const last = one.world.now().toISOString()
    ours.server.behave({ kind: 'down' })
    await write(one, id, 'One, offline.\n\nTwo.')
    await one.session.sharing.now()
    expect(one.session.sharing.state()).toMatchObject({ kind: 'waiting', reason: 'offline', last })
    ours.server.behave({ kind: 'well' })
    await one.session.sharing.now()
    await two.session.sharing.now()
    expect(await body(two, id)).toBe('One, offline.\n\nTwo.\n')
  })

  test('a token that is no longer good is told, with what to do, and nothing is lost', async () => {
    const { one, id } = await team('token', 'One.')
    await write(one, id, 'One, kept here.')
    ours.server.behave({ kind: 'unauthorised' })
    await one.session.sharing.now()
    expect(one.session.sharing.state()).toMatchObject({ kind: 'refused', code: 'signed-out' })
    expect(await body(one, id)).toBe('One, kept here.\n')
  })

  test('the token is in no file of the laptop', async () => {
    const { one } = await team('secret', 'One.')
    // grep ends with 1 when it finds nothing, and with 2 when it could not look.
    const look = (word: string) => spawnSync('grep', ['-rlaF', word, one.folder]).status
    expect(look('Priya Nair')).toBe(0)
    expect(look('priyas-token')).toBe(1)
  })
})

describe('publishing', () => {
  let web: Server
  let root = ''
  let url = ''

  beforeAll(async () => {
    web = createServer(async (request, response) => {
      const path = new URL(request.url ?? '/', 'http://web').pathname
      const file = join(root, path.endsWith('/') ? `${path}index.html` : path)
      const content = await readFile(file).catch(() => null)
      response.writeHead(content === null ? 404 : 200).end(content ?? '')
    })
    await new Promise<void>(resolve => web.listen(0, '127.0.0.1', resolve))
    url = `http://127.0.0.1:${(web.address() as AddressInfo).port}/`
  })
  afterAll(() => web.close())

  test('puts exactly what was approved on the web, holds the rest back by name, and can be undone', async () => {
    const { one, id } = await team('publish', 'One.')
    const other = must(
      await desk.createPage(one.session, { section: 'health', title: 'Not reviewed', template: 'topic' }),
    )
    root = join(one.folder, 'www')
    mkdirSync(root)
    const config = one.session.workspace.config()
    const targets = [
      { kind: 'folder' as const, path: root },
      { kind: 'branch' as const, branch: 'site' },
    ]
    must(await desk.setConfig(one.session, { ...config, publish: { url, targets } }))
    must(await desk.allowFolder(one.session, root))
    await approve(one, id)

    const plan = must(await one.session.live.plan())
    expect(plan.ready.map(each => each.id)).toEqual([id])
    expect(plan.heldBack.map(each => [each.id, each.why])).toContainEqual([other.id, expect.any(String)])
    const live = must(await one.session.live.publish(plan.plan))
    expect(live).toMatchObject({ kind: 'live' })
    expect(await (await fetch(`${url}education/travel/`)).text()).toContain('One.')
    expect((await fetch(`${url}health/not-reviewed/`)).status).toBe(404)

    const bare = ours.server.folder('publish')
    const onLive = execFileSync('git', ['--git-dir', bare, 'show', 'live:pages/education/travel.md'], {
      encoding: 'utf8',
    })
    expect(onLive).toBe(one.session.workspace.text(id))
    expect(
      execFileSync('git', ['--git-dir', bare, 'ls-tree', '-r', '--name-only', 'live'], { encoding: 'utf8' }),
    ).not.toContain('not-reviewed')
    expect(
      execFileSync('git', ['--git-dir', bare, 'show', 'site:education/travel/index.html'], { encoding: 'utf8' }),
    ).toContain('One.')

    await write(one, id, 'One, changed.')
    await approve(one, id)
    const again = must(await one.session.live.publish(must(await one.session.live.plan()).plan))
    expect(again.kind).toBe('live')
    expect(await (await fetch(`${url}education/travel/`)).text()).toContain('One, changed.')

    const [, first] = await one.session.live.before()
    must(await one.session.live.undo(first?.publish ?? '', 'It was wrong.'))
    const text = await (await fetch(`${url}education/travel/`)).text()
    expect(text).toContain('One.')
    expect(text).not.toContain('One, changed.')
  })

  async function approve(at: Laptop, id: PageId): Promise<void> {
    at.tick(1000)
    must(await desk.askForReview(at.session, id, ''))
    at.tick(1000)
    const { hash } = must(await desk.openReview(at.session, id))
    must(await desk.decide(at.as(danny), id, { hash, decision: 'good', note: '' }))
    at.as(priya)
  }
})
