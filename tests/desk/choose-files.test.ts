import { describe, expect, test } from 'vitest'
import * as desk from '../../src/main/desk/index.ts'
import { serialiseBody } from '../../src/shared/content/index.ts'
import { isRefusal } from '../../src/shared/outcome.ts'
import { plainPicture } from '../end-to-end/pictures.ts'
import { answer, body, finish, only, share, teams, write } from './asking.ts'
import { type Laptop, must } from './laptop.ts'

const { team } = teams()

describe('a whole page', () => {
  test('deleted here and changed there: stays until somebody chooses to delete it after all', async () => {
    const { one, two, id } = await team('One.')
    await write(one, id, { body: 'One, and more.' })
    must(await desk.removePage(two.session, id))
    await share(one, two)
    const choice = only(await desk.openChoices(two.session))
    expect(choice).toMatchObject({ field: 'file', page: id, file: { kind: 'deleted', by: 'mine' } })
    expect(await body(two, id)).toBe('One, and more.\n')
    must(await answer(two, choice, 'mine'))
    await finish(two)
    expect(two.session.workspace.byId(id)).toBeNull()
    expect((await desk.recentlyDeleted(two.session)).map(({ title }) => title)).toContain('Travel')
    must(await desk.askAgain(two.session, choice.id))
    expect(await body(two, id)).toBe('One, and more.\n')
  })

  test('is not taken away with words that nobody saw who chose', async () => {
    const { one, two, id } = await team('One.')
    await write(one, id, { body: 'One, and more.' })
    must(await desk.removePage(two.session, id))
    await share(one, two)
    must(await answer(two, only(await desk.openChoices(two.session)), 'mine'))
    await write(one, id, { body: 'One, and more still.' })
    await share(one, two)
    const refused = await desk.finishChoices(two.session, [only(await desk.openChoices(two.session)).id])
    expect(isRefusal(refused) && refused.code).toBe('changed-since-asked')
    expect(await body(two, id)).toBe('One, and more still.\n')
    const again = only(await desk.openChoices(two.session))
    expect(serialiseBody(again.theirs.doc)).toContain('and more still')
    expect(again.reply.answer).toBe('mine')
    await finish(two)
    expect(two.session.workspace.byId(id)).toBeNull()
  })

  test('moved here, deleted there and put back with more words: it is not taken away with words that nobody saw', async () => {
    const { one, two, id } = await team('One.')
    must(await desk.movePage(two.session, id, { section: 'health', slug: 'travel' }))
    must(await desk.removePage(one.session, id))
    await share(one, two)
    const choice = only(await desk.openChoices(two.session))
    for (const { path, version } of await desk.recentlyDeleted(one.session)) {
      must(await desk.restoreDeleted(one.session, path, version))
    }
    await write(one, id, { body: 'One, and more.' })
    await share(one, two)
    must(await answer(two, choice, 'theirs'))
    const refused = await desk.finishChoices(two.session, [choice.id])
    expect(isRefusal(refused) && refused.code).toBe('changed-since-asked')
    await share(two, one)
    expect(await body(one, id)).toContain('One, and more.\n')
    expect(one.session.workspace.byId(id)?.path).toBe('pages/health/travel.md')
  })

  test('moved here, deleted there and put back there before either heard of it: it is one page, with every word', async () => {
    const { one, two, id } = await team('One.')
    must(await desk.removePage(one.session, id))
    await share(one)
    must(await desk.movePage(two.session, id, { section: 'health', slug: 'travel' }))
    await share(two)
    for (const { path, version } of await desk.recentlyDeleted(one.session)) {
      must(await desk.restoreDeleted(one.session, path, version))
    }
    await write(one, id, { body: 'One, and more.' })
    await share(one, two)
    for (const at of [one, two]) {
      const places = at.session.workspace.entries().filter(entry => entry.fields.id === id)
      expect(places.map(({ path }) => path)).toEqual(['pages/health/travel.md'])
      expect(await desk.leftOut(at.session)).toEqual([])
    }
    const [choice] = await desk.openChoices(one.session)
    const words = `${await body(one, id)}${JSON.stringify(choice ?? null)}`
    expect(words).toContain('One, and more.')
  })

  test('changed here and deleted there: stays when its words are kept, and the colleague has it back', async () => {
    const { one, two, id } = await team('One.')
    must(await desk.removePage(one.session, id))
    await write(two, id, { body: 'One, and more.' })
    await share(one, two)
    const choice = only(await desk.openChoices(two.session))
    expect(choice.file).toEqual({ kind: 'deleted', by: 'theirs' })
    must(await answer(two, choice, 'mine'))
    await finish(two)
    await share(two, one)
    expect(await body(one, id)).toBe('One, and more.\n')
  })

  test('made by both at one address: both are kept, or one of them takes the address', async () => {
    const { one, two } = await team('One.')
    const make = async (at: Laptop, words: string) => {
      const request = { section: 'health', title: 'Wheelchairs', template: 'topic' as const }
      const { id } = must(await desk.createPage(at.session, request))
      await write(at, id, { body: words })
      return id
    }
    const [hers, his] = [await make(one, 'Hers.'), await make(two, 'His.')]
    await share(one, two)
    const choice = only(await desk.openChoices(two.session))
    expect(choice).toMatchObject({ page: his, file: { kind: 'address' } })
    must(await answer(two, choice, 'both'))
    await finish(two)
    expect([await body(two, hers), await body(two, his)]).toEqual(['Hers.\n', 'His.\n'])
    must(await desk.askAgain(two.session, choice.id))
    must(await answer(two, choice, 'mine'))
    await finish(two)
    expect(two.session.workspace.byId(hers)).toBeNull()
    expect(two.session.workspace.byId(his)?.path).toBe('pages/health/wheelchairs.md')
    must(await desk.askAgain(two.session, choice.id))
    expect([await body(two, hers), await body(two, his)]).toEqual(['Hers.\n', 'His.\n'])
  })
})

describe('a picture that both put under one name', () => {
  test('is kept twice until somebody chooses; pages then show the one that was kept', async () => {
    const { one, two, id } = await team('One.')
    const note = { alt: 'A hall', decorative: false, credit: '' }
    const add = (at: Laptop, width: number) =>
      desk.addMedia(at.session, 'hall.png', plainPicture(width).toString('base64'), note)
    must(await add(one, 40))
    must(await add(two, 50))
    await write(two, id, { body: '::figure{src="media/hall.png" alt="A hall"}' })
    await share(one, two)
    const choice = only(await desk.openChoices(two.session))
    expect(choice).toMatchObject({ page: null, title: 'hall.png', file: { kind: 'media', mine: 'media/hall-2.png' } })
    expect(await body(two, id)).toContain('media/hall-2.png')
    must(await answer(two, choice, 'mine'))
    await finish(two)
    expect((await desk.listMedia(two.session)).map(({ name }) => name)).toEqual(['hall.png'])
    expect(await body(two, id)).toContain('media/hall.png')
    await share(two, one)
    expect((await desk.listMedia(one.session)).map(({ bytes }) => bytes)).toEqual([plainPicture(50).length])
    must(await desk.askAgain(two.session, choice.id))
    expect((await desk.listMedia(two.session)).map(({ name }) => name).sort()).toEqual(['hall-2.png', 'hall.png'])
  })
})
