import { readFile, rm, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { describe, expect, test } from 'vitest'
import { hashOf } from '../../src/main/workspace/index.ts'
import { type ReviewRecord, reviewRecordSchema } from '../../src/shared/review/records.ts'
import { faultyDisk } from '../files/faults.ts'
import { ids, opened, openOffer, travel } from './offer.ts'
import { write } from './temp-folder.ts'

const said = (id: string, at: string, more: object = {}): ReviewRecord =>
  reviewRecordSchema.parse({
    id,
    page: ids.travel,
    by: { name: 'Danny', email: 'danny@example.org' },
    at,
    kind: 'decision',
    hash: hashOf(travel),
    decision: 'good',
    ...more,
  })

const first = said('01K9ZQ4T8MJ5W3XB7C2D6E8F0A', '2026-11-20T09:00:00.000Z')
const second = said('01K9ZQ4T8MJ5W3XB7C2D6E8F0B', '2026-11-21T09:00:00.000Z', { decision: 'needs-changes' })

describe('what was said about a page', () => {
  test('is added in files of its own, and read again the oldest first', async () => {
    const { root, deps, workspace } = await openOffer()
    expect(await workspace.reviews()).toEqual([])
    await workspace.addReview(second)
    await workspace.addReview(first)
    expect(await workspace.reviews(first.page)).toEqual([first, second])
    await workspace.close()
    const again = await opened(root, deps)
    expect(await again.reviews()).toEqual([first, second])
    expect(await readFile(join(root, `reviews/${ids.travel}/${first.id}.yml`), 'utf8')).toContain('decision: good')
  })

  test('is remembered by its words alone, so that a file changed by hand says what it says now', async () => {
    const { root, deps, workspace } = await openOffer()
    await workspace.addReview(first)
    await workspace.close()
    const again = await opened(root, deps)
    expect(await again.reviews()).toEqual([first])
    await again.close()
    const path = join(root, `reviews/${ids.travel}/${first.id}.yml`)
    await writeFile(path, (await readFile(path, 'utf8')).replace('decision: good', 'decision: needs-changes'))
    const last = await opened(root, deps)
    expect(await last.reviews()).toEqual([{ ...first, decision: 'needs-changes' }])
  })

  test('that a colleague added is there at the next look', async () => {
    const { root, workspace } = await openOffer()
    await workspace.addReview(first)
    const text = await readFile(join(root, `reviews/${ids.travel}/${first.id}.yml`), 'utf8')
    await write(root, { [`reviews/${ids.travel}/${second.id}.yml`]: text.replace(first.id, second.id) })
    expect(await workspace.reviews()).toHaveLength(2)
  })

  test('of several pages stands in the order said, whatever came, went or was mended between two looks', async () => {
    const { root, workspace } = await openOffer()
    const elsewhere = said('01K9ZQ4T8MJ5W3XB7C2D6E8F0C', '2026-11-22T09:00:00.000Z', { page: ids.moving })
    const place = ({ page, id }: ReviewRecord) => `reviews/${page}/${id}.yml`
    await workspace.addReview(second)
    await workspace.addReview(elsewhere)
    const late = (await readFile(join(root, place(second)), 'utf8')).replace(second.id, first.id)
    const listed = async () => (await workspace.reviews()).map(({ id }) => id)
    expect(await listed()).toEqual([second.id, elsewhere.id])
    await write(root, { [place(first)]: 'kind: [' })
    expect(await listed()).toEqual([second.id, elsewhere.id])
    await write(root, { [place(first)]: late })
    expect(await listed()).toEqual([first.id, second.id, elsewhere.id])
    await rm(join(root, place(second)))
    expect(await listed()).toEqual([first.id, elsewhere.id])
    await rm(join(root, `reviews/${ids.moving}`), { recursive: true })
    expect(await listed()).toEqual([first.id])
  })

  test('broken, or about another page than its place says, does not count and is told', async () => {
    const { root, workspace } = await openOffer()
    await workspace.addReview(first)
    const text = await readFile(join(root, `reviews/${ids.travel}/${first.id}.yml`), 'utf8')
    await write(root, {
      [`reviews/${ids.travel}/broken.yml`]: 'kind: [',
      [`reviews/${ids.travel}/renamed.yml`]: text,
      [`reviews/${ids.moving}/${first.id}.yml`]: text,
      [`reviews/${ids.travel}/binary.yml`]: Buffer.from([0, 1, 2]),
      'reviews/not-a-page/x.yml': text,
    })
    expect(await workspace.reviews()).toEqual([first])
    expect(workspace.unreadable().map(({ path, code }) => [path, code])).toEqual([
      [`reviews/${ids.travel}/binary.yml`, 'unreadable-record'],
      [`reviews/${ids.travel}/broken.yml`, 'unreadable-record'],
      [`reviews/${ids.travel}/renamed.yml`, 'misplaced-record'],
      [`reviews/${ids.moving}/${first.id}.yml`, 'misplaced-record'],
    ])
  })

  test('an id is never taken for a path', async () => {
    const { workspace } = await openOffer()
    for (const id of ['../../signpost', '..', 'a/b', '']) {
      expect(await workspace.addReview({ ...first, id })).toMatchObject({ kind: 'refused' })
    }
  })
})

describe('old addresses', () => {
  test('lead on, one place for each', async () => {
    const { root, deps, workspace } = await openOffer()
    expect(await workspace.redirects()).toEqual([])
    await Promise.all([
      workspace.addRedirect('/education/bus/', `page:${ids.travel}`),
      workspace.addRedirect('/education/move/', '/education/moving/'),
    ])
    await workspace.addRedirect('/education/bus/', `page:${ids.moving}`)
    await workspace.close()
    expect(await (await opened(root, deps)).redirects()).toEqual([
      { from: '/education/move/', to: '/education/moving/' },
      { from: '/education/bus/', to: `page:${ids.moving}` },
    ])
  })

  test('a list that cannot be read is not written over', async () => {
    const { root, workspace } = await openOffer({ 'redirects.yml': '- from: [' })
    expect(await workspace.addRedirect('/a/', '/b/')).toMatchObject({ kind: 'refused', code: 'unreadable-record' })
    expect(await readFile(join(root, 'redirects.yml'), 'utf8')).toBe('- from: [')
    await writeFile(join(root, 'redirects.yml'), '')
    expect(await workspace.addRedirect('/a/', '/b/')).toEqual({ kind: 'ok' })
  })

  test('a full disk leaves the former list', async () => {
    const list = '- from: /a/\n  to: /b/\n'
    let armed = false
    const { root, workspace } = await openOffer({ 'redirects.yml': list }, { disk: faultyDisk('ENOSPC', () => armed) })
    armed = true
    expect(await workspace.addRedirect('/c/', '/d/')).toMatchObject({ code: 'disk-full' })
    expect(await readFile(join(root, 'redirects.yml'), 'utf8')).toBe(list)
    armed = false
  })
})
