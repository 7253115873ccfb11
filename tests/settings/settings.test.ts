import { mkdtemp, readdir, readFile, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import { nodeDisk } from '../../src/main/files/index.ts'
import {
  dataFolder,
  openSettings,
  whoAmI,
  withMe,
  withPublishFolder,
  withRecent,
  withTheme,
  withVisitor,
  workspaceKey,
} from '../../src/main/settings/index.ts'
import { instantSchema } from '../../src/shared/content/index.ts'
import { isRefusal } from '../../src/shared/outcome.ts'
import { hidingDisk } from '../files/faults.ts'

const at = instantSchema.parse('2026-11-22T10:42:00.000Z')
const now = () => new Date(at)
const priya = { name: 'Priya', email: 'priya@example.org' }
const tom = { name: 'Tom', email: 'tom@example.org' }

let data = ''
beforeEach(async () => {
  data = await mkdtemp(join(tmpdir(), 'signpost-settings-'))
})
afterEach(() => rm(data, { recursive: true, force: true }))

describe('the settings of this computer', () => {
  test('are there again at the next start', async () => {
    const first = await openSettings({ data, now })
    await first.change(settings => withTheme(settings, 'dark'))
    await first.change(settings => withRecent(settings, '/home/offer', 'Local Offer', at))
    await first.change(settings => withPublishFolder(settings, 'key', '/srv/site'))

    const second = (await openSettings({ data, now })).data()
    expect(second.theme).toBe('dark')
    expect(second.recent).toEqual([{ workspace: '/home/offer', name: 'Local Offer', at }])
    expect(second.workspaces.key?.publishFolders).toEqual(['/srv/site'])
  })

  test('a file that cannot be read at this moment is not written over, and the change is made once it can', async () => {
    await (await openSettings({ data, now })).change(settings => withRecent(settings, '/home/offer', 'Local Offer', at))
    let hides = true
    const settings = await openSettings({ data, now, disk: hidingDisk('EMFILE', () => hides) })
    const dark = await settings.change(data => withTheme(data, 'dark'))
    expect(dark).toMatchObject({ code: 'too-many-files-open' })
    hides = false
    await settings.change(data => withMe(data, priya))
    expect((await openSettings({ data, now })).data()).toMatchObject({
      theme: 'dark',
      me: priya,
      recent: [{ workspace: '/home/offer' }],
    })
  })

  test('a broken file is set aside with a sentence, and the next start is quiet', async () => {
    await writeFile(join(data, 'settings.json'), '{"theme": "dark", ')
    const settings = await openSettings({ data, now })
    expect(settings.notice).toContain('could not read its settings')
    expect(settings.data().theme).toBe('system')
    const aside = (await readdir(data)).find(name => name.includes('broken'))
    expect(await readFile(join(data, aside ?? ''), 'utf8')).toBe('{"theme": "dark", ')

    await settings.change(now => withTheme(now, 'light'))
    expect((await openSettings({ data, now })).notice).toBeNull()
  })

  test('one broken field costs no other, and keys of a later version are kept', async () => {
    await writeFile(
      join(data, 'settings.json'),
      JSON.stringify({
        theme: 7,
        me: priya,
        recent: [{ bad: true }, { workspace: '/a', name: 'A', at }],
        later: 'kept',
      }),
    )
    const settings = await openSettings({ data, now })
    expect(settings.notice).toBeNull()
    expect(settings.data()).toMatchObject({ theme: 'system', me: priya, recent: [{ workspace: '/a' }] })
    await settings.change(now => withTheme(now, 'dark'))
    expect(JSON.parse(await readFile(join(data, 'settings.json'), 'utf8'))).toMatchObject({
      later: 'kept',
      theme: 'dark',
    })
  })

  test('two Signposts on one computer do not undo each other’s changes', async () => {
    const [one, two] = await Promise.all([openSettings({ data, now }), openSettings({ data, now })])
    await one.change(settings => withTheme(settings, 'dark'))
    await two.change(settings => withMe(settings, priya))
    expect((await openSettings({ data, now })).data()).toMatchObject({ theme: 'dark', me: priya })
  })

  test('many changes at once all arrive', async () => {
    const settings = await openSettings({ data, now })
    const folders = Array.from({ length: 20 }, (_, index) => `/site-${index}`)
    await Promise.all(folders.map(folder => settings.change(now => withPublishFolder(now, 'key', folder))))
    expect((await openSettings({ data, now })).data().workspaces.key?.publishFolders.sort()).toEqual(folders.sort())
  })

  test('a full disk is said, holds for this session, and is made good by the next change', async () => {
    let full = true
    const open: typeof nodeDisk.open = (path, flags, mode) =>
      full && flags === 'w'
        ? Promise.reject(Object.assign(new Error('no space left'), { code: 'ENOSPC' }))
        : nodeDisk.open(path, flags, mode)
    const settings = await openSettings({ data, now, disk: { ...nodeDisk, open } })
    const refused = await settings.change(now => withTheme(now, 'dark'))
    expect(isRefusal(refused) && refused.code).toBe('disk-full')
    expect(settings.data().theme).toBe('dark')

    full = false
    expect(await settings.change(now => withMe(now, tom))).toEqual({ kind: 'kept' })
    expect((await openSettings({ data, now })).data()).toMatchObject({ theme: 'dark', me: tom })
  })
})

describe('who I am', () => {
  test('is asked once a computer and can differ from one workspace to another', async () => {
    const settings = await openSettings({ data, now })
    await settings.change(now => withMe(now, priya, 'one'))
    expect(whoAmI(settings.data(), 'two')).toEqual(priya)
    await settings.change(now => withMe(now, tom, 'two'))
    expect(whoAmI(settings.data(), 'one')).toEqual(priya)
    expect(whoAmI(settings.data(), 'two')).toEqual(tom)
  })

  test('is never the made-up person of the sample anywhere but there', async () => {
    const settings = await openSettings({ data, now })
    await settings.change(now => withVisitor(now, tom, 'sample'))
    expect(whoAmI(settings.data(), 'sample')).toEqual(tom)
    expect(whoAmI(settings.data())).toBeNull()
    await settings.change(now => withMe(now, priya, 'one'))
    expect(whoAmI(settings.data(), 'sample')).toEqual(tom)
    expect(whoAmI(settings.data())).toEqual(priya)
  })
})

describe('where it all lives', () => {
  test.each([
    [{ SIGNPOST_DATA: '/elsewhere' }, 'linux', '/elsewhere'],
    [{ XDG_DATA_HOME: '/xdg' }, 'linux', '/xdg/signpost'],
    [{}, 'linux', '/home/p/.local/share/signpost'],
    [{}, 'darwin', '/home/p/Library/Application Support/signpost'],
  ] as const)('%j on %s is %s', (env, platform, folder) => {
    expect(dataFolder({ env, platform, home: '/home/p' })).toBe(folder)
  })

  test('one workspace has one key, however its path is written', () => {
    expect(workspaceKey(`${data}/../${data.split('/').at(-1)}/`)).toBe(workspaceKey(data))
    expect(workspaceKey(data)).not.toBe(workspaceKey(tmpdir()))
  })
})
