import { readdir, readFile } from 'node:fs/promises'
import { join, relative } from 'node:path'
import { FuseV1Options } from '@electron/fuses'
import { describe, expect, test } from 'vitest'
import { parse } from 'yaml'
import { z } from 'zod'
import { programsBeside } from '../../src/main/places.ts'

const root = join(import.meta.dirname, '..', '..')
const packaging = z
  .object({
    appId: z.string(),
    asar: z.boolean(),
    asarUnpack: z.array(z.string()),
    directories: z.object({ output: z.string() }),
    linux: z.object({ icon: z.string(), maintainer: z.string() }),
    mac: z.object({ icon: z.string() }),
    win: z.object({ icon: z.string() }),
    electronFuses: z.record(z.string(), z.boolean()),
    files: z.array(z.string()),
    publish: z.null(),
  })
  .parse(parse(await readFile(join(root, 'electron-builder.yml'), 'utf8')))

/** What each fuse has to be, by Electron's own names. A fuse that a later Electron adds has to be decided on here too. */
const decided: Record<keyof typeof FuseV1Options, boolean | 'as Electron has it'> = {
  RunAsNode: false,
  EnableCookieEncryption: true,
  EnableNodeOptionsEnvironmentVariable: false,
  EnableNodeCliInspectArguments: false,
  EnableEmbeddedAsarIntegrityValidation: true,
  OnlyLoadAppFromAsar: true,
  LoadBrowserProcessSpecificV8Snapshot: 'as Electron has it',
  GrantFileProtocolExtraPrivileges: false,
  WasmTrapHandlers: 'as Electron has it',
}

describe('an installed Signpost', () => {
  test.each(Object.entries(decided).filter(([, value]) => value !== 'as Electron has it'))(
    'has the fuse %s set to %s',
    (name, value) => {
      expect(packaging.electronFuses[name.charAt(0).toLowerCase() + name.slice(1)]).toBe(value)
    },
  )

  test('has a decision on every fuse that Electron has', () => {
    const names = Object.keys(FuseV1Options).filter(name => Number.isNaN(Number(name)))
    expect(Object.keys(decided).sort()).toEqual(names.sort())
  })

  test('is one archive without sources, and asks nobody for updates until it is told whom', () => {
    expect(packaging.asar).toBe(true)
    expect(packaging.files.filter(pattern => !pattern.startsWith('!'))).toEqual(['out/**', 'package.json'])
    expect(packaging.publish).toBeNull()
  })

  test('has an icon for each system, in the form that the system reads', async () => {
    const begins = async (path: string) => (await readFile(join(root, path))).toString('latin1', 0, 4)
    expect(await begins(packaging.linux.icon)).toBe('\x89PNG')
    expect(await begins(packaging.win.icon)).toBe('\0\0\x01\0')
    expect(await begins(packaging.mac.icon)).toBe('icns')
  })

  test('says whose it is and where it lives, without which no deb is made', () => {
    expect(packaging.appId).toMatch(/^[a-z]+(\.[a-z]+)+$/)
    expect(packaging.linux.maintainer).toMatch(/<.+@example\.org>$/)
    expect(manifest.homepage).toMatch(/^https:/)
  })
})

describe('what is installed with Signpost', () => {
  test('is each package that the main process loads, and nothing that is built into the window', async () => {
    const loaded = await packagesIn('src/main', 'src/shared')
    loaded.delete('electron')
    expect(Object.keys(manifest.dependencies).sort()).toEqual([...loaded].sort())
  })

  test.each([
    ['linux', 'x64', '@pagefind/linux-x64/bin/pagefind_extended'],
    ['darwin', 'arm64', '@pagefind/darwin-arm64/bin/pagefind_extended'],
    ['win32', 'x64', '@pagefind/windows-x64/bin/pagefind_extended.exe'],
  ] as const)('is the search program of %s, where it can be started', (platform, arch, program) => {
    const path = programsBeside('/opt/Signpost/resources', { platform, arch }).PAGEFIND_EXTENDED_BINARY_PATH
    expect(path).toBe(join('/opt/Signpost/resources/app.asar.unpacked/node_modules', program))
    expect(packaging.asarUnpack).toContain('node_modules/@pagefind/**')
  })

  test('is the search program that this computer’s own package has', async () => {
    const path = programsBeside(root, process).PAGEFIND_EXTENDED_BINARY_PATH ?? ''
    const inPackage = relative(join(root, 'app.asar.unpacked'), path)
    expect(await readdir(join(root, inPackage, '..'))).toContain(inPackage.split(/[\\/]/).at(-1))
  })
})

const manifest = z
  .object({ homepage: z.string(), dependencies: z.record(z.string(), z.string()) })
  .parse(JSON.parse(await readFile(join(root, 'package.json'), 'utf8')))

/** The packages that the sources of these folders name, types left out. */
async function packagesIn(...folders: string[]): Promise<Set<string>> {
  const names = new Set<string>()
  for (const folder of folders) {
    const files = await readdir(join(root, folder), { recursive: true, withFileTypes: true })
    for (const file of files.filter(({ name }) => name.endsWith('.ts'))) {
      const text = await readFile(join(file.parentPath, file.name), 'utf8')
      const imports = text.matchAll(
        /^(?:import|export) (?!type )(?:[^'"=(]*? from )?'([^'.][^']*)'|\bimport\('([^'.][^']*)'\)/gm,
      )
      for (const [, fixed = '', later = ''] of imports) {
        const name = /^(@[^/]+\/[^/]+|[^/]+)/.exec(fixed || later)?.[0] ?? ''
        if (!name.startsWith('node:')) names.add(name)
      }
    }
  }
  return names
}
