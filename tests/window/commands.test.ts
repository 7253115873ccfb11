import { describe, expect, test } from 'vitest'
import { commands, runCommand } from '../../src/renderer/commands/records.ts'
import { addHandler, handlers } from '../../src/renderer/commands/registry.ts'
import { isShortcut, type KeyPress, keysOf } from '../../src/renderer/words/shortcuts.ts'

const press = (key: string, code: string, held: Partial<KeyPress> = {}): KeyPress => ({
  key,
  code,
  ctrlKey: false,
  metaKey: false,
  altKey: false,
  shiftKey: false,
  ...held,
})

describe('the list of commands', () => {
  test('no two commands share a shortcut, and none takes a key that the browser keeps', () => {
    const shortcuts = commands.flatMap(({ shortcut }) => shortcut ?? [])
    expect(new Set(shortcuts).size).toBe(shortcuts.length)
    expect(shortcuts.filter(each => /^Mod\+(Shift\+)?[NTW]$/.test(each))).toEqual([])
  })

  test('labels are short, plain, and all different', () => {
    const labels = commands.map(({ label }) => label)
    expect(new Set(labels).size).toBe(labels.length)
    expect(labels.join(' ')).not.toMatch(/commit|push|branch|merge|conflict/i)
  })

  test('a command is available while somebody answers to it, and the newest answer counts', () => {
    const save = commands.find(({ id }) => id === 'save-version')
    const heard: string[] = []
    expect(save?.isAvailable(handlers.get())).toBe(false)
    const window = addHandler('save-version', { run: () => heard.push('window') })
    const editor = addHandler('save-version', { run: () => heard.push('editor') })
    runCommand('save-version', handlers.get())
    editor()
    runCommand('save-version', handlers.get())
    window()
    runCommand('save-version', handlers.get())
    expect(heard).toEqual(['editor', 'window'])
    expect(save?.isAvailable(handlers.get())).toBe(false)
  })

  test('a name from the system’s menu that nobody knows does nothing', () => {
    expect(() => runCommand('no-such-command', handlers.get())).not.toThrow()
  })
})

describe('shortcuts', () => {
  test('a letter means the key, whatever character Alt makes of it', () => {
    expect(isShortcut(press('˜', 'KeyN', { altKey: true, shiftKey: true }), 'Alt+Shift+N', false)).toBe(true)
    expect(isShortcut(press('¡', 'Digit1', { altKey: true }), 'Alt+1', true)).toBe(true)
  })

  test('more or fewer held keys are another shortcut', () => {
    expect(isShortcut(press('s', 'KeyS', { ctrlKey: true }), 'Mod+S', false)).toBe(true)
    expect(isShortcut(press('S', 'KeyS', { ctrlKey: true, shiftKey: true }), 'Mod+S', false)).toBe(false)
    expect(isShortcut(press('s', 'KeyS'), 'Mod+S', false)).toBe(false)
    expect(isShortcut(press('F8', 'F8'), 'F8', false)).toBe(true)
    expect(isShortcut(press('F8', 'F8'), 'Shift+F8', false)).toBe(false)
  })

  test('Mod is Command on a Mac and Ctrl elsewhere, on the sheet and on the keyboard', () => {
    expect(isShortcut(press('k', 'KeyK', { metaKey: true }), 'Mod+K', true)).toBe(true)
    expect(isShortcut(press('k', 'KeyK', { metaKey: true }), 'Mod+K', false)).toBe(false)
    expect(keysOf('Mod+Shift+Enter', false)).toEqual(['Ctrl', 'Shift', 'Enter'])
    expect(keysOf('Mod+Shift+Enter', true)).toEqual(['⌘', '⇧', 'Return'])
  })
})
