import { rm, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { afterEach, describe, expect, test, vi } from 'vitest'
import * as desk from '../../src/main/desk/index.ts'
import { nodeDisk } from '../../src/main/files/index.ts'
import { closeLaptops, laptop, must } from './laptop.ts'
import { codeOf, newPage } from './undoing.ts'

afterEach(closeLaptops)
afterEach(() => vi.restoreAllMocks())

const to = { section: 'education', slug: 'getting-there' }

/** A disk that is full for one file. */
function fullFor(name: string) {
  const rename = nodeDisk.rename
  return vi.spyOn(nodeDisk, 'rename').mockImplementation(async (from, target) => {
    if (String(target).endsWith(name)) throw Object.assign(new Error('ENOSPC'), { code: 'ENOSPC' })
    return rename(from, target)
  })
}

describe('a page gets its new address with the way from the old one, or neither', () => {
  test('where the list of old addresses cannot be read', async () => {
    const at = await laptop()
    const id = await newPage(at)
    const list = join(at.session.workspace.root, 'redirects.yml')
    await writeFile(list, 'from: [broken')
    expect(codeOf(await desk.movePage(at.session, id, to))).not.toBe('done')
    expect(at.session.workspace.byId(id)?.path).toBe('pages/education/travel-to-school.md')
    await rm(list)
    must(await desk.movePage(at.session, id, to))
    expect(must(await at.session.workspace.redirects())).toEqual([
      { from: '/education/travel-to-school/', to: `page:${id}` },
    ])
  })

  test('where the disk is full in between', async () => {
    const at = await laptop()
    const id = await newPage(at)
    const full = fullFor('redirects.yml')
    expect(codeOf(await desk.movePage(at.session, id, to))).toBe('disk-full')
    full.mockRestore()
    expect(at.session.workspace.byId(id)?.path).toBe('pages/education/travel-to-school.md')
    must(await desk.movePage(at.session, id, to))
    expect(must(await at.session.workspace.redirects())).toHaveLength(1)
  })
})

test.each(['hall.svg', 'hall.svg.yml'])(
  'a deleted picture comes back with its description, however full the disk was for %s at first',
  async name => {
    const at = await laptop()
    const drawing = '<svg xmlns="http://www.w3.org/2000/svg" width="9" height="9"><circle r="4"/></svg>'
    const note = { alt: 'The hall', decorative: false, credit: '' }
    must(await desk.addMedia(at.session, 'hall.svg', Buffer.from(drawing).toString('base64'), note))
    at.tick(1000)
    must(await desk.removeMedia(at.session, 'hall.svg'))
    const [deleted] = await desk.recentlyDeleted(at.session)
    if (deleted === undefined) throw new Error('Recently deleted is empty')
    const full = fullFor(name)
    expect(codeOf(await desk.restoreDeleted(at.session, deleted.path, deleted.version))).toBe('disk-full')
    full.mockRestore()
    expect(await desk.listMedia(at.session)).toEqual([])
    at.tick(1000)
    must(await desk.restoreDeleted(at.session, deleted.path, deleted.version))
    expect(await desk.listMedia(at.session)).toMatchObject([{ name: 'hall.svg', alt: 'The hall' }])
  },
)
