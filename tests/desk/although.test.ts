import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { afterEach, describe, expect, test } from 'vitest'
import * as desk from '../../src/main/desk/index.ts'
import type { PageId } from '../../src/shared/content/index.ts'
import { closeLaptops, type Laptop, laptop, must } from './laptop.ts'
import { act, codeOf, decided, newPage, undo, write } from './undoing.ts'

afterEach(closeLaptops)

const vague = 'Ask them. [Click here](https://example.org/form).'
const reason = 'The form closes on Friday.'

const planned = async (at: Laptop) => must(await at.session.live.plan())
async function heldOf(at: Laptop, id: PageId) {
  return (await planned(at)).heldBack.find(each => each.id === id) ?? null
}
const readyOf = async (at: Laptop, id: PageId) => (await planned(at)).ready.find(each => each.id === id) ?? null
const weekOf = async (at: Laptop) => (await desk.week(at.session)).lines.filter(({ kind }) => kind === 'although')

/** As the window does it: from what the plan says of the page. */
async function letOut(at: Laptop, id: PageId) {
  const held = await heldOf(at, id)
  if (held === null) throw new Error('The page is not held back.')
  at.tick(1000)
  const { hash, mayGoAlthough: problems } = held
  return desk.publishAlthough(at.session, id, { hash, problems, reason })
}

async function approvedPage(at: Laptop, body = vague): Promise<PageId> {
  const id = await newPage(at, 'Travel to school', body)
  await decided(at, id)
  return id
}

describe('a page that a check stops', () => {
  test('is in the accessibility statement once it is live all the same', async () => {
    const at = await laptop()
    const id = await approvedPage(at)
    must(await letOut(at, id))
    const config = at.session.workspace.config()
    must(
      await desk.setConfig(at.session, {
        ...config,
        publish: { url: '', targets: [{ kind: 'branch', branch: 'site' }] },
      }),
    )
    must(await at.session.live.publish((await planned(at)).plan))
    const site = join(at.folder, 'site')
    must(await at.session.live.build(site, 'live'))
    expect(readFileSync(join(site, 'accessibility/index.html'), 'utf8')).toContain('Links do not say where they lead.')
  })

  test('is held back, and says whether somebody may let it out', async () => {
    const at = await laptop()
    const id = await approvedPage(at)
    expect(await heldOf(at, id)).toMatchObject({
      why: 'problems',
      mayGoAlthough: [expect.stringContaining('Click here')],
    })
  })

  test('goes live by leave of somebody, with a reason, in the plan, in what was done and on the week', async () => {
    const at = await laptop()
    const id = await approvedPage(at)
    must(await letOut(at, id))
    const ready = await readyOf(at, id)
    expect(ready).toMatchObject({ although: true })
    expect(ready?.sentence).toMatch(
      /^Goes live although a check stops it\. .*Click here.* Priya Nair, today: “The form closes on Friday\.” Approved by Danny/,
    )
    expect((await act(at, 'although a check stops it')).sentence).toContain(reason)
    expect(await weekOf(at)).toMatchObject([
      { page: id, sentence: expect.stringContaining(`Priya, today: “${reason}”`) },
    ])
    await write(at, id, 'Ask them. [Get the form](https://example.org/form).')
    expect(await weekOf(at)).toEqual([])
  })

  test('is held back again as soon as a word of it changes, or the leave is undone', async () => {
    const at = await laptop()
    const id = await approvedPage(at)
    must(await letOut(at, id))
    must(await undo(at, 'although a check stops it'))
    expect(await heldOf(at, id)).toMatchObject({ why: 'problems' })
    must(await undo(at, 'undid this'))
    expect(await readyOf(at, id)).toMatchObject({ although: true })
    await write(at, id, `${vague} One word more.`)
    expect(await heldOf(at, id)).toMatchObject({ why: 'problems' })
  })

  test('still waits for its review', async () => {
    const at = await laptop()
    const id = await newPage(at, 'Travel to school', vague)
    must(await letOut(at, id))
    expect(await heldOf(at, id)).toMatchObject({ why: 'not-reviewed', mayGoAlthough: [] })
  })

  test('is let out for what somebody saw, and for nothing else', async () => {
    const at = await laptop()
    const id = await approvedPage(at, `${vague}\n\n[Read more](https://example.org/more).`)
    const held = await heldOf(at, id)
    const [seen = '', unseen = ''] = held?.mayGoAlthough ?? []
    expect(unseen).not.toBe('')
    const hash = held?.hash ?? must(await desk.openReview(at.session, id)).hash
    must(await desk.publishAlthough(at.session, id, { hash, problems: [seen], reason }))
    expect(await heldOf(at, id)).toMatchObject({ mayGoAlthough: [unseen] })
    at.tick(1000)
    must(await letOut(at, id))
    expect(await readyOf(at, id)).toMatchObject({ although: true })
    at.tick(1000)
    expect(codeOf(await desk.publishAlthough(at.session, id, { hash, problems: [seen], reason }))).toBe('nothing-stops')
    await write(at, id, vague)
    expect(codeOf(await desk.publishAlthough(at.session, id, { hash, problems: [seen], reason }))).toBe(
      'changed-meanwhile',
    )
  })
})
