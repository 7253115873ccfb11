import { mkdir, mkdtemp, rm, symlink, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import fc from 'fast-check'
import { describe, expect, onTestFinished, test } from 'vitest'
import { plainPath } from '../../src/main/shell/answer.ts'
import { mayTryAgain } from '../../src/main/shell/electron/crash-limit.ts'
import { acceleratorOf } from '../../src/main/shell/electron/menu.ts'
import { feedFile } from '../../src/main/shell/electron/updates.ts'
import { placeWindow } from '../../src/main/shell/electron/window-state.ts'
import { externalAddress } from '../../src/main/shell/external-address.ts'
import { browserCommand } from '../../src/main/shell/loopback/system-browser.ts'
import { windowFiles } from '../../src/main/shell/window-files.ts'
import { commandMenu, menus } from '../../src/shared/contract/commands.ts'
import { isAccelerator } from '../electron-double/system.ts'

describe('the list of commands', () => {
  test('names each command and each set of keys once', () => {
    const ids = commandMenu.map(({ id }) => id)
    const keys = commandMenu.flatMap(({ shortcut }) => (shortcut === undefined ? [] : [shortcut]))
    expect(new Set(ids).size).toBe(ids.length)
    expect(new Set(keys).size).toBe(keys.length)
    for (const menu of menus) expect(commandMenu.some(command => command.menu === menu)).toBe(true)
  })

  test('has keys that Electron understands and no browser keeps for itself', () => {
    for (const { shortcut } of commandMenu) {
      if (shortcut === undefined) continue
      expect(isAccelerator(acceleratorOf(shortcut))).toBe(true)
      expect(shortcut).not.toMatch(/^Mod\+(Shift\+)?[NTW]$/)
    }
  })
})

describe('a path that was asked for', () => {
  test.each([
    ['/', '/'],
    ['/assets/a.js', '/assets/a.js'],
    ['/media/school%20hall.jpg', '/media/school hall.jpg'],
    ['/preview/a/', '/preview/a/'],
    ['/a/../b', null],
    ['/a//b', null],
    ['/a%2f..%2fb', null],
    ['/a%5cb', null],
    ['/%2e%2e/a', null],
    ['/a%00', null],
    ['/%E0%A4%A', null],
    ['a', null],
  ])('%s means %s', (asked, meant) => {
    expect(plainPath(asked)).toBe(meant)
  })

  test('never means anything above the folder, whatever it is', () => {
    const part = fc.constantFrom('..', '.', '%2e', '%2E%2e', '%2f', '\\', '%5c', 'a', '', '%00', '%', '%252e')
    fc.assert(
      fc.property(fc.array(part), parts => {
        const path = plainPath(`/${parts.join('/')}`)
        expect(path === null || path.split('/').every(one => one !== '..' && !/[\\\0]/.test(one))).toBe(true)
      }),
      { numRuns: 200 },
    )
  })
})

test('the window’s files are those of its folder, and a link out of it is not one of them', async () => {
  const folder = await mkdtemp(join(tmpdir(), 'signpost-files-'))
  onTestFinished(() => rm(folder, { recursive: true }))
  await mkdir(join(folder, 'window'))
  await writeFile(join(folder, 'secret.js'), 'secret')
  await writeFile(join(folder, 'window', 'main.js'), 'main')
  await symlink(join(folder, 'secret.js'), join(folder, 'window', 'linked.js'))
  const files = windowFiles(join(folder, 'window'))
  expect((await files.file('/main.js'))?.type).toBe('text/javascript; charset=utf-8')
  expect(await files.file('/linked.js')).toBeNull()
  expect(await files.file('/../secret.js')).toBeNull()
  expect(await files.page()).toBeNull()
  await writeFile(join(folder, 'window', 'index.html'), 'page')
  expect(await files.page()).toBe('page')
})

describe('an address for the system', () => {
  test.each([
    ['https://example.org/a?b&c', 'https://example.org/a?b&c'],
    ['mailto:team@example.org', 'mailto:team@example.org'],
    ['mailto:team@example.org?attach=/etc/passwd&subject=Hello', 'mailto:team@example.org?subject=Hello'],
    ['mailto:team@example.org?Attachment=x', 'mailto:team@example.org'],
    ['file:///etc/passwd', null],
    ['javascript:alert(1)', null],
    ['app://signpost/', null],
    ['ms-settings:', null],
    ['not an address', null],
  ])('%s is given as %s', (url, given) => {
    expect(externalAddress(url)).toBe(given)
  })

  test('goes to the system’s own opener, never through a shell', () => {
    const on = (platform: NodeJS.Platform, env = {}) =>
      browserCommand('https://example.org/?a&b', { platform, env, uid: 1, sandbox: true })
    const address = 'https://example.org/?a&b'
    expect(on('win32')).toEqual({ program: 'rundll32', args: ['url.dll,FileProtocolHandler', address], input: '' })
    expect(on('linux', { DISPLAY: ':0' })).toEqual({ program: 'xdg-open', args: [address], input: '' })
    expect(on('linux')).toBeNull()
  })

  test('is in no argument on a Mac, where everybody can read them, and cannot end the sentence that it stands in', () => {
    const on = (url: string) => browserCommand(url, { platform: 'darwin', env: {}, uid: 1, sandbox: true })
    const open = (words: string) => ({ program: 'osascript', args: ['-'], input: `open location "${words}"\n` })
    expect(on('https://example.org/?a&b')).toEqual(open('https://example.org/?a&b'))
    expect(on('mailto:"a\\b"@example.org')).toEqual(open('mailto:\\"a\\\\b\\"@example.org'))
  })
})

describe('the window is put back', () => {
  const screens = [{ x: 0, y: 0, width: 1920, height: 1080 }]
  const state = { x: 100, y: 50, width: 1000, height: 700, maximised: false }

  test('where it was, or in its size where that screen is gone', () => {
    expect(placeWindow(state, screens)).toEqual(state)
    const elsewhere = { width: 1000, height: 700, maximised: false }
    expect(placeWindow({ ...state, x: 2500 }, screens)).toEqual(elsewhere)
    expect(placeWindow({ ...state, y: -400 }, screens)).toEqual(elsewhere)
    expect(placeWindow({ ...state, x: null }, screens)).toEqual(elsewhere)
    expect(placeWindow(state, [])).toEqual(elsewhere)
  })

  test('in the usual size the first time', () => {
    expect(placeWindow(null, screens)).toEqual({ width: 1280, height: 860, maximised: false })
  })
})

test('a window is loaded again after a crash, but not for ever', () => {
  expect(mayTryAgain([], 100_000)).toBe(true)
  expect(mayTryAgain([99_000, 99_500], 100_000)).toBe(true)
  expect(mayTryAgain([98_000, 99_000, 99_500], 100_000)).toBe(false)
  expect(mayTryAgain([10_000, 20_000, 30_000], 100_000)).toBe(true)
})

test('updates are looked for only by an installed program that was told where', async () => {
  const folder = await mkdtemp(join(tmpdir(), 'signpost-feed-'))
  onTestFinished(() => rm(folder, { recursive: true }))
  expect(feedFile(true, folder)).toBeNull()
  await writeFile(join(folder, 'app-update.yml'), 'provider: generic')
  expect(feedFile(true, folder)).toBe(join(folder, 'app-update.yml'))
  expect(feedFile(false, folder)).toBeNull()
})
