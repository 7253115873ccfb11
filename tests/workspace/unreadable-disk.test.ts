import { readFile } from 'node:fs/promises'
import { join } from 'node:path'
import { describe, expect, test } from 'vitest'
import { choicesIn } from '../../src/main/git/index.ts'
import { hashOf } from '../../src/main/workspace/index.ts'
import { instantSchema, pageIdSchema, workspacePathSchema } from '../../src/shared/content/index.ts'
import { reviewRecordSchema } from '../../src/shared/review/records.ts'
import { hidingDisk } from '../files/faults.ts'
import { draftNumbered } from './drafts-numbered.ts'
import { ids, opened, openOffer, settings, travel } from './offer.ts'
import { tempFolder } from './temp-folder.ts'

/** A disk that does not let one look has not said that there is nothing: what is there is neither forgotten nor written over. */

const travelId = pageIdSchema.parse(ids.travel)
const travelPath = workspacePathSchema.parse('pages/education/travel.md')
const gif = Buffer.from('R0lGODlhAgADAIAAAP///wAAACH5BAEAAAAALAAAAAACAAMAAAICRF4AOw==', 'base64')
const described = { alt: 'Two children at a table', decorative: false, credit: '' }

async function hidingOffer(part: RegExp, files: Parameters<typeof openOffer>[0] = {}) {
  let hides = false
  const opened = await openOffer(files, { disk: hidingDisk('EIO', path => hides && part.test(path)) })
  const hide = (next: boolean) => {
    hides = next
  }
  return { ...opened, hide }
}

describe('what cannot be read at this moment', () => {
  test('is not taken for a page on which nobody was typing', async () => {
    const { workspace, hide } = await hidingOffer(/drafts.*json$/)
    await workspace.drafts.keep({ ...draftNumbered(1), id: travelId })
    hide(true)
    await expect(workspace.recovered()).rejects.toThrow('EIO')
    hide(false)
    expect(await workspace.recovered()).toHaveLength(1)
  })

  test('is a page that is still there, and nothing is written over it', async () => {
    const { root, workspace, hide } = await hidingOffer(/travel\.md$/)
    hide(true)
    await workspace.refresh()
    expect(workspace.byId(travelId)?.path).toBe(travelPath)
    expect(await workspace.replace(travelPath, 'other words', hashOf(travel))).toMatchObject({ code: 'disk-failing' })
    hide(false)
    expect(await readFile(join(root, travelPath), 'utf8')).toBe(travel)
    expect(await workspace.replace(travelPath, travel, hashOf(travel))).toMatchObject({ kind: 'written' })
  })

  test('is not a list of settings without the team’s own', async () => {
    const own = `${settings}# what the parent carer forum asked for\ncolour: blue\n`
    const { root, workspace, hide } = await hidingOffer(/signpost\.yml$/, { 'signpost.yml': own })
    hide(true)
    expect(await workspace.setConfig({ ...workspace.config(), name: 'Other' })).toMatchObject({ code: 'disk-failing' })
    hide(false)
    expect(await readFile(join(root, 'signpost.yml'), 'utf8')).toBe(own)
  })

  test('is not an empty place for a picture', async () => {
    const { workspace, hide } = await hidingOffer(/media$/)
    await workspace.media.add('map.gif', gif, described)
    hide(true)
    await expect(workspace.media.add('map.gif', gif, { ...described, alt: 'Another' })).rejects.toThrow('EIO')
    hide(false)
    expect(await workspace.media.list()).toMatchObject([{ name: 'map.gif', alt: described.alt }])
  })

  test('is not a picture that nobody described', async () => {
    const { workspace, hide } = await hidingOffer(/map\.gif\.yml$/)
    await workspace.media.add('map.gif', gif, described)
    hide(true)
    await expect(workspace.media.describe('map.gif', { ...described, credit: 'Tom' })).rejects.toThrow('EIO')
    hide(false)
    expect(await workspace.media.list()).toMatchObject([{ alt: described.alt, credit: '' }])
  })

  test('does not leave an objection out, so that the approval before it would count', async () => {
    const { workspace, deps, root, hide } = await hidingOffer(/reviews\//)
    const at = instantSchema.parse('2026-11-22T09:00:00.000Z')
    const by = { name: 'Danny', email: 'danny@example.org' }
    const objection = { id: '01K9ZQ4T8MJ5W3XB7C2D6E8F0A', page: ids.travel, by, at, hash: hashOf(travel) }
    await workspace.addReview(reviewRecordSchema.parse({ ...objection, kind: 'decision', decision: 'needs-changes' }))
    await workspace.close()
    const again = await opened(root, deps)
    hide(true)
    await expect(again.reviews()).rejects.toThrow('EIO')
    hide(false)
    expect(await again.reviews()).toHaveLength(1)
  })

  test('is no answered question', async () => {
    const folder = await tempFolder({ 'a.json': '{}' })
    await expect(
      choicesIn(
        folder,
        hidingDisk('EIO', path => path.endsWith('.json')),
      ).list(),
    ).rejects.toThrow('EIO')
    expect(await choicesIn(folder).list()).toEqual([])
  })
})
