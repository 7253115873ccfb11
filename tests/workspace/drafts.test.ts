import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { readdir, readFile, rm, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { setTimeout as pause } from 'node:timers/promises'
import { describe, expect, onTestFinished, test } from 'vitest'
import { workspaceDataFolder } from '../../src/main/settings/index.ts'
import { openDrafts } from '../../src/main/workspace/drafts.ts'
import { type Draft, hashOf } from '../../src/main/workspace/index.ts'
import { instantSchema, pageIdSchema } from '../../src/shared/content/index.ts'
import { faultyDisk } from '../files/faults.ts'
import { draftNumbered, numberOf } from './drafts-numbered.ts'
import { at, ids, now, opened, openOffer, travel } from './offer.ts'
import { tempFolder, write } from './temp-folder.ts'

const travelId = pageIdSchema.parse(ids.travel)

describe('a program killed while somebody types', () => {
  test('leaves the last draft that was kept, or the one after it, whole', { timeout: 120_000 }, async () => {
    const [workspace, data] = [await tempFolder(), await tempFolder()]
    let last = -1
    for (let round = 0; round < 7; round += 1) {
      const typist = spawn(process.execPath, [join(import.meta.dirname, 'typist.ts'), workspace, data, `${last + 1}`], {
        stdio: ['ignore', 'pipe', 'inherit'],
      })
      onTestFinished(() => void typist.kill('SIGKILL'))
      let said = ''
      typist.stdout.on('data', chunk => {
        said += String(chunk)
      })
      await once(typist.stdout, 'data')
      await pause(Math.random() * 60)
      typist.kill('SIGKILL')
      await once(typist, 'close')
      last = Number(said.trimEnd().split('\n').at(-1))

      const draft = await openDrafts(workspace, { data, now }).read(travelId)
      const number = draft === null ? null : numberOf(draft)
      expect([last, last + 1]).toContain(number)
    }
    expect(last).toBeGreaterThan(5)
    const folder = join(workspaceDataFolder(data, workspace), 'drafts')
    expect(await readdir(folder)).toEqual([`${travelId}.json`])
  })
})

describe('keeping a draft', () => {
  test('a later one is never overtaken by an earlier one', async () => {
    const [workspace, data] = [await tempFolder(), await tempFolder()]
    const drafts = openDrafts(workspace, { data, now })
    await Promise.all(Array.from({ length: 20 }, (_, number) => drafts.keep(draftNumbered(number))))
    const draft = await drafts.read(travelId)
    expect(draft && numberOf(draft)).toBe(19)
    await drafts.discard(travelId, drafts.mark())
    expect(await drafts.list()).toEqual([])
  })

  test('one that came after what was saved stays when the older words are let go, whatever the clock says', async () => {
    const [workspace, data] = [await tempFolder(), await tempFolder()]
    const drafts = openDrafts(workspace, { data, now })
    await drafts.keep(draftNumbered(1))
    const upTo = drafts.mark()
    // The clock was put right meanwhile: what is typed now is said to have been typed before.
    const newer = { ...draftNumbered(2), at: instantSchema.parse('2026-11-22T09:00:00.000Z') }
    await drafts.keep(newer)
    await drafts.discard(travelId, upTo)
    expect(await drafts.read(travelId)).toEqual(newer)
    await drafts.discard(travelId, drafts.mark())
    expect(await drafts.read(travelId)).toBeNull()
  })

  test('one that could not be kept says nothing newer', async () => {
    const [workspace, data] = [await tempFolder(), await tempFolder()]
    let isFull = false
    const drafts = openDrafts(workspace, { data, now, disk: faultyDisk('ENOSPC', () => isFull) })
    await drafts.keep(draftNumbered(1))
    const upTo = drafts.mark()
    isFull = true
    expect(await drafts.keep(draftNumbered(2))).toMatchObject({ code: 'disk-full' })
    isFull = false
    await drafts.discard(travelId, upTo)
    expect(await drafts.read(travelId)).toBeNull()
  })

  test('a full disk is said, and the former draft is still there', async () => {
    const [workspace, data] = [await tempFolder(), await tempFolder()]
    await openDrafts(workspace, { data, now }).keep(draftNumbered(1))
    const disk = faultyDisk('ENOSPC', () => true)
    const kept = await openDrafts(workspace, { data, now, disk }).keep(draftNumbered(2))
    expect(kept).toMatchObject({ kind: 'refused', code: 'disk-full' })
    const draft = await openDrafts(workspace, { data, now }).read(travelId)
    expect(draft && numberOf(draft)).toBe(1)
  })

  test('drafts are this computer’s own: nothing of them is in the workspace', async () => {
    const { root, workspace } = await openOffer()
    await workspace.drafts.keep(draftNumbered(1))
    expect((await readdir(root)).sort()).toEqual(['.signpost', 'pages', 'services', 'signpost.yml'])
    expect(await readdir(join(root, '.signpost'))).not.toContain('drafts')
  })
})

describe('what is recovered at the next start', () => {
  const draft = (): Draft => ({ ...draftNumbered(7), base: hashOf(travel), at: instantSchema.parse(at.toISOString()) })
  const time = at.toLocaleTimeString('en-GB', { hour: '2-digit', minute: '2-digit' })

  test('is what was typed and never saved, with the time', async () => {
    const { root, deps, workspace } = await openOffer()
    await workspace.drafts.keep(draft())
    await workspace.close()
    const [recovered] = await (await opened(root, deps)).recovered()
    expect(recovered?.sentence).toBe(`Signpost recovered what you typed in “Help with travel to school” at ${time}.`)
    expect(recovered?.page).toBe('as-it-was')
    expect(recovered && numberOf(recovered.draft)).toBe(7)
  })

  test('says the day too, when it was another day', async () => {
    const { workspace } = await openOffer({}, { now: () => new Date('2026-11-25T09:00:00Z') })
    await workspace.drafts.keep(draft())
    expect((await workspace.recovered())[0]?.sentence).toContain(`on 22 November 2026 at ${time}.`)
  })

  test('is nothing once it was saved, even if the program ended before it was let go', async () => {
    const { workspace } = await openOffer()
    await workspace.drafts.keep(draft())
    const { entry, doc } = draft()
    if (entry.kind !== 'page') throw new Error('it is a page')
    await workspace.writeEntry(travelId, { ...entry, doc })
    expect(await workspace.recovered()).toEqual([])
    expect(await workspace.drafts.list()).toEqual([])
  })

  test('is also what is typed on while one looks whether the words before it were saved', async () => {
    const { workspace } = await openOffer()
    const { entry, doc } = draft()
    if (entry.kind !== 'page') throw new Error('it is a page')
    await workspace.drafts.keep(draft())
    await workspace.writeEntry(travelId, { ...entry, doc })
    const newer = { ...draftNumbered(8), base: draft().base }
    const [, kept] = await Promise.all([workspace.recovered(), workspace.drafts.keep(newer)])
    expect(kept).toMatchObject({ kind: 'kept' })
    expect(await workspace.drafts.list()).toEqual([newer])
  })

  test('tells a page that was changed since, and one that is gone, and keeps the words of both', async () => {
    const { root, workspace } = await openOffer()
    await workspace.drafts.keep(draft())
    await write(root, { 'pages/education/travel.md': travel.replace('free', 'cheap') })
    await workspace.refresh()
    expect(await workspace.recovered()).toMatchObject([{ page: 'changed' }])
    await rm(join(root, 'pages/education/travel.md'))
    await workspace.refresh()
    expect(await workspace.recovered()).toMatchObject([{ page: 'gone' }])
    expect(await workspace.drafts.list()).toHaveLength(1)
  })

  test('a draft that the disk has broken is set aside, and hides no other', async () => {
    const { root, deps, workspace } = await openOffer()
    await workspace.drafts.keep(draft())
    const folder = join(workspaceDataFolder(deps.data, root), 'drafts')
    await writeFile(join(folder, `${ids.moving}.json`), '{"id": "01K9')
    expect(await workspace.recovered()).toHaveLength(1)
    const aside = (await readdir(folder)).find(name => name.includes('broken'))
    expect(await readFile(join(folder, aside ?? ''), 'utf8')).toBe('{"id": "01K9')
  })
})
