import { existsSync, readFileSync } from 'node:fs'
import { createRequire } from 'node:module'
import { dirname, join } from 'node:path'

/** Where Electron's package stands, and what it has. It is never imported: importing it starts a download. */
export interface ElectronPackage {
  folder: string
  version: string
  /** The program of exactly this release, once fetched. */
  binary: string | null
}

/** `from` is the file from whose `node_modules` Electron is looked for. */
export function findElectron(from: string, env: Readonly<Record<string, string | undefined>>): ElectronPackage | null {
  try {
    const manifest = createRequire(from).resolve('electron/package.json')
    const version = versionIn(readFileSync(manifest, 'utf8'))
    const folder = dirname(manifest)
    return version === null ? null : { folder, version, binary: binaryIn(folder, version, env) }
  } catch {
    return null
  }
}

/** `path.txt` is written when everything has been unpacked, so a fetch that was cut off leaves nothing to be started. */
function binaryIn(folder: string, version: string, env: Readonly<Record<string, string | undefined>>): string | null {
  const elsewhere = env.ELECTRON_OVERRIDE_DIST_PATH
  try {
    const name = existsSync(join(folder, 'path.txt')) ? readFileSync(join(folder, 'path.txt'), 'utf8') : null
    if (elsewhere !== undefined && elsewhere !== '') return existing(join(elsewhere, name ?? usualName))
    if (name === null) return null
    const unpacked = readFileSync(join(folder, 'dist', 'version'), 'utf8')
      .trim()
      .replace(/^v/, '')
    return unpacked === version ? existing(join(folder, 'dist', name)) : null
  } catch {
    return null
  }
}

const usualName =
  process.platform === 'win32'
    ? 'electron.exe'
    : process.platform === 'darwin'
      ? 'Electron.app/Contents/MacOS/Electron'
      : 'electron'

function existing(path: string): string | null {
  return existsSync(path) ? path : null
}

function versionIn(manifest: string): string | null {
  const parsed: unknown = JSON.parse(manifest)
  const version = typeof parsed === 'object' && parsed !== null && 'version' in parsed ? parsed.version : null
  return typeof version === 'string' ? version : null
}
