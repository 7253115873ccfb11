import { readFile } from 'node:fs/promises'
import { join } from 'node:path'
import { describe, expect, test } from 'vitest'
import { commandMenu } from '../../src/shared/contract/commands.ts'
import { refuse } from '../../src/shared/outcome.ts'
import type { MenuItem } from '../electron-double/system.ts'
import { askForPort, clientOn, startElectronShell } from './electron-story.ts'

describe('the window', () => {
  test('shows the page of the program’s own scheme once it has something to show', async () => {
    const story = await startElectronShell()
    expect(story.window().webContents.getURL()).toBe('app://signpost/')
    expect(story.window().visible).toBe(true)
  })

  test('asks the main process over its port, and is answered', async () => {
    const story = await startElectronShell()
    const port = await askForPort(story.page())
    if (port === null) throw new Error('no port')
    expect(await clientOn(port).start.close()).toEqual({ kind: 'ok' })
  })

  test('opens where it was left, and remembers where it is', async () => {
    const state = { x: 300, y: 200, width: 1000, height: 700, maximised: true }
    const story = await startElectronShell({ state })
    const window = story.window()
    expect(window.options).toMatchObject({ x: 300, y: 200, width: 1000, height: 700 })
    expect(window.maximised).toBe(true)
    window.close()
    expect(story.remembered).toEqual([state])
  })

  test('is loaded again after a crash, and gives up with a sentence when it crashes again and again', async () => {
    const story = await startElectronShell()
    const { webContents } = story.window()
    for (let crash = 0; crash < 3; crash += 1) webContents.forcefullyCrashRenderer()
    expect(webContents.reloads).toBe(3)
    expect(story.double.desktop.errors).toEqual([])
    webContents.forcefullyCrashRenderer()
    expect(webContents.reloads).toBe(3)
    expect(story.double.desktop.errors[0]?.content).toMatch(/Your work is safe/)
  })

  test('that hangs is loaded again only if the person says so', async () => {
    const story = await startElectronShell()
    story.window().emit('unresponsive')
    await Promise.resolve()
    expect(story.window().webContents.reloads).toBe(0)
    story.double.desktop.button = 1
    story.window().emit('unresponsive')
    await expect.poll(() => story.window().webContents.reloads).toBe(1)
  })
})

describe('the menu', () => {
  test('has every command of the window’s list once, and tells the window which was chosen', async () => {
    const story = await startElectronShell()
    const items = story.double.desktop.menu.flatMap(menu => menu.submenu ?? [])
    const named = items.filter(item => item.id !== undefined)
    expect(named.map(item => item.id).sort()).toEqual(commandMenu.map(command => command.id).sort())
    for (const item of named) item.click?.()
    expect(story.events).toEqual(named.map(item => ({ kind: 'command', command: item.id })))
  })

  test('shows keys, and leaves hearing them to the window', async () => {
    const story = await startElectronShell()
    const save = find(story.double.desktop.menu, 'save-version')
    expect(save).toMatchObject({ accelerator: 'CmdOrCtrl+S', registerAccelerator: false })
  })
})

describe('the life of the program', () => {
  test('one Signpost runs for each data folder: Chromium’s own files, and the lock among them, stand in it', async () => {
    const story = await startElectronShell()
    expect(story.double.state.app.paths.get('userData')).toBe(join(story.data, 'window'))
  })

  test('a second start hands its workspace to the first, and ends without a window', async () => {
    const first = await startElectronShell()
    first.window().minimised = true
    first.double.state.app.emit('second-instance', {}, ['signpost', 'team'], '/home/priya')
    expect(first.openedByOthers).toEqual(['/home/priya/team'])
    expect(first.window()).toMatchObject({ minimised: false, focused: 1 })

    const second = await startElectronShell({ first: false })
    expect(second.double.state.windows).toEqual([])
    expect(second.double.state.app.exitCode).toBe(0)
    expect(() => second.host()).toThrow()
  })

  test('ends when the window closes, after everything is written and not before', async () => {
    const { promise, resolve } = Promise.withResolvers<void>()
    const story = await startElectronShell({ closing: promise })
    story.window().close()
    expect(story.closed()).toBe(1)
    await Promise.resolve()
    expect(story.double.state.app.exitCode).toBeNull()
    resolve()
    await expect.poll(() => story.double.state.app.exitCode).toBe(0)
    expect(story.closed()).toBe(1)
  })

  test('a start that is refused says the sentence and ends with 2', async () => {
    const story = await startElectronShell({ refusal: refuse('missing', 'This folder is gone.', 'Choose another.') })
    expect(story.double.desktop.errors).toEqual([
      { title: 'Signpost could not start', content: 'This folder is gone.\n\nChoose another.' },
    ])
    expect(story.double.state.app.exitCode).toBe(2)
    expect(story.double.state.windows).toEqual([])
  })
})

describe('what the program is given', () => {
  test('a folder dialog that may be cancelled', async () => {
    const story = await startElectronShell()
    expect(await story.host().chooseFolder()).toBeNull()
    story.double.desktop.folder = '/home/priya/team'
    expect(await story.host().chooseFolder()).toBe('/home/priya/team')
  })

  test('notifications that bring the window to the front', async () => {
    const story = await startElectronShell()
    story.host().notify('Live', 'Live since 14:02')
    expect(story.double.desktop.notified).toMatchObject([{ title: 'Live', body: 'Live since 14:02' }])
    story.double.desktop.notified[0]?.click()
    expect(story.window().focused).toBe(1)
  })

  test('the theme of the window’s frame', async () => {
    const story = await startElectronShell()
    story.host().setTheme('dark')
    expect(story.double.nativeTheme.themeSource).toBe('dark')
  })

  test('a keychain: what is written on disk is not the secret', async () => {
    const story = await startElectronShell()
    const { secrets } = story.host()
    expect(await secrets.set('team', 'a-token')).toBe('keychain')
    expect(await secrets.get('team')).toBe('a-token')
    expect(await readFile(join(story.data, 'secrets.json'), 'utf8')).not.toContain('a-token')
    await Promise.all([secrets.set('one', '1'), secrets.set('two', '2'), secrets.remove('team')])
    expect([await secrets.get('one'), await secrets.get('two'), await secrets.get('team')]).toEqual(['1', '2', null])
  })

  test.skipIf(process.platform !== 'linux')(
    'no keychain that is none: the secret is kept for this session and in no file',
    async () => {
      const story = await startElectronShell({ keychain: 'basic_text' })
      const { secrets } = story.host()
      expect(await secrets.set('team', 'a-token')).toBe('this-session')
      expect(await secrets.get('team')).toBe('a-token')
      await expect(readFile(join(story.data, 'secrets.json'))).rejects.toThrow('ENOENT')
    },
  )
})

function find(menu: MenuItem[], id: string): MenuItem | undefined {
  return menu.flatMap(item => [item, ...(item.submenu ?? [])]).find(item => item.id === id)
}
