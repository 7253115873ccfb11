import { chmodSync, mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { describe, expect, onTestFinished, test } from 'vitest'
import { findElectron } from '../../src/main/shell/electron-binary.ts'
import type { Surroundings } from '../../src/main/shell/surroundings.ts'
import { electronFor, shellsUsed } from './find-electron.ts'
import { startXvfb } from './give-display.ts'

const desktop: Surroundings = { platform: 'linux', env: { DISPLAY: ':0' }, uid: 1000, sandbox: true }

/** A checkout whose Electron package has its program, or not; fetching it would leave a mark. */
function checkout(hasProgram: boolean) {
  const root = mkdtempSync(join(tmpdir(), 'signpost-find-'))
  onTestFinished(() => rmSync(root, { recursive: true }))
  const folder = join(root, 'node_modules', 'electron')
  mkdirSync(join(folder, 'dist'), { recursive: true })
  writeFileSync(join(folder, 'package.json'), '{ "version": "45.4.1", "main": "index.js" }')
  for (const script of ['index.js', 'install.js']) writeFileSync(join(folder, script), 'throw new Error("a download")')
  if (hasProgram) {
    writeFileSync(join(folder, 'dist', 'electron'), 'the program')
    writeFileSync(join(folder, 'dist', 'version'), '45.4.1')
    writeFileSync(join(folder, 'path.txt'), 'electron')
  }
  return { from: join(root, 'tests', 'set-up', 'find.ts'), binary: join(folder, 'dist', 'electron') }
}

interface Scene {
  program?: boolean
  here?: Partial<Surroundings>
  xvfb?: string
}

function look({ program = true, here = {}, xvfb }: Scene) {
  const { from, binary } = checkout(program)
  const there = { ...desktop, ...here }
  return { binary, electron: electronFor(there, findElectron(from, there.env), xvfb ?? null) }
}

describe('the end-to-end tests run in Electron', () => {
  test('where its program and a display are', () => {
    const { binary, electron } = look({ xvfb: '/usr/bin/Xvfb' })
    expect(electron).toEqual({ kind: 'found', binary, version: '45.4.1', xvfb: null })
    expect(shellsUsed('/usr/bin/chromium', electron)).toBe(
      `End-to-end tests use the loopback window in /usr/bin/chromium, and Electron 45.4.1 (${binary}).`,
    )
  })

  test('where a display can be made for them', () => {
    const { binary, electron } = look({ here: { env: {} }, xvfb: '/usr/bin/Xvfb' })
    expect(electron).toEqual({ kind: 'found', binary, version: '45.4.1', xvfb: '/usr/bin/Xvfb' })
    expect(shellsUsed('/usr/bin/chromium', electron)).toMatch(/and Electron 45\.4\.1 .*, on a display that nobody/)
  })
})

describe('they say in one line why not, and fetch nothing,', () => {
  test.each<[string, Scene, RegExp]>([
    ['without its program', { program: false }, /is not in its package/],
    ['without a display', { here: { env: {} } }, /there is no display/],
    ['as root', { here: { uid: 0 } }, /started as root/],
    ['as root, though a display can be made', { here: { env: {}, uid: 0 }, xvfb: '/usr/bin/Xvfb' }, /started as root/],
    ['where the sandbox is forbidden', { here: { sandbox: false } }, /does not allow the sandbox/],
  ])('%s', (_, scene, why) => {
    const { electron } = look(scene)
    expect(electron).toEqual({ kind: 'missing', why: expect.stringMatching(why) })
    const line = shellsUsed('/usr/bin/chromium', electron)
    expect(line).toMatch(/^End-to-end tests use the loopback window in \/usr\/bin\/chromium, and not Electron: .+\.$/)
    expect(line).toMatch(why)
  })

  test('without its package', () => {
    expect(electronFor(desktop, null, null)).toMatchObject({ why: expect.stringMatching(/is not installed here/) })
  })
})

describe('a display that nobody looks at', () => {
  /** A program in Xvfb's place. */
  function xvfb(script: string): string {
    const folder = mkdtempSync(join(tmpdir(), 'signpost-xvfb-'))
    onTestFinished(() => rmSync(folder, { recursive: true }))
    const program = join(folder, 'Xvfb')
    writeFileSync(program, `#!${process.execPath}\n${script}`)
    chmodSync(program, 0o755)
    return program
  }

  test('has the number that its server chose, and goes when the tests have ended', async () => {
    const chosen = `if (process.argv[2] !== '-displayfd') process.exit(1)
      console.log(73)
      setInterval(() => {}, 1000)`
    const { name, stop } = await startXvfb(xvfb(chosen))
    expect(name).toBe(':73')
    await stop()
  })

  test('that cannot be had is an error, not a wait', async () => {
    await expect(startXvfb(xvfb('process.exit(1)'))).rejects.toThrow('before it gave a display')
  })
})
