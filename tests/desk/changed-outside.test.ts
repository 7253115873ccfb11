import { mkdir, readFile, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { afterEach, describe, expect, test } from 'vitest'
import * as desk from '../../src/main/desk/index.ts'
import type { PageId } from '../../src/shared/content/index.ts'
import { closeLaptops, type Laptop, laptop, must } from './laptop.ts'
import { bodyOf, newPage, undo, write } from './undoing.ts'

afterEach(closeLaptops)

const fileOf = (at: Laptop, id: PageId) =>
  join(at.session.workspace.root, at.session.workspace.byId(id)?.path ?? 'no page')

/** Another program writes the page, which Signpost has read and nobody has made a version of. */
async function changedOutside(at: Laptop, id: PageId): Promise<void> {
  const path = fileOf(at, id)
  await writeFile(path, (await readFile(path, 'utf8')).replace('Two.', 'Two, in another program.'))
  at.tick(1000)
  await at.session.workspace.refresh()
}

/** What was deleted last. */
async function putBackDeleted(at: Laptop): Promise<void> {
  const [deleted] = await desk.recentlyDeleted(at.session)
  if (deleted === undefined) throw new Error('Recently deleted is empty')
  at.tick(1000)
  must(await desk.restoreDeleted(at.session, deleted.path, deleted.version))
}

describe('what another program wrote, and no version has yet, is not lost', () => {
  test('when the page is deleted', async () => {
    const at = await laptop()
    const id = await newPage(at)
    await changedOutside(at, id)
    must(await desk.removePage(at.session, id))
    await putBackDeleted(at)
    expect(await bodyOf(at, id)).toBe('One.\n\nTwo, in another program.\n\nThree.\n')
  })

  test('when an earlier version is put back', async () => {
    const at = await laptop()
    const id = await newPage(at)
    await write(at, id, 'One, anew.\n\nTwo.\n\nThree.')
    await changedOutside(at, id)
    const [, earlier] = await desk.pageHistory(at.session, id)
    must(await desk.putBack(at.session, id, earlier?.version ?? ''))
    expect(await bodyOf(at, id)).toBe('One.\n\nTwo.\n\nThree.\n')
    must(await undo(at, 'put an earlier version'))
    expect(await bodyOf(at, id)).toBe('One, anew.\n\nTwo, in another program.\n\nThree.\n')
  })

  test('when a picture that was put into the folder is deleted', async () => {
    const at = await laptop()
    const drawing = '<svg xmlns="http://www.w3.org/2000/svg" width="9" height="9"><circle r="4"/></svg>'
    const file = join(at.session.workspace.root, 'media', 'hall.svg')
    await mkdir(join(at.session.workspace.root, 'media'), { recursive: true })
    await writeFile(file, drawing)
    must(await desk.removeMedia(at.session, 'hall.svg'))
    await putBackDeleted(at)
    expect(await readFile(file, 'utf8')).toBe(drawing)
  })
})
