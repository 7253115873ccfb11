import { spawnSync } from 'node:child_process'
import { chmodSync, cpSync, existsSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { createRequire } from 'node:module'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { extractAll, listPackage } from '@electron/asar'
import { FuseState, FuseV1Options, getCurrentFuseWire } from '@electron/fuses'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { programsBeside } from '../../src/main/places.ts'

/**
 * `npm run package` up to the unpacked program, with a stand-in for Electron's own (which it would fetch): a file in which
 * nothing is but the place where the fuses are.
 */
const root = new URL('../..', import.meta.url).pathname
const folder = mkdtempSync(join(tmpdir(), 'signpost-installed-'))
const unpacked = process.arch === 'x64' ? 'linux-unpacked' : `linux-${process.arch}-unpacked`
const program = join(folder, 'made', unpacked)
const resources = join(program, 'resources')
const archive = join(resources, 'app.asar')

/** How Electron's program marks where its fuses are: this sentence, the version of the list, its length, and each fuse. */
const fuses = Buffer.concat([
  Buffer.from('dL7pKGdnNz796PbbjQWNKmHXBZaB9tsX'),
  Buffer.from([1, 9]),
  Buffer.alloc(9, FuseState.ENABLE),
])

function standInForElectron(): string {
  const stand = join(folder, 'electron')
  mkdirSync(join(stand, 'resources'), { recursive: true })
  writeFileSync(join(stand, 'electron'), fuses)
  chmodSync(join(stand, 'electron'), 0o755)
  for (const name of ['version', 'LICENSE', 'chrome-sandbox']) writeFileSync(join(stand, name), '')
  return stand
}

describe.runIf(process.platform === 'linux')('an installed Signpost', () => {
  beforeAll(() => {
    const packager = createRequire(import.meta.url).resolve('electron-builder/cli.js')
    const out = [`-c.electronDist=${standInForElectron()}`, `-c.directories.output=${join(folder, 'made')}`]
    const { status, stdout, stderr } = spawnSync(process.execPath, [packager, '--linux', 'dir', ...out], {
      cwd: root,
      encoding: 'utf8',
    })
    if (status !== 0) throw new Error(`${stdout}\n${stderr}`)
  })
  afterAll(() => rmSync(folder, { recursive: true, force: true }))

  test('has its program, its window and its bridge in one archive, and no source, test or map', () => {
    const files = listPackage(archive, { isPack: false })
    const { main } = JSON.parse(readFileSync(join(root, 'package.json'), 'utf8')) as { main: string }
    for (const path of [main.slice(1), '/out/preload/preload.cjs', '/out/renderer/index.html']) {
      expect(files).toContain(path)
    }
    const own = files.filter(path => !path.startsWith('/node_modules'))
    expect(own.filter(path => !/^\/(out(\/|$)|package\.json$)/.test(path))).toEqual([])
    expect(files.filter(path => path.endsWith('.map'))).toEqual([])
  })

  test('has its switches off in the program itself', async () => {
    const wire = await getCurrentFuseWire(join(program, 'signpost'))
    for (const off of [FuseV1Options.RunAsNode, FuseV1Options.EnableNodeOptionsEnvironmentVariable]) {
      expect(wire[off]).toBe(FuseState.DISABLE)
    }
    expect(wire[FuseV1Options.OnlyLoadAppFromAsar]).toBe(FuseState.ENABLE)
    expect(wire[FuseV1Options.EnableEmbeddedAsarIntegrityValidation]).toBe(FuseState.ENABLE)
  })

  test('makes a workspace and its site with what came with it, and nothing else', () => {
    const app = join(folder, 'app')
    extractAll(archive, app)
    cpSync(join(resources, 'resources'), join(app, 'resources'), { recursive: true })
    const env = { ...process.env, SIGNPOST_DATA: join(folder, 'data'), ...programsBeside(resources, process) }
    const signpost = (...words: string[]) =>
      spawnSync(process.execPath, [join(app, 'out', 'main', 'cli.js'), ...words], { env, encoding: 'utf8' })
    const made = signpost('new', join(folder, 'offer'), '--sample')
    expect(made.stderr).toBe('')
    expect(made.status).toBe(0)
    const built = signpost('build', join(folder, 'offer'), '--out', join(folder, 'site'))
    expect(built.stdout).toMatch(/^Built \d+ pages/)
    expect(built.status).toBe(0)
    expect(readFileSync(join(folder, 'site', 'pagefind', 'pagefind-entry.json'), 'utf8')).toContain('page_count')
    // Made in a thread of its own, by a library that is loaded from the same place.
    expect(existsSync(join(folder, 'site', 'media', 'sizes', '400', 'film-welcome.png.webp'))).toBe(true)
  })
})
