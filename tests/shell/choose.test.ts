import { describe, expect, test } from 'vitest'
import { chooseShell, type ElectronFacts, without } from '../../src/main/shell/choose.ts'
import { canMakeSandbox, type Surroundings } from '../../src/main/shell/surroundings.ts'

const desktop: Surroundings = { platform: 'linux', env: { DISPLAY: ':0' }, uid: 1000, sandbox: true }
const pack = { folder: '/node_modules/electron', version: '45.4.1', binary: '/electron' }
const fetched: ElectronFacts = { package: pack, failed: null }
const missing: ElectronFacts = { package: { ...pack, binary: null }, failed: null }
const now = new Date('2026-11-22T10:00:00Z')
const choose = (here: Partial<Surroundings>, electron = fetched, wish: 'auto' | 'electron' | 'loopback' = 'auto') =>
  chooseShell(wish, { ...desktop, ...here }, electron, now)

describe('Electron opens the window where it can', () => {
  test('on a desktop that has it, of either kind of display', () => {
    expect(choose({})).toEqual({ kind: 'electron', binary: '/electron' })
    expect(choose({ env: { WAYLAND_DISPLAY: 'wayland-0' } })).toEqual({ kind: 'electron', binary: '/electron' })
    expect(choose({ platform: 'win32', env: {}, uid: null })).toEqual({ kind: 'electron', binary: '/electron' })
  })

  test('and is fetched where only its program is missing', () => {
    expect(choose({}, missing)).toEqual({ kind: 'fetch-electron', folder: '/node_modules/electron', version: '45.4.1' })
  })
})

describe('a browser does where it cannot, and each reason has its own sentence', () => {
  const sentences = [
    choose({ env: {} }),
    choose({ uid: 0 }),
    choose({ sandbox: false }),
    choose({}, { ...missing, package: null }),
    choose({ env: { DISPLAY: ':0', ELECTRON_SKIP_BINARY_DOWNLOAD: '1' } }, missing),
    choose({}, { ...missing, failed: { version: '45.4.1', at: '2026-11-22T09:00:00Z' } }),
    without('auto', 'Electron did not start (a library is missing)'),
  ].map(choice => (choice.kind === 'loopback' ? choice.why : choice.kind))

  test('no two are the same, and each is one line that begins with what happens', () => {
    expect(new Set(sentences).size).toBe(sentences.length)
    for (const sentence of sentences)
      expect(sentence).toMatch(/^Signpost opens in a browser instead of its own window: .+\.$/)
  })

  test('they name the display, root, the sandbox, and the fetch', () => {
    const named = [
      /DISPLAY/,
      /root/,
      /sandbox/,
      /not installed/,
      /ELECTRON_SKIP_BINARY_DOWNLOAD/,
      /last day/,
      /did not start/,
    ]
    for (const [index, pattern] of named.entries()) expect(sentences[index]).toMatch(pattern)
  })

  test('nothing is fetched where it could not be used', () => {
    for (const here of [{ env: {} }, { uid: 0 }, { sandbox: false }]) {
      expect(choose(here, missing).kind).toBe('loopback')
      expect(choose(here, missing, 'electron').kind).toBe('refused')
    }
  })

  test('asked for by name, it is the reason', () => {
    expect(choose({}, fetched, 'loopback')).toEqual({
      kind: 'loopback',
      why: 'Signpost opens in a browser, as you asked.',
    })
  })
})

describe('a fetch that failed is not tried again at every start', () => {
  const failedAt = (at: string, version = '45.4.1') => ({ ...missing, failed: { version, at } })

  test('but after a day, for another release, when asked by name, and when the clock was set back', () => {
    expect(choose({}, failedAt('2026-11-21T10:00:01Z')).kind).toBe('loopback')
    expect(choose({}, failedAt('2026-11-21T10:00:00Z')).kind).toBe('fetch-electron')
    expect(choose({}, failedAt('2026-11-22T09:59:59Z', '44.0.0')).kind).toBe('fetch-electron')
    expect(choose({}, failedAt('2026-11-22T09:59:59Z'), 'electron').kind).toBe('fetch-electron')
    expect(choose({}, failedAt('2027-01-01T00:00:00Z')).kind).toBe('fetch-electron')
  })
})

test('Electron asked for by name is refused with a next step, not replaced behind one’s back', () => {
  expect(choose({ uid: 0 }, fetched, 'electron')).toMatchObject({
    kind: 'refused',
    code: 'no-electron',
    nextStep: 'Use --shell loopback to open Signpost in a browser instead.',
  })
})

test.each([
  [{}, true],
  [{ 'kernel/unprivileged_userns_clone': '1', 'user/max_user_namespaces': '15000' }, true],
  [{ 'kernel/unprivileged_userns_clone': '0' }, false],
  [{ 'user/max_user_namespaces': '0' }, false],
  [{ 'kernel/apparmor_restrict_unprivileged_userns': '1' }, false],
])('with %j Chromium can make its sandbox: %s', (settings: Record<string, string>, expected) => {
  expect(canMakeSandbox(name => settings[name] ?? null)).toBe(expected)
})
