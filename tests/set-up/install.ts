import { execFileSync, spawnSync } from 'node:child_process'
import { existsSync } from 'node:fs'
import { delimiter, join } from 'node:path'

/** Where a program is on this machine, or null. */
export function programNamed(...names: string[]): string | null {
  const folders = (process.env.PATH ?? '').split(delimiter)
  for (const name of names) {
    for (const folder of folders) if (existsSync(join(folder, name))) return join(folder, name)
  }
  return null
}

/**
 * Installs a Debian package that the tests need, saying so. Throws a sentence where that is not possible: a test that
 * quietly leaves itself out proves nothing.
 */
export function installDebianPackage(name: string, what: string): void {
  const canInstall = process.getuid?.() === 0 && programNamed('apt-get') !== null
  if (!canInstall) throw new Error(`The tests need ${what}. Install the package “${name}” and run them again.`)
  process.stderr.write(`The tests need ${what}, and this machine has none: installing Debian's “${name}”…\n`)
  spawnSync('apt-get', ['update', '-qq'], { stdio: 'ignore' })
  execFileSync('apt-get', ['install', '-y', '-qq', '--no-install-recommends', name], {
    stdio: 'ignore',
    env: { ...process.env, DEBIAN_FRONTEND: 'noninteractive' },
  })
}
