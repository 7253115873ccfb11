import { afterEach, describe, expect, test } from 'vitest'
import * as desk from '../../src/main/desk/index.ts'
import type { PageId } from '../../src/shared/content/index.ts'
import { closeLaptops, danny, type Laptop, laptop, must, priya } from './laptop.ts'
import { act, bodyOf, codeOf, decided, newPage, stateOf, undo, write } from './undoing.ts'

afterEach(closeLaptops)

/** A picture of three pixels by two. */
const png = 'iVBORw0KGgoAAAANSUhEUgAAAAMAAAACCAIAAAASFvFNAAAADklEQVR4nGP4//8/AwMDAA0GAQC9DmNnAAAAAElFTkSuQmCC'
const other = Buffer.concat([Buffer.from(png, 'base64'), Buffer.from('other')]).toString('base64')
const seen = (alt: string) => ({ alt, decorative: false, credit: '' })

describe('undoing what was said in a review', () => {
  test('a decision: the page waits for one again, and the record of it stays', async () => {
    const at = await laptop()
    const id = await newPage(at)
    await decided(at, id)
    expect(await stateOf(at, id)).toBe('approved')
    await at.restart()
    at.as(danny)
    must(await undo(at, 'approved'))
    expect(await stateOf(at, id)).toBe('ready-for-review')
    expect((await at.session.workspace.reviews(id)).map(({ kind }) => kind)).toEqual([
      'request',
      'decision',
      'take-back',
    ])
    must(await undo(at, 'undid this: Danny approved'))
    expect(await stateOf(at, id)).toBe('approved')
    must(await undo(at, 'did this again: Danny approved'))
    expect(await stateOf(at, id)).toBe('ready-for-review')
  })

  test('a decision is not undone, nor brought back, by whoever wrote the words', async () => {
    const at = await laptop()
    const id = await newPage(at)
    await decided(at, id)
    await decided(at, id, 'needs-changes')
    at.as(priya)
    expect(codeOf(await undo(at, 'asked for changes'))).toBe('own-work')
    expect(await stateOf(at, id)).toBe('changes-asked')
    must(await desk.undoAct(at.as(danny), (await act(at, 'Danny approved')).act))
    at.as(priya)
    expect(codeOf(await undo(at, 'undid this: Danny approved'))).toBe('own-work')
  })

  test('an approval of words that have changed since can be undone by anybody, and the newer words stay', async () => {
    const at = await laptop()
    const id = await newPage(at)
    await decided(at, id)
    await write(at, id, 'Newer words.')
    expect(await stateOf(at, id)).toBe('changed-since-approval')
    must(await undo(at, 'approved'))
    expect(await stateOf(at, id)).toBe('draft')
    expect(await bodyOf(at, id)).toBe('Newer words.\n')
  })

  test('a comment goes unless somebody has answered it; an answer and a settling go by themselves', async () => {
    const at = await laptop()
    const id = await newPage(at)
    const say = async (text: string) => {
      at.tick(1000)
      const { hash } = must(await desk.openReview(at.session, id))
      return must(await desk.comment(at.session, id, { hash, quote: null, text }))
    }
    const first = await say('Say who to ring.')
    at.tick(1000)
    must(await desk.answerComment(at.as(danny), id, first.id, 'The school.'))
    at.tick(1000)
    must(await desk.settleComment(at.as(priya), id, first.id))
    const texts = async () =>
      (await desk.commentsOn(at.session, id)).map(each => [each.text, each.answers.length, each.settled])
    expect(await texts()).toEqual([['Say who to ring.', 1, true]])
    expect(await undo(at, 'commented on')).toMatchObject({
      code: 'answered-since',
      sentence: expect.stringContaining('Danny'),
    })
    must(await undo(at, 'settled a comment'))
    must(await undo(at, 'answered a comment'))
    expect(await texts()).toEqual([['Say who to ring.', 0, false]])
    must(await undo(at, 'Priya commented on'))
    expect(await texts()).toEqual([])
    must(await undo(at, 'undid this: Priya commented'))
    expect(await texts()).toEqual([['Say who to ring.', 0, false]])
  })

  test('“still accurate” and “urgent”: the date and the leave are as before', async () => {
    const at = await laptop()
    const id = await newPage(at)
    const due = async () => (await at.session.knowing.one(id))?.due.due ?? null
    const before = await due()
    at.tick(1000)
    must(await desk.stillAccurate(at.session, id))
    expect(await due()).not.toBe(before)
    must(await undo(at, 'still accurate'))
    expect(await due()).toBe(before)
    at.tick(1000)
    must(await desk.publishUrgently(at.session, id, 'A new number.'))
    expect((await at.session.knowing.one(id))?.standing.urgent).not.toBeNull()
    must(await undo(at, 'without review'))
    expect((await at.session.knowing.one(id))?.standing.urgent).toBeNull()
  })
})

describe('pictures, documents and services', () => {
  test('a deleted picture comes back with its description, by undoing and from Recently deleted', async () => {
    const at = await laptop()
    must(await desk.addMedia(at.session, 'hall.png', png, seen('The hall')))
    const listed = async () => (await desk.listMedia(at.session)).map(({ name, alt }) => [name, alt])
    for (const back of ['undo', 'restore'] as const) {
      at.tick(1000)
      must(await desk.removeMedia(at.session, 'hall.png'))
      expect(await listed()).toEqual([])
      await at.restart()
      const [deleted] = await desk.recentlyDeleted(at.session)
      expect(deleted).toMatchObject({ path: 'media/hall.png', title: 'hall.png', by: priya.name })
      if (back === 'undo') must(await undo(at, 'deleted “hall.png”'))
      else if (deleted) must(await desk.restoreDeleted(at.session, deleted.path, deleted.version))
      expect(await listed()).toEqual([['hall.png', 'The hall']])
      expect(await desk.recentlyDeleted(at.session)).toEqual([])
    }
  })

  test('the logo of the site is not deleted while it is the logo', async () => {
    const at = await laptop()
    must(await desk.addMedia(at.session, 'mark.png', png, seen('Our mark')))
    const config = at.session.workspace.config()
    must(await desk.setConfig(at.session, { ...config, site: { ...config.site, logo: 'media/mark.png' } }))
    expect(await desk.removeMedia(at.session, 'mark.png')).toMatchObject({ code: 'in-use' })
    expect((await desk.listMedia(at.session)).map(({ name }) => name)).toEqual(['mark.png'])
    must(await desk.setConfig(at.session, config))
    must(await desk.removeMedia(at.session, 'mark.png'))
  })

  test('a deleted picture whose name another has now is still kept, and never takes the place of that one', async () => {
    const at = await laptop()
    must(await desk.addMedia(at.session, 'hall.png', png, seen('The hall')))
    at.tick(1000)
    must(await desk.removeMedia(at.session, 'hall.png'))
    at.tick(1000)
    must(await desk.addMedia(at.session, 'hall.png', other, seen('Another hall')))
    const [deleted] = await desk.recentlyDeleted(at.session)
    if (!deleted) throw new Error('the first picture is forgotten')
    expect(codeOf(await desk.restoreDeleted(at.session, deleted.path, deleted.version))).toBe('address-taken')
    expect(codeOf(await undo(at, 'deleted “hall.png”'))).toBe('address-taken')
    expect((await desk.listMedia(at.session)).map(({ alt }) => alt)).toEqual(['Another hall'])
    at.tick(1000)
    must(await desk.removeMedia(at.session, 'hall.png'))
    expect((await desk.recentlyDeleted(at.session)).map(({ title }) => title)).toEqual(['hall.png', 'hall.png'])
    must(await desk.restoreDeleted(at.session, deleted.path, deleted.version))
    expect((await desk.listMedia(at.session)).map(({ alt }) => alt)).toEqual(['The hall'])
  })

  test('an added picture goes unless a page shows it; a description goes back', async () => {
    const at = await laptop()
    must(await desk.addMedia(at.session, 'hall.png', png, seen('The hall')))
    at.tick(1000)
    must(await desk.describeMedia(at.session, 'hall.png', seen('The hall, from the car park')))
    must(await undo(at, 'described “hall.png”'))
    expect((await desk.listMedia(at.session)).map(({ alt }) => alt)).toEqual(['The hall'])
    const id = await newPage(at, 'Travel', '::figure{src="media/hall.png" alt="The hall"}')
    expect(await undo(at, 'added the picture')).toMatchObject({
      code: 'in-use',
      sentence: expect.stringContaining('Travel'),
    })
    await write(at, id, 'No picture.')
    must(await undo(at, 'added the picture'))
    expect(await desk.listMedia(at.session)).toEqual([])
    expect((await desk.recentlyDeleted(at.session)).map(({ title }) => title)).toEqual(['hall.png'])
  })

  test('a service that was deleted is in Recently deleted, and comes back with its tags and address', async () => {
    const at = await laptop()
    at.tick(1000)
    const { id } = must(
      await desk.createPage(at.session, { section: 'services', title: 'Swim club', template: 'service' }),
    )
    await tagged(at, id)
    const text = at.session.workspace.text(id)
    for (const back of ['undo', 'restore'] as const) {
      at.tick(1000)
      must(await desk.removePage(at.session, id))
      const [deleted] = await desk.recentlyDeleted(at.session)
      expect(deleted).toMatchObject({ path: 'services/swim-club.md', title: 'Swim club' })
      if (back === 'undo') must(await undo(at, 'deleted “Swim club”'))
      else if (deleted) must(await desk.restoreDeleted(at.session, deleted.path, deleted.version))
      expect(at.session.workspace.text(id)).toBe(text)
      expect(await desk.recentlyDeleted(at.session)).toEqual([])
    }
  })

  test('a page that had moved comes back where it was, and its old address still leads to it', async () => {
    const at = await laptop()
    const id = await newPage(at)
    must(await desk.movePage(at.session, id, { section: 'health', slug: 'getting-about' }))
    at.tick(1000)
    must(await desk.removePage(at.session, id))
    const [deleted] = await desk.recentlyDeleted(at.session)
    must(await desk.restoreDeleted(at.session, deleted?.path ?? ('' as never), deleted?.version ?? ''))
    expect(must(await desk.openPage(at.session, id)).path).toBe('pages/health/getting-about.md')
    expect(await at.session.workspace.redirects()).toEqual([{ from: '/education/travel-to-school/', to: `page:${id}` }])
  })

  test('a page whose address another page has taken since is still in Recently deleted', async () => {
    const at = await laptop()
    const id = await newPage(at)
    at.tick(1000)
    must(await desk.removePage(at.session, id))
    await newPage(at)
    expect((await desk.recentlyDeleted(at.session)).map(({ title }) => title)).toEqual(['Travel to school'])
  })
})

async function tagged(at: Laptop, id: PageId): Promise<void> {
  const { hash, entry, doc } = must(await desk.openPage(at.session, id))
  const checklist = [{ requirement: 'SE7-1', heading: null }]
  at.tick(1000)
  const next = { ...entry, fields: { ...entry.fields, checklist } } as typeof entry
  must(await desk.savePage(at.session, { id, base: hash, doc, entry: next }))
}
