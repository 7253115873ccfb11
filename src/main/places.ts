import { readFileSync } from 'node:fs'
import { homedir } from 'node:os'
import { join } from 'node:path'
import { z } from 'zod'
import { dataFolder } from './settings/index.ts'
import type { Built } from './shell/index.ts'

/** Where everything stands that the program needs and does not write, and where it writes what is this computer's own. */
export interface Places {
  built: Built
  /** Checklists, word lists, the site's theme, the sample. */
  resources: string
  data: string
  version: string
}

/** `main` is the folder of the built entries, `out/main`; `packaged` is the packager's folder of resources, or null. */
export function placesFrom(main: string, packaged: string | null): Places {
  const app = join(main, '..', '..')
  return {
    built: {
      window: join(app, 'out', 'renderer'),
      preload: join(app, 'out', 'preload', 'preload.cjs'),
      app,
    },
    resources: join(packaged ?? app, 'resources'),
    data: dataFolder({ env: process.env, platform: process.platform, home: homedir() }),
    version: manifest.parse(JSON.parse(readFileSync(join(app, 'package.json'), 'utf8'))).version,
  }
}

/**
 * What an installed Signpost has to tell the packages that start a program of their own. No system can start one that is
 * inside the archive, so the packager puts it beside the archive (electron-builder.yml); Pagefind would look inside.
 */
export function programsBeside(
  packaged: string,
  { platform, arch }: Pick<NodeJS.Process, 'platform' | 'arch'>,
): Record<string, string> {
  const windows = platform === 'win32'
  const folder = join('@pagefind', `${windows ? 'windows' : platform}-${arch}`, 'bin')
  const program = join(folder, windows ? 'pagefind_extended.exe' : 'pagefind_extended')
  return { PAGEFIND_EXTENDED_BINARY_PATH: join(packaged, 'app.asar.unpacked', 'node_modules', program) }
}

const manifest = z.object({ version: z.string() })
