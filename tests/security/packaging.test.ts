import { readFile } from 'node:fs/promises'
import { join } from 'node:path'
import { FuseV1Options } from '@electron/fuses'
import { describe, expect, test } from 'vitest'
import { parse } from 'yaml'
import { z } from 'zod'

const root = join(import.meta.dirname, '..', '..')
const packaging = z
  .object({
    asar: z.boolean(),
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
})
