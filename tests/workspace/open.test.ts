import { readFile, symlink, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { describe, expect, test } from 'vitest'
import { z } from 'zod'
import { nodeDisk } from '../../src/main/files/index.ts'
import { createWorkspace, openWorkspace, type Workspace } from '../../src/main/workspace/index.ts'
import { pageIdSchema, siteConfigSchema } from '../../src/shared/content/index.ts'
import { isRefusal } from '../../src/shared/outcome.ts'
import { faultyDisk, hidingDisk } from '../files/faults.ts'
import { ids, now, offer, opened, openOffer, resourcesDir, settings, travel } from './offer.ts'
import { tempFolder, write } from './temp-folder.ts'

const config = siteConfigSchema.parse({ signpost: 1, name: 'Southend Local Offer' })

async function refusalOf(folder: string, deps = {}) {
  const result = await openWorkspace(folder, { data: await tempFolder(), resourcesDir, now, ...deps })
  if (!isRefusal(result)) throw new Error('it was opened')
  expect(result.sentence).toMatch(/\.$/)
  expect(result.nextStep).toMatch(/\.$/)
  return result
}

describe('a folder that is no workspace is refused with a sentence and a next step', () => {
  test('none at all', async () => {
    expect((await refusalOf('/no/such/Local Offer')).sentence).toContain('“Local Offer”')
  })
  test('a file', async () => {
    expect((await refusalOf(join(await tempFolder({ 'a.txt': '' }), 'a.txt'))).code).toBe('not-a-folder')
  })
  test('a folder of something else', async () => {
    const folder = await tempFolder({ 'holiday/a.jpg': 'x' })
    expect((await refusalOf(folder)).code).toBe('not-a-workspace')
    expect(await nodeDisk.readdir(folder)).toEqual(['holiday'])
  })
  test.each([
    ['broken YAML', 'signpost: 1\nname: [unclosed'],
    ['not ours', 'title: My website\n'],
    ['a later Signpost’s', 'signpost: 2\nname: Southend\n'],
    ['empty', ''],
    ['binary', '\0\x01\x02'],
  ])('settings that are %s', async (_what, text) => {
    const refused = await refusalOf(await tempFolder({ ...offer, 'signpost.yml': text }))
    expect(refused.code).toBe('broken-settings')
    expect(refused.sentence).toContain('signpost.yml')
  })
  test('settings that are a link to somewhere else', async () => {
    const folder = await tempFolder()
    await symlink(join(await tempFolder(offer), 'signpost.yml'), join(folder, 'signpost.yml'))
    expect((await refusalOf(folder)).code).toBe('leads-out')
  })
  test('one that this person may not look into', async () => {
    const readdir = (): Promise<never> => Promise.reject(Object.assign(new Error('denied'), { code: 'EACCES' }))
    expect((await refusalOf(await tempFolder(offer), { disk: { ...nodeDisk, readdir } })).code).toBe('no-permission')
  })
})

describe('a workspace that can be read and not written opens to read', () => {
  test.each([
    ['ENOSPC', 'disk is full'],
    ['EROFS', 'only be read'],
    ['EACCES', 'does not let you write'],
  ])('%s', async (code, words) => {
    const { workspace } = await openOffer({}, { disk: faultyDisk(code, () => true) })
    expect(workspace.readOnly()).toContain(words)
    expect(workspace.entries()).toHaveLength(3)
    for (const { path } of workspace.entries()) {
      expect(await workspace.remove(path)).toMatchObject({ kind: 'refused', code: 'read-only' })
    }
  })

  test('the second of two Signposts, until the first is done', async () => {
    const { root, deps, workspace: first } = await openOffer()
    expect(first.readOnly()).toBeNull()
    const second = await opened(root, deps)
    expect(second.readOnly()).toContain('already open in another Signpost')
    expect(second.entries()).toHaveLength(3)
    expect(await second.addRedirect('/a/', '/b/')).toMatchObject({ kind: 'refused', code: 'read-only' })
    await first.close()
    expect((await opened(root, deps)).readOnly()).toBeNull()
  })

  test('not one whose opening failed: it is given up, and can be opened once the disk works', async () => {
    const { root, deps, workspace } = await openOffer()
    await workspace.close()
    let fails = true
    const disk = hidingDisk('EIO', path => fails && path.startsWith(join(root, 'pages')))
    expect(await openWorkspace(root, { ...deps, disk })).toMatchObject({ kind: 'refused', code: 'disk-failing' })
    fails = false
    expect((await opened(root, { ...deps, disk })).readOnly()).toBeNull()
  })

  test('opened to read on purpose, it leaves no trace', async () => {
    const { root } = await openOffer({}, { readOnly: true })
    expect((await nodeDisk.readdir(root)).sort()).toEqual(['pages', 'services', 'signpost.yml'])
  })
})

describe('making a new workspace', () => {
  test('writes its settings, and it can be opened', async () => {
    const folder = join(await tempFolder(), 'deep', 'Local Offer')
    expect(await createWorkspace(folder, config, { env: {} })).toEqual({ kind: 'created', root: folder })
    const workspace = await opened(folder, { data: await tempFolder(), resourcesDir, now })
    expect(workspace.config()).toEqual(config)
    expect(workspace.entries()).toEqual([])
  })

  test.each([
    ['a workspace already', { 'signpost.yml': settings }, 'already-a-workspace'],
    ['a folder with files in it', { 'letter.docx': 'x' }, 'folder-not-empty'],
  ])('%s is refused and left as it is', async (_what, files, code) => {
    const folder = await tempFolder(files)
    expect(await createWorkspace(folder, config, { env: {} })).toMatchObject({ kind: 'refused', code })
    expect(await nodeDisk.readdir(folder)).toEqual(Object.keys(files))
  })

  test('a file is refused', async () => {
    const folder = await tempFolder({ file: '' })
    expect(await createWorkspace(join(folder, 'file'), config)).toMatchObject({ code: 'not-a-folder' })
    expect(await createWorkspace(join(folder, 'file', 'inside'), config)).toMatchObject({ kind: 'refused' })
  })

  test('inside OneDrive is refused with the reason, also through a link to it', async () => {
    const folder = await tempFolder({ 'OneDrive - Council/Documents/a.txt': '' })
    const direct = join(folder, 'OneDrive - Council', 'Local Offer')
    const refused = await createWorkspace(direct, config, { env: {} })
    expect(refused).toMatchObject({ code: 'synced-folder', sentence: expect.stringContaining('OneDrive') })
    await symlink(join(folder, 'OneDrive - Council', 'Documents'), join(folder, 'Documents'))
    const linked = await createWorkspace(join(folder, 'Documents', 'Local Offer'), config, { env: {} })
    expect(linked).toMatchObject({ code: 'synced-folder' })
    expect(await nodeDisk.readdir(join(folder, 'Documents'))).toEqual(['a.txt'])
  })

  test('a disk that fills up at any point is refused, and never leaves half of the settings', async () => {
    let point = 0
    for (; ; point += 1) {
      const folder = join(await tempFolder(), 'offer')
      const disk = faultyDisk('ENOSPC', change => change === point)
      const made = await createWorkspace(folder, config, { disk, env: {} })
      if (made.kind === 'created') break
      expect(made.code).toBe('disk-full')
      const text = await readFile(join(folder, 'signpost.yml'), 'utf8').catch(() => null)
      expect(text === null || text.includes('signpost: 1')).toBe(true)
    }
    expect(point).toBeGreaterThan(3)
  })
})

describe('the settings of a workspace', () => {
  test('are written without touching what nobody changed', async () => {
    const text = `# ours\n${settings}colour: blue\n`
    const { root, workspace } = await openOffer({ 'signpost.yml': text })
    const next = { ...workspace.config(), name: 'Southend SEND Local Offer' }
    expect(await workspace.setConfig(next)).toEqual({ kind: 'ok' })
    expect(await readFile(join(root, 'signpost.yml'), 'utf8')).toBe(
      text.replace('Southend Local Offer', 'Southend SEND Local Offer'),
    )
    expect(workspace.config()).toEqual(next)
  })

  test('broken by another program while it is open, the last good ones hold', async () => {
    const { root, workspace } = await openOffer()
    await writeFile(join(root, 'signpost.yml'), 'name: [')
    await workspace.refresh()
    expect(workspace.config().name).toBe('Southend Local Offer')
  })
})

test('a start after the first remembers what pages say, and never what they no longer say', async () => {
  const { root, deps, workspace } = await openOffer()
  await workspace.close()
  await write(root, { 'pages/education/travel.md': travel.replace('Help with travel', 'Free travel') })
  const again = await opened(root, deps)
  expect(again.entries().map(({ fields }) => fields.title)).toEqual([
    'Moving into Southend with an EHC plan',
    'Free travel to school',
    'Saturday swimming club',
  ])
  expect(again.entries().map(({ fields }) => fields.id)).toEqual([ids.moving, ids.travel, ids.club])
})

test('what was worked out of a page stays known until it is worked out in another way', async () => {
  const { root, deps, workspace } = await openOffer()
  const id = pageIdSchema.parse(ids.moving)
  const work = (from: Workspace, name: string, answer: string) => from.derive(id, name, z.string(), () => answer)
  const session = async (name: string, answer: string) => {
    const one = await opened(root, deps)
    const told = work(one, name, answer)
    await one.close()
    return told
  }
  expect(work(workspace, 'words 1', 'first')).toBe('first')
  await workspace.close()
  expect(await session('counts 1', 'seven')).toBe('seven')
  expect(await session('words 1', 'again')).toBe('first')
  expect(await session('words 2', 'otherwise')).toBe('otherwise')
  expect(await session('words 1', 'again')).toBe('again')
})

test('what this computer remembers can be broken or gone, and nothing is wrong for it', async () => {
  const { root, deps, workspace } = await openOffer()
  const before = workspace.entries().map(({ fields }) => fields)
  await workspace.close()
  const [own = ''] = await nodeDisk.readdir(join(deps.data, 'workspaces'))
  const facts = join(deps.data, 'workspaces', own, 'facts.json')
  const text = await readFile(facts, 'utf8')
  for (const broken of [
    '',
    '{',
    '[]',
    text.replaceAll('"title"', '"tit"'),
    text.replaceAll(/"fields":\{/g, '"fields":7,"x":{'),
  ]) {
    await writeFile(facts, broken)
    const again = await opened(root, deps)
    expect(again.entries().map(({ fields }) => fields)).toEqual(before)
    await again.close()
  }
})
