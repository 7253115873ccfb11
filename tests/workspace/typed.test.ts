import { readdir, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { describe, expect, test } from 'vitest'
import { workspaceDataFolder } from '../../src/main/settings/index.ts'
import { openTypedWords } from '../../src/main/workspace/typed.ts'
import { faultyDisk } from '../files/faults.ts'
import { now } from './offer.ts'
import { tempFolder } from './temp-folder.ts'

describe('what is typed into a field that is no page', () => {
  test('is there for the next program, the newest of it, until it is forgotten', async () => {
    const [workspace, data] = [await tempFolder(), await tempFolder()]
    const typed = openTypedWords(workspace, { data, now })
    await Promise.all(['"W"', '"We"', '"We asked"'].map(value => typed.keep({ name: 'answer:01/../x', value })))
    await typed.keep({ name: 'settings', value: '{}' })
    const next = openTypedWords(workspace, { data, now })
    expect((await next.all()).toSorted((a, b) => a.name.localeCompare(b.name))).toEqual([
      { name: 'answer:01/../x', value: '"We asked"' },
      { name: 'settings', value: '{}' },
    ])
    await next.forget('settings')
    await next.forget('never there')
    expect((await typed.all()).map(({ name }) => name)).toEqual(['answer:01/../x'])
  })

  test('is nobody else’s: not in the workspace, and not another workspace’s', async () => {
    const [workspace, other, data] = [await tempFolder(), await tempFolder(), await tempFolder()]
    await openTypedWords(workspace, { data, now }).keep({ name: 'settings', value: '{}' })
    expect(await openTypedWords(other, { data, now }).all()).toEqual([])
    expect(await readdir(workspace)).toEqual([])
  })

  test('before a workspace is open is in no workspace, and there for the next program', async () => {
    const [workspace, data] = [await tempFolder(), await tempFolder()]
    await openTypedWords(null, { data, now }).keep({ name: 'join', value: '{}' })
    expect(await openTypedWords(workspace, { data, now }).all()).toEqual([])
    expect(await openTypedWords(null, { data, now }).all()).toEqual([{ name: 'join', value: '{}' }])
  })

  test('is said not to be kept where the disk is full', async () => {
    const [workspace, data] = [await tempFolder(), await tempFolder()]
    const disk = faultyDisk('ENOSPC', () => true)
    const kept = await openTypedWords(workspace, { data, now, disk }).keep({ name: 'settings', value: '{}' })
    expect(kept).toMatchObject({ kind: 'refused', code: 'disk-full' })
  })

  test('stands in nobody’s way where it is damaged', async () => {
    const [workspace, data] = [await tempFolder(), await tempFolder()]
    const typed = openTypedWords(workspace, { data, now })
    await typed.keep({ name: 'whole', value: '"words"' })
    await writeFile(join(workspaceDataFolder(data, workspace), 'typed', 'broken.json'), '{"name":')
    expect(await typed.all()).toEqual([{ name: 'whole', value: '"words"' }])
  })
})
