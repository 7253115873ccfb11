import { createHash } from 'node:crypto'
import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'

const here = import.meta.dirname

/**
 * Names exactly this program: its version and the bytes of what was built. What one program worked out is never taken for
 * another's, which may judge the same words otherwise.
 */
export function programName(version: string): string {
  const hash = createHash('sha256').update(version)
  for (const name of readdirSync(here).toSorted()) {
    if (/\.[jt]s$/.test(name)) hash.update(`\n${name}\n`).update(readFileSync(join(here, name)))
  }
  return hash.digest('hex')
}
