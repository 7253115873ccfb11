import { readFile, rename, rm, symlink, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { describe, expect, test } from 'vitest'
import { z } from 'zod'
import { entryAt, hashOf } from '../../src/main/workspace/index.ts'
import { pageIdSchema, parseEntry, textOf, workspacePathSchema } from '../../src/shared/content/index.ts'
import { faultyDisk } from '../files/faults.ts'
import { ids, moving, openOffer, travel } from './offer.ts'
import { tempFolder, write } from './temp-folder.ts'

const path = (text: string) => workspacePathSchema.parse(text)
const id = (which: keyof typeof ids) => pageIdSchema.parse(ids[which])

describe('reading', () => {
  test('pages and services are there as their files say', async () => {
    const { workspace } = await openOffer()
    expect(workspace.entries().map(entry => [entry.kind, entry.path, entry.fields.title])).toEqual([
      ['page', 'pages/education/moving.md', 'Moving into Southend with an EHC plan'],
      ['page', 'pages/education/travel.md', 'Help with travel to school'],
      ['service', 'services/swimming.md', 'Saturday swimming club'],
    ])
    for (const entry of workspace.entries()) {
      expect(workspace.byId(entry.fields.id)).toBe(entry)
      const text = workspace.text(entry.fields.id) ?? ''
      expect({ ...entry }).toEqual(parseEntry(entry.path, text).entry)
      expect(workspace.hash(entry.fields.id)).toBe(hashOf(text))
    }
    expect(workspace.unreadable()).toEqual([])
  })

  test('line endings and byte order marks make no difference to the hash, and words do', async () => {
    const { workspace } = await openOffer({ 'pages/education/travel.md': `\ufeff${travel.replaceAll('\n', '\r\n')}` })
    expect(workspace.hash(id('travel'))).toBe(hashOf(travel))
    expect(workspace.byId(id('travel'))?.fields.title).toBe('Help with travel to school')
    expect(hashOf(travel)).not.toBe(hashOf(travel.replace('free', 'Free')))
  })

  test('a page with broken details is in the list with its trouble, and its words are all there', async () => {
    const text = '---\ntitle: [unclosed\nid: x\n---\n\nAll of these words.\n'
    const { workspace } = await openOffer({ 'pages/health/broken.md': text })
    const entry = workspace.entries().find(one => one.path === 'pages/health/broken.md')
    expect(entry?.trouble).toMatchObject([{ field: 'file', sentence: expect.stringContaining('line') }])
    expect(entry && textOf(entry.doc)).toBe('All of these words.')
  })

  test('what is no page is told, one sentence each, and nothing happens to it or to the pages', async () => {
    const outside = await tempFolder({ 'secret.md': 'secret' })
    const { root, workspace } = await openOffer({
      'pages/health/huge.md': Buffer.alloc(50_000_000, 'word '),
      'pages/health/binary.md': Buffer.from([0x50, 0x4b, 0, 1, 2, 3]),
      'pages/health/latin.md': Buffer.from('caf\xe9', 'latin1'),
      'pages/loose.md': moving.replace(ids.moving, '01K9ZQ4T8MJ5W3XB7C2D6E8F9K'),
      'pages/health/inner/deep.md': 'deep',
      'pages/health/note.txt': 'not a page',
      'pages/health/con.md': 'a name that Windows keeps for itself',
      'pages/health/.hidden.md': 'hidden',
    })
    await symlink(join(outside, 'secret.md'), join(root, 'pages/health/link.md'))
    await symlink(outside, join(root, 'pages/linked'))
    await workspace.refresh()
    expect(workspace.entries()).toHaveLength(3)
    const told = Object.fromEntries(workspace.unreadable().map(({ path, code }) => [path, code]))
    expect(told).toEqual({
      'pages/health/huge.md': 'too-big',
      'pages/health/binary.md': 'not-a-page',
      'pages/health/latin.md': 'not-a-page',
      'pages/loose.md': 'in-no-section',
      'pages/health/inner': 'nested',
      'pages/health/con.md': 'bad-name',
      'pages/health/link.md': 'leads-out',
      'pages/linked': 'leads-out',
    })
    for (const { path, sentence, nextStep } of workspace.unreadable()) {
      expect(sentence).toContain(`“${path}”`)
      expect(nextStep).toMatch(/\.$/)
    }
    expect((await readFile(join(root, 'pages/health/huge.md'))).byteLength).toBe(50_000_000)
  })

  test('a copy made outside Signpost gets an id of its own, and keeps it when it is saved', async () => {
    const { workspace } = await openOffer({ 'pages/education/travel - Copy.md': travel })
    const copy = workspace.entries().find(one => one.path.endsWith('Copy.md'))
    expect(workspace.byId(id('travel'))?.path).toBe('pages/education/travel.md')
    expect(copy?.fields.id).not.toBe(ids.travel)
    expect(copy?.trouble).toMatchObject([{ field: 'id', sentence: expect.stringContaining('copy') }])
    if (!copy) return
    const written = await workspace.writeEntry(copy.fields.id, copy)
    expect(written).toMatchObject({ kind: 'written', id: copy.fields.id, changed: true })
    expect(workspace.text(copy.fields.id)).toContain(`id: ${copy.fields.id}`)
    expect(workspace.byId(copy.fields.id)?.trouble).toEqual([])
  })

  test('when the original goes, the copy has its id again', async () => {
    const { root, workspace } = await openOffer({ 'pages/education/travel - Copy.md': travel })
    await rm(join(root, 'pages/education/travel.md'))
    await workspace.refresh()
    expect(workspace.byId(id('travel'))?.path).toBe('pages/education/travel - Copy.md')
    expect(workspace.byId(id('travel'))?.trouble).toEqual([])
  })

  test('an earlier text is an entry too', () => {
    const earlier = entryAt(path('pages/education/travel.md'), travel.replaceAll('\n', '\r\n'))
    expect({ ...earlier }).toEqual(parseEntry(path('pages/education/travel.md'), travel).entry)
  })

  test('what is worked out of a page is worked out once for each text, and again for another', async () => {
    const { root, workspace } = await openOffer()
    let times = 0
    const length = () =>
      workspace.derive(id('travel'), 'length 1', z.number(), entry => {
        times += 1
        return textOf(entry.doc).length
      })
    const first = length()
    expect(length()).toBe(first)
    expect(times).toBe(1)
    await write(root, { 'pages/education/travel.md': `${travel}\nMore words.\n` })
    await workspace.refresh()
    expect(length()).toBe((first ?? 0) + 'More words.'.length)
    expect(times).toBe(2)
  })
})

describe('what another program changed', () => {
  test('is found at a refresh: new, different, moved and gone', async () => {
    const { root, workspace } = await openOffer()
    expect(await workspace.refresh()).toEqual([])
    await write(root, { 'pages/education/travel.md': travel.replace('free', 'cheap') })
    await rename(join(root, 'services/swimming.md'), join(root, 'services/swim.md'))
    await rm(join(root, 'pages/education/moving.md'))
    expect((await workspace.refresh()).toSorted()).toEqual([ids.travel, ids.moving, ids.club].toSorted())
    expect(workspace.text(id('travel'))).toContain('cheap')
    expect(workspace.byId(id('moving'))).toBeNull()
    expect(workspace.byId(id('club'))?.path).toBe('services/swim.md')
  })

  test('is found also when the file has the same length and is changed twice in one instant', async () => {
    const { root, workspace } = await openOffer()
    for (const word of ['cheap', 'dear!', 'quick']) {
      await writeFile(join(root, 'pages/education/travel.md'), travel.replace('free ', word))
      await workspace.refresh()
      expect(workspace.text(id('travel'))).toContain(word)
    }
  })

  test('is told to whoever listens, and what Signpost wrote itself is not', async () => {
    const { root, workspace } = await openOffer()
    const told: string[][] = []
    const heard = Promise.withResolvers<void>()
    workspace.onChange(ids => {
      told.push(ids)
      heard.resolve()
    })
    const entry = workspace.byId(id('moving'))
    if (entry?.kind !== 'page') throw new Error('it is a page')
    await workspace.writeEntry(id('moving'), { ...entry, fields: { ...entry.fields, title: 'Moving here' } })
    await write(root, { 'pages/health/new.md': moving.replace(ids.moving, '01K9ZQ4T8MJ5W3XB7C2D6E8F9K') })
    await heard.promise
    expect(told).toEqual([['01K9ZQ4T8MJ5W3XB7C2D6E8F9K']])
  })

  test('a folder that cannot be listed for a moment is not taken for an empty one', async () => {
    let fails = false
    const disk = faultyDisk('EIO', () => false)
    const readdir: typeof disk.readdir = disk.readdir
    const flaky = (...args: Parameters<typeof readdir>) =>
      fails ? Promise.reject(Object.assign(new Error('fault'), { code: 'EIO' })) : Reflect.apply(readdir, disk, args)
    const { workspace } = await openOffer({}, { disk: { ...disk, readdir: flaky as typeof readdir } })
    fails = true
    expect(await workspace.refresh()).toEqual([])
    expect(workspace.entries()).toHaveLength(3)
  })
})
