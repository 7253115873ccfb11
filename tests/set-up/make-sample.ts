import { execFileSync } from 'node:child_process'
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import type { TestProject } from 'vitest/node'

declare module 'vitest' {
  interface ProvidedContext {
    /** A folder with the sample workspace as it is today. Tests copy it and never change it. */
    sample: string
  }
}

const cli = new URL('../../out/main/cli.js', import.meta.url).pathname

/**
 * Telling the sample's story takes some seconds, so that it is told once for all end-to-end tests; and what Node.js makes
 * of the program is kept for all of them, as it would be on a laptop that has started Signpost before.
 */
export function setup(project: TestProject): () => void {
  const folder = mkdtempSync(join(tmpdir(), 'signpost-sample-'))
  const sample = join(folder, 'offer')
  process.env.NODE_COMPILE_CACHE = join(folder, 'compiled')
  execFileSync(process.execPath, [cli, 'new', sample, '--sample'], {
    env: { ...process.env, SIGNPOST_DATA: join(folder, 'data') },
    stdio: ['ignore', 'ignore', 'inherit'],
  })
  project.provide('sample', sample)
  return () => rmSync(folder, { recursive: true, force: true })
}
